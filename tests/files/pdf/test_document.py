"""The finished document, read back with other libraries."""

import io
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from desktop.errors import Cancelled
from desktop.files.pdf.document import Attachment, Companion, Drawn, draw
from desktop.progress import Step
from desktop.records.report import Heading, Paragraph, Report, Row, Table
from tests.files.pdf_reader import (
    MM,
    Line,
    find,
    page_sizes,
    read_lines,
    read_shapes,
    whole_text,
)
from tests.files.report_builder import (
    a_data_table,
    a_letterhead,
    a_months_chart,
    a_report,
    a_sentence,
    a_targets_table,
    a_wide_table,
    an_annex,
)

ROOT = Path(__file__).resolve().parents[3]
COMPANION = Companion(file_name="bao-cao-nam-2024.xlsx", sha256="0123abcd" * 8)
A4 = (210, 297)
LYING = (297, 210)


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    return draw(a_report(), companion=COMPANION)


@pytest.fixture(scope="module")
def lines(drawn: Drawn) -> list[Line]:
    return read_lines(drawn.pdf)


def on_page(lines: list[Line], page: int) -> list[Line]:
    return [line for line in lines if line.page == page]


def heights_above(line: Line, sizes: list[tuple[int, int]]) -> float:
    """Tell how far a baseline is below the paper's top edge, in millimetres."""
    return sizes[line.page][1] - line.y / MM


def test_every_letter_of_text_stands_between_the_margins(
    drawn: Drawn, lines: list[Line]
) -> None:
    sizes = page_sizes(drawn.pdf)
    text = [line for line in lines if heights_above(line, sizes) > 20]
    assert min(line.x0 for line in text) / MM == pytest.approx(30, abs=0.1)
    for line in text:
        width = sizes[line.page][0]
        assert line.x0 / MM >= 29.9, line
        assert line.x1 / MM <= width - 14.9, line
        assert line.y / MM >= 20, line


def test_the_body_is_justified_to_both_margins(lines: list[Line]) -> None:
    full = find(on_page(lines, 0), "chức tuyên truyền, phổ biến chủ trương của Đảng")
    assert full.x0 / MM == pytest.approx(30, abs=0.1)
    assert full.x1 / MM == pytest.approx(195, abs=0.2)


def test_first_lines_are_set_in_by_1_27_cm_at_size_14(lines: list[Line]) -> None:
    first = find(lines, "đơn vị thứ 1 đã phối hợp")
    assert first.x0 / MM == pytest.approx(30 + 12.7, abs=0.1)
    assert (first.font, first.size) == ("LiberationSerif", 14)


def test_paragraphs_are_at_least_6_points_apart_and_lines_1_15(
    lines: list[Line],
) -> None:
    page = on_page(lines, 0)
    first = find(page, "đơn vị thứ 1 đã phối hợp")
    second = find(page, "chức tuyên truyền, phổ biến chủ trương của Đảng")
    last = find(page, "các tầng lớp Nhân dân trên địa bàn.")
    following = find(page, "Văn bản đã ban hành")
    line = first.y - second.y
    assert line == pytest.approx(14 * 1.149 * 1.15, abs=0.1)
    assert last.y - following.y == pytest.approx(line + 6, abs=0.1)


def test_the_annex_that_lies_lies_and_the_others_stand(drawn: Drawn) -> None:
    sizes = page_sizes(drawn.pdf)
    assert sizes[:3] == [A4] * 3
    assert set(sizes[3:6]) == {LYING}
    assert set(sizes[6:]) == {A4}


def test_page_numbers_start_at_2_in_the_body_and_again_in_each_annex(
    drawn: Drawn, lines: list[Line]
) -> None:
    sizes = page_sizes(drawn.pdf)
    top = [line for line in lines if heights_above(line, sizes) < 20]
    assert [(line.page, line.text) for line in top] == [
        (1, "2"),
        (2, "3"),
        (4, "2"),
        (5, "3"),
        (7, "2"),
        (8, "3"),
    ]
    for line in top:
        width = sizes[line.page][0]
        assert (line.font, line.size) == ("LiberationSerif", 13)
        assert line.middle / MM == pytest.approx((30 + width - 15) / 2, abs=0.1)


