"""The head of a document and what frames it, cell by cell of Decree 30/2020."""

import datetime as dt
import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from desktop.files.pdf.document import draw
from desktop.files.pdf.letterhead import date_line, matter_line, number_line
from desktop.records.report import Letterhead, Paragraph
from tests.files.pdf_reader import MM, Line, Shape, find, read_lines, read_shapes
from tests.files.report_builder import a_letterhead, a_report, a_sentence

ROOT = Path(__file__).resolve().parents[3]
TOP, LEFT, RIGHT = 297 * MM, 30 * MM, 195 * MM
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BOLD = "LiberationSerif-Bold"


def first_page(letterhead: Letterhead) -> tuple[list[Line], list[Shape]]:
    pdf = draw(a_report(letterhead=letterhead, blocks=(), annexes=())).pdf
    lines = [line for line in read_lines(pdf) if line.page == 0]
    return lines, [shape for shape in read_shapes(pdf) if shape.page == 0]


def rule_below(line: Line, shapes: list[Shape]) -> Shape:
    """Return the nearest rule under a line of text."""
    below = [
        shape
        for shape in shapes
        if shape.y1 < line.y and shape.x0 < line.x1 and shape.x1 > line.x0
    ]
    return max(below, key=lambda shape: shape.y1)


def on_line(lines: list[Line], mate: Line) -> list[Line]:
    return [line for line in lines if abs(line.y - mate.y) < 1]


@pytest.mark.parametrize(
    ("text", "font", "size"),
    [
        (NATION, BOLD, 13),
        (MOTTO, BOLD, 14),
        ("UBND HUYỆN ĐĂK HÀ", "LiberationSerif", 13),
        ("PHÒNG VĂN HÓA", BOLD, 13),
        ("Số: 05/BC-VHTT", "LiberationSerif", 13),
        ("Đăk Hà, ngày 05 tháng 02 năm 2024", "LiberationSerif-Italic", 14),
        ("BÁO CÁO", BOLD, 14),
        ("Kết quả thực hiện Kế hoạch", BOLD, 14),
        ("KT. TRƯỞNG PHÒNG", BOLD, 14),
        ("Trần Thị Thuỷ Tiên", BOLD, 14),
        ("Nơi nhận:", "LiberationSerif-BoldItalic", 12),
        ("- Lãnh đạo phòng;", "LiberationSerif", 11),
        ("- Lưu: VT, VHTT.", "LiberationSerif", 11),
    ],
)
def test_each_cell_has_its_face_and_size(text: str, font: str, size: int) -> None:
    lines, _ = first_page(a_letterhead())
    line = find(lines, text)
    assert (line.font, line.size) == (font, size)


def test_the_nation_stands_whole_on_the_right_beside_the_superior() -> None:
    lines, _ = first_page(a_letterhead())
    nation, superior = find(lines, NATION), find(lines, "UBND HUYỆN ĐĂK HÀ")
    assert nation.text == NATION
    assert nation.y == pytest.approx(superior.y, abs=0.1)
    assert nation.x0 > superior.x1 + 13
    assert nation.x1 <= RIGHT


def test_the_rule_under_the_motto_is_as_long_as_the_motto() -> None:
    lines, shapes = first_page(a_letterhead())
    motto = find(lines, MOTTO)
    rule = rule_below(motto, shapes)
    assert rule.width == pytest.approx(motto.width, abs=2)
    assert (rule.x0 + rule.x1) / 2 == pytest.approx(motto.middle, abs=0.5)
    assert motto.middle == pytest.approx(find(lines, NATION).middle, abs=0.5)


@pytest.mark.parametrize(
    ("above", "last"),
    [
        ("PHÒNG VĂN HÓA", "VÀ THÔNG TIN"),
        ("quyền con người trên địa bàn", "quyền con người trên địa bàn"),
    ],
)
def test_the_short_rules_are_a_third_to_a_half_of_their_line(
    above: str, last: str
) -> None:
    lines, shapes = first_page(a_letterhead())
    line = find(lines, above)
    rule = rule_below(find(lines, last), shapes)
    assert line.width / 3 <= rule.width <= line.width / 2
    assert (rule.x0 + rule.x1) / 2 == pytest.approx(line.middle, abs=0.5)


