"""Draw pages that are printed beside the program's reports, as archival A4."""

import datetime as dt
import io
from collections.abc import Callable
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.archival import Properties, archive
from desktop.files.pdf.words import program

WIDTH: Final = 210 * mm
HEIGHT: Final = 297 * mm


def draw_printed(draw: Callable[[Canvas], None], title: str, at: dt.datetime) -> bytes:
    """Return a document of A4 pages; equal input gives equal bytes.

    Args:
        draw: Draws every page; a page of which it began something is closed.
        title: Told by the file, as viewers show it.
        at: When it was made, with its offset; told by the file, not by a page.
    """
    fonts.register()
    written = io.BytesIO()
    # the published types take the face's name for a number
    canvas = Canvas(
        written,
        pagesize=(WIDTH, HEIGHT),
        invariant=1,
        pageCompression=0,  # the archival pass compresses, and faster
        pdfVersion=(1, 7),
        initialFontName=fonts.REGULAR,  # type: ignore[arg-type]
    )
    draw(canvas)
    canvas.save()
    properties = Properties(
        title=title, author="", program=program(), moment=at, language="vi-VN"
    )
    return archive(written.getvalue(), properties)