def test_only_the_four_embedded_faces_are_used(drawn: Drawn) -> None:
    found: dict[str, bool] = {}
    with pikepdf.open(io.BytesIO(drawn.pdf)) as document:
        for page in document.pages:
            for font in page.Resources.Font.values():
                name = str(font.BaseFont).partition("+")[2] or str(font.BaseFont)
                found[name] = "/FontFile2" in font.FontDescriptor
    assert found == {
        "LiberationSerif": True,
        "LiberationSerif-Bold": True,
        "LiberationSerif-Italic": True,
        "LiberationSerif-BoldItalic": True,
    }


def test_vietnamese_marks_survive_whichever_way_they_were_typed() -> None:
    apart = unicodedata.normalize("NFD", a_sentence(7))
    report = a_report(blocks=(Paragraph(text=apart),), annexes=())
    text = whole_text(read_lines(draw(report).pdf))
    assert a_sentence(7).removesuffix(".") + "./." in text


@pytest.mark.parametrize(
    "words",
    [
        "<b>đậm</b> & <font color=red> </para>",
        "&lt; &#0; ]]> <img src=x onerror=1>",
        "{number} %s \\n $x (a) [b] \\(",
    ],
)
def test_what_looks_like_markup_is_printed_as_it_is(words: str) -> None:
    table = Table(
        code="t",
        title=words,
        sheet="t",
        columns=a_data_table().columns[2:3],
        rows=(Row(values=(words,)),),
    )
    report = a_report(
        letterhead=a_letterhead(subject=words),
        blocks=(Heading(level=1, text=words), Paragraph(text=words), table),
        annexes=(),
    )
    text = whole_text(read_lines(draw(report).pdf))
    assert text.count(words) + text.count(words.upper()) >= 4


def test_no_missing_glyph_is_ever_drawn() -> None:
    odd = "a\nb\x00 🎉 \u202e مرحبا \u2028 \ud800 \ufffe ‱"
    table = replace(a_targets_table(), title=odd, unit=odd, notes=(odd,))
    columns = tuple(replace(each, number=odd) for each in table.columns)
    chart = a_months_chart(unit=odd, title=odd)
    bars = tuple(replace(bar, label=odd, text=odd) for bar in chart.bars)
    report = a_report(
        agency=odd,
        letterhead=a_letterhead(agency=odd, subject=odd, place=odd, symbol=odd),
        blocks=(
            Heading(level=1, text=odd),
            Paragraph(text=odd, italic=True),
            replace(table, columns=columns),
            replace(chart, bars=bars),
        ),
        annexes=(an_annex(label=odd, title=odd, reference=odd, blocks=()),),
    )
    with pikepdf.open(io.BytesIO(draw(report).pdf)) as document:
        drawn = [
            bytes(operand)
            for page in document.pages
            for step in pikepdf.parse_content_stream(page)
            if str(step.operator) == "Tj"
            for operand in step.operands
        ]
    assert len(drawn) > 100
    # the library draws what a face lacks with code 0
    assert not [text for text in drawn if b"\x00" in text]


def test_the_end_mark_stands_once_after_the_last_sentence(lines: list[Line]) -> None:
    assert find(lines, "./.").text.endswith("Phòng Văn hóa và Thông tin./.")


def test_a_report_that_ends_with_the_mark_gets_no_second() -> None:
    report = a_report(blocks=(Paragraph(text="Hết./."),), annexes=())
    assert find(read_lines(draw(report).pdf), "./.").text == "Hết./."


