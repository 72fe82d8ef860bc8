"""Tasks with their figures and states."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.tasks import PlanTasks
from desktop.gui.session import Session
from desktop.operations.read_plan import read_plan
from desktop.records.task import TaskProgress, TaskState
from desktop.rules.calendar import parse_period
from tests import builders
from tests.gui import entry_office
from tests.gui.pages.asking import shown

STATE = TaskState(
    id="state",
    task=builders.task("2.2"),  # type: ignore[arg-type]
    year=2024,
    progress=TaskProgress.UNDER_WAY,
    result_text="Hai lớp",
)


@pytest.fixture
def part(session: Session, qtbot: QtBot) -> PlanTasks:
    entry_office.keep(session, builders.an_activity(), STATE)
    made = PlanTasks()
    shown(made, qtbot)
    made.show_book(read_plan(session.store, session.period))
    made.list.select(STATE.task)
    return made


def test_a_task_shows_its_figures_and_its_state(part: PlanTasks) -> None:
    said = part.detail.text()
    assert "40 (40) lượt người" in said
    assert "Phòng Văn hóa - Thông tin huyện" in said
    assert part.detail.progress.currentText() == "Đang thực hiện"
    assert part.detail.result.toPlainText() == "Hai lớp"
    assert not part.detail.save_button.isEnabled(), "nothing was changed yet"


def test_what_is_being_written_survives_new_figures(
    part: PlanTasks, session: Session
) -> None:
    part.detail.result.setPlainText("Ba lớp, đang ghi dở")
    part.show_book(read_plan(session.store, session.period))
    assert part.detail.result.toPlainText() == "Ba lớp, đang ghi dở"
    assert part.detail.save_button.isEnabled()


def test_another_year_has_a_state_of_its_own(part: PlanTasks, session: Session) -> None:
    stated: list[TaskState] = []
    part.stated.connect(stated.append)
    part.show_book(read_plan(session.store, parse_period("2025")))
    assert part.detail.progress.currentText() == "Chưa ghi"
    part.detail.progress.setCurrentIndex(1)
    part.detail.save()
    assert [(one.year, one.progress) for one in stated] == [
        (2025, TaskProgress.NOT_STARTED)
    ]


def test_a_task_at_the_top_under_which_none_stands_has_a_state(
    part: PlanTasks, session: Session
) -> None:
    """002-F3: the tasks of a plan need not stand under groups."""
    book = read_plan(session.store, session.period)
    alone = replace(book.tasks[1], parent=None)
    part.show_book(replace(book, tasks=(alone,)))
    part.list.select(alone.id)
    assert part.detail.save_button.isVisible() is True


def test_a_group_of_tasks_has_no_state(part: PlanTasks) -> None:
    part.list.select(builders.task("2"))
    assert part.detail.save_button.isVisible() is False
