"""The head of a document and its end, cell by cell."""

import datetime as dt

import pytest

from desktop.files.pdf.document import draw
from desktop.files.pdf.letterhead import date_line, number_line
from desktop.records.report import Letterhead
from tests.files.pdf_reader import MM, Line, Shape, find, read_lines, read_shapes
from tests.files.report_builder import a_letterhead, a_report, a_signer

LEFT, RIGHT = 30 * MM, 195 * MM
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


def test_the_recipients_start_on_the_line_of_the_authority() -> None:
    lines, _ = first_page(a_letterhead())
    label, authority = find(lines, "Nơi nhận:"), find(lines, "KT. TRƯỞNG PHÒNG")
    assert label.y == pytest.approx(authority.y, abs=3)
    assert label.x0 == pytest.approx(LEFT, abs=1)
    assert authority.x0 > (LEFT + RIGHT) / 2


def test_long_recipients_leave_the_seal_its_room() -> None:
    recipients = ("Các cơ quan, đơn vị, tổ chức chính trị - xã hội " * 6, "Lưu: VT")
    drawn = draw(a_report(recipients=recipients, blocks=(), annexes=()))
    small = [line for line in read_lines(drawn.pdf) if line.size == 11]
    assert len(small) > 5
    assert max(line.x1 for line in small) < drawn.agency_box.x0


def test_authority_is_printed_in_capitals_and_wraps_in_its_column() -> None:
    signer = a_signer(
        authority=("TL. Chủ tịch", "Trưởng phòng Văn hóa và Thông tin và Thể thao")
    )
    lines = read_lines(draw(a_report(signer=signer, blocks=(), annexes=())).pdf)
    assert find(lines, "TL. CHỦ TỊCH").font == BOLD
    wrapped = [line for line in lines if line.x0 > (LEFT + RIGHT) / 2 - 20]
    text = " ".join(line.text for line in wrapped)
    assert "TRƯỞNG PHÒNG VĂN HÓA VÀ THÔNG TIN VÀ THỂ THAO" in text
