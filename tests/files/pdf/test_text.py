"""Paragraphs and headings as strips."""

import pytest

from desktop.files.pdf.text import BODY, NOTE, TITLE, enter, heading, paragraph, title

LONG = "Tuyên truyền, phổ biến về quyền con người trên địa bàn. " * 12


def bonds(text: str, room: float) -> list[bool]:
    return [strip.bound for strip in paragraph(text, BODY, room)]


def test_the_first_two_lines_and_the_last_two_stay_together() -> None:
    bound = bonds(LONG, 468)
    assert len(bound) > 5
    assert bound == [True, *[False] * (len(bound) - 3), True, False]


@pytest.mark.parametrize(
    ("words", "bound"), [(1, [False]), (14, [True, False]), (30, [True, True, False])]
)
def test_a_short_paragraph_is_not_torn(words: int, bound: list[bool]) -> None:
    assert bonds(" ".join(["tuyên"] * words), 468)[: len(bound)] == bound


def test_only_the_first_line_has_room_above() -> None:
    strips = paragraph(LONG, BODY, 468)
    assert [strip.before for strip in strips] == [6, *[0] * (len(strips) - 1)]
    heights = [strip.height for strip in strips]
    assert heights == pytest.approx([14 * 1.149 * 1.15] * len(strips))


def test_a_heading_is_bound_to_what_follows_and_counts_as_no_body() -> None:
    strips = heading("II. KẾT QUẢ", 1, 468, outline=0)
    assert [(each.bound, each.body_lines) for each in strips] == [(True, 0)]


def test_a_heading_is_entered_in_the_outline_as_it_was_written() -> None:
    strips = heading("II. Kết quả", 1, 468, outline=3)
    entry = strips[0].entry
    assert entry is not None
    assert (entry.text, entry.level) == ("II. Kết quả", 3)


def test_only_the_first_line_of_a_long_heading_is_entered() -> None:
    strips = heading(LONG, 2, 468, outline=0)
    assert [strip.entry is None for strip in strips].count(False) == 1


def test_an_unknown_level_is_set_like_the_nearest() -> None:
    assert heading("x", 9, 468, outline=0)[0].height == pytest.approx(
        heading("x", 3, 468, outline=0)[0].height
    )


def test_a_title_is_bound_whole() -> None:
    strips = title(LONG, TITLE, 468)
    assert len(strips) > 1
    assert all(strip.bound for strip in strips)


def test_an_entry_of_several_lines_is_one_line_in_the_outline() -> None:
    entry = enter(title("a", NOTE, 100), "a\nb", 0)[0].entry
    assert entry is not None
    assert entry.text == "a b"
