"""Draw the pictures of the practice office: shapes with a caption, nobody in them."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from desktop import paths
from desktop.files.catalogue import build, read_toml

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 960, 640
_STRIP: Final = 110
"""Height of the strip with words below each picture, in dots."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """What one picture shows."""

    name: str
    caption: str
    drawing: Literal["room", "boards", "stage", "paper"]
    colours: tuple[str, str]
    """Of the background and of the shapes."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """All pictures, and what is written across each."""

    subject: str
    """What attaching them is called in the history."""
    mark: str
    pictures: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture as it is kept."""

    name: str
    note: str
    data: bytes
    media: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Album:
    """All pictures, and what attaching them is called in the history."""

    subject: str
    pictures: tuple[Picture, ...]


def load_album(path: Path | None = None) -> Album:
    """Return the pictures, the same each time. Raise FileError when unreadable."""
    path = path or paths.DATA / "practice" / "pictures.toml"
    patterns = build(read_toml(path), Patterns, path)
    pictures = tuple(_picture(one, patterns.mark) for one in patterns.pictures)
    return Album(subject=patterns.subject, pictures=pictures)


def _picture(pattern: Pattern, mark: str) -> Picture:
    from PIL import Image, ImageDraw

    back, front = pattern.colours
    image = Image.new("RGB", (WIDTH, HEIGHT), back)
    draw = ImageDraw.Draw(image)
    _DRAWINGS[pattern.drawing](draw, front)
    image.paste(_words(pattern.caption, mark, front), (0, HEIGHT - _STRIP))
    out = BytesIO()
    if pattern.name.endswith(".png"):
        image.save(out, "PNG", optimize=True)
        return _made(pattern, out, "image/png")
    image.save(out, "JPEG", quality=85)
    return _made(pattern, out, "image/jpeg")


def _words(caption: str, mark: str, colour: str) -> "Image":
    """Return the strip with words, printed on a page and shown dot by point."""
    import pypdfium2
    from reportlab.pdfgen.canvas import Canvas

    from desktop.files import fonts

    fonts.register()
    page = BytesIO()
    canvas = Canvas(page, pagesize=(WIDTH, _STRIP), invariant=1)
    for text, bottom, size, ink in (
        (caption, 60, 44, colour),
        (mark, 24, 22, "#777777"),
    ):
        canvas.setFont(fonts.BOLD, size)
        canvas.setFillColor(ink)
        canvas.drawString(40, bottom, text)
    canvas.save()
    document = pypdfium2.PdfDocument(page.getvalue())
    try:
        shown: Image = document[0].render(scale=1).to_pil()
    finally:
        document.close()
    return shown.convert("RGB")


def _made(pattern: Pattern, out: BytesIO, media: str) -> Picture:
    return Picture(
        name=pattern.name, note=pattern.note, data=out.getvalue(), media=media
    )


def _room(draw: "ImageDraw", colour: str) -> None:
    draw.rectangle((280, 40, 680, 180), outline=colour, width=8)
    for row in range(3):
        for seat in range(6):
            left, top = 70 + seat * 145, 250 + row * 95
            draw.rounded_rectangle((left, top, left + 100, top + 50), 8, fill=colour)


def _boards(draw: "ImageDraw", colour: str) -> None:
    for number in range(4):
        left = 60 + number * 220
        draw.rectangle((left, 90, left + 180, 330), outline=colour, width=8)
        draw.rectangle((left + 30, 130, left + 150, 220), fill=colour)
        draw.line((left + 30, 330, left + 30, 500), fill=colour, width=8)
        draw.line((left + 150, 330, left + 150, 500), fill=colour, width=8)


def _stage(draw: "ImageDraw", colour: str) -> None:
    draw.polygon(((120, 420), (840, 420), (900, 510), (60, 510)), fill=colour)
    draw.rectangle((200, 60, 760, 330), outline=colour, width=10)
    draw.rectangle((440, 340, 520, 420), fill=colour)


def _paper(draw: "ImageDraw", colour: str) -> None:
    for line in range(11):
        length = 820 if line % 4 else 460
        draw.rectangle((70, 60 + line * 42, 70 + length, 72 + line * 42), fill=colour)


_DRAWINGS: Final[dict[str, Any]] = {
    "room": _room,
    "boards": _boards,
    "stage": _stage,
    "paper": _paper,
}
