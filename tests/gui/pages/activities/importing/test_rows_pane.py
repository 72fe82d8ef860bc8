"""The rows: counts, filters, faults one after another, ticks."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.importing.rows_pane import RowsPane
from desktop.gui.pages.activities.importing.targets import Targets
from desktop.gui.session import Session
from desktop.gui.tables.columns import columns_of
from desktop.gui.tables.reading_names import read_names
from desktop.rules.entry_table.fates import Choices, Fate
from tests.gui.entry_office import register
from tests.gui.pages.activities.importing.previews import a_preview, a_row, seen


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Callable[..., RowsPane]:
    code, names = register(session, "training"), read_names(session)
    made = RowsPane(lambda _id: None)
    qtbot.addWidget(made)
    made.resize(1100, 560)
    made.show()
    shown = seen(a_preview(code))

    def show(choices: Choices | None = None, **changes: Any) -> RowsPane:
        now = seen(replace(shown.preview, **changes), choices)
        now = replace(now, source=shown.source)
        made.show_seen(now, Targets(code, names), columns_of(code, names))
        return made

    return show


def here(pane: RowsPane) -> tuple[int, int]:
    row = pane.table.row()
    return (0 if row is None else row.number), pane.table.currentIndex().column()


def amended(pane: RowsPane, choices: Choices) -> list[Choices]:
    held = [choices]
    pane.amended.connect(lambda amend: held.append(amend(held[-1])))
    return held


def test_it_begins_at_the_first_fault(show: Callable[..., RowsPane]) -> None:
    pane = show()
    assert here(pane) == (8, 3)
    assert pane.where.text() == "3 lỗi"
    assert "Lịch không có ngày" in pane.detail.toPlainText()


def test_without_faults_it_begins_at_the_first_row_to_be_kept(
    show: Callable[..., RowsPane],
) -> None:
    pane = show(rows=(a_row(5, Fate.SAME), a_row(6, Fate.ADD)))
    assert here(pane)[0] == 6
    assert pane.next.isHidden()
    pane.step_to_fault(1)
    assert here(pane)[0] == 6


def test_faults_are_walked_both_ways_and_round(show: Callable[..., RowsPane]) -> None:
    pane = show()
    walked = []
    for by in (1, 1, 1, -1, -1):
        pane.step_to_fault(by)
        walked.append((here(pane), pane.where.text()))
    assert walked == [
        ((11, 1), "Lỗi 2/3"),
        ((11, 5), "Lỗi 3/3"),
        ((8, 3), "Lỗi 1/3"),
        ((11, 5), "Lỗi 3/3"),
        ((11, 1), "Lỗi 2/3"),
    ]


def test_a_fault_that_is_filtered_out_is_shown_again(
    show: Callable[..., RowsPane],
) -> None:
    pane = show()
    pane.filter.choose(Fate.ADD.value)
    assert pane.table.model_.rowCount() == 4
    pane.step_to_fault(1)
    assert pane.filter.current == "all"
    assert here(pane)[0] in (8, 11)


def test_space_takes_rows_out_and_in(show: Callable[..., RowsPane]) -> None:
    pane = show()
    held = amended(pane, Choices())
    pane.table.go_to(0)
    QTest.keyClick(pane.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(pane.table, Qt.Key.Key_Space)
    assert held[-1].left_out == {5, 6}
    pane.table.go_to(8)
    QTest.keyClick(pane.table, Qt.Key.Key_Space)
    assert held[-1].left_out == {5, 6}, "13 was not among them"
    pane.table.go_to(3)
    QTest.keyClick(pane.table, Qt.Key.Key_Space)
    assert len(held) == 3, "a refused row cannot be wanted"


def test_a_change_is_wanted_by_its_tick_or_with_all_others(
    show: Callable[..., RowsPane],
) -> None:
    pane = show(rows=(a_row(13, Fate.KEPT),))
    assert not pane.overwrite.isChecked()
    held = amended(pane, Choices())
    pane.table.go_to(0)
    QTest.keyClick(pane.table, Qt.Key.Key_Space)
    assert held[-1].overwrite == {13}
    pane.overwrite.click()
    assert held[-1].overwrite is None


def test_a_change_taken_out_again_leaves_the_entry_as_it_is(
    show: Callable[..., RowsPane],
) -> None:
    wanted = Choices(overwrite=frozenset({6}))
    pane = show(wanted, rows=(a_row(6, Fate.CHANGE),))
    held = amended(pane, wanted)
    pane.table.go_to(0)
    QTest.keyClick(pane.table, Qt.Key.Key_Space)
    assert (held[-1].overwrite, held[-1].left_out) == (frozenset(), frozenset())


def test_changes_are_offered_to_be_kept_out_only_where_there_are_any(
    show: Callable[..., RowsPane],
) -> None:
    assert not show().overwrite.isHidden()
    assert show(rows=(a_row(5, Fate.ADD),)).overwrite.isHidden()


def test_a_link_leads_to_another_row_of_the_file(show: Callable[..., RowsPane]) -> None:
    pane = show()
    pane.filter.choose(Fate.REFUSED.value)
    pane.detail.row_wanted.emit(5)
    assert here(pane)[0] == 5
    pane.detail.row_wanted.emit(999)
    assert here(pane)[0] == 5


def test_columns_are_called_as_the_register_calls_them(
    show: Callable[..., RowsPane],
) -> None:
    model = show().table.model_
    across = Qt.Orientation.Horizontal
    heads = [model.headerData(at, across) for at in range(model.columnCount())]
    assert heads == [
        "Nhập",
        "Kết quả",
        "Tên lớp, hội nghị tập huấn",
        "Từ ngày",
        "Địa điểm",
        "Số lượt người",
        "Ghi chú",
    ]
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert model.headerData(5, across, Qt.ItemDataRole.TextAlignmentRole) == right