def test_number_and_date_share_a_line() -> None:
    lines, _ = first_page(a_letterhead())
    number, date = find(lines, "Số: 05"), find(lines, "ngày 05")
    assert number.y == pytest.approx(date.y, abs=0.1)
    assert number.middle == pytest.approx(find(lines, "UBND HUYỆN").middle, abs=0.5)
    assert date.middle == pytest.approx(find(lines, NATION).middle, abs=0.5)


@pytest.mark.parametrize(
    ("number", "printed"),
    [("5", "Số: 05/BC-VHTT"), ("05", "Số: 05/BC-VHTT"), ("123", "Số: 123/BC-VHTT")],
)
def test_a_number_below_10_gets_a_zero(number: str, printed: str) -> None:
    assert number_line(a_letterhead(number=number)) == printed


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (dt.date(2024, 2, 5), "Đăk Hà, ngày 05 tháng 02 năm 2024"),
        (dt.date(2024, 3, 12), "Đăk Hà, ngày 12 tháng 3 năm 2024"),
        (dt.date(2024, 12, 16), "Đăk Hà, ngày 16 tháng 12 năm 2024"),
    ],
)
def test_days_below_10_and_months_1_and_2_get_a_zero(
    day: dt.date, printed: str
) -> None:
    assert date_line(a_letterhead(date=day)) == printed


def test_a_blank_number_leaves_room_for_three_digits() -> None:
    lines, _ = first_page(a_letterhead(number=""))
    label, symbol = find(lines, "Số:"), find(lines, "/BC-VHTT")
    assert label.y == symbol.y
    assert symbol.x0 - label.x1 >= 3 * 6.5


def test_a_blank_date_leaves_room_for_day_and_month() -> None:
    lines, _ = first_page(a_letterhead(date=None, year=2024))
    day, month = find(lines, "Đăk Hà, ngày"), find(lines, "tháng")
    year = find(on_line(lines, day), "năm 2024")
    assert day.y == month.y == year.y
    assert month.x0 - day.x1 >= 2 * 7
    assert year.x0 - month.x1 >= 2 * 7


def test_a_long_agency_wraps_in_its_column_at_its_size() -> None:
    agency = "TRUNG TÂM VĂN HÓA, THỂ THAO, DU LỊCH VÀ TRUYỀN THÔNG LIÊN XÃ"
    lines, _ = first_page(a_letterhead(agency=agency))
    nation = find(lines, NATION)
    name = [line for line in lines if line.font == BOLD and line.x1 < nation.x0]
    name = [line for line in name if line.y < nation.y]
    text = " ".join(line.text for line in name[:3])
    assert text.startswith("TRUNG TÂM VĂN HÓA")
    assert {line.size for line in name[:3]} == {13}
    assert find(lines, NATION).text == NATION
    assert " ".join(line.text for line in name).startswith(agency)


def test_an_agency_without_superior_starts_on_the_first_line() -> None:
    lines, _ = first_page(a_letterhead(superior=""))
    agency = find(lines, "PHÒNG VĂN HÓA")
    assert agency.y == pytest.approx(find(lines, NATION).y, abs=0.1)


def test_one_addressee_stands_on_the_line_of_the_label() -> None:
    lines, _ = first_page(a_letterhead(addressees=("Ủy ban nhân dân huyện",)))
    assert find(lines, "Kính gửi").text == "Kính gửi: Ủy ban nhân dân huyện."


def test_several_addressees_stand_below_one_another() -> None:
    names = ("Ủy ban nhân dân huyện", "Thanh tra huyện")
    lines, _ = first_page(a_letterhead(addressees=names))
    label = find(lines, "Kính gửi:")
    first, last = find(lines, "- Ủy ban nhân dân huyện;"), find(lines, "- Thanh tra")
    assert label.y > first.y > last.y
    assert last.text.endswith(".")
    assert first.x0 == last.x0 > label.x0


def test_no_addressee_prints_no_label() -> None:
    lines, _ = first_page(a_letterhead())
    assert not [line for line in lines if "Kính gửi" in line.text]


