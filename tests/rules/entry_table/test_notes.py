"""What is to be known of a sheet as a whole is told once."""

from desktop.errors import Problem
from desktop.rules.entry_table.notes import table_notes
from desktop.rules.entry_table.rows import RowKind, SheetRow
from desktop.rules.grid import GridRow, TableSource
from tests.rules.entry_table.sheets import a_grid, looked_at

GRID = a_grid(("a",), name="Trang")


def told(*rows: SheetRow, source: TableSource | None = None) -> list[tuple[str, ...]]:
    found = table_notes(source or TableSource(grids=(GRID,)), GRID, rows, (), ())
    return [(one.code, *one.facts) for one in found]


def of(kind: RowKind, number: int, *, hidden: bool = False) -> SheetRow:
    return SheetRow(row=GridRow(number=number, cells=(), hidden=hidden), kind=kind)


def test_nothing_is_told_of_an_ordinary_sheet() -> None:
    assert told(of(RowKind.ENTRY, 2)) == []


def test_rows_left_out_are_told_by_their_numbers() -> None:
    rows = [of(RowKind.TOTAL, 4), of(RowKind.ENTRY, 5), of(RowKind.TOTAL, 9)]
    assert told(*rows) == [("row_total_left", "4, 9")]


def test_many_numbers_are_cut_short() -> None:
    rows = [of(RowKind.ENTRY, n, hidden=True) for n in range(2, 40)]
    ((code, numbers),) = told(*rows)
    assert code == "rows_hidden"
    assert numbers.startswith("2, 3, 4")
    assert numbers.endswith(", 13, …")


def test_what_the_reader_left_out_comes_first() -> None:
    note = Problem("table", "foreign_macros", blocking=False)
    other = a_grid(("x",), name="Khác")
    source = TableSource(grids=(GRID, other), hidden_sheets=("Ẩn",), notes=(note,))
    assert told(source=source) == [
        ("foreign_macros",),
        ("sheets_left", "Khác"),
        ("sheets_hidden", "Ẩn"),
    ]


def test_required_fields_without_a_column_are_told_by_name() -> None:
    shown = looked_at(("Tên lớp", "Ngày"), ("A", "13/6/2024"), settled={})
    wanting = [one.field for one in shown.notes if one.code == "column_wanting"]
    assert tuple(wanting) == shown.wanting == ("form", "pillar")


def test_a_second_column_of_a_field_is_told_where_it_says_anything() -> None:
    heads = ("Tên lớp", "Ngày", "Số lượt người", "Số lượt", "Số lượt người")
    row = ("Lớp một", "13/06/2024", "40", "", "41")
    notes = [one for one in looked_at(heads, row).notes if one.code == "column_again"]
    assert [(one.field, one.facts) for one in notes] == [
        ("attendance", ("Số lượt người",))
    ]
    aside = looked_at(heads, row, columns={4: ""})
    assert not [one for one in aside.notes if one.code == "column_again"], "was chosen"
