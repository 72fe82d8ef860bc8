"""Drawing filled pages."""

import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops

from desktop.files.pdf.body import LANDSCAPE, PORTRAIT, Stretch
from desktop.files.pdf.document import draw
from desktop.files.pdf.pages import NO_MARGINS, Margins, corner, draw_pages, paged
from desktop.files.pdf.strips import Place, Strip
from desktop.files.pdf.text import NOTE, enter, title
from desktop.progress import silent
from desktop.records.report import Chart, Heading, Report, Table
from tests.files.pdf_reader import MM, Line, page_sizes, read_lines
from tests.files.report_builder import (
    a_months_chart,
    a_report,
    a_targets_chart,
    a_wide_table,
    an_annex,
)


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
    pdf, _ = draw_pages(pages, NO_MARGINS, silent)
    assert page_sizes(pdf) == [(210, 297), (210, 297), (297, 210)]


def test_a_place_is_told_by_page_and_points_from_the_lower_corner() -> None:
    place = Place(name="here", left=10, top=20, width=30, height=40)
    part = [Stretch(PORTRAIT, [a_strip(700), a_strip(100, place)])]
    _, boxes = draw_pages(list(paged(part)), NO_MARGINS, silent)
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
    pdf, _ = draw_pages(list(paged([Stretch(PORTRAIT, strips)])), NO_MARGINS, silent)
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as tree:
        found = [
            (item.title, [each.title for each in item.children]) for item in tree.root
        ]
    assert found == [("a", ["b"]), ("c", [])]


DOTS = 100
"""Of pictures of pages, in an inch."""


