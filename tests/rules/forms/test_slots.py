"""Slots: every value of a form is named by what it is, wherever it has moved to."""

from desktop.records.form import FormColumn, FormContent, FormSheet, FormTotal
from desktop.records.identity import Code
from desktop.records.register import FieldType
from desktop.rules.forms.laying import lay
from desktop.rules.forms.slots import by_place, slots
from desktop.rules.grid import Cell, Grid, GridRow, TableSource

CONTENT = FormContent(
    layout="09a",
    layout_version=1,
    summary="Tổng hợp",
    totals=(
        FormTotal(
            key="people",
            cell="B2",
            label="Lượt người",
            unit="lượt",
            figures=(Code("A"),),
        ),
    ),
    sheets=(
        FormSheet(
            register=Code("training"),
            sheet="Tập huấn",
            first_row=2,
            last_row=9,
            key_column="C",
            columns=(
                FormColumn(field="title", column="A", label="Tên", type=FieldType.TEXT),
                FormColumn(
                    field="attendance",
                    column="B",
                    label="Lượt người",
                    type=FieldType.INTEGER,
                ),
            ),
        ),
    ),
)


def grid(name: str, *rows: tuple[str, ...]) -> Grid:
    return Grid(
        name=name,
        rows=tuple(
            GridRow(number=at, cells=tuple(Cell(text=text) for text in row))
            for at, row in enumerate(rows, 1)
        ),
    )


SUMMARY = grid("Tổng hợp", ("", "Lượt người"), ("", "30"))


def told(*rows: tuple[str, ...]) -> dict[tuple[str, str, str], tuple[str, str]]:
    listed = grid("Tập huấn", *rows)
    laid = lay(CONTENT, TableSource(grids=(SUMMARY, listed)))
    return {slot: (one.cell, one.text) for slot, one in slots(CONTENT, laid).items()}


HEAD = ("Tên", "Lượt người", "")


def test_totals_and_entries_are_named() -> None:
    found = told(HEAD, ("Lớp 1", "40", "k1"))
    assert found["Tổng hợp", "", "people"] == ("B2", "30")
    assert found["Tập huấn", "k1", "title"] == ("A2", "Lớp 1")
    assert found["Tập huấn", "k1", "attendance"] == ("B2", "40")


def test_a_row_put_in_above_moves_cells_and_keeps_names() -> None:
    found = told(HEAD, ("Lớp 0", "10", ""), ("Lớp 1", "40", "k1"))
    assert found["Tập huấn", "k1", "title"] == ("A3", "Lớp 1")
    assert found["Tập huấn", "#1", "title"] == ("A2", "Lớp 0")


def test_a_row_copied_with_its_hidden_key_is_a_row_without_one() -> None:
    found = told(HEAD, ("Lớp 1", "40", "k1"), ("Lớp 2", "50", "k1"))
    assert found["Tập huấn", "k1", "title"] == ("A2", "Lớp 1")
    assert found["Tập huấn", "#1", "title"] == ("A3", "Lớp 2")


def test_a_cell_leads_back_to_its_name() -> None:
    listed = grid("Tập huấn", HEAD, ("Lớp 1", "40", "k1"))
    laid = lay(CONTENT, TableSource(grids=(SUMMARY, listed)))
    places = by_place(slots(CONTENT, laid))
    assert places["Tập huấn", "B2"] == ("Tập huấn", "k1", "attendance")
    assert places["Tổng hợp", "B2"] == ("Tổng hợp", "", "people")


def test_a_workbook_without_the_summary_has_no_totals() -> None:
    listed = grid("Tập huấn", HEAD, ("Lớp 1", "40", "k1"))
    other = grid("Trang A", ("gì đó",)), grid("Trang B", ("gì khác",))
    laid = lay(CONTENT, TableSource(grids=(listed, *other)))
    assert all(slot[0] == "Tập huấn" for slot in slots(CONTENT, laid))
