"""Shapes and measures of charts."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.charts.shapes import (
    DASHES,
    box,
    line,
    scale,
    tick_text,
    values,
    wrapped,
    write,
)
from desktop.records.report import Bar

FIGURES = st.lists(st.decimals(0, 10**9, places=2), max_size=12)


@given(figures=FIGURES)
def test_an_axis_starts_at_0_and_holds_every_figure(figures: list[Decimal]) -> None:
    end, ticks = scale(figures)
    assert ticks[0] == 0
    assert ticks[-1] == end > 0
    assert end >= max([*figures, Decimal(0)])
    steps = {after - before for before, after in pairwise(ticks)}
    assert len(steps) == 1
    assert len(ticks) <= 6


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        (100, [0, 25, 50, 75, 100]),
        (40, [0, 10, 20, 30, 40]),
        (9, [0, 5, 10]),
        (3, [0, 1, 2, 3]),
        (1, [0, 1]),
        ("9.5", [0, Decimal("2.5"), 5, Decimal("7.5"), 10]),
        ("0.9", [0, Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), 1]),
        (0, [0, 1]),
    ],
)
def test_ticks_are_round_and_whole_of_whole_numbers(
    most: int | str, ticks: list[Decimal]
) -> None:
    assert scale([Decimal(most)])[1] == ticks


@pytest.mark.parametrize(
    ("tick", "text"),
    [("0", "0"), ("0.25", "0,25"), ("7.5", "7,5"), ("1E+2", "100"), ("2500", "2.500")],
)
def test_a_tick_is_written_exactly(tick: str, text: str) -> None:
    assert tick_text(Decimal(tick)) == text


def test_the_axis_holds_target_and_upper_too() -> None:
    bar = Bar(label="", value=None, target=Decimal(15), upper=Decimal(20))
    assert values(bar) == [15, 20]


def test_a_band_differs_from_a_bar_without_colour() -> None:
    assert box((0, 0), 1, 1).strokeDashArray is None
    assert box((0, 0), 1, 1, band=True).strokeDashArray == DASHES


def test_a_line_keeps_its_thickness() -> None:
    assert line((0, 0), (1, 2), 2.0).strokeWidth == 2


def test_a_text_is_cleaned() -> None:
    assert write((0, 0), "a\u0301 \x00").text == "á"


def test_a_newline_is_no_letter() -> None:
    assert write((0, 0), "a\nb").text == "a b"


def test_a_label_breaks_into_lines_about_equally_long() -> None:
    assert wrapped("Cán bộ nhân quyền được tập huấn", 110) == [
        "Cán bộ nhân quyền",
        "được tập huấn",
    ]
