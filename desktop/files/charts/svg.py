"""Write a chart's drawing as SVG that QtSvg paints rightly.

The library's own writer clips, and QtSvg fills a clip path with black
(safety-and-habits.md 7.8); it also measures texts that QtSvg then sets wider.
"""

from dataclasses import dataclass
from html import escape
from typing import Final

from reportlab.graphics.shapes import Drawing, Line, Rect, Shape, String
from reportlab.lib.colors import Color, black

from desktop.files import fonts
from desktop.files.charts.shapes import FILL, GRID, PALE


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours as `#rrggbb`, and the type by the name it calls itself."""

    ink: str
    """Letters, axes, outlines."""
    fill: str
    pale: str
    grid: str
    family: str


PRINTED: Final = Look(
    ink="#000000",
    fill="#" + FILL.hexval()[2:],
    pale="#" + PALE.hexval()[2:],
    grid="#" + GRID.hexval()[2:],
    family="Liberation Serif",
)
"""As on paper: greys, and the type of the report."""

_FACES: Final = {
    fonts.REGULAR: "",
    fonts.BOLD: ' font-weight="bold"',
    fonts.ITALIC: ' font-style="italic"',
    fonts.BOLD_ITALIC: ' font-weight="bold" font-style="italic"',
}


def svg(drawing: Drawing, title: str, look: Look = PRINTED) -> str:
    """Return the drawing as SVG, one unit to the point.

    Raises:
        TypeError: The drawing holds a shape that no chart is made of.
    """
    width, height = drawing.width, drawing.height
    shapes = "\n".join(_shape(shape, height, look) for shape in drawing.contents)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" '
        f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" '
        f'font-family="{escape(look.family)}">\n'
        f"<title>{escape(title)}</title>\n{shapes}\n</svg>\n"
    )


def _shape(shape: Shape, height: float, look: Look) -> str:
    if isinstance(shape, Rect):
        return _rectangle(shape, height, look)
    if isinstance(shape, Line):
        return (
            f'<line x1="{shape.x1:.2f}" y1="{height - shape.y1:.2f}" '
            f'x2="{shape.x2:.2f}" y2="{height - shape.y2:.2f}"{_stroke(shape, look)}/>'
        )
    if isinstance(shape, String):
        return (
            f'<text x="{shape.x:.2f}" y="{height - shape.y:.2f}" '
            f'font-size="{shape.fontSize:g}"{_FACES[shape.fontName]} '
            f'text-anchor="{shape.textAnchor}" fill="{look.ink}">'
            f"{escape(shape.text)}</text>"
        )
    raise TypeError(shape)


def _rectangle(shape: Rect, height: float, look: Look) -> str:
    dashes = shape.strokeDashArray
    dashed = f' stroke-dasharray="{dashes[0]:g} {dashes[1]:g}"' if dashes else ""
    return (
        f'<rect x="{shape.x:.2f}" y="{height - shape.y - shape.height:.2f}" '
        f'width="{shape.width:.2f}" height="{shape.height:.2f}" '
        f'fill="{_colour(shape.fillColor, look)}"{_stroke(shape, look)}{dashed}/>'
    )


def _stroke(shape: Rect | Line, look: Look) -> str:
    colour = _colour(shape.strokeColor, look)
    return f' stroke="{colour}" stroke-width="{shape.strokeWidth:g}"'


def _colour(colour: Color | None, look: Look) -> str:
    own = "#" + (colour or black).hexval()[2:]
    named = ("ink", "fill", "pale", "grid")
    shown = {getattr(PRINTED, each): getattr(look, each) for each in named}
    return str(shown.get(own, own))
