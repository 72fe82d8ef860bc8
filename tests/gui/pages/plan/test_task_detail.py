"""A task beside the tree: its figures, and its state in the year."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.task_detail import TaskDetail
from desktop.gui.session import Session
from desktop.operations.plans.read_plan import PlanBook, read_plan
from desktop.records.task import TaskProgress, TaskState
from desktop.rules.calendar import parse_period
from tests import builders
from tests.gui import entry_office
from tests.gui.pages.asking import shown
from tests.store.test_evidence import a_proof

STATE = TaskState(
    id="state",
    task=builders.task("2.2"),  # type: ignore[arg-type]
    year=2024,
    progress=TaskProgress.UNDER_WAY,
    result_text="Hai lớp",
)


@pytest.fixture
def detail(session: Session, qtbot: QtBot) -> TaskDetail:
    entry_office.keep(session, builders.an_activity(), STATE)
    made = TaskDetail()
    shown(made, qtbot)
    show(made, read_plan(session.store, session.period))
    return made


def show(detail: TaskDetail, book: PlanBook, code: str = "2.2") -> None:
    task = next(one for one in book.tasks if one.id == builders.task(code))
    detail.show_task(task, book)


def test_a_task_shows_its_figures_and_its_state(detail: TaskDetail) -> None:
    said = detail.text()
    assert "40 (40) lượt người" in said
    assert "Phòng Văn hóa - Thông tin huyện" in said
    assert detail.progress.currentText() == "Đang thực hiện"
    assert detail.result.toPlainText() == "Hai lớp"
    assert not detail.save_button.isEnabled(), "nothing was changed yet"
    assert "Hình thức" not in said, "what a plan does not tell is not shown"


def test_what_is_being_written_survives_new_figures(
    detail: TaskDetail, session: Session
) -> None:
    detail.result.setPlainText("Ba lớp, đang ghi dở")
    show(detail, read_plan(session.store, session.period))
    assert detail.result.toPlainText() == "Ba lớp, đang ghi dở"
    assert detail.save_button.isEnabled()


def test_another_year_has_a_state_of_its_own(
    detail: TaskDetail, session: Session
) -> None:
    stated: list[TaskState] = []
    detail.stated.connect(stated.append)
    show(detail, read_plan(session.store, parse_period("2025")))
    assert detail.progress.currentText() == "Chưa ghi"
    detail.progress.setCurrentIndex(1)
    detail.save()
    assert [(one.year, one.progress) for one in stated] == [
        (2025, TaskProgress.NOT_STARTED)
    ]


def test_a_group_of_tasks_has_no_state(detail: TaskDetail, session: Session) -> None:
    book = read_plan(session.store, session.period)
    show(detail, book, "2")
    assert not detail.save_button.isVisible()
    show(detail, book)
    assert detail.save_button.isVisible()


def test_a_task_only_due_when_called_for_can_say_so(detail: TaskDetail) -> None:
    words = [detail.progress.itemText(row) for row in range(detail.progress.count())]
    assert "Chưa có chỉ đạo" in words


def test_a_number_that_ends_in_a_point_gets_no_other(
    detail: TaskDetail, session: Session
) -> None:
    book = read_plan(session.store, session.period)
    task = replace(next(one for one in book.tasks if one.code == "1.1"), number="1.")
    detail.show_task(task, book)
    assert detail.text().startswith("1. Tổ chức quán triệt")


def test_a_state_is_taken_away_when_nothing_is_left_to_say(detail: TaskDetail) -> None:
    told: list[TaskState] = []
    detail.unstated.connect(told.append)
    detail.progress.setCurrentIndex(0)
    assert not detail.save_button.isEnabled()  # the words would be lost unseen
    detail.result.clear()
    assert detail.save_button.isEnabled()
    detail.save()
    assert told == [STATE]


def test_activities_with_nothing_to_show_are_counted_and_led_to(
    detail: TaskDetail, session: Session, qtbot: QtBot
) -> None:
    button = detail.proof_button
    assert button.text().startswith("▲ 1/1 hoạt động đã thực hiện chưa có minh chứng")
    with qtbot.waitSignal(detail.unproven_wanted):
        button.click()
    show(detail, read_plan(session.store, session.period), "3.3")
    assert not button.isVisible()
    entry_office.keep(session, a_proof())
    show(detail, read_plan(session.store, session.period))
    assert not button.isVisible()
