"""Paint a chart's drawing on a page.

The library's own painter first sets its default face, which is not embedded.
"""

from typing import Final

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import black
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.charts.shapes import DASHES

_SHARES: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}


def paint(drawing: Drawing, canvas: Canvas, left: float, bottom: float) -> None:
    """Paint rectangles, lines and texts from the drawing's lower left corner.

    Raises:
        TypeError: The drawing holds another shape.
    """
    canvas.saveState()
    canvas.translate(left, bottom)
    for shape in drawing.contents:
        if isinstance(shape, Rect):
            _rectangle(shape, canvas)
        elif isinstance(shape, Line):
            _set_stroke(shape, canvas)
            canvas.line(shape.x1, shape.y1, shape.x2, shape.y2)
        elif isinstance(shape, String):
            _write(shape, canvas)
        else:
            raise TypeError(shape)
    canvas.restoreState()


def _rectangle(shape: Rect, canvas: Canvas) -> None:
    _set_stroke(shape, canvas)
    canvas.setFillColor(shape.fillColor or black)
    canvas.rect(shape.x, shape.y, shape.width, shape.height, stroke=1, fill=1)


def _set_stroke(shape: Rect | Line, canvas: Canvas) -> None:
    canvas.setStrokeColor(shape.strokeColor or black)
    canvas.setLineWidth(shape.strokeWidth)
    canvas.setDash(DASHES if shape.strokeDashArray else ())


def _write(shape: String, canvas: Canvas) -> None:
    width = fonts.width(shape.text, shape.fontName, shape.fontSize)
    canvas.setFillColor(shape.fillColor or black)
    canvas.setFont(shape.fontName, shape.fontSize)
    canvas.drawString(shape.x - width * _SHARES[shape.textAnchor], shape.y, shape.text)
