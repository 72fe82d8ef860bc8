"""Draw horizontal bars, each against its marked line or its band."""

from collections.abc import Iterator
from decimal import Decimal
from math import ceil
from typing import Final

from reportlab.graphics.shapes import Drawing, Shape

from desktop.files import fonts
from desktop.files.charts.shapes import (
    GAP,
    SIZE,
    SMALL,
    box,
    line,
    scale,
    text_width,
    tick_text,
    values,
    wrapped,
    write,
)
from desktop.files.charts.words import words
from desktop.records.report import Bar, Chart

_LABEL_SHARE: Final = 0.34
_TEXT_SHARE: Final = 0.3
_BAR: Final = 13.0
_BAND: Final = 21.0
_ROW_PAD: Final = 9.0
_LEADING: Final = 1.2
_TICK: Final = 3.0
_FOOT: Final = 2 * SMALL + _TICK
_AXIS: Final = 0.8
_MARK: Final = 2.0
_SIGN: Final = 8.0
"""Width of a band in the legend, and height of its signs, in points."""


class Targets:
    """Horizontal bars, each against its marked line or its band."""

    def __init__(self, chart: Chart, width: float, whole: Chart | None = None) -> None:
        """Scale the chart as the `whole` it is a part of, or as itself."""
        self._chart = chart
        self._width = width
        self._start = width * _LABEL_SHARE
        self._end, self._ticks = scale(
            [value for bar in (whole or chart).bars for value in values(bar)]
        )
        self._room = width - self._start - self._text_room()

    def _text_room(self) -> float:
        widest = max(
            (text_width(bar.text, SIZE) for bar in self._chart.bars), default=0.0
        )
        return min(widest + 2 * GAP, self._width * _TEXT_SHARE)

    def _x(self, value: Decimal) -> float:
        return self._start + self._room * float(max(value, Decimal(0)) / self._end)

    def drawing(self) -> Drawing:
        """Return the chart; its height follows from its rows."""
        room = self._start - 2 * GAP
        rows = [(bar, wrapped(bar.label, room)) for bar in self._chart.bars]
        top: float = ceil(_FOOT + sum(_row_height(label) for _, label in rows))
        drawing = Drawing(self._width, top)
        for shape in (*self._axis(top), *self._legend()):
            drawing.add(shape)
        for bar, label in rows:
            for shape in self._row(bar, label, top - _row_height(label) / 2):
                drawing.add(shape)
            top -= _row_height(label)
        return drawing

    def _axis(self, height: float) -> Iterator[Shape]:
        for tick in self._ticks:
            x = self._x(tick)
            unit = f" {self._chart.unit}" if tick == self._end else ""
            at = (x, _FOOT - SMALL - _TICK)
            yield line((x, _FOOT - _TICK), (x, _FOOT), _AXIS)
            yield write(at, tick_text(tick) + unit, anchor="middle", size=SMALL)
        yield line((self._start, _FOOT), (self._x(self._end), _FOOT), _AXIS)
        yield line((self._start, _FOOT), (self._start, height), _AXIS)

    def _legend(self) -> Iterator[Shape]:
        """Say below the labels what a thick line and a dashed band mean."""
        x, y = GAP, _FOOT - SMALL - _TICK
        if any(bar.target is not None for bar in self._chart.bars):
            text = words("legend")["target"]
            yield line((x, y - 1), (x, y + _SIGN - 1), _MARK)
            yield write((x + GAP, y), text, size=SMALL)
            x += 3 * GAP + text_width(text, SMALL)
        if any(bar.upper is not None for bar in self._chart.bars):
            yield box((x, y - 1), _SIGN, _SIGN, band=True)
            yield write((x + _SIGN + GAP, y), words("legend")["range"], size=SMALL)

    def _row(self, bar: Bar, label: list[str], middle: float) -> Iterator[Shape]:
        for y, text in _heights(label, middle):
            yield write((self._start - GAP, y), text, anchor="end")
        if bar.target is not None and bar.upper is not None:
            left, right = self._x(bar.target), self._x(bar.upper)
            yield box((left, middle - _BAND / 2), right - left, _BAND, band=True)
        if bar.value is not None:
            length = self._x(bar.value) - self._start
            yield box((self._start, middle - _BAR / 2), length, _BAR)
        if bar.target is not None:
            x = self._x(bar.target)
            yield line((x, middle - _BAND / 2), (x, middle + _BAND / 2), _MARK)
        yield from self._words(bar, middle)

    def _words(self, bar: Bar, middle: float) -> Iterator[Shape]:
        """Write at the bar's end, or after the line where the two would meet."""
        start = self._start if bar.value is None else self._x(bar.value)
        marks = [self._x(mark) for mark in (bar.target, bar.upper) if mark is not None]
        wide = text_width(bar.text, SIZE) + 2 * GAP
        if any(start - GAP < mark < start + wide for mark in marks):
            start = max(start, *marks)
        font = fonts.ITALIC if bar.value is None else fonts.REGULAR
        lines = wrapped(bar.text, self._width - start - GAP)
        for y, text in _heights(lines, middle):
            yield write((start + GAP, y), text, font=font)


def _row_height(label: list[str]) -> float:
    return max(_BAND, len(label) * SIZE * _LEADING) + _ROW_PAD


def _heights(lines: list[str], middle: float) -> Iterator[tuple[float, str]]:
    leading = SIZE * _LEADING
    top = middle + leading * len(lines) / 2
    for place, text in enumerate(lines):
        yield top - place * leading - SIZE * fonts.ASCENT, text
