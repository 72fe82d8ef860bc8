"""A figure, what it is made of, and the way on to the record and its cell."""

import dataclasses
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.tracing.panel import NOTHING, SEVERAL, TracePanel
from desktop.operations.entries.import_entries import import_entries
from desktop.operations.entries.read_entry_table import read_entry_paste
from desktop.records.activity import Activity
from desktop.records.report import Report
from desktop.rules.entry_table.fates import Choices
from desktop.store import records
from desktop.store.search import Hit
from tests.builders import UNIT
from tests.gui import walking
from tests.gui.pages.report.tracing.traced import (
    NO_FIGURE,
    OF_TASK,
    OF_UNIT,
    TOTAL,
    record_few,
)
from tests.gui.pages.report_desk import Desk


@pytest.fixture
def report(desk: Desk) -> Report:
    return record_few(desk.store)


@pytest.fixture
def panel(desk: Desk, report: Report, qtbot: QtBot) -> Iterator[TracePanel]:
    made = TracePanel(desk.session)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.show_report(report)
    yield made
    made.close()


def whats(panel: TracePanel) -> list[str]:
    return [line.what for line in panel.table.model_.lines]


def press(panel: TracePanel, key: Qt.Key) -> None:
    QTest.keyClick(panel.table, key)


def test_a_total_tells_its_parts_and_what_counts_once(panel: TracePanel) -> None:
    assert panel.show_figure(TOTAL)
    assert panel.value.text().startswith("7   (mã A")
    assert "Đếm mỗi mục một lần" in panel.how.text()
    amounts = [line.amount for line in panel.table.model_.lines]
    assert sorted(amounts) == [-1, 3, 5]
    assert any(line.note.startswith("Sự kiện") for line in panel.table.model_.lines)


def test_enter_leads_to_the_other_figure_and_back(panel: TracePanel) -> None:
    panel.show_figure(TOTAL)
    row = next(n for n, one in enumerate(panel.table.model_.lines) if one.amount == 5)
    panel.table.selectRow(row)
    assert panel.open_button.text().startswith("&Xem mã")
    press(panel, Qt.Key.Key_Return)
    assert {"Xã 0", "Xã 3"} <= set(whats(panel))
    assert not panel.back_button.isHidden()
    QTest.mouseClick(panel.back_button, Qt.MouseButton.LeftButton)
    assert panel.value.text().startswith("7 ")
    assert panel.table.currentIndex().row() == row
    assert panel.back_button.isHidden()


def test_enter_on_a_record_opens_it_where_it_is_kept(
    panel: TracePanel, desk: Desk, qtbot: QtBot
) -> None:
    panel.show_figure(OF_UNIT)
    panel.table.selectRow(whats(panel).index("Xã 2"))
    with qtbot.waitSignal(desk.session.place_wanted) as told:
        press(panel, Qt.Key.Key_Return)
    assert told.args == ["activities", Hit("activities", "unit2")]


def test_a_record_tells_who_wrote_it(panel: TracePanel) -> None:
    panel.show_figure(OF_UNIT)
    assert panel.source.text().startswith("Ghi vào sổ 08:00, 20/12/2024")


def test_an_imported_record_tells_its_cell(desk: Desk, qtbot: QtBot) -> None:
    source = dataclasses.replace(
        read_entry_paste(
            "", "Tên lớp\tTừ ngày\tĐơn vị thực hiện\tSố lượt\nLớp xã\t13/6/2024\t\t77"
        ).value,
        name="Biểu xã.xlsx",
    )
    settled = Choices(
        fixed={"form": "training_both", "pillar": "knowledge", "agency": UNIT}
    )
    import_entries(desk.store, source, "training", settled)
    (one,) = records.find(desk.store.reader, Activity)
    report = record_few(desk.store)
    panel = TracePanel(desk.session)
    qtbot.addWidget(panel)
    trace = next(
        trace
        for trace in report.traces
        for addend in trace.addends
        if addend.amount == 77 and addend.table
    )
    panel.show_trace(trace, report)
    panel.table.selectRow(
        next(n for n, x in enumerate(panel.table.model_.lines) if x.amount == 77)
    )
    assert one.attendance == 77
    assert "Nhập từ tệp “Biểu xã.xlsx”, dòng 2" in panel.source.text()
    assert "ở ô D2" in panel.source.text()
    assert "ở ô A2" not in panel.source.text()


def test_a_cell_of_several_figures_lets_one_choose(panel: TracePanel) -> None:
    assert panel.show_figure(OF_TASK)
    assert panel.how.text() == SEVERAL
    assert all("trong kỳ" in one or "lũy kế" in one for one in whats(panel))
    press(panel, Qt.Key.Key_Return)
    assert panel.value.text().startswith("2   (mã E")
    panel.back()
    assert panel.how.text() == SEVERAL


def test_a_figure_of_nothing_says_so(panel: TracePanel) -> None:
    assert not panel.show_figure(NO_FIGURE)
    assert panel.how.text() == NOTHING
    assert panel.table.isHidden()
    assert panel.open_button.isHidden()
    panel.open()  # nothing to open


def test_escape_closes(panel: TracePanel, qtbot: QtBot) -> None:
    panel.show_figure(TOTAL)
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel, Qt.Key.Key_Escape)


def test_all_of_it_has_names_in_vietnamese(panel: TracePanel) -> None:
    panel.show_figure(TOTAL)
    assert not walking.nameless(panel)
    assert not walking.english_left(panel)


def test_every_figure_of_a_report_may_be_chosen_from(
    panel: TracePanel, report: Report
) -> None:
    panel.show_all(report)
    assert len(whats(panel)) == len([one for one in report.traces if one.at])
