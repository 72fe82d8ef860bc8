"""Printed pages are A4, archival, and the same bytes for the same drawing."""

import datetime as dt
import io

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from desktop.files.pdf.printed import HEIGHT, WIDTH, draw_printed

AT = dt.datetime(2024, 12, 20, 8, 0, tzinfo=dt.UTC)


def page_size(page: pikepdf.Page) -> list[int]:
    box: list[pikepdf.Object] = list(page.mediabox)
    return [round(float(one)) for one in box]


def two_pages(canvas: Canvas) -> None:
    for text in ("một", "hai"):
        canvas.drawString(WIDTH / 2, HEIGHT / 2, text)
        canvas.showPage()


def test_every_page_drawn_is_there_at_its_size_under_its_title() -> None:
    made = draw_printed(two_pages, "Bàn giao", AT)
    with pikepdf.open(io.BytesIO(made)) as document:
        sizes = [
            [round(float(one)) for one in each.mediabox] for each in document.pages
        ]
        metadata = document.open_metadata()
        assert metadata["dc:title"] == "Bàn giao"
        assert metadata["pdfaid:part"] == "3"
    assert sizes == [[0, 0, 595, 842]] * 2


def test_equal_drawings_give_equal_bytes() -> None:
    assert draw_printed(two_pages, "A", AT) == draw_printed(two_pages, "A", AT)
