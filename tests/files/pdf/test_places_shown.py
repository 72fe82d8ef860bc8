"""The pictures show the places where the report leaves them."""

import datetime as dt

import pypdfium2
import pytest

from desktop.files.pdf.places_shown import PAGE
from desktop.files.pdf.signing_guide import draw_guide
from tests.files.pdf_reader import MM, Line, read_lines

AT = dt.datetime(2026, 2, 1, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def guide() -> bytes:
    return draw_guide(None, AT)


def in_pictures(guide: bytes) -> dict[str, Line]:
    left = 194 * MM - PAGE[0]
    return {line.text: line for line in read_lines(guide) if line.x0 >= left - 1}


def test_number_stands_left_of_the_date_and_seal_left_of_the_signature(
    guide: bytes,
) -> None:
    lines = in_pictures(guide)
    assert lines["Số"].x1 < lines["Ngày"].x0
    assert lines["dấu"].x1 < lines["chữ ký"].x0
    name, authority = lines["Họ và tên"], lines["QUYỀN HẠN, CHỨC VỤ"]
    assert name.y < lines["chữ ký"].y < authority.y


def test_each_letter_of_the_legend_is_on_a_picture(guide: bytes) -> None:
    lines = in_pictures(guide)
    assert {lines[letter].size for letter in "ABCD"} == {7}
    assert [text[0] for text in lines if " – " in text] == ["A", "B", "C", "D"]


def test_the_signature_is_blue_and_the_seal_is_red(guide: bytes) -> None:
    document = pypdfium2.PdfDocument(guide)
    page = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()
    colours = {colour for _count, colour in page.getcolors(1 << 20) or ()}
    assert any(blue > 150 and red < 60 for red, _green, blue in colours)
    assert any(red > 180 and blue < 60 for red, _green, blue in colours)