def test_the_places_of_the_signatures_are_empty_and_large_enough(
    drawn: Drawn, lines: list[Line]
) -> None:
    person, agency = drawn.person_box, drawn.agency_box
    assert (person.x1 - person.x0) / MM >= 40
    assert (person.y1 - person.y0) / MM >= 25
    third = person.x0 + (person.x1 - person.x0) / 3
    assert (third - agency.x0) / MM == pytest.approx(42, abs=0.1), "the largest seal"
    middle = (agency.y0 + agency.y1) / 2
    usual = replace(agency, y0=middle - 18 * MM, y1=middle + 18 * MM)
    shapes = [shape for shape in read_shapes(drawn.pdf) if shape.page == person.page]
    assert not shapes
    for box in (person, usual):
        assert not [
            line
            for line in on_page(lines, box.page)
            if line.x1 > box.x0
            and line.x0 < box.x1
            and line.y + line.size * 0.7 > box.y0
            and line.y < box.y1
        ]


def test_the_person_signs_between_office_and_name(
    drawn: Drawn, lines: list[Line]
) -> None:
    office, name = find(lines, "PHÓ TRƯỞNG PHÒNG"), find(lines, "Trần Thị Thuỷ Tiên")
    box = drawn.person_box
    assert office.page == name.page == box.page
    assert office.y > box.y1 > box.y0 > name.y
    middle = (box.x0 + box.x1) / 2
    assert office.middle == pytest.approx(middle, abs=0.5)
    assert name.middle == pytest.approx(middle, abs=0.5)


def body_lines_above_the_signature(drawn: Drawn) -> int:
    found = read_lines(drawn.pdf)
    page = on_page(found, drawn.person_box.page)
    assert [line for line in page if line.text == "Nơi nhận:"], "block is torn"
    assert [line for line in page if line.text == "Trần Thị Thuỷ Tiên"]
    floor = find(page, "Nơi nhận:").y
    above = [line for line in page if line.y > floor + 1 and line.size >= 12]
    return len({round(line.y) for line in above if not line.text.isdigit()})


@pytest.mark.parametrize("filling", range(18, 36))
def test_the_signature_never_stands_without_two_lines_of_body(filling: int) -> None:
    body = tuple(Paragraph(text=f"Dòng số {place}.") for place in range(filling))
    report = a_report(blocks=body, annexes=())
    assert body_lines_above_the_signature(draw(report)) >= 2


@pytest.mark.parametrize("sentences", range(1, 18))
def test_a_long_last_paragraph_leaves_two_lines_with_the_signature(
    sentences: int,
) -> None:
    report = a_report(
        blocks=(Paragraph(text=a_sentence() + " " + a_sentence() * sentences),),
        annexes=(),
    )
    assert body_lines_above_the_signature(draw(report)) >= 2


@pytest.mark.parametrize("filling", range(0, 24, 2))
def test_the_signature_keeps_company_when_a_table_comes_last(filling: int) -> None:
    body = tuple(Paragraph(text=f"Dòng số {place}.") for place in range(filling))
    report = a_report(blocks=(*body, a_targets_table()), annexes=())
    assert body_lines_above_the_signature(draw(report)) >= 2


@pytest.mark.parametrize("filling", range(8, 32))
def test_a_heading_never_ends_a_page(filling: int) -> None:
    body = tuple(Paragraph(text=f"Dòng số {place}.") for place in range(filling))
    blocks = (
        *body,
        Heading(level=1, text="I. ĐẦU MỤC"),
        Heading(level=2, text="1. Tiểu mục"),
        Paragraph(text=a_sentence()),
    )
    lines = read_lines(draw(a_report(blocks=blocks, annexes=())).pdf)
    page = find(lines, "I. ĐẦU MỤC").page
    assert find(lines, "1. Tiểu mục").page == page
    assert find(lines, "Trong kỳ báo cáo").page == page


def test_hundreds_of_recipients_still_make_a_document() -> None:
    recipients = (*(f"Đơn vị thứ {place}" for place in range(300)), "Lưu: VT")
    drawn = draw(a_report(recipients=recipients, annexes=()))
    text = whole_text(read_lines(drawn.pdf))
    assert all(f"- Đơn vị thứ {place};" in text for place in range(300))
    assert text.endswith("- Lưu: VT.")


