"""The model of a register reads what is shown and no more."""

import datetime as dt
import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.gui.tables.register_table import BLOCK, RegisterModel
from desktop.store import records
from tests import builders
from tests.gui.entry_office import YEAR, keep, register

MANY = 3 * BLOCK


@pytest.fixture
def model(session: Session) -> RegisterModel:
    day = dt.date(2024, 1, 1)
    with session.store.change("record_many") as change:
        for number in range(MANY):
            one = builders.an_activity(
                id=f"a{number}",
                title=f"Lớp {number}",
                last_day=day + dt.timedelta(days=number % 300),
                attendance=number,
            )
            records.put(change, one)
    return RegisterModel(
        session.store, register(session, "training"), read_names(session), YEAR
    )


def column(model: RegisterModel, name: str) -> int:
    names = [one.field.name for one in model.columns]
    return names.index(name)


def titles(model: RegisterModel, count: int) -> list[str]:
    at = column(model, "title")
    return [str(model.index(row, at).data()) for row in range(count)]


def test_qt_finds_no_fault_with_the_model(model: RegisterModel) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    model.sort(column(model, "title"))
    model.set_filter(column(model, "attendance"), ">100")
    model.clear_filters()
    model.sort(-1)
    assert tester.model() is model


def test_only_the_blocks_shown_are_read(model: RegisterModel) -> None:
    read: list[str] = []
    model._store.reader.set_trace_callback(read.append)
    model.index(0, 0).data()
    model.index(BLOCK - 1, 3).data()
    blocks = [sql for sql in read if "limit" in sql]
    assert len(blocks) == 1
    model.index(MANY - 1, 0).data()
    model._store.reader.set_trace_callback(None)
    assert len([sql for sql in read if "limit" in sql]) == 2


def test_all_rows_are_there_once_and_newest_first(model: RegisterModel) -> None:
    assert model.rowCount() == MANY
    found = [model.record(row) for row in range(MANY)]
    assert len({one.id for one in found}) == MANY
    days = [one.last_day for one in found]
    assert days == sorted(days, reverse=True)
    assert model.record(MANY) is None
    assert model.record(-1) is None


def test_a_heading_sorts_and_sorting_off_is_newest_first(model: RegisterModel) -> None:
    newest = titles(model, 5)
    model.sort(column(model, "title"), Qt.SortOrder.AscendingOrder)
    assert titles(model, 3) == ["Lớp 0", "Lớp 1", "Lớp 2"]
    model.sort(column(model, "attendance"), Qt.SortOrder.DescendingOrder)
    assert titles(model, 2) == [f"Lớp {MANY - 1}", f"Lớp {MANY - 2}"]
    model.sort(-1)
    assert titles(model, 5) == newest


def test_a_record_is_found_in_any_order(model: RegisterModel) -> None:
    for sort_by in (-1, column(model, "title")):
        model.sort(sort_by)
        row = model.row_of("a77")
        assert row is not None
        assert model.record(row).id == "a77"
    assert model.row_of("nobody") is None


def test_filters_add_up_and_are_counted(model: RegisterModel) -> None:
    model.set_filter(column(model, "attendance"), "10-19")
    assert model.rowCount() == 10
    model.set_filter(column(model, "title"), "lop 11")
    assert titles(model, model.rowCount()) == ["Lớp 11"]
    assert model.filtered
    assert model.count_all() == MANY
    model.set_text("lop 12")
    assert model.rowCount() == 0
    model.clear_filters()
    assert (model.rowCount(), model.filtered) == (MANY, False)


def test_sums_are_of_the_rows_shown(model: RegisterModel) -> None:
    model.set_filter(column(model, "attendance"), "1-4")
    assert model.totals()["attendance"] == 10


def test_another_period_shows_other_rows(model: RegisterModel) -> None:
    january = dt.date(2024, 1, 31)
    model.set_period(
        type(YEAR)(
            code="2024-M01",
            first_day=YEAR.first_day,
            last_day=january,
            closing_day=january,
        )
    )
    assert {model.record(row).last_day.month for row in range(model.rowCount())} == {1}
    model.set_period(None)
    assert model.rowCount() == MANY


def test_numbers_stand_right_and_cells_are_read_out_with_their_column(
    model: RegisterModel,
) -> None:
    cell = model.index(0, column(model, "attendance"))
    side = model.data(cell, Qt.ItemDataRole.TextAlignmentRole)
    assert isinstance(side, Qt.AlignmentFlag)
    assert side & Qt.AlignmentFlag.AlignRight
    said = model.data(cell, Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"Số lượt người: {cell.data()}"
    blank = model.index(0, column(model, "place"))
    assert model.data(blank, Qt.ItemDataRole.AccessibleTextRole) == "Địa điểm: trống"


def test_a_change_is_seen_after_reloading(
    model: RegisterModel, session: Session
) -> None:
    keep(
        session,
        builders.an_activity(
            id="new", title="Mới", last_day=YEAR.last_day.replace(day=19)
        ),
    )
    model.reload()
    assert titles(model, 1) == ["Mới"]
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        session.store.reader.execute("delete from activities")
