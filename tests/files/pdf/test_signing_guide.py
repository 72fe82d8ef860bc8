"""The guide is one archival page that holds everything it says, whatever it names."""

import datetime as dt
import io
from typing import Any

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.signing_guide import ToSign, draw_guide, draw_page, guide_words
from tests.files.pdf_reader import MM, page_sizes, read_lines, whole_text

AT = dt.datetime(2026, 2, 1, 8, tzinfo=dt.timezone(dt.timedelta(hours=7)))
REPORT = ToSign(
    title="Báo cáo Kết quả thực hiện Kế hoạch năm 2024",
    file_name="bao-cao-2024-v1.pdf",
    signer="KT. TRƯỞNG PHÒNG, PHÓ TRƯỞNG PHÒNG – Trần Thị Thuỷ Tiên",
    code="79QB0-Y8F76-P8FJA-F71BB-F",
)
LONGEST = ToSign(
    title="Báo cáo "
    + "kết quả thực hiện Kế hoạch truyền thông về quyền con người " * 4,
    file_name="bao-cao-2024-01-01-2024-12-31-v12.pdf",
    signer="TUQ. CHỦ TỊCH, " + "TRƯỞNG PHÒNG VĂN HÓA VÀ THÔNG TIN " * 3 + "– Y Hà",
    code=REPORT.code,
)


@pytest.mark.parametrize("report", [None, REPORT, LONGEST])
def test_it_is_one_page_and_nothing_reaches_its_foot(report: ToSign | None) -> None:
    fonts.register()
    pdf = draw_guide(report, AT)
    assert page_sizes(pdf) == [(210, 297)]
    assert draw_page(Canvas(io.BytesIO()), report) >= 0
    lines = read_lines(pdf)
    assert min(line.x0 for line in lines) / MM >= 15.9
    assert max(line.x1 for line in lines) / MM <= 194.1
    assert sorted(line.y for line in lines)[1] / MM >= 16


def texts(value: object) -> list[str]:
    """Return every text among the words, at any depth."""
    if isinstance(value, str):
        return [value]
    parts: Any = value.values() if isinstance(value, dict) else value
    return [text for part in parts for text in texts(part)]


def test_every_word_is_on_the_page() -> None:
    said = "".join(whole_text(read_lines(draw_guide(None, AT))).split())
    words = {**guide_words()}
    del words["file_name"]
    words["sign"] = {k: words["sign"][k] for k in ("heading", "blank")}
    found = texts(words)
    assert len(found) > 40
    for text in found:
        for word in text.split():
            assert word in said, text


def test_the_report_to_sign_is_named() -> None:
    said = whole_text(read_lines(draw_guide(REPORT, AT)))
    for told in (REPORT.title, REPORT.file_name, REPORT.signer, REPORT.code):
        assert told in said
    assert "....." not in said


def test_a_name_too_long_for_two_lines_is_cut_and_says_so() -> None:
    lines = [line.text for line in read_lines(draw_guide(LONGEST, AT))]
    assert sum(line.endswith("…") for line in lines) == 1
    assert any(LONGEST.file_name in line for line in lines)


def test_equal_input_gives_equal_bytes_and_fonts_are_inside() -> None:
    assert draw_guide(REPORT, AT) == draw_guide(REPORT, AT)
    with pikepdf.open(io.BytesIO(draw_guide(REPORT, AT))) as document:
        assert str(document.docinfo["/Title"]) == "Hướng dẫn ký số báo cáo"
        for font in document.pages[0].Resources.Font.values():
            assert "/FontFile2" in font.FontDescriptor
