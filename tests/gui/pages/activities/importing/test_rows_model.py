"""Each row says by word and sign what becomes of it, each cell what is wrong."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.importing.rows_model import (
    CELL,
    FIXED,
    Heading,
    RowsModel,
    can_tick,
)
from desktop.gui.session import Session
from desktop.rules.entry_table.fates import Fate, Preview
from tests.gui.entry_office import register
from tests.gui.pages.activities.importing.previews import a_preview, a_row

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
TIP = Qt.ItemDataRole.ToolTipRole


def headings(preview: Preview) -> list[Heading]:
    return [
        Heading(one, one.heading, number=one.field == "attendance")
        for one in preview.columns
        if one.field
    ]


@pytest.fixture
def model(session: Session, qtbot: QtBot) -> RowsModel:
    preview = a_preview(register(session, "training"))
    made = RowsModel()
    made.show_preview(preview, headings(preview), range(10))
    return made


def row(model: RowsModel, at: int) -> list[object]:
    return [model.index(at, column).data() for column in range(model.columnCount())]


def test_rows_show_tick_fate_and_cells(model: RowsModel) -> None:
    assert row(model, 0) == [
        "☑",
        "+ Thêm",
        "Lớp tập huấn số 5",
        "05/08/2024",
        "Hội trường",
        "40",
        "",
    ]
    assert row(model, 3)[:4] == [
        "",
        "▲ Không nhận",
        "Lớp tập huấn số 8",
        "▲ 31/02/2024",
    ]
    assert row(model, 7)[1] == "+ Thêm (ẩn)"
    assert row(model, 8)[:2] == ["☐", "– Bỏ qua"]


def test_a_changed_cell_shows_old_and_new(model: RowsModel) -> None:
    assert row(model, 2)[4] == "Hội trường → Nhà văn hóa"
    assert row(model, 2)[5] == "30 → 35"


def test_healed_text_is_shown_healed_and_told_before_and_after(
    model: RowsModel,
) -> None:
    cell = model.index(1, 4)
    assert cell.data() == "Nhà rông"
    assert "“Nhµ r«ng” → “Nhà rông”" in str(cell.data(TIP))


def test_the_number_beside_a_row_is_that_of_the_file(model: RowsModel) -> None:
    down = Qt.Orientation.Vertical
    assert [model.headerData(at, down) for at in (0, 3, 9)] == ["5", "8", "14"]
    across = Qt.Orientation.Horizontal
    assert model.headerData(1, across) == "Kết quả"
    assert model.headerData(3, across) == "Ngày mở"
    assert model.headerData(3, across, TIP) == "Ngày mở\nCột C: “Ngày mở”"


def test_a_screen_reader_hears_the_row_the_field_and_the_fault(
    model: RowsModel,
) -> None:
    assert model.index(3, 1).data(SPOKEN) == "Dòng 8: Không nhận"
    said = str(model.index(3, 3).data(SPOKEN))
    assert said.startswith("Ngày mở: ▲ 31/02/2024; C8 Ngày mở: Lịch không có ngày")
    assert model.index(0, 0).data(SPOKEN) == "Sẽ nhập; phím cách để bỏ"
    assert model.index(3, 0).data(SPOKEN) == "Không nhập được"


def test_sums_and_titles_between_rows_cannot_be_ticked() -> None:
    total = replace(a_row(20, Fate.LEFT_OUT), cells=())
    assert not can_tick(total)
    assert can_tick(a_row(20, Fate.LEFT_OUT))
    assert not can_tick(a_row(20, Fate.SAME))


def test_cells_are_found_by_their_column_wherever_they_stand(
    session: Session, qtbot: QtBot
) -> None:
    preview = a_preview(register(session, "training"))
    first = preview.rows[0]
    turned = replace(first, cells=tuple(reversed(first.cells)))
    made = RowsModel()
    made.show_preview(replace(preview, rows=(turned,)), headings(preview), range(1))
    assert row(made, 0)[2:4] == ["Lớp tập huấn số 5", "05/08/2024"]
    assert made.index(0, FIXED).data(CELL) is first.cells[0]
    bare = replace(first, cells=())
    made.show_preview(replace(preview, rows=(bare,)), headings(preview), range(1))
    assert row(made, 0)[2:] == [None] * 5


def test_the_same_rows_change_only_their_cells(
    session: Session, qtbot: QtBot, signals: Callable[[RowsModel], list[str]]
) -> None:
    preview = a_preview(register(session, "training"))
    made = RowsModel()
    assert made.show_preview(preview, headings(preview), range(10))
    heard = signals(made)
    rows = (a_row(5, Fate.LEFT_OUT), *preview.rows[1:])
    assert not made.show_preview(
        replace(preview, rows=rows), headings(preview), range(10)
    )
    assert heard == ["changed"]
    assert row(made, 0)[1] == "– Bỏ qua"
    assert made.show_preview(preview, headings(preview), [3, 6])
    assert heard == ["changed", "reset"]
    assert (made.place(1), made.shown_at(6), made.shown_at(0)) == (6, 1, None)


@pytest.fixture
def signals() -> Callable[[RowsModel], list[str]]:
    def listen(model: RowsModel) -> list[str]:
        heard: list[str] = []
        model.modelReset.connect(lambda: heard.append("reset"))
        model.dataChanged.connect(lambda *_: heard.append("changed"))
        return heard

    return listen


def test_nothing_is_below_a_cell(model: RowsModel) -> None:
    inside = model.index(0, 0)
    assert (model.rowCount(inside), model.columnCount(inside)) == (0, 0)
    assert model.data(QModelIndex()) is None


def test_ten_thousand_rows_are_shown_at_once(session: Session, qtbot: QtBot) -> None:
    preview = a_preview(register(session, "training"))
    rows = tuple(a_row(number, Fate.ADD) for number in range(5, 10_005))
    many = replace(preview, rows=rows)
    made = RowsModel()
    started = time.perf_counter()
    made.show_preview(many, headings(many), range(10_000))
    assert row(made, 9_999)[2] == "Lớp tập huấn số 10004"
    assert time.perf_counter() - started < 0.5
