"""Make the shapes and the measures that every chart is drawn with."""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil
from typing import Final, Literal

from reportlab.graphics.shapes import Line, Rect, String
from reportlab.lib.colors import Color, black

from desktop.files import fonts
from desktop.records.report import Bar

SIZE: Final = 11.0
"""Type of labels, in points."""
SMALL: Final = 10.0
"""Type of axes and months, in points."""
GAP: Final = 5.0
"""Room between a text and what it stands beside, in points."""

FILL: Final = Color(0.62, 0.62, 0.62)
PALE: Final = Color(0.9, 0.9, 0.9)
GRID: Final = Color(0.75, 0.75, 0.75)
_OUTLINE: Final = 0.6
DASHES: Final = (2.0, 2.0)
"""The one way to dash an outline: points drawn, points left out."""
_TICKS: Final = 4
_STEPS: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


def scale(values: Sequence[Decimal]) -> tuple[Decimal, list[Decimal]]:
    """Return the end of an axis that starts at 0, and its ticks.

    Whole numbers have whole ticks: there is no half of an activity.
    """
    most = max([*values, Decimal(0)])
    if most == 0:
        return Decimal(1), [Decimal(0), Decimal(1)]
    rough = most / _TICKS
    power = Decimal(10) ** rough.adjusted()
    steps = (power * each for power in (power, power * 10) for each in _STEPS)
    whole = all(value == value.to_integral_value() for value in values)
    step = next(
        each
        for each in steps
        if each >= rough and (not whole or each == each.to_integral_value())
    )
    count = ceil(most / step)
    return step * count, [step * place for place in range(count + 1)]


def tick_text(tick: Decimal) -> str:
    """Write a tick exactly, with dots and a comma."""
    return f"{tick.normalize():,f}".translate(str.maketrans(",.", ".,"))


def values(bar: Bar) -> list[Decimal]:
    """Return every figure of a bar that the axis must hold."""
    return [each for each in (bar.value, bar.target, bar.upper) if each is not None]


def text_width(text: str, size: float) -> float:
    """Return the width in points of a text as it will be drawn."""
    return fonts.width(fonts.one_line(text), fonts.REGULAR, size)


def wrapped(text: str, room: float) -> list[str]:
    """Break a label into lines of about equal length."""
    room = max(room, 4 * SIZE)
    return fonts.balance(fonts.clean(text), fonts.REGULAR, SIZE, room)


def box(
    at: tuple[float, float], width: float, height: float, *, band: bool = False
) -> Rect:
    """Return a bar, or a paler band with a dashed outline, from its lower corner."""
    shape = Rect(at[0], at[1], width, height)
    shape.fillColor = PALE if band else FILL
    shape.strokeColor = black
    shape.strokeWidth = _OUTLINE
    if band:
        shape.strokeDashArray = DASHES
    return shape


def line(
    start: tuple[float, float],
    end: tuple[float, float],
    thickness: float,
    colour: Color = black,
) -> Line:
    """Return a line of a thickness in points."""
    return Line(*start, *end, strokeColor=colour, strokeWidth=thickness)


def write(
    at: tuple[float, float],
    text: str,
    *,
    anchor: Literal["start", "middle", "end"] = "start",
    size: float = SIZE,
    font: str = fonts.REGULAR,
) -> String:
    """Return a text that starts, ends, or has its middle at a point of its baseline."""
    return String(
        *at, fonts.one_line(text), fontName=font, fontSize=size, textAnchor=anchor
    )
