"""Put the pictures of one folder on sheets that are looked at quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COLUMNS, WIDTH, GAP, HEAD = 2, 683, 8, 22
"""Pictures beside each other, and their widest, in pixels."""
PAPER = "#7d8588"
MOST = 8
"""Pictures on one sheet: more are too small to judge."""

Titled = tuple[str, Image.Image]


def make_sheets(pictures: Path, folder: Path, font: Path) -> int:
    """Write the sheets of every folder that holds pictures; return how many."""
    letters = ImageFont.truetype(str(font), 14)
    made = 0
    groups = sorted(each for each in pictures.rglob("*") if each.is_dir())
    folder.mkdir(parents=True, exist_ok=True)
    for group in groups:
        files = sorted(group.glob("*.png"))
        name = "-".join(group.relative_to(pictures).parts)
        for number, first in enumerate(range(0, len(files), MOST), 1):
            some = [_small(path) for path in files[first : first + MOST]]
            _sheet(some, letters).save(folder / f"{name}-{number}.png")
            made += 1
    return made


def _small(path: Path) -> Titled:
    with Image.open(path) as whole:
        picture = whole.convert("RGB")
    picture.thumbnail((WIDTH, WIDTH), Image.Resampling.LANCZOS)
    return path.stem, picture


def _sheet(some: Sequence[Titled], letters: ImageFont.FreeTypeFont) -> Image.Image:
    rows = [some[first : first + COLUMNS] for first in range(0, len(some), COLUMNS)]
    heights = [max(one.height for _, one in row) + HEAD + GAP for row in rows]
    size = (COLUMNS * (WIDTH + GAP) + GAP, sum(heights) + GAP)
    sheet = Image.new("RGB", size, PAPER)
    pen = ImageDraw.Draw(sheet)
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for column, (title, picture) in enumerate(row):
            left = GAP + column * (WIDTH + GAP)
            pen.text((left, top + 3), title, fill="white", font=letters)
            sheet.paste(picture, (left, top + HEAD))
        top += height
    return sheet
