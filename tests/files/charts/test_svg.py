"""Charts as SVG."""

import pytest
from lxml import etree
from reportlab.graphics.shapes import Circle, Drawing
from reportlab.lib.colors import Color

from desktop.files import fonts
from desktop.files.charts.shapes import box, line, write
from desktop.files.charts.svg import svg

NAMESPACE = "{http://www.w3.org/2000/svg}"


def tree(drawing: Drawing, title: str = "Biểu đồ") -> etree._Element:
    return etree.fromstring(svg(drawing, title).encode())


def test_heights_are_counted_from_the_top() -> None:
    drawing = Drawing(200, 100)
    drawing.add(box((10, 20), 30, 40))
    drawing.add(line((0, 0), (5, 100), 2, Color(1, 0.5, 0)))
    rectangle = tree(drawing).find(f"{NAMESPACE}rect")
    stroke = tree(drawing).find(f"{NAMESPACE}line")
    assert rectangle is not None
    assert stroke is not None
    expected = {
        "x": "10.00",
        "y": "40.00",
        "width": "30.00",
        "height": "40.00",
        "fill": "#9e9e9e",
        "stroke": "#000000",
        "stroke-width": "0.6",
    }
    assert {name: rectangle.get(name) for name in expected} == expected
    assert (stroke.get("y1"), stroke.get("y2")) == ("100.00", "0.00")
    assert stroke.get("stroke") == "#ff7f00"


def test_a_band_is_dashed() -> None:
    drawing = Drawing(200, 100)
    drawing.add(box((0, 0), 1, 1, band=True))
    rectangle = tree(drawing).find(f"{NAMESPACE}rect")
    assert rectangle is not None
    assert rectangle.get("stroke-dasharray") == "2 2"


def test_texts_are_anchored_and_escaped() -> None:
    drawing = Drawing(200, 100)
    text = '<b>"a" & b</b>'
    drawing.add(write((10, 10), text, anchor="end", font=fonts.ITALIC))
    found = tree(drawing, text).find(f"{NAMESPACE}text")
    assert found is not None
    assert found.text == text
    assert found.get("text-anchor") == "end"
    assert found.get("font-style") == "italic"
    assert tree(drawing, text).findtext(f"{NAMESPACE}title") == text


def test_an_unknown_shape_is_refused() -> None:
    drawing = Drawing(10, 10)
    drawing.add(Circle(5, 5, 5))
    with pytest.raises(TypeError):
        svg(drawing, "")