def test_the_companion_is_named_in_the_last_line_of_the_last_annex(
    lines: list[Line],
) -> None:
    text = whole_text(lines)
    # signing it changes its hash, and whoever compares must not take that for a forgery
    told = f"{COMPANION.file_name}, khi chưa ký số có mã băm SHA-256: "
    assert text.endswith(f"{told}{COMPANION.sha256}.")


def test_the_companion_of_a_report_without_annex_is_named_below_the_signature() -> None:
    drawn = draw(a_report(annexes=()), companion=COMPANION)
    lines = read_lines(drawn.pdf)
    line = find(lines, COMPANION.sha256)
    assert line.page == drawn.person_box.page
    assert line.y < drawn.agency_box.y0


def test_a_practice_report_says_so_below_every_page() -> None:
    drawn = draw(a_report(practice=True))
    lines = [each for each in read_lines(drawn.pdf) if "Bản thực hành" in each.text]
    assert [line.page for line in lines] == list(range(len(page_sizes(drawn.pdf))))
    assert all(line.y / MM < 20 for line in lines)


def test_a_real_report_carries_no_practice_line(lines: list[Line]) -> None:
    assert "Bản thực hành" not in whole_text(lines)


def across(pdf: bytes) -> list[list[int]]:
    """Return, page by page, where in the drawing a pale slanted text is written."""
    found = []
    with pikepdf.Pdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            drawing = page.Contents.read_bytes()
            slanted = re.finditer(rb"\.9 g\b[^Q]*? cm[^Q]*?Tj", drawing)
            found.append([each.start() for each in slanted])
    return found


def test_a_word_lies_across_every_page_of_a_practice_report_below_all_else() -> None:
    found = across(draw(a_report(practice=True)).pdf)
    assert len(found) > 1
    assert all(len(each) == 1 and each[0] < 100 for each in found)


def test_no_word_lies_across_a_real_report() -> None:
    assert not any(across(draw(a_report()).pdf))


def test_a_single_annex_has_the_word_without_a_numeral() -> None:
    drawn = draw(a_report(annexes=(an_annex(label=""),)))
    assert find(read_lines(drawn.pdf), "Phụ lục").text == "Phụ lục"


def test_an_annex_is_headed_by_label_title_and_reference(lines: list[Line]) -> None:
    label = next(line for line in lines if line.text == "Phụ lục I")
    title = find(lines, "SỐ LIỆU TRUYỀN THÔNG VỀ")
    reference = next(line for line in lines if line.text.startswith("(Kèm theo"))
    assert label.y > title.y > reference.y
    assert (label.font, label.size) == ("LiberationSerif-Bold", 14)
    assert (title.font, title.size) == ("LiberationSerif-Bold", 14)
    assert (reference.font, reference.size) == ("LiberationSerif-Italic", 13)
    middle = (30 + 297 - 15) / 2
    for line in (label, title, reference):
        assert line.middle / MM == pytest.approx(middle, abs=0.2)


def test_a_landscape_table_in_the_body_takes_its_heading_along() -> None:
    blocks = (
        Paragraph(text=a_sentence()),
        Heading(level=1, text="II. SỐ LIỆU"),
        a_wide_table(3),
        Paragraph(text="Trên đây là báo cáo. Đề nghị xem xét."),
    )
    drawn = draw(a_report(blocks=blocks, annexes=()))
    lines = read_lines(drawn.pdf)
    sizes = page_sizes(drawn.pdf)
    assert sizes == [A4, LYING, A4]
    assert find(lines, "II. SỐ LIỆU").page == 1
    assert drawn.person_box.page == 2


def test_a_thousand_rows_are_all_there_in_order_under_repeated_headings() -> None:
    annex = an_annex(blocks=(a_data_table(1000),))
    drawn = draw(a_report(annexes=(annex,)))
    sizes = page_sizes(drawn.pdf)
    lines = [line for line in read_lines(drawn.pdf) if sizes[line.page] == LYING]
    numbers = [
        int(line.text) for line in lines if line.x0 / MM < 45 and line.text.isdigit()
    ]
    assert numbers == list(range(1, 1001))
    pages = sizes.count(LYING)
    assert len([line for line in lines if line.text == "Tên hoạt động"]) == pages
    assert 60 < pages < 90


