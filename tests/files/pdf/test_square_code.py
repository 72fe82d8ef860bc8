"""A square code is read by a program that did not draw it, small and askew."""

import hashlib
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.drawn import PrintedCode
from desktop.files.pdf.square_code import SIDE, code_block, draw_square, modules
from desktop.rules.short_code import payload, short_code
from tests.files.pdf_reader import read_lines
from tests.files.scanner import read_picture, turned

DATA = hashlib.sha256(b"data").hexdigest()
LONGEST = payload("Phòng Văn hóa và Thông tin", "20240101-20241231", DATA)


def a_page(side: float, text: str = LONGEST) -> bytes:
    written = BytesIO()
    canvas = Canvas(written, pagesize=(60 * mm, 60 * mm), invariant=1)
    draw_square(canvas, modules(text), (10 * mm, 50 * mm), side)
    canvas.save()
    return written.getvalue()


def a_scan(pdf: bytes, folder: Path, dots_per_inch: int) -> Path:
    document = pypdfium2.PdfDocument(pdf)
    path = folder / "scan.png"
    document[0].render(scale=dots_per_inch / 72, grayscale=True).to_pil().save(path)
    document.close()
    return path


@pytest.mark.parametrize(
    ("side", "dots_per_inch"), [(SIDE, 100), (SIDE, 150), (SIDE, 300), (18 * mm, 150)]
)
def test_it_is_read_as_it_was_printed(
    side: float, dots_per_inch: int, tmp_path: Path
) -> None:
    assert read_picture(a_scan(a_page(side), tmp_path, dots_per_inch)) == [LONGEST]


def test_it_is_read_from_paper_that_lay_askew(tmp_path: Path) -> None:
    scan = a_scan(a_page(SIDE), tmp_path, 150)
    assert read_picture(turned(scan, 7)) == [LONGEST]


def test_the_longest_code_takes_33_by_33_as_only_capitals_and_digits_do() -> None:
    assert len(LONGEST) >= 87
    assert len(modules(LONGEST)) == 33
    assert len(modules(LONGEST.lower())) > 33


def test_equal_text_gives_equal_squares() -> None:
    assert a_page(SIDE) == a_page(SIDE)
    assert modules(LONGEST) != modules(LONGEST.replace("STT1", "STT2"))


def test_the_code_to_type_stands_beside_the_square_and_inside_its_room() -> None:
    fonts.register()
    code = PrintedCode(typed=short_code(DATA), scanned=LONGEST)
    room = 73 * mm
    strip = code_block(code, room)
    written = BytesIO()
    canvas = Canvas(written, pagesize=(210 * mm, 297 * mm))
    strip.draw(canvas, 30 * mm, 200 * mm)
    canvas.save()
    lines = read_lines(written.getvalue())
    first, second = code.typed[:17], code.typed[18:]
    assert [line.text for line in lines[:3]] == ["Mã đối chiếu số liệu:", first, second]
    for line in lines:
        assert 30 * mm + SIDE < line.x0
        assert line.x1 <= 30 * mm + room + 0.5
        assert 200 * mm - strip.height <= line.y <= 200 * mm