def pictures(pdf: bytes) -> Iterator[Image.Image]:
    """Yield every page as it looks, in greys."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document)):
            page = document[number]
            yield page.render(scale=DOTS / 72, grayscale=True).to_pil().convert("L")
    finally:
        document.close()


def ink(picture: Image.Image) -> tuple[float, float, float, float]:
    """Return how far ink stays from left, top, right and bottom, in millimetres."""
    white = Image.new("L", picture.size, 255)
    found = ImageChops.difference(picture, white).point(lambda dot: dot > 24 and 255)
    box = found.getbbox()
    assert box is not None, "a blank page"
    unit = 25.4 / DOTS
    wide, tall = picture.size
    return box[0] * unit, box[1] * unit, (wide - box[2]) * unit, (tall - box[3]) * unit


def coded(table: Table) -> Table:
    rows = tuple(
        replace(
            row,
            codes=tuple(
                f"A{number}" if place > 1 and isinstance(value, int) else ""
                for place, value in enumerate(row.values)
            ),
        )
        for number, row in enumerate(table.rows)
    )
    return replace(table, rows=rows)


def a_large_report() -> Report:
    """Return 60 units in 14 columns with codes, and three charts of all kinds."""
    names = a_months_chart().bars * 5
    units = tuple(
        replace(bar, label=f"Xã Đăk Ngọk {place}") for place, bar in enumerate(names)
    )
    charts: tuple[Chart, ...] = (
        a_targets_chart(),
        a_months_chart(),
        a_months_chart(code="units_chart", title="Số cuộc theo đơn vị", bars=units),
    )
    blocks = (Heading(level=1, text="I. BIỂU ĐỒ"), *charts)
    annex = an_annex(blocks=(coded(a_wide_table(60)), a_targets_chart()))
    return a_report(blocks=blocks, annexes=(annex,))


@pytest.fixture(scope="module")
def large() -> bytes:
    return draw(a_large_report()).pdf


def test_no_ink_of_a_large_report_lies_in_the_margins(large: bytes) -> None:
    numbers = 0
    for picture in pictures(large):
        left, top, right, bottom = ink(picture)
        assert left >= 29.4
        assert right >= 14.4
        assert bottom >= 19.4
        if top < 19:
            numbers += 1
            height = round(18 / 25.4 * DOTS)
            number = picture.crop((0, 0, picture.width, height))
            assert ink(number)[0] > 80, "only a number, in the middle"
    assert numbers == len(page_sizes(large)) - 2, "none on the first of each part"


def centres(page: list[Line]) -> list[float]:
    """Return the middle of each column, by the numbers printed under the heading."""
    signs = {line.text: line.middle for line in page}
    return [signs[f"({number})"] for number in range(1, 15)]


def test_every_column_is_headed_whole_on_every_page(large: bytes) -> None:
    table = a_wide_table(60)
    sizes = page_sizes(large)
    lines = read_lines(large)
    pages = [page for page, size in enumerate(sizes) if size == (297, 210)]
    headed = [
        page
        for page in pages
        if any(line.text == "(14)" for line in lines if line.page == page)
    ]
    assert headed == pages[: len(headed)]
    assert len(headed) >= len(pages) - 1, "the chart may have a page of its own"
    assert len(headed) >= 2
    for page in headed:
        there = [line for line in lines if line.page == page]
        for column, middle in zip(table.columns, centres(there), strict=True):
            words = [line.text for line in there if abs(line.middle - middle) < 1.5]
            assert column.heading[-1] in " ".join(words), (page, column.heading)


def test_every_figure_stands_whole_in_its_column(large: bytes) -> None:
    table = a_wide_table(60)
    lines = [line for line in read_lines(large) if not line.text.startswith("A")]
    row = {line.text: line for line in lines if line.page and line.x0 / MM < 40}
    printed = 0
    for unit in table.rows[:-1]:
        first = row[str(unit.values[0])]
        beside = [
            line
            for line in lines
            if line.page == first.page and abs(line.y - first.y) < 1
        ]
        texts = {line.text for line in beside}
        wanted = {f"{value:,}".replace(",", ".") for value in unit.values[2:13]}
        assert wanted <= texts, unit.values
        printed += 1
        ends = sorted((line.x0, line.x1) for line in beside)
        for (_, end), (start, _) in pairwise(ends):
            assert end < start, "texts of two columns meet"
    assert printed == 60


def test_a_chart_of_many_units_is_cut_into_charts_that_can_be_read(
    large: bytes,
) -> None:
    lines = read_lines(large)
    names = [line for line in lines if line.text.startswith("Xã Đăk Ngọk")]
    in_charts = [line for line in names if line.page < 5 and line.size < 11]
    text = " ".join(line.text for line in in_charts).split("Xã Đăk Ngọk ")
    assert sorted(int(number) for number in text if number) == list(range(60))
    assert min(line.size for line in in_charts) >= 8


def test_the_corner_of_page_1_keeps_to_the_right_margin() -> None:
    box = corner(PORTRAIT)
    assert box.x1 == PORTRAIT.width - PORTRAIT.right
    assert box.y0 >= PORTRAIT.height - PORTRAIT.top
    assert box.page == 0


def test_the_code_stands_below_the_foot_of_every_page_and_inside_its_margin() -> None:
    part = [
        Stretch(PORTRAIT, [a_strip(700), a_strip(700)]),
        Stretch(LANDSCAPE, [a_strip(100)]),
    ]
    margins = Margins(foot="Bản thực hành", code="Mã đối chiếu: 79QB0", corner="CHƯA")
    pdf, _ = draw_pages(list(paged(part)), margins, silent)
    lines = read_lines(pdf)
    feet = [line for line in lines if line.text == margins.foot]
    codes = [line for line in lines if line.text == margins.code]
    assert [line.page for line in feet] == [line.page for line in codes] == [0, 1, 2]
    for foot, code in zip(feet, codes, strict=True):
        assert foot.font.endswith("Italic")
        assert not code.font.endswith("Italic")  # letter by letter
        assert code.y / MM == pytest.approx(10)
        assert code.y + 11 < foot.y < 20 * MM - foot.size * 0.9
    (corner_line,) = [line for line in lines if line.text == margins.corner]
    assert (corner_line.page, corner_line.size) == (0, 10)
    assert corner_line.x1 / MM == pytest.approx(195, abs=0.1)


def test_the_foot_alone_stands_where_the_code_would() -> None:
    pages = list(paged([Stretch(PORTRAIT, [a_strip(100)])]))
    pdf, _ = draw_pages(pages, Margins(foot="Bản thực hành"), silent)
    (foot,) = read_lines(pdf)
    assert foot.y / MM == pytest.approx(10)
