"""Painting a chart's drawing on a page."""

import io

import pytest
from reportlab.graphics.shapes import Circle, Drawing
from reportlab.pdfgen.canvas import Canvas

from desktop.files.charts.shapes import box, line, write
from desktop.files.pdf.drawing import paint
from tests.files.pdf_reader import find, read_lines, read_shapes


def painted(drawing: Drawing) -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written)
    paint(drawing, canvas, 100, 200)
    canvas.save()
    return written.getvalue()


def test_shapes_stand_where_the_drawing_is_put() -> None:
    drawing = Drawing(300, 100)
    drawing.add(box((10, 20), 30, 40))
    drawing.add(line((0, 90), (50, 90), 2))
    first, second = read_shapes(painted(drawing))
    assert (first.x0, first.y0) == pytest.approx((110, 220), abs=1)
    assert (first.x1, first.y1) == pytest.approx((140, 260), abs=1)
    assert (second.x0, second.x1) == pytest.approx((100, 150), abs=2)
    assert second.y0 == pytest.approx(289, abs=1)


@pytest.mark.parametrize(("anchor", "edge"), [("start", "x0"), ("end", "x1")])
def test_a_text_starts_or_ends_at_its_point(anchor: str, edge: str) -> None:
    drawing = Drawing(300, 100)
    drawing.add(write((150, 50), "Chưa đạt", anchor=anchor))  # type: ignore[arg-type]
    text = find(read_lines(painted(drawing)), "Chưa đạt")
    assert getattr(text, edge) == pytest.approx(250, abs=0.1)
    assert text.y == pytest.approx(250)


def test_a_text_has_its_middle_at_its_point() -> None:
    drawing = Drawing(300, 100)
    drawing.add(write((150, 50), "T12", anchor="middle"))
    text = find(read_lines(painted(drawing)), "T12")
    assert text.middle == pytest.approx(250, abs=0.1)


def test_an_unknown_shape_is_refused() -> None:
    drawing = Drawing(10, 10)
    drawing.add(Circle(5, 5, 5))
    with pytest.raises(TypeError):
        painted(drawing)