def an_official_letter(**changes: object) -> Letterhead:
    """Return the head of a công văn with every mark a document may bear."""
    head = a_letterhead(
        document_type="",
        symbol="VHTT",
        subject="đôn đốc gửi báo cáo kết quả truyền thông về quyền con người",
        addressees=("Ủy ban nhân dân các xã, thị trấn", "Trung tâm Văn hóa"),
        urgency="Thượng khẩn",
        circulation="Lưu hành nội bộ",
        contact=(
            "Địa chỉ: 10 Đường Hùng Vương, thị trấn Đăk Hà",
            "Thư điện tử: vhtt@dakha.gov.vn; điện thoại: 0260.3822.000",
        ),
    )
    return replace(head, **changes)  # type: ignore[arg-type]


def frame_around(line: Line, shapes: list[Shape]) -> Shape:
    (frame,) = (
        shape
        for shape in shapes
        if shape.x0 < line.x0
        and shape.x1 > line.x1
        and shape.y0 < line.y < shape.y1
        and shape.height < 20 * MM
    )
    return frame


@pytest.mark.parametrize(
    ("text", "font", "size"),
    [
        ("V/v đôn đốc", "LiberationSerif", 12),
        ("Kính gửi:", "LiberationSerif", 14),
        ("- Ủy ban nhân dân các xã", "LiberationSerif", 14),
        ("THƯỢNG KHẨN", BOLD, 13),
        ("LƯU HÀNH NỘI BỘ", BOLD, 13),
        ("Địa chỉ:", "LiberationSerif", 11),
        ("Thư điện tử:", "LiberationSerif", 11),
    ],
)
def test_each_cell_of_a_letter_has_its_face_and_size(
    text: str, font: str, size: int
) -> None:
    lines, _ = first_page(an_official_letter())
    line = find(lines, text)
    assert (line.font, line.size) == (font, size)


def test_cells_1_and_2_start_at_the_top_margin() -> None:
    lines, _ = first_page(a_letterhead())
    nation = find(lines, NATION)
    assert (TOP - nation.y) / MM == pytest.approx(20 + 13 * 1 / MM, abs=2)
    assert nation.y - find(lines, MOTTO).y < 14 * 1.5, "single lines"


def test_a_letter_has_no_name_of_its_type_and_its_matter_under_the_number() -> None:
    lines, _ = first_page(an_official_letter())
    matter = find(lines, "V/v đôn đốc")
    number, nation = find(lines, "Số: 05/VHTT"), find(lines, NATION)
    assert matter.middle == pytest.approx(number.middle, abs=0.5)
    below = number.y - matter.y
    assert 12 * 1.1 + 6 <= below <= 12 * 1.3 + 13 * 0.5 + 6, "6 points under it"
    subject = [line for line in lines if line.size == 12]
    assert max(line.x1 for line in subject) < nation.x0
    text = " ".join(line.text for line in subject)
    assert text.startswith("V/v đôn đốc gửi báo cáo kết quả")
    assert not [line for line in lines if "BÁO CÁO" in line.text]
    centre = (LEFT + RIGHT) / 2
    assert not [
        line
        for line in lines
        if line.font == BOLD and abs(line.middle - centre) < 5 and line.y > matter.y
    ]


@pytest.mark.parametrize("typed", ["đôn đốc", "V/v đôn đốc", "v/v  đôn đốc "])
def test_the_two_letters_of_the_matter_are_printed_once(typed: str) -> None:
    head = an_official_letter(subject=typed)
    assert matter_line(head) == "V/v đôn đốc"


