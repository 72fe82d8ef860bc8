"""Draw every page of the demonstration's PDF, and its workbook through LibreOffice."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2

if TYPE_CHECKING:
    from pathlib import Path

DOTS = 110
"""Dots an inch of the pictures."""
POINTS = 72
VIETNAMESE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop>
</item></oor:items>
"""
"""What LibreOffice must find to print numbers as a Vietnamese machine does."""
PATIENCE = 180
"""Seconds after which LibreOffice will not come back."""


def draw_pdf(pdf: Path, folder: Path) -> int:
    """Draw every page of a PDF; return how many there are."""
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        _draw(document, number, folder / f"trang-{number + 1:02}.png")
    return len(document)


def draw_workbook(workbook: Path, folder: Path, work: Path) -> int:
    """Draw a workbook as it prints: reports whole, of each data sheet one page.

    Returns how many pages were drawn.

    Raises:
        LookupError: A sheet prints no page, or LibreOffice made no PDF.
    """
    document = pypdfium2.PdfDocument(_printed(workbook, work))
    firsts = {
        mark.get_title(): mark.get_dest().get_index() for mark in document.get_toc()
    }
    shown, data = _sheets(workbook)
    missing = [title for title in (*shown, *data) if title not in firsts]
    if missing:
        raise LookupError(missing)
    starts = sorted([*firsts.values(), len(document)])
    drawn = 0
    for number, title in enumerate((*shown, *data), 1):
        first = firsts[title]
        last = first + 1 if title in data else starts[starts.index(first) + 1]
        for page in range(first, last):
            _draw(document, page, folder / f"{number:02}-{page - first + 1}.png")
            drawn += 1
    return drawn


def _sheets(workbook: Path) -> tuple[list[str], list[str]]:
    """Return the titles of the sheets up to the charts, and of the data behind them."""
    book = openpyxl.load_workbook(workbook)
    visible = [sheet for sheet in book if sheet.sheet_state == "visible"]
    # openpyxl keeps the charts it read there, and gives no other way to ask.
    charts = [
        number
        for number, sheet in enumerate(visible, 1)
        if getattr(sheet, "_charts", None)
    ]
    last = charts[-1] if charts else len(visible)
    titles = [str(sheet.title) for sheet in visible]
    return titles[:last], titles[last:]


def _printed(workbook: Path, work: Path) -> Path:
    """Let LibreOffice print a workbook, with a profile of its own.

    Raises:
        LookupError: It made no PDF.
    """
    profile = work / "libreoffice"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(VIETNAMESE, "utf-8")
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(work),
            str(workbook),
        ],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    made = work / f"{workbook.stem}.pdf"
    if not made.is_file():
        raise LookupError(made)
    return made


def _draw(document: pypdfium2.PdfDocument, number: int, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    document[number].render(scale=DOTS / POINTS).to_pil().save(path)
