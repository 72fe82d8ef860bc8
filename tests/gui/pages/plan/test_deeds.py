"""Deeds are said with the way back; what is refused is said with its reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import ConflictError, InputError, Problem
from desktop.gui.pages.plan.deeds import Deeds, VerbRow
from desktop.gui.session import Session
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.plans.put_plan_part import put_section
from desktop.records.plan import PlanSection
from desktop.store import records
from tests import builders
from tests.fakes import Answers
from tests.gui.pages.asking import shown
from tests.gui.pages.plan.plan_desk import press

SECTION = PlanSection(
    id="new",
    plan=builders.PLAN,  # type: ignore[arg-type]
    position=0,
    heading="VII. KHÁC",
    text="Lời",
)


@pytest.fixture
def deeds(session: Session, qtbot: QtBot) -> Deeds:
    page = QWidget()
    message = MessageBar(page)
    shown(page, qtbot)
    session.ask = Answers()
    return Deeds(session, message, page)


def test_a_deed_is_said_and_taken_back(deeds: Deeds, session: Session) -> None:
    deeds.do(lambda _progress: put_section(session.store, SECTION), "Đã thêm mục")
    assert deeds.message.text == "Đã thêm mục"
    back = next(
        one
        for one in deeds.message.findChildren(QPushButton)
        if one.text() == "Hoàn tác"
    )
    back.click()
    assert records.get(session.store.reader, PlanSection, "new") is None
    assert deeds.message.text == "Đã hoàn tác: Thêm mục của kế hoạch “Lời”"


def test_what_the_rules_refuse_is_said_in_the_page(
    deeds: Deeds, session: Session
) -> None:
    def refuse(_progress: object) -> None:
        raise InputError((Problem("code", "code_taken", ("2",)),))

    deeds.do(refuse, "x")  # type: ignore[arg-type]
    assert deeds.message.text == (
        "Chưa ghi được. Mã: Kế hoạch đã có nhiệm vụ mang số 2."
    )


def test_a_conflict_is_told_in_four_lines(deeds: Deeds, session: Session) -> None:
    def refuse(_progress: object) -> None:
        raise ConflictError("plan_here", "A")

    deeds.do(refuse, "x")  # type: ignore[arg-type]
    asked = session.ask
    assert isinstance(asked, Answers)
    assert asked.faults[0].why == "Sổ đã có kế hoạch “A”."


def test_a_bug_goes_to_whoever_reports_bugs(
    deeds: Deeds, session: Session, qtbot: QtBot
) -> None:
    def fail(_progress: object) -> None:
        raise ValueError("bug")

    with qtbot.waitSignal(session.jobs.unheard):
        deeds.do(fail, "x")  # type: ignore[arg-type]


def test_a_verb_has_its_word_and_its_key(session: Session, qtbot: QtBot) -> None:
    owner = QWidget()
    done: list[str] = []
    row = VerbRow(owner)
    owner.setLayout(row)
    button = row.add("&Sửa…", "F2", lambda: done.append("key"))
    shown(owner, qtbot)
    assert button.accessibleName() == "Sửa (F2)"
    press(button, Qt.Key.Key_F2)
    button.click()
    assert done == ["key", "key"]