@pytest.mark.parametrize(
    ("urgency", "wide"),
    [("Khẩn", 20), ("THƯỢNG KHẨN", 40), ("Hỏa tốc", 30)],
)
def test_the_frame_of_urgency_has_the_size_and_the_red_of_the_decree(
    urgency: str, wide: int
) -> None:
    head = a_letterhead(urgency=urgency)
    lines, shapes = first_page(head)
    line = find(lines, urgency.upper())
    frame = frame_around(line, shapes)
    stroke = 2 / MM  # the reader counts the pen of 1 point twice
    assert (frame.width / MM, frame.height / MM) == pytest.approx(
        (wide + stroke, 8 + stroke), abs=0.05
    )
    middle = (frame.y0 + frame.y1) / 2
    assert line.y + 13 * 0.33 == pytest.approx(middle, abs=0.5)
    assert line.middle == pytest.approx((frame.x0 + frame.x1) / 2, abs=0.5)
    number = find(lines, "Số: 05")
    assert line.middle == pytest.approx(number.middle, abs=0.5)
    assert frame.y1 < number.y
    assert frame.x1 < find(lines, NATION).x0 + 10
    pdf = draw(a_report(letterhead=head, blocks=(), annexes=())).pdf
    assert inks(pdf) == {(0.0, 0.0, 0.0), (0.86, 0.0, 0.0)}


