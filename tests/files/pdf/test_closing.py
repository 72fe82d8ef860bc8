"""The end of a document, cell by cell of Decree 30/2020."""

import itertools

import pytest

from desktop.files.pdf.document import draw
from desktop.files.pdf.drawn import Drawn, PrintedCode
from desktop.records.report import Report
from tests.files.pdf_reader import MM, Shape, find, read_lines, read_shapes
from tests.files.report_builder import a_report, a_signer

LEFT, RIGHT = 30 * MM, 195 * MM
BOLD = "LiberationSerif-Bold"


def test_the_recipients_start_on_the_line_of_the_authority() -> None:
    lines = read_lines(draw(a_report(blocks=(), annexes=())).pdf)
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


def test_who_wrote_it_and_how_many_copies_end_the_line_for_filing() -> None:
    recipients = ("Như trên", "Lưu: VT, VHTT. PL.(300)")
    lines = read_lines(draw(a_report(recipients=recipients, annexes=())).pdf)
    filing = find(lines, "Lưu: VT")
    assert filing.text == "- Lưu: VT, VHTT. PL.(300)."
    assert (filing.font, filing.size) == ("LiberationSerif", 11)


def test_the_lines_of_authority_stand_below_one_another_in_the_middle() -> None:
    signer = a_signer(authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"))
    drawn = draw(a_report(signer=signer, annexes=()))
    lines = read_lines(drawn.pdf)
    found = [find(lines, text) for text in signer.authority]
    assert [line.font for line in found] == [BOLD] * 3
    assert found[0].y > found[1].y > found[2].y > drawn.person_box.y1
    middle = (drawn.person_box.x0 + drawn.person_box.x1) / 2
    assert [line.middle for line in found] == pytest.approx([middle] * 3, abs=0.5)


def test_the_largest_seal_in_use_finds_its_room_over_a_third_of_the_signature() -> None:
    """Decree 30/2020, Annex I, cells 7b and 8."""
    drawn = draw(a_report(blocks=(), annexes=()))
    person, seal = drawn.person_box, drawn.agency_box
    assert (person.x1 - person.x0) / MM == pytest.approx(45)
    assert (person.y1 - person.y0) / MM == pytest.approx(28)
    third = person.x0 + (person.x1 - person.x0) / 3
    assert (third - seal.x0) / MM == pytest.approx(42, abs=0.1)
    assert (seal.y1 - seal.y0) / MM == pytest.approx(42)
    assert seal.x1 == pytest.approx((person.x0 + person.x1) / 2)
    middles = [(box.y0 + box.y1) / 2 for box in (person, seal)]
    assert middles[0] == pytest.approx(middles[1])


def test_the_usual_seal_touches_neither_authority_nor_name() -> None:
    signer = a_signer(authority=("KT. TRƯỞNG PHÒNG",))
    drawn = draw(a_report(signer=signer, blocks=(), annexes=()))
    lines = read_lines(drawn.pdf)
    above, name = find(lines, "KT. TRƯỞNG PHÒNG"), find(lines, signer.name)
    middle = (drawn.agency_box.y0 + drawn.agency_box.y1) / 2
    assert above.y >= middle + 18 * MM
    assert name.y + name.size * 0.9 <= middle - 18 * MM + 1


CODE = PrintedCode(typed="79QB0-Y8F76-P8FJA-F71BB-F", scanned="STT1/A/2024/79QB0")


def by_hand(report: Report) -> Drawn:
    return draw(report, code=CODE, by_hand=True)


def squares(pdf: bytes) -> Shape:
    """Return the bounds of the square code: the only path filled on its page."""
    (found,) = [
        shape
        for shape in read_shapes(pdf)
        if 15 * MM < shape.width < 24 * MM and shape.height > 15 * MM
    ]
    return found


@pytest.mark.parametrize("count", [0, 4, 12])
def test_the_square_code_stands_below_the_recipients_and_left_of_the_seal(
    count: int,
) -> None:
    recipients = tuple(f"Cơ quan thứ {number}" for number in range(count))
    drawn = by_hand(a_report(recipients=recipients, blocks=(), annexes=()))
    square, lines = squares(drawn.pdf), read_lines(drawn.pdf)
    assert square.x0 >= LEFT
    beside = [line for line in lines if square.y0 - 9 < line.y < square.y1 + 9]
    code = next(line for line in beside if line.text == "79QB0-Y8F76-P8FJA")
    assert square.x1 < code.x0
    left = [line for line in beside if line.x0 < (LEFT + RIGHT) / 2]
    assert max(line.x1 for line in left) < drawn.agency_box.x0
    for line in lines:
        if line.text.startswith("- Cơ quan"):
            assert line.y > square.y1
    assert square.page == drawn.person_box.page


def test_room_for_signature_and_stamp_is_as_on_a_paper_signed_by_a_key() -> None:
    report = a_report(blocks=(), annexes=())
    ours, other = by_hand(report), draw(report)
    assert ours.person_box == other.person_box
    assert ours.agency_box == other.agency_box


def test_more_recipients_than_a_page_holds_leave_the_code_below_the_name() -> None:
    recipients = tuple(f"Cơ quan thứ {number}" for number in range(80))
    report = a_report(recipients=recipients, annexes=())
    drawn = by_hand(report)
    whole = read_lines(drawn.pdf)
    lines = [line for line in whole if line.text.startswith("- Cơ")]
    assert len(lines) == 80
    page = drawn.person_box.page
    assert {line.page for line in lines} == {page, page + 1}
    square, name = squares(drawn.pdf), find(whole, report.signer.name)
    assert (square.page, name.page) == (page, page)
    assert square.y1 < name.y
    assert max(line.x1 for line in lines) < square.x0
    listed = [line.y for line in lines if line.page == page]
    steps = {round(above - below, 1) for above, below in itertools.pairwise(listed)}
    assert len(steps) == 1  # nothing stands between two of them
