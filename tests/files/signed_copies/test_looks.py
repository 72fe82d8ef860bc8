"""Two pages look different where something was painted, but for the boxes left free."""

from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop.files.signed_copies.looks import unlike
from tests.files.signed_copies.printed import BODY, HEAD, printed

SENT = printed(HEAD, BODY)


def test_the_same_pages_look_the_same() -> None:
    assert [*unlike(SENT, printed(HEAD, BODY), {})] == []


def test_a_patch_is_seen_on_its_page_unless_its_place_is_free() -> None:
    patched = printed(HEAD, BODY, dots=(("", 300, 300),))
    assert [*unlike(SENT, patched, {})] == [0, 1]
    assert [*unlike(SENT, patched, {0: [(295, 295, 345, 325)]})] == [1]


@pytest.mark.parametrize(
    "marks",
    [
        ((0.0, 6.0, 2.5, 5.5), (2.5, 6.0, 2.5, 0.0)),  # a one drawn into a figure
        ((1.0, 0.0, 0.3, -2.0),),  # a comma
    ],
)
def test_a_stroke_drawn_into_a_figure_is_seen(
    marks: tuple[tuple[float, ...], ...],
) -> None:
    over = BytesIO()
    canvas = Canvas(over)
    canvas.setLineWidth(0.8)
    for x0, y0, x1, y1 in marks:
        canvas.line(190 + x0, 600 + y0, 190 + x1, 600 + y1)
    canvas.showPage()
    canvas.save()
    output = BytesIO()
    with pikepdf.open(BytesIO(SENT)) as document, pikepdf.open(over) as layer:
        document.pages[1].add_overlay(layer.pages[0], None)
        document.save(output)
    assert [*unlike(SENT, output.getvalue(), {})] == [1]


def test_a_file_saved_anew_looks_the_same() -> None:
    output = BytesIO()
    with pikepdf.open(BytesIO(SENT)) as document:
        document.save(output, linearize=True)
    assert [*unlike(SENT, output.getvalue(), {})] == []


def test_a_page_of_another_size_is_another_page() -> None:
    output = BytesIO()
    with pikepdf.open(BytesIO(SENT)) as document:
        document.pages[1].mediabox = pikepdf.Array([0, 0, 842, 595])
        document.save(output)
    assert [*unlike(SENT, output.getvalue(), {})] == [1]