def inks(pdf: bytes) -> set[tuple[float, ...]]:
    """Return every colour of strokes on the first page, as shares of red and so on."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {
            tuple(float(each) for each in step.operands)
            for step in pikepdf.parse_content_stream(document.pages[0])
            if str(step.operator) == "RG"
        } | {(0.0, 0.0, 0.0)}


def test_how_far_it_may_go_stands_in_a_black_frame_below_the_urgency() -> None:
    lines, shapes = first_page(an_official_letter())
    words = find(lines, "LƯU HÀNH NỘI BỘ")
    frame = frame_around(words, shapes)
    above = frame_around(find(lines, "THƯỢNG KHẨN"), shapes)
    assert frame.y1 < above.y0
    assert frame.x0 >= LEFT - 0.6
    assert frame.height / MM == pytest.approx(8 + 2 / MM, abs=0.05)


def test_a_document_without_marks_has_no_frames() -> None:
    _, shapes = first_page(a_letterhead())
    assert {round(shape.height) for shape in shapes} == {1}, "rules only"


def test_addressees_are_listed_with_semicolons_and_a_full_stop() -> None:
    names = ("Ủy ban nhân dân các xã;", "Trung tâm Văn hóa", "Đài Truyền thanh.")
    lines, _ = first_page(an_official_letter(addressees=names))
    found = [line for line in lines if line.text.startswith("- ") and line.size == 14]
    assert [line.text for line in found] == [
        "- Ủy ban nhân dân các xã;",
        "- Trung tâm Văn hóa;",
        "- Đài Truyền thanh.",
    ]
    assert len({round(line.x0, 1) for line in found}) == 1
    assert len({round(line.y) for line in found}) == 3


def test_a_long_addressee_goes_on_behind_its_dash() -> None:
    names = ("Các cơ quan, đơn vị, tổ chức chính trị - xã hội " * 4, "Trung tâm")
    lines, _ = first_page(an_official_letter(addressees=names))
    first = next(line for line in lines if line.text.startswith("- Các cơ quan"))
    second = max(
        (line for line in lines if line.y < first.y - 5), key=lambda line: line.y
    )
    assert second.x0 - first.x0 == pytest.approx(14 * (0.333 + 0.25), abs=0.3)
    assert max(line.x1 for line in lines) <= RIGHT + 0.1


def test_the_contact_stands_at_the_foot_of_page_1_under_a_whole_rule() -> None:
    head = an_official_letter()
    blocks = tuple(Paragraph(text=a_sentence(place)) for place in range(12))
    pdf = draw(a_report(letterhead=head, blocks=blocks, annexes=())).pdf
    lines = read_lines(pdf)
    where, how = find(lines, "Địa chỉ:"), find(lines, "Thư điện tử:")
    assert {where.page, how.page} == {0}
    for line in (where, how):
        assert line.middle == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
    assert how.y / MM == pytest.approx(20, abs=1.5), "on the bottom margin"
    shapes = [shape for shape in read_shapes(pdf) if shape.page == 0]
    rule = min(shapes, key=lambda shape: shape.y0)
    assert (rule.x0, rule.x1) == pytest.approx((LEFT, RIGHT), abs=0.8)
    assert where.y < rule.y0 < where.y + 20
    page = [line for line in lines if line.page == 0 and line not in (where, how)]
    assert min(line.y for line in page) > rule.y1, "text gives way"


def test_without_contact_the_text_reaches_down_to_the_margin() -> None:
    blocks = tuple(Paragraph(text=a_sentence(place)) for place in range(12))
    lines = read_lines(draw(a_report(blocks=blocks, annexes=())).pdf)
    assert min(line.y for line in lines if line.page == 0) / MM < 20 + 12


def test_cell_14_is_left_blank_at_the_top_right_of_page_1() -> None:
    drawn = draw(a_report(letterhead=an_official_letter(), annexes=()))
    box = drawn.copy_box
    assert box.page == 0
    assert box.x1 == pytest.approx(RIGHT)
    assert (box.x1 - box.x0) / MM >= 70, "a time to the second and its zone at size 10"
    assert (box.y1 - box.y0) >= 3 * 10 * 1.15, "three lines of size 10"
    assert TOP - box.y1 > 4 * MM, "printers do not reach the edge"
    lines = [line for line in read_lines(drawn.pdf) if line.page == 0]
    assert max(line.y + line.size for line in lines) < box.y0
    shapes = [shape for shape in read_shapes(drawn.pdf) if shape.page == 0]
    assert max(shape.y1 for shape in shapes) < box.y0


WIDE_FACE = """
import sys
from desktop.files import fonts
fonts._FILES[fonts.BOLD] = "LiberationSans-Bold.ttf"
from desktop.files.pdf.document import draw
from tests.files.report_builder import a_letterhead, a_report
head = a_letterhead(agency="TRUNG TÂM VĂN HÓA, THỂ THAO VÀ TRUYỀN THÔNG")
pdf = draw(a_report(letterhead=head, blocks=(), annexes=())).pdf
sys.stdout.buffer.write(pdf)
"""


def test_the_nation_never_wraps_even_in_a_wide_face() -> None:
    """Liberation Sans Bold sets the line a sixth wider than the serif."""
    pdf = subprocess.run(
        [sys.executable, "-c", WIDE_FACE],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    ).stdout
    lines = read_lines(pdf)
    nation, motto = find(lines, NATION), find(lines, MOTTO)
    assert nation.font == "LiberationSans-Bold"
    assert nation.text == NATION
    assert nation.x1 <= RIGHT + 0.1
    assert nation.x0 > find(lines, "UBND HUYỆN").x1 + 5
    assert motto.size == nation.size + 1, "sizes go up and down together"
    (rule,) = (
        shape
        for shape in read_shapes(pdf)
        if shape.y1 < motto.y and abs(shape.width - motto.width) < 2
    )
    assert (rule.x0 + rule.x1) / 2 == pytest.approx(motto.middle, abs=0.5)


def test_the_cells_of_a_report_stand_in_the_order_of_the_decree() -> None:
    """From the top down: 1 and 2, 3 and 4, 10b and 11, 5a, 9a, 6, 9b and 7a."""
    head = a_letterhead(
        urgency="KHẨN",
        circulation="LƯU HÀNH NỘI BỘ",
        addressees=("Ủy ban nhân dân huyện",),
    )
    body = (Paragraph(text="Nội dung của báo cáo."),)
    lines = read_lines(draw(a_report(letterhead=head, blocks=body, annexes=())).pdf)
    order = [
        NATION,
        MOTTO,
        "Số: 05/BC-VHTT",
        "KHẨN",
        "LƯU HÀNH NỘI BỘ",
        "BÁO CÁO",
        "quyền con người trên địa bàn",
        "Kính gửi: Ủy ban nhân dân huyện.",
        "Nội dung của báo cáo./.",
        "KT. TRƯỞNG PHÒNG",
    ]
    heights = [find(lines, text).y for text in order]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == len(order)
    middle = (LEFT + RIGHT) / 2
    for text in ("BÁO CÁO", "Kết quả thực hiện Kế hoạch", "Kính gửi:"):
        assert find(lines, text).middle == pytest.approx(middle, abs=0.5), text
    left, right = find(lines, "UBND HUYỆN ĐĂK HÀ"), find(lines, NATION)
    assert left.x1 < LEFT + 0.41 * (RIGHT - LEFT) < right.x0
