"""Tables of text: what is copied is what comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules import clip_table
from desktop.rules.clip_table import Merged
from tests.data.naughty import NAUGHTY

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    read = clip_table.read_lines(clip_table.write_lines(rows))
    width = max(map(len, rows))
    assert read == tuple((*one, *[""] * (width - len(one))) for one in rows)


@given(st.text(max_size=60))
def test_any_text_is_read_as_rows_of_one_width(text: str) -> None:
    assert len({len(cells) for cells in clip_table.read_lines(text)}) <= 1


def test_line_breaks_and_quotes_stay_inside_their_cell() -> None:
    read = clip_table.read_lines('"dòng 1\ndòng 2"\t"gọi ""tắt"""\r\nx\ty\r\n')
    assert read == (("dòng 1\ndòng 2", 'gọi "tắt"'), ("x", "y"))


def test_quotes_that_belong_to_the_text_are_kept() -> None:
    read = clip_table.read_lines('"Ngày hội" \t"Chiến dịch"\t"dở\r\n')
    assert read == (('"Ngày hội" ', '"Chiến dịch"', '"dở'),)


def test_rows_end_in_any_way_and_the_last_end_begins_none() -> None:
    assert clip_table.read_lines("a\rb\nc\r\n\r\nd") == (
        ("a",),
        ("b",),
        ("c",),
        ("",),
        ("d",),
    )
    assert clip_table.read_lines("a\t") == (("a", ""),)
    assert clip_table.read_lines("") == ()


@given(st.sampled_from(NAUGHTY) | st.text(max_size=20))
def test_the_guard_comes_off_as_it_went_on(text: str) -> None:
    assert clip_table.unguarded(clip_table.guarded(text)) == text


def test_no_guarded_text_begins_as_a_formula() -> None:
    for text in (*NAUGHTY, "=1+1", "+84", "-x", "@SUM(A1)", "'=1", "＝1"):
        assert clip_table.guarded(text)[:1] not in set("=+-@＝＋－＠")
    assert clip_table.guarded("Lớp 1") == "Lớp 1"


def test_merged_cells_are_found_where_they_stand() -> None:
    html = (
        "<html><table><tr><td rowspan='2'>a</td><td colspan=2>b</td></tr>"
        "<tr><td>c</td><td rowspan=3>d</td></tr><tr><td>e</td><td>f</td></tr></table>"
        "<table><tr><td rowspan=9>another</td></tr></table>"
    )
    assert clip_table.merged_areas(html) == (
        Merged(0, 0, 2, 1),
        Merged(0, 1, 1, 2),
        Merged(1, 2, 3, 1),
    )


@pytest.mark.parametrize("number", ["300", "1.200", "4,8"])
def test_a_number_merged_downwards_is_counted_once(number: str) -> None:
    rows = (("A", number), ("B", ""))
    assert clip_table.filled_down(rows, (Merged(0, 1, 2, 1),)) == rows


def test_what_is_merged_downwards_stands_in_each_of_its_rows() -> None:
    rows = (("a", "1"), ("", "2"), ("", "3"))
    filled = clip_table.filled_down(rows, (Merged(0, 0, 2, 1), Merged(9, 9, 2, 2)))
    assert filled == (("a", "1"), ("a", "2"), ("", "3"))


@given(st.text(max_size=80))
def test_no_page_is_too_odd_to_be_looked_at(html: str) -> None:
    assert isinstance(clip_table.merged_areas(f"<table>{html}"), tuple)
