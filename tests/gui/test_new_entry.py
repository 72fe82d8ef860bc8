"""Every task, target and gap leads to the register it is entered in."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui import new_entry
from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.session import Session
from desktop.records.identity import AgencyId, TaskId
from desktop.records.register import Register
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.store import records
from tests import builders
from tests.gui.pages.asking import shown


@pytest.mark.parametrize(
    ("code", "register"),
    [
        ("1.1", "conference"),
        ("2.2", "training"),
        ("3.1", "posting"),
        ("3.3", "product"),
        ("4.1", "coordination"),
        ("4.2", "tally"),
    ],
)
def test_each_task_has_its_register(session: Session, code: str, register: str) -> None:
    task = session.tasks[builders.task(code)]  # type: ignore[index]
    found = new_entry.register_of_task(task, session.registers, session.figures)
    assert _code(found) == register


def test_no_task_of_the_plan_is_without_a_register(session: Session) -> None:
    for task in session.tasks.values():
        if task.parent is not None:
            found = new_entry.register_of_task(task, session.registers, session.figures)
            assert found is not None, task.code


@pytest.mark.parametrize(
    ("code", "register"),
    [
        ("T1", "spokesperson_check"),
        ("T2a", "training"),
        ("T3", "exhibition"),
        ("T4", "product"),
        ("T5a", "product"),
        ("T5c", "tally"),
        ("T0", ""),
    ],
)
def test_each_target_has_its_register(
    session: Session, code: str, register: str
) -> None:
    target = records.get(session.store.reader, Target, f"{builders.PLAN}/{code}")
    assert target is not None
    found = new_entry.register_of_target(target, session.registers, session.figures)
    assert _code(found) == register


def test_the_wish_opens_a_blank_entry_for_the_task(
    session: Session, qtbot: QtBot
) -> None:
    page = ActivitiesPage(session)
    shown(page, qtbot)
    task = builders.task("3.1")
    page.open(new_entry.NewEntry(register="posting", tasks=(task,)))  # type: ignore[arg-type]
    assert page.register.code == "posting"
    assert page.dialog is not None
    assert page.dialog.form.editors["tasks"].value() == (task,)
    page.dialog.reject()


def test_a_register_proposes_the_task_that_counts_all_of_it(session: Session) -> None:
    proposed = {
        one.code: new_entry.tasks_of_register(
            one, session.tasks.values(), session.figures, AgencyId(builders.OWN)
        )
        for one in session.registers
    }
    assert proposed["training"] == (builders.task("2.2"),)
    assert proposed["exhibition"] == (builders.task("3.4"),)
    assert proposed["product"] == (builders.task("3.3"),)
    assert proposed["coordination"] == (), "which one depends on its form"
    assert proposed["posting"] == (), "which one depends on its channel"


def test_of_two_tasks_the_one_led_by_the_office_is_proposed(session: Session) -> None:
    register = next(one for one in session.registers if one.code == "training")
    task = session.tasks[builders.task("2.2")]  # type: ignore[index]
    ours = replace(task, leads=(AgencyId(builders.OWN),))
    other = replace(task, id=TaskId("other"), leads=(AgencyId(builders.UNIT),))

    def proposed(agency: str, *tasks: Task) -> tuple[TaskId, ...]:
        return new_entry.tasks_of_register(
            register, tasks, session.figures, AgencyId(agency)
        )

    assert proposed(builders.OWN, ours, other) == (ours.id,)
    assert proposed(builders.UNIT, ours, other) == ("other",)
    assert proposed("nobody", ours, other) == (), "a wrong one is worse than none"
    assert proposed("nobody", other) == ("other",)


def _code(register: Register | None) -> str:
    return "" if register is None else register.code
