"""Gather lines, rules and frames that are drawn together, as one strip."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.lib.colors import Color, black
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.text import Style, draw_line

_RULE_WIDTH: Final = 0.7
_FRAME_WIDTH: Final = 1.0


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text set somewhere in a block; lengths in points from its corner."""

    text: str
    style: Style
    left: float
    top: float
    room: float
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    left: float
    top: float
    length: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Words in a frame, in the middle of it; lengths in points."""

    text: str
    style: Style
    size: tuple[float, float]
    """Width and height of the frame."""
    colour: Color = black


class Block:
    """Gather what is drawn together."""

    def __init__(self) -> None:
        self._lines: list[_Line] = []
        self._rules: list[_Rule] = []
        self._stamps: list[tuple[Stamp, float, float]] = []

    def write(
        self,
        texts: Sequence[str],
        style: Style,
        at: tuple[float, float],
        room: float,
        mark: str = "",
    ) -> float:
        """Set lines below one another; return where the next may stand.

        A mark is raised behind the last of them.
        """
        left, top = at
        for place, text in enumerate(texts, 1):
            raised = mark if place == len(texts) else ""
            self._lines.append(_Line(text, style, left, top, room, raised))
            top += style.leading
        return top

    def rule(self, at: tuple[float, float], room: float, length: float) -> None:
        """Draw a rule of a length in the middle of the room."""
        self._rules.append(_Rule(at[0] + (room - length) / 2, at[1], length))

    def stamp(self, stamp: Stamp, at: tuple[float, float], room: float) -> float:
        """Set a frame in the middle of the room; return where it ends."""
        self._stamps.append((stamp, at[0] + (room - stamp.size[0]) / 2, at[1]))
        return at[1] + stamp.size[1]

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw everything from the block's upper left corner."""
        for line in self._lines:
            at = (left + line.left, top - line.top - line.style.baseline)
            draw_line(canvas, line.text, line.style, at, line.room, line.mark)
        canvas.setLineWidth(_RULE_WIDTH)
        for rule in self._rules:
            start, height = left + rule.left, top - rule.top
            canvas.line(start, height, start + rule.length, height)
        for stamp, right, down in self._stamps:
            _draw_stamp(canvas, stamp, left + right, top - down)


def _draw_stamp(canvas: Canvas, stamp: Stamp, left: float, top: float) -> None:
    width, height = stamp.size
    canvas.saveState()
    canvas.setStrokeColor(stamp.colour)
    canvas.setFillColor(stamp.colour)
    canvas.setLineWidth(_FRAME_WIDTH)
    canvas.rect(left, top - height, width, height, stroke=1, fill=0)
    # capitals stand in the middle of the frame by their own height
    baseline = top - (height + stamp.style.size * fonts.CAPITAL) / 2
    draw_line(canvas, stamp.text, stamp.style, (left, baseline), width)
    canvas.restoreState()
