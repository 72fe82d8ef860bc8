"""A grid gives an empty cell where a row is too short."""

from desktop.rules.grid import EMPTY, Cell, Grid, GridRow
from tests.rules.task_table.tables import a_row


def test_a_short_row_ends_in_empty_cells() -> None:
    row = a_row("1 | Tập huấn")
    assert [row.cell(n).text for n in range(-1, 4)] == ["", "1", "Tập huấn", "", ""]
    assert row.cell(9) is EMPTY


def test_a_row_of_spaces_is_blank_and_one_with_a_fault_is_not() -> None:
    assert GridRow(number=1, cells=(Cell(text=" \n"), Cell())).blank
    assert not GridRow(number=1, cells=(Cell(fault="formula"),)).blank


def test_the_widest_row_tells_the_width() -> None:
    assert Grid(rows=(a_row("1 | 2 | 3"), a_row("1"))).width == 3
    assert Grid(rows=()).width == 0
