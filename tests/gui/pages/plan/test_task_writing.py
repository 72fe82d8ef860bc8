"""A task's dialog offers groups it may stand in, agencies by every name, figures."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan import task_writing
from desktop.gui.session import Session
from desktop.operations.plans.read_plan import PlanBook, read_plan
from desktop.records.task import Task
from tests import builders
from tests.gui.pages.plan.plan_desk import a_page, dialog


def book(session: Session) -> PlanBook:
    return read_plan(session.store, session.period)


def task(shown: PlanBook, code: str) -> Task:
    return next(one for one in shown.tasks if one.code == code)


def test_a_task_is_never_offered_a_place_under_itself(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    page.tasks.list.select(builders.task("2"))
    page.tasks.edit()
    combo = dialog(page).editors["parent"].widget
    offered = {
        combo.itemData(row)  # type: ignore[attr-defined]
        for row in range(combo.count())  # type: ignore[attr-defined]
    }
    assert builders.task("3") in offered
    assert not {builders.task("2"), builders.task("2.2")} & offered


def test_leads_are_chosen_among_all_agencies(session: Session, qtbot: QtBot) -> None:
    page = a_page(session, qtbot)
    page.tasks.list.select(builders.task("2.2"))
    page.tasks.edit()
    leads = dialog(page).editors["leads"]
    kept = page.tasks.list.current.leads
    assert set(leads.value()) == set(kept)  # type: ignore[call-overload]


def test_a_new_task_stands_after_the_whole_of_the_one_before(
    session: Session, qtbot: QtBot
) -> None:
    shown = book(session)
    group = task(shown, "2")
    writing = task_writing.new(session, shown, group)
    values = {one.field.name: one.value() for one in writing.editors}
    assert (values["parent"], values["code"]) == ("", "6")


def test_quantities_are_of_the_task_s_figures(session: Session, qtbot: QtBot) -> None:
    shown = book(session)
    one = task(shown, "2.2")
    writing = task_writing.quantities(session, shown, one)
    assert [each.field.name for each in writing.editors] == list(one.figures)
    assert writing.title == "Số lượng kế hoạch năm 2024"
