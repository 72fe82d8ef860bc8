"""Draw columns, such as months, with their numbers above them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportlab.graphics.shapes import Drawing, Shape, String

from desktop.files import fonts
from desktop.files.charts.shapes import (
    GAP,
    GRID,
    SMALL,
    box,
    line,
    scale,
    text_width,
    tick_text,
    values,
    write,
)
from desktop.records.report import Bar, Chart

_HEIGHT: Final = 150.0
_FOOT: Final = 2 * SMALL
_HEAD: Final = 3 * SMALL
_COLUMN_SHARE: Final = 0.6
_LEAST_SIZE: Final = 6.0
_READABLE: Final = 8.0
"""Type below which a chart is rather cut into parts, in points."""
_AXIS_ROOM: Final = 60.0
_BETWEEN: Final = 5.0
"""Room between the words of two columns, in points."""
_AXIS: Final = 0.8
_HAIR: Final = 0.4
_ABOVE: Final = 3.0
"""Room between a column and its number, in points."""


def most_columns(chart: Chart, width: float) -> int:
    """Return how many columns stand beside one another with their words readable."""
    texts = [text for bar in chart.bars for text in (bar.label, bar.text)]
    widest = max((text_width(text, _READABLE) for text in texts), default=0.0)
    return max(1, int((width - _AXIS_ROOM) // (max(widest, _READABLE) + _BETWEEN)))


class Columns:
    """Columns of one series, their numbers above them."""

    def __init__(self, chart: Chart, width: float, whole: Chart | None = None) -> None:
        """Scale the chart as the `whole` it is a part of, or as itself."""
        self._chart = chart
        self._width = width
        self._end, self._ticks = scale(
            [value for bar in (whole or chart).bars for value in values(bar)]
        )
        self._start = (
            max(text_width(tick_text(tick), SMALL) for tick in self._ticks) + 2 * GAP
        )
        self._slot = (width - self._start) / max(1, len(chart.bars))

    def _y(self, value: Decimal) -> float:
        tall = _HEIGHT - _FOOT - _HEAD
        return _FOOT + tall * float(max(value, Decimal(0)) / self._end)

    def drawing(self) -> Drawing:
        """Return the chart."""
        drawing = Drawing(self._width, _HEIGHT)
        for shape in self._axis():
            drawing.add(shape)
        for place, bar in enumerate(self._chart.bars):
            for shape in self._column(bar, self._start + place * self._slot):
                drawing.add(shape)
        return drawing

    def _axis(self) -> Iterator[Shape]:
        for tick in self._ticks:
            y = self._y(tick)
            at = (self._start - GAP, y - SMALL / 3)
            yield line((self._start, y), (self._width, y), _HAIR, GRID)
            yield write(at, tick_text(tick), anchor="end", size=SMALL)
        yield line((self._start, _FOOT), (self._width, _FOOT), _AXIS)
        at = (0.0, _HEIGHT - SMALL)
        yield write(at, self._chart.unit, size=SMALL, font=fonts.ITALIC)

    def _column(self, bar: Bar, left: float) -> Iterator[Shape]:
        wide = self._slot * _COLUMN_SHARE
        middle = left + self._slot / 2
        top = _FOOT if bar.value is None else self._y(bar.value)
        if bar.value is not None:
            yield box((middle - wide / 2, _FOOT), wide, top - _FOOT)
        yield self._fitted(bar.text, middle, top + _ABOVE)
        yield self._fitted(bar.label, middle, _FOOT - SMALL - 1)

    def _fitted(self, text: str, middle: float, y: float) -> String:
        size = SMALL
        while size > _LEAST_SIZE and text_width(text, size) > self._slot:
            size -= 0.5
        return write((middle, y), text, anchor="middle", size=size)
