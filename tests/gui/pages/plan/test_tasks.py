"""The tree of tasks is written by keyboard alone, one step for each deed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.forms.evidence.missing_dialog import MissingDialog
from desktop.gui.jobs import Jobs
from desktop.gui.pages.plan.plan import PlanPage
from desktop.gui.pages.plan.task_table.dialog import TaskTableDialog
from desktop.gui.session import Session
from desktop.operations.plans.put_task import tasks_of
from desktop.records.task import Quantity, Task
from desktop.store import records
from tests import builders
from tests.fakes import Answers
from tests.gui import entry_office
from tests.gui.pages.plan.plan_desk import (
    a_page,
    dialog,
    fill,
    last_verb,
    press,
    said,
    take_back,
    texts,
)

ALT, KEY = Qt.KeyboardModifier.AltModifier, Qt.Key


def at(page: PlanPage, code: str) -> None:
    assert page.tasks.list.select(builders.task(code))


def order(session: Session) -> list[str]:
    return [one.code for one in tasks_of(session.store, session.plan.id)]


@pytest.mark.parametrize(
    ("task", "key", "verb"),
    [
        ("2.2", KEY.Key_Up, "move_task_up"),
        ("2.1", KEY.Key_Down, "move_task_down"),
        ("2.2", KEY.Key_Right, "indent_task"),
        ("2.2", KEY.Key_Left, "outdent_task"),
    ],
)
def test_a_task_moves_by_alt_and_an_arrow_and_back_by_undo(
    session: Session, qtbot: QtBot, task: str, key: Qt.Key, verb: str
) -> None:
    page = a_page(session, qtbot)
    before = texts(page.tasks), order(session)
    at(page, task)
    press(page.tasks.list, key, ALT)
    assert last_verb(session) == verb
    assert page.tasks.list.current.code == task, "one stays on the task"
    take_back(session)
    assert (texts(page.tasks), order(session)) == before


def test_levels_are_seen(session: Session, qtbot: QtBot) -> None:
    page = a_page(session, qtbot)
    model = page.tasks.list.model_
    shown = [str(model.index(row, 0).data()) for row in range(3)]
    assert shown == ["1", "\u20031.1", "\u20031.2"]


def test_a_new_task_comes_below_with_the_next_number(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    at(page, "2.1")
    press(page.tasks.list, KEY.Key_Insert)
    opened = dialog(page)
    assert opened.editors["parent"].value() == builders.task("2")
    assert opened.editors["code"].value() not in order(session)
    opened.save()
    assert said(opened, "text").startswith("▲"), "a task says something"
    fill(opened, text="Việc mới", leads=(builders.OWN,), code="2.9")
    opened.save()
    codes = order(session)
    assert codes[codes.index("2.1") + 1] == "2.9"
    assert page.tasks.list.current.text == "Việc mới"
    assert page.message.text == "Đã thêm nhiệm vụ"


def test_a_number_taken_is_said_at_its_field(session: Session, qtbot: QtBot) -> None:
    page = a_page(session, qtbot)
    at(page, "2.1")
    press(page.tasks.list, KEY.Key_F2)
    opened = dialog(page)
    fill(opened, code="2.2")
    opened.save()
    assert said(opened, "code") == "▲ Kế hoạch đã có nhiệm vụ mang số 2.2."
    assert opened.isVisible()
    fill(opened, code="2.7", time_text="Hằng năm")
    press(opened.editors["code"].widget, KEY.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert last_verb(session) == "amend_task"
    kept = records.get(session.store.reader, Task, builders.task("2.1"))
    assert kept is not None
    assert (kept.code, kept.time_text) == ("2.7", "Hằng năm")


def test_a_linked_task_stays_and_the_count_is_told(
    session: Session, qtbot: QtBot
) -> None:
    entry_office.keep(session, builders.an_activity())
    page = a_page(session, qtbot, True)
    at(page, "2.2")
    press(page.tasks.list, KEY.Key_Delete)
    asked = session.ask
    assert isinstance(asked, Answers)
    assert asked.asked == ["Xóa nhiệm vụ 2.2? [Xóa nhiệm vụ] [Thôi]"]
    assert asked.faults[0].what == "Không xóa được nhiệm vụ 2.2."
    assert "Có 1 mục gắn với nhiệm vụ" in asked.faults[0].why
    assert "2.2" in order(session)


def test_a_group_goes_with_its_tasks_when_wanted(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot, False, True)
    at(page, "5")
    press(page.tasks.list, KEY.Key_Delete)
    assert "5" in order(session)
    at(page, "5")
    press(page.tasks.list, KEY.Key_Delete)
    assert not [code for code in order(session) if code.startswith("5")]
    assert page.message.text == "Đã xóa nhiệm vụ 5"


def test_numbers_follow_the_order_and_the_old_ones_may_stay_printed(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot, "Giữ số cũ trên bản in")
    at(page, "2")
    press(page.tasks.list, KEY.Key_Up, ALT)
    page.tasks.renumber()
    assert order(session)[:2] == ["1", "1.1"]
    assert texts(page.tasks)[0] == "2", "printed as it was"


def test_renumbering_is_left_when_not_wanted(session: Session, qtbot: QtBot) -> None:
    page = a_page(session, qtbot, None)
    page.tasks.renumber()
    assert last_verb(session) == "create_office"


def test_quantities_of_the_year_are_split_and_stand_beside_the_figures(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    at(page, "2.2")
    page.tasks.detail.plan_button.click()
    opened = dialog(page)
    name = next(iter(opened.editors))
    editor = opened.editors[name]
    editor.year.set_value(10)  # type: ignore[attr-defined]
    editor.even.click()  # type: ignore[attr-defined]
    opened.save()
    (kept,) = records.find(session.store.reader, Quantity)
    assert [str(one) for one in kept.quarters] == ["2", "2", "3", "3"]
    shown = page.tasks.detail.text()
    assert "Kế hoạch năm 2024: 10: quý I 2, quý II 2, quý III 3, quý IV 3" in shown


def test_verbs_need_a_task(session: Session, qtbot: QtBot) -> None:
    page = a_page(session, qtbot)
    page.tasks.list.clearSelection()
    page.tasks.list.setCurrentIndex(page.tasks.list.model_.index(-1, -1))
    enabled = {
        name for name, one in page.tasks.verbs.buttons.items() if one.isEnabled()
    }
    assert enabled == {"Thêm", "Đánh số lại", "Nhập bảng", "Xuất bảng"}


def test_with_a_real_worker_a_new_task_is_gone_to(
    session: Session, qtbot: QtBot
) -> None:
    session.jobs = Jobs()
    session.jobs.changed.connect(session._on_changed)
    page = a_page(session, qtbot)
    qtbot.waitUntil(lambda: bool(page.tasks.list.model_.rows))
    page.tasks.add()
    fill(dialog(page), text="Việc mới")
    dialog(page).save()
    qtbot.waitUntil(lambda: page.tasks.list.current.text == "Việc mới")
    session.jobs.close()


def test_what_was_imported_is_told_with_the_way_back(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    page.tasks.verbs.buttons["Nhập bảng"].click()
    (window,) = page.findChildren(TaskTableDialog)
    window.imported.emit(3)
    assert page.deeds.message.text == "Đã nhập 3 nhiệm vụ"
    assert "Hoàn tác" in {
        one.text() for one in page.deeds.message.findChildren(QPushButton)
    }
    window.reject()


def test_the_hint_opens_the_activities_of_the_task(
    session: Session, qtbot: QtBot
) -> None:
    entry_office.keep(session, builders.an_activity(title="Lớp chưa có ảnh"))
    page = a_page(session, qtbot)
    at(page, "2.2")
    page.tasks.detail.proof_button.click()
    (opened,) = page.findChildren(MissingDialog)
    assert [one.title for one in opened.list.model_.rows] == ["Lớp chưa có ảnh"]
    opened.close()
