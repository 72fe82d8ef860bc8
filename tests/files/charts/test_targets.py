"""Bars against their lines."""

from decimal import Decimal

import pytest
from reportlab.graphics.shapes import Line, Rect, Shape, String
from reportlab.lib.colors import black

from desktop.files.charts.shapes import FILL, PALE
from desktop.files.charts.targets import Targets
from desktop.records.report import Bar, Chart
from tests.files.report_builder import a_targets_chart

WIDTH = 468.0


def shapes_of(chart: Chart) -> list[Shape]:
    return Targets(chart, WIDTH).drawing().contents


AXIS = 23
"""Height of the axis: what stands below it is ticks and the legend."""


def rectangles(chart: Chart, fill: object) -> list[Rect]:
    return [
        shape
        for shape in shapes_of(chart)
        if isinstance(shape, Rect) and shape.fillColor == fill and shape.y > AXIS
    ]


def marks(chart: Chart) -> list[Line]:
    return [
        shape
        for shape in shapes_of(chart)
        if isinstance(shape, Line) and shape.strokeWidth == 2 and shape.y1 > AXIS
    ]


def texts(chart: Chart) -> dict[str, String]:
    return {
        shape.text: shape for shape in shapes_of(chart) if isinstance(shape, String)
    }


def one(**changes: Decimal | str | None) -> Chart:
    bar = Bar(label="Một", value=Decimal(50), target=Decimal(100), text="50%")
    full = Bar(label="Hai", value=Decimal(100), text="100%")
    values = {
        "label": bar.label,
        "value": bar.value,
        "target": bar.target,
        "upper": bar.upper,
        "text": bar.text,
    } | changes
    return a_targets_chart(bars=(Bar(**values), full))  # type: ignore[arg-type]


def test_bars_are_as_long_as_their_values_from_0() -> None:
    half, whole = rectangles(one(), FILL)
    assert half.x == whole.x
    assert half.width == pytest.approx(whole.width / 2)


def test_a_small_bar_has_not_vanished() -> None:
    small, whole = rectangles(one(value=Decimal(10)), FILL)
    assert small.width == pytest.approx(whole.width / 10)
    assert small.width > 5


def test_the_line_stands_where_its_value_does() -> None:
    chart = one(target=Decimal(100))
    (mark,) = marks(chart)
    _, whole = rectangles(chart, FILL)
    assert mark.x1 == mark.x2 == pytest.approx(whole.x + whole.width)
    assert abs(mark.y2 - mark.y1) > whole.height


def test_a_range_is_a_dashed_band_between_its_ends() -> None:
    chart = one(target=Decimal(15), upper=Decimal(20))
    (band,) = rectangles(chart, PALE)
    _, whole = rectangles(chart, FILL)
    assert band.width == pytest.approx(whole.width * 0.05)
    assert band.strokeDashArray


def test_a_missing_value_is_an_empty_row_with_its_reason() -> None:
    chart = one(value=None, text="Chưa đủ số liệu")
    assert len(rectangles(chart, FILL)) == 1
    reason = texts(chart)["Chưa đủ số liệu"]
    assert reason.fontName == "LiberationSerif-Italic"


def test_the_number_is_written_at_the_end_of_the_bar() -> None:
    chart = one()
    half, _ = rectangles(chart, FILL)
    text = texts(chart)["50%"]
    assert 0 < text.x - (half.x + half.width) < 10
    assert half.y < text.y < half.y + half.height


def test_a_number_that_would_meet_the_line_is_written_after_it() -> None:
    chart = one(value=Decimal(95), target=Decimal(98), text="95% (mục tiêu 98%)")
    (mark,) = marks(chart)
    assert texts(chart)["95% (mục tiêu 98%)"].x > mark.x1


def test_everything_stays_inside_the_drawing() -> None:
    drawing = Targets(a_targets_chart(), WIDTH).drawing()
    left, bottom, right, top = drawing.getBounds()
    assert left >= 0
    assert bottom >= 0
    assert right <= WIDTH
    assert top <= drawing.height + 1


def test_the_axis_says_its_unit_once() -> None:
    assert [text for text in texts(a_targets_chart()) if text.endswith(" %")] == [
        "100 %"
    ]


def test_the_legend_says_what_line_and_band_mean_where_there_are_any() -> None:
    words = texts(a_targets_chart())
    assert words["mục tiêu"].y == words["khoảng mục tiêu"].y < AXIS
    assert "khoảng mục tiêu" not in texts(one())
    assert "mục tiêu" not in texts(one(target=None))


def test_bar_and_band_differ_in_print_without_colour() -> None:
    """As luminance, 0 to 1: a fifth apart at least, and the outlines differ too."""
    chart = one(target=Decimal(15), upper=Decimal(20))
    (bar, _), (band,) = rectangles(chart, FILL), rectangles(chart, PALE)
    greys = [sum((shape.fillColor or black).rgb()) / 3 for shape in (bar, band)]
    assert abs(greys[0] - greys[1]) > 0.2
    assert max(greys) < 0.95, "pale against the paper"
    assert (bar.strokeDashArray, bool(band.strokeDashArray)) == (None, True)
    for shape in shapes_of(chart):
        colour = getattr(shape, "fillColor", None)
        if colour is not None:
            assert len(set(colour.rgb())) == 1, "meaning must not hang on a colour"


def test_a_part_of_a_chart_has_the_scale_of_the_whole() -> None:
    whole = one()
    (bar, _) = rectangles(whole, FILL)
    part = a_targets_chart(bars=whole.bars[:1])
    shapes = Targets(part, WIDTH, whole).drawing().contents
    (alone,) = (
        shape
        for shape in shapes
        if isinstance(shape, Rect) and shape.fillColor == FILL and shape.y > AXIS
    )
    assert alone.width == pytest.approx(bar.width, rel=0.1)
