"""What the program writes is read back with what others read it with."""

import io

import openpyxl
import pytest
from docx import Document
from PIL import Image

from desktop.files import probing
from desktop.files.pdf.printed import draw_printed
from tests.builders import a_clock


def test_every_library_loads_here() -> None:
    assert probing.load_libraries() == ()


def test_sheets_are_told_with_their_rows() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Biểu 1"
    sheet.append(["a"])
    sheet.append(["b"])
    held = io.BytesIO()
    book.save(held)
    assert probing.sheets_of(held.getvalue()) == {"Biểu 1": 2}


def test_a_plain_pdf_says_nothing_of_the_standard_and_shows_ink() -> None:
    blank = draw_printed(lambda canvas: canvas.rect(9, 9, 1, 1), "trống", a_clock())
    written = draw_printed(
        lambda canvas: canvas.rect(100, 100, 200, 200, fill=1), "ô", a_clock()
    )
    assert probing.archival_part(blank) == probing.archival_part(written)
    assert probing.drawn_width(written) > probing.drawn_width(blank)


def test_paragraphs_are_counted() -> None:
    document = Document()
    document.add_paragraph("một")
    document.add_paragraph("hai")
    held = io.BytesIO()
    document.save(held)
    assert probing.paragraphs_of(held.getvalue()) == 2


def test_photos_of_each_kind_are_written_and_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert probing.try_picture() == "JPEG, PNG, WebP"
    monkeypatch.setattr(Image.Image, "load", lambda _self: None)
    monkeypatch.setattr(Image.Image, "size", (1, 1))
    with pytest.raises(ValueError, match="JPEG"):
        probing.try_picture()
