"""Filling pages with strips."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from desktop.files.pdf.strips import FOOT_RULE, Placed, Strip, bind_last, fill


def nothing(_canvas: Canvas, _left: float, _top: float) -> None:
    """Draw nothing: these strips are only placed."""


def a_strip(
    height: float = 10, *, before: float = 0, bound: bool = False, lines: int = 1
) -> Strip:
    return Strip(
        height=height, before=before, bound=bound, body_lines=lines, draw=nothing
    )


def tops(pages: list[list[Placed]]) -> list[list[float]]:
    return [[placed.top for placed in page] for page in pages]


STRIPS = st.lists(
    st.builds(
        a_strip,
        st.floats(1, 40),
        before=st.floats(0, 10),
        bound=st.booleans(),
    ),
    max_size=60,
)


@given(strips=STRIPS)
def test_every_strip_is_placed_once_in_order_and_inside_its_page(
    strips: list[Strip],
) -> None:
    pages = fill(strips, 100)
    placed = [each.strip for page in pages for each in page]
    assert [id(strip) for strip in placed] == [id(strip) for strip in strips]
    for page in pages:
        for above, below in pairwise(page):
            assert below.top >= above.top + above.strip.height - 1e-9
        assert all(each.top + each.strip.height <= 100 + 1e-6 for each in page)


@given(strips=STRIPS)
def test_a_page_ends_after_a_bound_strip_only_when_the_run_is_taller_than_a_page(
    strips: list[Strip],
) -> None:
    for page in fill(strips, 100)[:-1]:
        last = page[-1].strip if page else None
        if last is not None and last.bound:
            assert run_height(strips, last) > 100 - 1e-6


def run_height(strips: list[Strip], member: Strip) -> float:
    """Return the height of the bound strips around one, without the first's room."""
    place = next(i for i, strip in enumerate(strips) if strip is member)
    first = place
    while first and strips[first - 1].bound:
        first -= 1
    last = place
    while last < len(strips) - 1 and strips[last].bound:
        last += 1
    run = strips[first : last + 1]
    return sum(strip.before + strip.height for strip in run) - run[0].before


def test_room_above_is_left_out_at_the_top_of_a_page() -> None:
    pages = fill([a_strip(before=30), a_strip(60, before=5), a_strip(before=9)], 80)
    assert tops(pages) == [[0, 15], [0]]


def test_what_is_bound_moves_on_together() -> None:
    pages = fill([a_strip(70), a_strip(20, bound=True), a_strip(20)], 100)
    assert tops(pages) == [[0], [0, 20]]


def test_a_heading_is_repeated_where_its_rows_open_a_page() -> None:
    heading = a_strip(15, bound=True)
    row = Strip(height=40, draw=nothing, repeated=(heading,))
    pages = fill([heading, row, row, row, row], 100)
    assert [[each.strip.height for each in page] for page in pages] == [
        [15, 40, 40],
        [15, 40, 40],
    ]


def test_two_lines_of_body_are_bound_to_what_follows() -> None:
    strips = [a_strip(), a_strip(), a_strip(), a_strip(lines=0)]
    assert [strip.bound for strip in bind_last(strips)] == [False, True, True, True]


def test_one_strip_of_two_lines_is_company_enough() -> None:
    strips = [a_strip(), a_strip(lines=2)]
    assert [strip.bound for strip in bind_last(strips)] == [False, True]


NOTED = st.lists(
    st.builds(
        lambda strip, notes: replace(strip, notes=tuple(map(a_strip, notes))),
        st.builds(
            a_strip, st.floats(1, 30), before=st.floats(0, 5), bound=st.booleans()
        ),
        st.lists(st.floats(2, 8), max_size=3),
    ),
    max_size=40,
)


@given(strips=NOTED, foot=st.floats(0, 20))
def test_notes_stand_at_the_foot_of_the_page_of_their_strip(
    strips: list[Strip], foot: float
) -> None:
    opening = (a_strip(foot),)
    pages = fill(strips, 100, opening)
    assert pages[0][-1].strip is opening[0]
    for number, page in enumerate(pages):
        here = {id(each.strip) for each in page}
        for strip in strips:
            if id(strip) in here:
                assert {id(note) for note in strip.notes} <= here
        for above, below in pairwise(page):
            assert below.top >= above.top + above.strip.height - 1e-6
        ruled = [each for each in page if each.strip is FOOT_RULE]
        noted = any(strip.notes for strip in strips if id(strip) in here)
        assert len(ruled) == noted
        if noted:
            last = page[-1]
            assert abs(last.top + last.strip.height - 100) < 1e-6
        assert number == 0 or opening[0] not in [each.strip for each in page]


def test_notes_stand_in_the_order_of_their_strips_above_what_opens() -> None:
    first, second, contact = a_strip(5), a_strip(6), a_strip(7)
    strips = [
        Strip(height=10, draw=nothing, notes=(first,)),
        Strip(height=10, draw=nothing, notes=(second,)),
    ]
    ((_, _, _, one, two, last),) = fill(strips, 100, (contact,))
    assert (one.strip, two.strip, last.strip) == (first, second, contact)
    assert (one.top, two.top, last.top) == (82, 87, 93)


def test_what_is_noted_turns_the_page_with_its_note() -> None:
    noted = Strip(height=10, draw=nothing, notes=(a_strip(20),))
    pages = fill([a_strip(70), noted], 100)
    assert [len(page) for page in pages] == [1, 3]


def test_notes_longer_than_a_page_go_on_at_the_foot_of_the_next() -> None:
    notes = tuple(a_strip(20) for _ in range(9))
    strips = [Strip(height=30, draw=nothing, notes=notes), a_strip(10), a_strip(60)]
    pages = fill(strips, 100)
    placed = [each.strip for page in pages for each in page if each.strip in notes]
    assert [id(strip) for strip in placed] == [id(note) for note in notes]
    for page in pages:
        for above, below in pairwise(page):
            assert below.top >= above.top + above.strip.height - 1e-6
        assert all(each.top + each.strip.height <= 100 + 1e-6 for each in page)
