"""The plan on screen: what is written into it moves the results, and can be undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.deadlines import BEFORE
from desktop.gui.pages.plan.plan import PlanPage, headline
from desktop.gui.pages.plan.targets import PLANNED
from desktop.gui.session import Session
from desktop.gui.tables.short_list import ShortList
from desktop.operations.history.undo import undo
from desktop.records.period import Deadline
from desktop.records.target import Milestone
from desktop.records.task import TaskState
from desktop.store import records
from desktop.store.search import Hit
from tests import builders
from tests.gui import entry_office
from tests.gui.pages.asking import shown

TARGET = f"{builders.PLAN}/T5a"


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> PlanPage:
    entry_office.keep(session, builders.a_product())
    made = PlanPage(session)
    shown(made, qtbot)
    return made


def cell(rows: ShortList, key: str, column: int) -> str:
    at = rows.model_.row_of(key)
    assert at is not None
    return str(rows.model_.index(at, column).data())


def write(rows: ShortList, key: str, text: str, qtbot: QtBot) -> None:
    """Write into the row's own column by the keyboard alone."""
    rows.select(key)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    editor = rows.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows.viewport().findChild(QLineEdit) is None)


def test_the_head_says_which_plan_this_is(page: PlanPage) -> None:
    said = page.sentence.text()
    assert said.startswith("Kế hoạch của Ủy ban nhân dân huyện Đăk Hà, 2023–2028.")
    chosen = page.chooser.plans.currentText()
    assert chosen.startswith("2023–2028: Triển khai thực hiện Đề án")
    assert "số /KH" not in said, "a blank number is not printed"


def test_the_head_says_who_carries_the_plan_out_now(page: PlanPage) -> None:
    assert page.book is not None
    here = page.book
    carrier = next(one for one in here.agencies if one.id != here.plan.issuer)
    carried = replace(here, plan=replace(here.plan, carried_by=carrier.id))
    assert f", nay do {carrier.name} thực hiện." in headline(carried)
    assert "nay do" not in headline(here)


def test_a_planned_number_moves_the_verdict_and_undo_brings_it_back(
    page: PlanPage, session: Session, qtbot: QtBot
) -> None:
    page.open("targets")
    rows = page.targets.list
    assert cell(rows, TARGET, 6) == "– Chưa đủ số liệu"
    write(rows, TARGET, "1", qtbot)
    assert cell(rows, TARGET, 6) == "✓ Đạt"
    assert cell(rows, TARGET, PLANNED) == "1"
    write(rows, TARGET, "4", qtbot)
    assert cell(rows, TARGET, 6) == "▲ Chưa đạt"
    session.start(lambda _progress: undo(session.store))
    session.start(lambda _progress: undo(session.store))
    assert cell(rows, TARGET, 6) == "– Chưa đủ số liệu"
    assert records.count(session.store.reader, Milestone) == 0


def test_a_blank_takes_the_planned_number_away(
    page: PlanPage, session: Session, qtbot: QtBot
) -> None:
    write(page.targets.list, TARGET, "3", qtbot)
    write(page.targets.list, TARGET, "", qtbot)
    assert records.count(session.store.reader, Milestone) == 0
    assert page.message.text.startswith("Đã bỏ số giao")


@pytest.mark.parametrize("typed", ["ba", "-1", "1,5"])
def test_what_is_no_count_is_refused_and_said(
    page: PlanPage, session: Session, qtbot: QtBot, typed: str
) -> None:
    write(page.targets.list, TARGET, typed, qtbot)
    assert typed in page.message.text
    assert records.count(session.store.reader, Milestone) == 0


def test_a_missing_day_is_written_in_place(
    page: PlanPage, session: Session, qtbot: QtBot
) -> None:
    page.open("deadlines")
    assert page.tabs.currentWidget() is page.deadlines
    rows = page.deadlines.list
    unknown = next(one.deadline for one in rows.model_.rows if one.last_day is None)
    write(rows, unknown.id, "10/12", qtbot)
    assert cell(rows, unknown.id, BEFORE) == "10/12"
    assert cell(rows, unknown.id, 5) == "09/12/2024\nQuá 11 ngày"
    write(rows, unknown.id, "31/2", qtbot)
    assert "31/2" in page.message.text
    kept = records.get(session.store.reader, Deadline, unknown.id)
    assert kept is not None
    assert (kept.due_day, kept.due_month) == (10, 12)


def test_the_state_of_a_task_is_recorded_and_offered_back(
    page: PlanPage, session: Session, qtbot: QtBot
) -> None:
    page.open(builders.task("3.4"))
    detail = page.tasks.detail
    detail.progress.setCurrentIndex(detail.progress.findData("done"))
    detail.result.setPlainText("Đã tổ chức ở 11 xã.")
    QTest.mouseClick(detail.save_button, Qt.MouseButton.LeftButton)
    kept = records.find(session.store.reader, TaskState)
    assert [(one.task, one.year, one.result_text) for one in kept] == [
        (builders.task("3.4"), 2024, "Đã tổ chức ở 11 xã.")
    ]
    assert cell(page.tasks.list, builders.task("3.4"), 2) == "Đã hoàn thành"
    back = next(
        each
        for each in page.message.findChildren(QPushButton)
        if each.text() == "Hoàn tác"
    )
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert records.count(session.store.reader, TaskState) == 0
    assert cell(page.tasks.list, builders.task("3.4"), 2) == "Chưa ghi"


def test_what_was_found_by_searching_is_shown(page: PlanPage) -> None:
    page.open(Hit("targets", TARGET))
    assert page.tabs.currentWidget() is page.targets
    assert page.targets.list.current.target.id == TARGET
    page.open(Hit("tasks", builders.task("4.3")))
    assert page.tabs.currentWidget() is page.tasks
    assert page.tasks.list.current.code == "4.3"


def test_an_agency_found_by_searching_is_shown(page: PlanPage) -> None:
    agency = page.agencies.list.model_.rows[-1]
    page.open(Hit("agencies", agency.id))
    assert page.tabs.currentWidget() is page.agencies
    assert page.agencies.list.current == agency


def test_no_part_scrolls_sideways(page: PlanPage) -> None:
    for number in range(page.tabs.count()):
        page.tabs.setCurrentIndex(number)
        rows = page.tabs.currentWidget().findChildren(ShortList)
        assert rows
        for each in (one for one in rows if one.isVisible()):
            assert each.horizontalHeader().length() <= each.viewport().width()
