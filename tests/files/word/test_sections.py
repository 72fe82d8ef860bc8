"""Pages are A4 with the decree's margins, and numbered as it asks."""

from typing import Any

from docx.enum.section import WD_ORIENT

from desktop.records.report import Heading, Paragraph
from tests.files.report_builder import (
    a_data_table,
    a_letterhead,
    a_report,
    a_wide_table,
    an_annex,
)
from tests.files.word.reading import W, opened


def numbering(section: Any) -> str | None:
    found = section._sectPr.find(f"{W}pgNumType")
    return None if found is None else found.get(f"{W}start")


def test_every_page_is_a4_with_the_margins_of_the_decree() -> None:
    for section in opened(a_report()).sections:
        sides = {round(section.page_width.mm), round(section.page_height.mm)}
        assert sides == {210, 297}
        sides_apart = (section.left_margin, section.right_margin)
        margins = (*sides_apart, section.top_margin, section.bottom_margin)
        # the format keeps twentieths of a point
        assert [round(one.mm, 1) for one in margins] == [30, 15, 20, 20]


def test_wide_annexes_lie_and_the_body_stands() -> None:
    sections = opened(a_report()).sections
    lying = [one.orientation == WD_ORIENT.LANDSCAPE for one in sections]
    assert lying == [False, True, False]
    assert [one.page_width > one.page_height for one in sections] == lying


def test_a_wide_table_in_the_body_turns_its_pages_and_its_heading_s() -> None:
    blocks = (
        Paragraph(text="Trước"),
        Heading(level=1, text="I. BẢNG"),
        a_wide_table(landscape=True),
        Paragraph(text="Sau"),
    )
    made = opened(a_report(blocks=blocks, annexes=()))
    lying = [one.orientation == WD_ORIENT.LANDSCAPE for one in made.sections]
    assert lying == [False, True, False]
    assert [numbering(one) for one in made.sections] == [None] * 3
    body = made.element.body
    first = next(
        p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}sectPr") is not None
    )
    following = first.getnext()
    assert "".join(t.text for t in following.iter(f"{W}t")) == "I. BẢNG"


def test_page_one_bears_no_number_and_annexes_begin_anew() -> None:
    sections = opened(a_report()).sections
    first = sections[0]
    assert first.different_first_page_header_footer
    assert "PAGE" in first.header._element.xml
    assert "PAGE" not in first.first_page_header._element.xml
    assert [numbering(one) for one in sections] == [None, "1", "1"]


def test_the_first_page_of_an_annex_bears_no_number_either() -> None:
    head = a_letterhead(contact=("Số 1 Hùng Vương",))
    for one in opened(a_report(letterhead=head, practice=True)).sections[1:]:
        assert one.different_first_page_header_footer
        assert "PAGE" not in one.first_page_header._element.xml
        assert "PAGE" in one.header._element.xml
        foot = [p.text for p in one.first_page_footer.paragraphs]
        assert len(foot) == 1
        assert "thực hành" in foot[0]


def test_an_annex_of_a_standing_page_has_its_own_all_the_same() -> None:
    annex = an_annex(blocks=(a_data_table(),), landscape=False)
    sections = opened(a_report(annexes=(annex,))).sections
    assert [numbering(one) for one in sections] == [None, "1"]


def test_the_first_page_says_at_its_foot_how_to_reach_the_office() -> None:
    head = a_letterhead(contact=("Số 1 Hùng Vương", "ĐT: 0260 3822 000"))
    made = opened(a_report(letterhead=head))
    first = [p.text for p in made.sections[0].first_page_footer.paragraphs]
    assert first[1:3] == ["Số 1 Hùng Vương", "ĐT: 0260 3822 000"]
    assert "Hùng Vương" not in made.sections[0].footer._element.xml
