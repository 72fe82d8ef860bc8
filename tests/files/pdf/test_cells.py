"""Cells of tables on the page."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.cells import Cell, Grid, drawing
from desktop.files.pdf.tails import Tail
from desktop.records.report import Column, Footnote
from tests.files.pdf_reader import Line, Shape, find, read_lines, read_shapes

COLUMNS = (Column(heading=("Tên",)), Column(heading=("Số",)))
GRID = Grid(COLUMNS, (100, 80), (0, 100, 180), (0, 20), 10)


def drawn(*cells: Cell, height: float) -> tuple[list[Line], list[Shape]]:
    fonts.register()
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(300, 300))
    drawing(cells, GRID, fonts.REGULAR, height)(canvas, 50, 250)
    canvas.save()
    return read_lines(written.getvalue()), read_shapes(written.getvalue())


def test_a_cell_of_lines_is_as_high_as_they_and_their_pads() -> None:
    assert GRID.height(2) == pytest.approx(2 * GRID.leading + 5)
    assert GRID.leading == pytest.approx(12.2)


def test_a_text_breaks_within_its_columns_less_what_follows_it() -> None:
    words = "một hai ba bốn năm sáu"
    assert len(GRID.wrap(words, fonts.REGULAR, (0, 2))) == 1
    assert len(GRID.wrap(words, fonts.REGULAR, (0, 1))) == 2
    assert len(GRID.wrap(words, fonts.REGULAR, (0, 1), 55)) == 3


def test_only_the_last_line_leaves_room_for_what_follows_a_text() -> None:
    words = "một hai ba bốn năm sáu"
    first, last = GRID.wrap(words, fonts.REGULAR, (0, 1))
    assert GRID.followed(words, fonts.REGULAR, (0, 1), 55) == [first, last]
    assert len(GRID.wrap(words, fonts.REGULAR, (0, 1), 55)) == 3
    assert GRID.followed(words, fonts.REGULAR, (0, 1), 0) == [first, last]


def test_a_last_line_that_leaves_no_room_gives_its_last_word_a_line() -> None:
    words = "một hai ba bốn năm"
    (line,) = GRID.wrap(words, fonts.REGULAR, (0, 1))
    assert GRID.followed(line, fonts.REGULAR, (0, 1), 55) == ["một hai ba bốn", "năm"]


def test_a_word_that_leaves_no_room_is_broken_before_what_follows() -> None:
    word = "m" * 11
    assert GRID.wrap(word, fonts.REGULAR, (0, 1)) == [word]
    assert GRID.followed(word, fonts.REGULAR, (0, 1), 55) == ["mmmmm", "mmmmm", "m"]


def test_lines_stand_in_the_middle_of_the_height_by_their_share() -> None:
    cells = (Cell(0, 1, ["Xã"], 0.0), Cell(1, 2, ["12"], 1.0, kept=20))
    lines, shapes = drawn(*cells, height=60)
    name, figure = find(lines, "Xã"), find(lines, "12")
    assert name.x0 == pytest.approx(50 + 3, abs=0.3)
    assert figure.x1 == pytest.approx(50 + 180 - 3 - 20, abs=0.3)
    assert name.y == figure.y == pytest.approx(250 - 30 - 3, abs=1)
    (frames,) = shapes
    assert frames.width == pytest.approx(180, abs=1.1)
    assert frames.height == pytest.approx(60, abs=1.1)


def test_marks_and_codes_follow_the_last_line() -> None:
    tail = Tail((Footnote(number=2, text="a"),), "K9")
    lines, _ = drawn(Cell(1, 2, ["1.234", "567"], 1.0, tail, 20), height=40)
    last, sign, code = (find(lines, text) for text in ("567", "(2)", "K9"))
    assert last.x1 < sign.x0 < sign.x1 < code.x0
    assert sign.y > last.y + 2
    assert code.y == pytest.approx(last.y, abs=0.1)
    assert (sign.size, code.size) == (pytest.approx(6.2), 5)


def test_a_blank_cell_still_shows_its_code_where_a_figure_would_end() -> None:
    lines, _ = drawn(Cell(1, 2, (), 1.0, Tail((), "K9"), 20), height=30)
    code = find(lines, "K9")
    assert code.x0 == pytest.approx(50 + 180 - 3 - 20 + 1.5, abs=0.3)
    assert 250 - 30 < code.y < 250
