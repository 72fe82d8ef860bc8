"""Deadlines in the plan: shown, written, dropped, taken along."""

from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.deadlines import BEFORE, PlanDeadlines
from desktop.gui.session import Session
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.history.undo import undo
from desktop.operations.plans.read_plan import read_plan
from desktop.records.period import Deadline
from desktop.store import records
from tests.fakes import Answers
from tests.gui import walking
from tests.gui.pages.asking import shown
from tests.operations.periods.test_read_deadlines import keep, press, within


@pytest.fixture
def ask(session: Session) -> Answers:
    session.ask = Answers()
    return session.ask


@pytest.fixture
def part(session: Session, ask: Answers, qtbot: QtBot) -> PlanDeadlines:
    message = MessageBar()
    qtbot.addWidget(message)
    made = PlanDeadlines(session, message)
    shown(made, qtbot)
    made.show_book(read_plan(session.store, session.period))
    return made


def press_button(part: PlanDeadlines, name: str) -> None:
    buttons = {each.accessibleName(): each for each in part.findChildren(QPushButton)}
    assert buttons[name].isEnabled()
    buttons[name].click()


def test_known_and_unknown_days_are_shown_and_typed_ones_told(
    part: PlanDeadlines,
) -> None:
    model = part.list.model_
    assert [model.index(row, BEFORE).data() for row in range(2)] == [
        "25/11",
        "Chưa nhập",
    ]
    assert model.index(1, 5).data() == "Chưa nhập thời hạn"
    typed: list[tuple[object, str]] = []
    part.dated.connect(lambda due, text: typed.append((due, text)))
    model.setData(model.index(1, BEFORE), "10/12")
    assert typed == [(model.rows[1], "10/12")]


def test_a_day_off_is_shown_with_the_working_day_before(part: PlanDeadlines) -> None:
    lines = part.list.model_.index(0, 5).data().splitlines()
    assert lines[0] == "24/11/2024"
    assert lines[-1] == "Làm việc: 22/11"


def test_plans_beside_the_offices_own_are_named_and_requests_left_to_the_board(
    part: PlanDeadlines, session: Session
) -> None:
    within(session.store)
    keep(session.store, press())
    part.show_book(read_plan(session.store, session.period))
    texts = [part.list.model_.index(row, 0).data() for row in range(3)]
    assert part.list.model_.rowCount() == 3
    assert texts[2].endswith("(Kế hoạch cấp trên)")
    assert part.list.model_.index(2, BEFORE).data() == "Trong 24 giờ"
    assert part.list.model_.rows[2].on_request


def test_a_dropped_deadline_can_be_taken_back(
    part: PlanDeadlines, session: Session
) -> None:
    part.list.selectRow(0)
    gone = part.list.current.deadline
    press_button(part, "Bỏ thời hạn")
    assert records.get(session.store.reader, Deadline, gone.id) is None
    session.start(lambda _progress: undo(session.store))
    assert records.get(session.store.reader, Deadline, gone.id) == gone


def test_the_calendar_is_written_and_what_it_lacks_told(
    part: PlanDeadlines, ask: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "han.ics"
    ask.script.append(path)
    press_button(part, "Xuất lịch .ics")
    assert ask.asked == ["Xuất lịch thời hạn thoi-han-2024.ics"]
    assert len(list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))) == 1
    assert part._message.text.startswith("Đã ghi 1 mốc vào han.ics. 1 thời hạn chưa")


def test_nothing_is_written_when_no_file_is_chosen(
    part: PlanDeadlines, ask: Answers
) -> None:
    ask.script.append(None)
    press_button(part, "Xuất lịch .ics")
    assert not part._message.isVisible()


def test_everything_has_a_name(part: PlanDeadlines) -> None:
    assert not walking.nameless(part)
    assert not walking.english_left(part)
