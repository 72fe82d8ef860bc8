"""Columns of one series."""

from dataclasses import replace
from decimal import Decimal

import pytest
from reportlab.graphics.shapes import Rect, String

from desktop.files.charts.columns import Columns, most_columns
from desktop.records.report import Bar, Chart
from tests.files.report_builder import a_months_chart

WIDTH = 468.0


def rectangles(chart: Chart) -> list[Rect]:
    drawing = Columns(chart, WIDTH).drawing()
    return [shape for shape in drawing.contents if isinstance(shape, Rect)]


def texts(chart: Chart) -> list[String]:
    drawing = Columns(chart, WIDTH).drawing()
    return [shape for shape in drawing.contents if isinstance(shape, String)]


def test_columns_are_as_tall_as_their_values_from_0() -> None:
    chart = a_months_chart()
    values = [float(bar.value) for bar in chart.bars if bar.value is not None]
    heights = [shape.height for shape in rectangles(chart)]
    assert len({shape.y for shape in rectangles(chart)}) == 1
    share = heights[0] / values[0]
    assert heights == pytest.approx([value * share for value in values])


def test_a_column_of_10_has_not_vanished_beside_larger_ones() -> None:
    first = rectangles(a_months_chart())[0]
    assert first.height > 15


def test_a_month_without_figure_has_a_label_and_no_column() -> None:
    chart = a_months_chart()
    assert len(rectangles(chart)) == 11
    assert "T7" in [text.text for text in texts(chart)]


def test_each_number_stands_over_its_column() -> None:
    chart = a_months_chart()
    column = rectangles(chart)[6]
    middle = column.x + column.width / 2
    above = [text for text in texts(chart) if text.x == pytest.approx(middle)]
    assert [text.text for text in above] == ["18", "T8"]
    assert above[0].y > column.y + column.height
    assert above[1].y < column.y


def test_all_zero_months_are_drawn_flat() -> None:
    chart = a_months_chart()
    bars = tuple(replace(bar, value=Decimal(0), text="0") for bar in chart.bars)
    assert {shape.height for shape in rectangles(replace(chart, bars=bars))} == {0}


def test_long_numbers_are_set_smaller_and_stay_in_their_slot() -> None:
    chart = a_months_chart()
    bars = tuple(replace(bar, text="1.234.567") for bar in chart.bars)
    found = [text for text in texts(replace(chart, bars=bars)) if "1.234" in text.text]
    assert {text.fontSize for text in found} < {6, 6.5, 7, 7.5, 8, 8.5, 9}


def test_everything_stays_inside_the_drawing() -> None:
    drawing = Columns(a_months_chart(), WIDTH).drawing()
    left, bottom, right, top = drawing.getBounds()
    assert (left, bottom) >= (0, 0)
    assert right <= WIDTH
    assert top <= drawing.height


def test_a_chart_without_columns_is_an_empty_frame() -> None:
    assert not rectangles(a_months_chart(bars=()))


def test_as_many_columns_stand_together_as_can_be_read() -> None:
    assert most_columns(a_months_chart(), WIDTH) >= 12
    names = tuple(
        Bar(label=f"Xã Đăk Ngọk {place}", value=Decimal(place), text=str(place))
        for place in range(60)
    )
    chart = a_months_chart(bars=names)
    most = most_columns(chart, WIDTH)
    assert 1 < most < 12
    part = replace(chart, bars=names[-most:])
    sizes = {text.fontSize for text in texts(part) if text.text.startswith("Xã")}
    assert min(sizes) >= 8


def test_a_part_of_a_chart_has_the_scale_of_the_whole() -> None:
    whole = a_months_chart()
    part = replace(whole, bars=whole.bars[:3])
    drawing = Columns(part, WIDTH, whole).drawing()
    heights = [each.height for each in drawing.contents if isinstance(each, Rect)]
    assert heights == [shape.height for shape in rectangles(whole)[:3]]
