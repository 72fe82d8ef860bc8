"""What stands small behind figures."""

from dataclasses import replace

import pytest

from desktop.files import fonts
from desktop.files.pdf.document import draw
from desktop.files.pdf.footnotes import NO_NOTES
from desktop.files.pdf.tails import CODE_GREY, NONE, Tail, code_size, keyed, tails
from desktop.records.report import Footnote, Row, Table
from tests.files.pdf_reader import Line, find, read_lines
from tests.files.report_builder import (
    a_report,
    a_targets_table,
    a_wide_table,
    an_annex,
)

LEAD = "Mã nhỏ cạnh mỗi số"


def coded(table: Table) -> Table:
    """Return the table with a code beside each number, row by row."""
    rows: list[Row] = []
    for number, row in enumerate(table.rows):
        codes = tuple(
            "" if value is None or isinstance(value, str) else f"A{number}{place}"
            for place, value in enumerate(row.values)
        )
        rows.append(replace(row, codes=codes))
    return replace(table, rows=tuple(rows))


def a_coded_wide_table(rows: int) -> Table:
    """Return fourteen columns, twelve of figures, each of them with a code."""
    table = coded(a_wide_table(rows))
    return replace(
        table,
        rows=tuple(replace(row, codes=("", *row.codes[1:])) for row in table.rows),
    )


def behind(lines: list[Line], code: Line) -> Line:
    """Return the text that ends closest before a code, on its line."""
    row = [
        line
        for line in lines
        if line.page == code.page and abs(line.y - code.y) < 1 and line.x1 <= code.x0
    ]
    return max(row, key=lambda line: line.x1)


def test_a_code_stands_right_behind_its_figure_and_never_on_it() -> None:
    lines = read_lines(
        draw(a_report(blocks=(coded(a_targets_table()),), annexes=())).pdf
    )
    for text, code in (("87", "A13"), ("1.204", "A44"), ("77,7", "A15")):
        figure, small = find(lines, text), find(lines, code)
        assert small.y == pytest.approx(figure.y, abs=0.1)
        assert 1 < small.x0 - figure.x1 < 3
        assert small.size >= 5
        assert small.size <= figure.size / 2 + 0.01


@pytest.mark.parametrize("landscape", [True, False])
def test_no_code_touches_a_figure_or_an_edge_in_a_wide_table(landscape: bool) -> None:
    table = a_coded_wide_table(12)
    annex = an_annex(blocks=(replace(table, landscape=landscape),), landscape=landscape)
    lines = read_lines(draw(a_report(blocks=(), annexes=(annex,))).pdf)
    codes = [line for line in lines if line.page and line.text[0] == "A"]
    codes = [line for line in codes if line.text[1:].isdigit()]
    assert len(codes) == sum(len([c for c in row.codes if c]) for row in table.rows)
    for code in codes:
        figure = behind(lines, code)
        assert 1 < code.x0 - figure.x1 < 4, (code, figure)
        assert code.size >= 5
    assert max(line.x1 for line in codes) <= (297 if landscape else 210) * 72 / 25.4


def test_figures_end_on_one_edge_whatever_their_codes() -> None:
    table = coded(a_targets_table())
    lines = read_lines(draw(a_report(blocks=(table,), annexes=())).pdf)
    ends = [find(lines, text).x1 for text in ("87", "186", "318")]
    assert max(ends) - min(ends) < 0.3


def test_codes_are_grey_and_dark_enough_to_read() -> None:
    """Contrast 7 to 1 at least, by the formula of WCAG 2."""
    linear = ((CODE_GREY + 0.055) / 1.055) ** 2.4
    assert (1 + 0.05) / (linear + 0.05) >= 7
    assert code_size(7) == 5
    assert code_size(12) == 6


def test_one_line_says_once_in_each_part_where_the_codes_lead() -> None:
    report = a_report(
        blocks=(coded(a_targets_table()), coded(a_targets_table(code="other"))),
        annexes=(an_annex(blocks=(a_coded_wide_table(2),)), an_annex()),
    )
    lines = read_lines(draw(report).pdf)
    found = [line for line in lines if LEAD in line.text]
    assert len(found) == 2, "the body, and the annex that has codes"
    assert "“Truy vết”" in " ".join(line.text for line in lines)


def test_tables_without_codes_say_nothing_of_them() -> None:
    assert list(keyed((a_targets_table(),))) == [a_targets_table()]


def test_a_table_without_codes_and_notes_has_no_tails() -> None:
    found = tails(a_targets_table(), NO_NOTES)
    assert {tail is NONE for row in found for tail in row} == {True}


def test_the_room_of_a_tail_is_that_of_its_texts() -> None:
    tail = Tail((Footnote(number=1, text="a"),), "B7")
    wide = fonts.width("(1)", fonts.REGULAR, 12 * 0.62)
    wide += fonts.width("B7", fonts.REGULAR, 6)
    assert tail.width(12) == pytest.approx(wide + 2 * 1.5)
    assert NONE.width(12) == 0