EVERYTHING = """
import hashlib
from desktop.files.pdf.document import Attachment, Companion, draw
from tests.files.pdf.test_footnotes import a_noted_report, at_figure
from tests.files.pdf.test_letterhead import an_official_letter
from tests.files.pdf.test_pages import a_large_report
from tests.files.report_builder import a_targets_table

data = Attachment(
    file_name="số liệu.json", data=b"{}", mime="application/json", description="Số"
)
companion = Companion(file_name="bao-cao.xlsx", sha256="ab" * 32)
noted = a_noted_report(a_targets_table(), at_figure(1, "r1", "c3"))
letter = a_noted_report(a_targets_table(), letterhead=an_official_letter())
for report in (a_large_report(), noted, letter):
    drawn = draw(report, companion=companion, attachments=(data,))
    print(hashlib.sha256(drawn.pdf).hexdigest())
"""


def test_equal_reports_give_equal_bytes_in_two_processes() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", EVERYTHING],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(set(runs[0])) == 3


def test_headings_and_annexes_are_in_the_outline(drawn: Drawn) -> None:
    with (
        pikepdf.open(io.BytesIO(drawn.pdf)) as document,
        document.open_outline() as tree,
    ):
        top = [item.title for item in tree.root]
        below = [child.title for item in tree.root for child in item.children]
    assert top == [
        "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
        "II. KẾT QUẢ THỰC HIỆN",
        "III. ĐỀ XUẤT, KIẾN NGHỊ",
        "Phụ lục I - SỐ LIỆU TRUYỀN THÔNG VỀ QUYỀN CON NGƯỜI NĂM 2024",
        "Phụ lục II - DANH SÁCH HOẠT ĐỘNG",
    ]
    assert below == [
        "1. Các mục tiêu, chỉ tiêu",
        "2. Hoạt động truyền thông",
        "I. HỘI NGHỊ",
    ]


def test_the_title_of_the_file_is_kind_and_subject(drawn: Drawn) -> None:
    head = a_report().letterhead
    with pikepdf.open(io.BytesIO(drawn.pdf)) as document:
        assert str(document.docinfo.Title) == f"{head.document_type} {head.subject}"


def test_attached_files_come_back_whole() -> None:
    data = Attachment(
        file_name="số liệu.json",
        data='{"năm": 2024}'.encode(),
        mime="application/json",
        description="Số liệu của báo cáo",
    )
    drawn = draw(a_report(), attachments=(data,))
    with pikepdf.open(io.BytesIO(drawn.pdf)) as document:
        assert document.attachments["số liệu.json"].get_file().read_bytes() == data.data


def test_work_is_told_page_by_page_and_stops_when_asked() -> None:
    steps: list[Step] = []

    def stop_at_two(step: Step, /) -> None:
        steps.append(step)
        if step.done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        draw(a_report(), progress=stop_at_two)
    assert [step.done for step in steps] == [0, 1, 2]
    assert {step.total for step in steps} == {9}


@pytest.mark.parametrize(
    "report",
    [
        a_report(blocks=(), annexes=()),
        a_report(annexes=(an_annex(blocks=()),)),
        a_report(blocks=(a_wide_table(2),), annexes=()),
        a_report(blocks=(replace(a_targets_table(), rows=()),), annexes=()),
        a_report(recipients=(), annexes=()),
    ],
    ids=["no body", "empty annex", "only a wide table", "no rows", "no recipients"],
)
def test_a_report_that_lacks_something_is_still_drawn(report: Report) -> None:
    drawn = draw(report)
    name = find(read_lines(drawn.pdf), "Trần Thị Thuỷ Tiên")
    assert name.page == drawn.person_box.page
