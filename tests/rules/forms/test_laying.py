"""Sheets and columns of a form are found wherever they went, and every move told."""

from dataclasses import replace

from desktop.errors import Problem
from desktop.rules.forms.laying import lay
from desktop.rules.grid import Cell, Grid, GridRow
from tests.rules.forms.sheets import (
    COLUMNS,
    KEY,
    LIST,
    ROW_TOTAL,
    SUMMARY,
    a_content,
    a_row,
    a_total,
    listed,
    source,
    summary,
)

PLACES = list(range(len(COLUMNS)))


def shifted(grid: Grid, down: int, aside: int) -> Grid:
    """Return a sheet with blank rows above and blank columns on the left."""
    blank = tuple(GridRow(number=n + 1, cells=()) for n in range(down))
    moved = tuple(
        GridRow(
            number=row.number + down,
            cells=(*(Cell() for _ in range(aside)), *row.cells),
            hidden=row.hidden,
        )
        for row in grid.rows
    )
    return replace(grid, rows=(*blank, *moved))


def test_everything_is_found_where_it_was_put() -> None:
    laid = lay(a_content(), source(summary(B=5), listed(a_row(), a_row())), ROW_TOTAL)
    (one,) = laid.sheets
    assert [at for _, at in one.columns] == PLACES
    assert [row.number for row in one.rows] == [5, 6]
    assert one.key == len(COLUMNS)
    assert laid.total_at(a_total()) == (3, 1)
    assert (laid.reasons, laid.faults) == ((), ())


def test_rows_and_columns_put_in_move_everything_alike() -> None:
    moved = source(shifted(summary(B=5), 3, 0), shifted(listed(a_row()), 2, 1))
    laid = lay(a_content(), moved, ROW_TOTAL)
    (one,) = laid.sheets
    assert [at for _, at in one.columns] == [at + 1 for at in PLACES]
    assert (one.key, one.rows[0].number) == (len(COLUMNS) + 1, 7)
    assert laid.moved == (3, 0)
    assert laid.reasons == (("columns_moved", LIST, str(len(COLUMNS))),)
    assert one.address(one.rows[0], "attendance") == "E7"


def test_columns_put_in_beside_the_totals_move_them() -> None:
    laid = lay(a_content(), source(shifted(summary(B=5), 0, 2), listed()), ROW_TOTAL)
    assert laid.total_at(a_total()) == (3, 3)


def test_a_renamed_list_is_found_by_its_headings() -> None:
    laid = lay(a_content(), source(summary(), listed(a_row(), name="Sửa")), ROW_TOTAL)
    assert laid.sheets[0].grid.name == "Sửa"
    assert laid.reasons == (("sheet_renamed", LIST, "Sửa"),)


def test_a_renamed_summary_is_the_only_sheet_left() -> None:
    renamed = replace(summary(B=5), name="Tổng")
    laid = lay(a_content(), source(renamed, listed()), ROW_TOTAL)
    assert laid.summary is not None
    assert laid.summary.name == "Tổng"
    assert laid.reasons == (("sheet_renamed", SUMMARY, "Tổng"),)


def test_what_is_not_there_is_a_fault() -> None:
    laid = lay(a_content(), source(Grid(name="x", rows=())), ROW_TOTAL)
    assert {one.code for one in laid.faults} == {"sheet_missing"}
    hidden = lay(a_content(), source(summary(), hidden_sheets=(LIST,)), ROW_TOTAL)
    (fault,) = hidden.faults
    assert (fault.code, fault.sheet, fault.facts) == ("sheet_hidden", SUMMARY, (LIST,))


def test_a_copy_is_told_and_one_that_differs_is_a_fault() -> None:
    own = listed(a_row())
    same = lay(a_content(), source(summary(), own, replace(own, name="bản 2")))
    assert ("sheet_copied", LIST, "bản 2") in same.reasons
    other = listed(a_row(), a_row(title="Khác"), name="bản 2")
    differs = lay(a_content(), source(summary(), own, other))
    (fault,) = differs.faults
    assert (fault.code, fault.sheet, fault.cell) == ("sheet_copied", "bản 2", "A6")
    assert fault.facts == ("bản 2", LIST, "1")


def test_a_heading_changed_is_told_and_a_column_gone_is_a_fault() -> None:
    own = listed(a_row())
    cells = list(own.rows[2].cells)
    cells[4] = Cell(text="Nơi họp")
    renamed = replace(own, rows=(*own.rows[:2], replace_cells(own, cells)))
    laid = lay(a_content(), source(summary(), renamed))
    assert laid.reasons == (("column_renamed", LIST, "E3", "Địa điểm", "Nơi họp"),)
    cells[4] = Cell()
    gone = replace(own, rows=(*own.rows[:2], replace_cells(own, cells)))
    (fault,) = lay(a_content(), source(summary(), gone)).faults
    assert (fault.code, fault.facts) == ("column_missing", ("Địa điểm",))


def replace_cells(grid: Grid, cells: list[Cell]) -> GridRow:
    return replace(grid.rows[2], cells=tuple(cells))


def test_without_headings_nothing_is_guessed() -> None:
    bare = replace(listed(a_row()), rows=())
    (fault,) = lay(a_content(), source(summary(), bare)).faults
    assert fault.code == "headings_missing"


def test_hidden_rows_and_columns_are_told_but_for_that_of_the_keys() -> None:
    notes = (
        Problem("table", "foreign_columns", (LIST, f"C, {KEY}"), blocking=False),
        Problem("table", "foreign_links", blocking=False),
    )
    workbook = source(summary(), listed(a_row(), hidden=[5]), notes=notes)
    assert lay(a_content(), workbook).reasons == (
        ("rows_hidden", LIST, "1", "5"),
        ("foreign_columns", LIST, "C"),
        ("foreign_links",),
    )
