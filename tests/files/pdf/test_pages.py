"""Drawing filled pages."""

import io

import pikepdf
import pytest

from desktop.files.pdf.body import LANDSCAPE, PORTRAIT, Stretch
from desktop.files.pdf.pages import draw_pages, paged
from desktop.files.pdf.strips import Place, Strip
from desktop.files.pdf.text import NOTE, enter, title
from desktop.progress import silent
from tests.files.pdf_reader import page_sizes


def a_strip(height: float, *places: Place) -> Strip:
    return Strip(
        height=height, draw=lambda _canvas, _left, _top: None, places=tuple(places)
    )


def test_numbers_run_on_through_pages_that_lie() -> None:
    part = [
        Stretch(PORTRAIT, [a_strip(700), a_strip(700)]),
        Stretch(LANDSCAPE, [a_strip(100)]),
    ]
    pages = list(paged(part))
    assert [(page.number, page.sheet) for page in pages] == [
        (1, PORTRAIT),
        (2, PORTRAIT),
        (3, LANDSCAPE),
    ]
    pdf, _ = draw_pages(pages, "", silent)
    assert page_sizes(pdf) == [(210, 297), (210, 297), (297, 210)]


def test_a_place_is_told_by_page_and_points_from_the_lower_corner() -> None:
    place = Place(name="here", left=10, top=20, width=30, height=40)
    part = [Stretch(PORTRAIT, [a_strip(700), a_strip(100, place)])]
    _, boxes = draw_pages(list(paged(part)), "", silent)
    box = boxes["here"]
    assert box.page == 1
    assert box.x0 == pytest.approx(PORTRAIT.left + 10)
    assert box.x1 == pytest.approx(PORTRAIT.left + 40)
    assert box.y1 == pytest.approx(PORTRAIT.height - PORTRAIT.top - 20)
    assert box.y0 == pytest.approx(box.y1 - 40)


def test_the_outline_skips_no_level() -> None:
    strips = [
        strip
        for text, level in (("a", 2), ("b", 2), ("c", 0))
        for strip in enter(title(text, NOTE, 100), text, level)
    ]
    pdf, _ = draw_pages(list(paged([Stretch(PORTRAIT, strips)])), "", silent)
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as tree:
        found = [
            (item.title, [each.title for each in item.children]) for item in tree.root
        ]
    assert found == [("a", ["b"]), ("c", [])]
