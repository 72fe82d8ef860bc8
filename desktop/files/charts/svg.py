"""Write a chart's drawing as SVG that QtSvg paints rightly.

The library's own writer clips, and QtSvg fills a clip path with black
(safety-and-habits.md 7.8); it also measures texts that QtSvg then sets wider.
"""

from html import escape
from typing import Final

from reportlab.graphics.shapes import Drawing, Line, Rect, Shape, String
from reportlab.lib.colors import Color, black

from desktop.files import fonts

_FAMILY: Final = "Liberation Serif"
"""The name the type calls itself, by which Qt finds it."""
_FACES: Final = {
    fonts.REGULAR: "",
    fonts.BOLD: ' font-weight="bold"',
    fonts.ITALIC: ' font-style="italic"',
    fonts.BOLD_ITALIC: ' font-weight="bold" font-style="italic"',
}


def svg(drawing: Drawing, title: str) -> str:
    """Return the drawing as SVG, one unit to the point.

    Raises:
        TypeError: The drawing holds a shape that no chart is made of.
    """
    width, height = drawing.width, drawing.height
    shapes = "\n".join(_shape(shape, height) for shape in drawing.contents)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" version="1.1" '
        f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}" '
        f'font-family="{_FAMILY}">\n'
        f"<title>{escape(title)}</title>\n{shapes}\n</svg>\n"
    )


def _shape(shape: Shape, height: float) -> str:
    if isinstance(shape, Rect):
        return _rectangle(shape, height)
    if isinstance(shape, Line):
        return (
            f'<line x1="{shape.x1:.2f}" y1="{height - shape.y1:.2f}" '
            f'x2="{shape.x2:.2f}" y2="{height - shape.y2:.2f}"{_stroke(shape)}/>'
        )
    if isinstance(shape, String):
        return (
            f'<text x="{shape.x:.2f}" y="{height - shape.y:.2f}" '
            f'font-size="{shape.fontSize:g}"{_FACES[shape.fontName]} '
            f'text-anchor="{shape.textAnchor}">{escape(shape.text)}</text>'
        )
    raise TypeError(shape)


def _rectangle(shape: Rect, height: float) -> str:
    dashes = shape.strokeDashArray
    dashed = f' stroke-dasharray="{dashes[0]:g} {dashes[1]:g}"' if dashes else ""
    return (
        f'<rect x="{shape.x:.2f}" y="{height - shape.y - shape.height:.2f}" '
        f'width="{shape.width:.2f}" height="{shape.height:.2f}" '
        f'fill="{_colour(shape.fillColor)}"{_stroke(shape)}{dashed}/>'
    )


def _stroke(shape: Rect | Line) -> str:
    colour = _colour(shape.strokeColor)
    return f' stroke="{colour}" stroke-width="{shape.strokeWidth:g}"'


def _colour(colour: Color | None) -> str:
    return "#" + (colour or black).hexval()[2:]
