"""Filling pages with strips."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from desktop.files.pdf.strips import Placed, Strip, bind_last, fill


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
