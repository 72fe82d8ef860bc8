"""The office is seen as it was in the same window, and nothing of it is changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import StoreUnavailableError
from desktop.gui import looking_back
from desktop.gui.app import Program
from desktop.gui.jobs import Jobs
from desktop.gui.looking_back import LookingBack
from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.settings import Settings
from desktop.operations.entries.record_entry import record
from desktop.operations.entries.remove_entry import remove
from desktop.records.activity import Activity
from desktop.store import backups, records
from desktop.store.store import Store
from tests.builders import an_activity
from tests.fakes import Answers

RECORDED = 2


@pytest.fixture
def program(
    office: Path, jobs: Jobs, ask: Answers, settings: Settings, qtbot: QtBot
) -> Iterator[Program]:
    """Open the window on an office from which one activity was removed."""
    with Store(office) as store:
        record(store, an_activity(id="a"))
        remove(store, Activity, ("a",), "Lớp a")
        store.back_up(backups.backup_name(store.path, store.now()))
    made = Program(settings, jobs, ask)
    qtbot.addWidget(made.window)
    made.begin(office)
    qtbot.waitUntil(lambda: made.window.session is not None)
    yield made
    made.end()


def back_of(program: Program) -> LookingBack:
    assert program._back is not None
    return program._back


def test_the_past_is_shown_under_a_yellow_bar_and_left_again(
    program: Program, office: Path
) -> None:
    window, back = program.window, back_of(program)
    window.go_to("activities")
    window.message.say("Đã ghi", "Hoàn tác", window.repaint)
    back.view(RECORDED)
    then = window.session
    assert then is not None
    assert then is back.past
    assert window.message.isHidden()
    page = window.page("activities")
    assert isinstance(page, ActivitiesPage)
    assert page.view is not None
    assert page.view.new_rows.isHidden()
    assert window.past.text.startswith("Đang xem sổ như lúc ")
    assert window.place == "activities"
    assert records.count(then.store.reader, Activity) == 1
    copy = then.store.path
    assert copy.exists()
    window.past.back_button.click()
    now = window.session
    assert now is not None
    assert (now.store.path, window.past.text, window.place) == (
        office,
        "",
        "activities",
    )
    assert records.count(now.store.reader, Activity) == 0
    assert not copy.parent.exists()
    assert back.past is None


def test_only_places_that_read_are_there(program: Program) -> None:
    window = program.window
    back_of(program).view(RECORDED)
    for code in looking_back.PLACES:
        window.go_to(code)
        assert window.place == code
    for code in ("settings", "hand_off", "collect"):
        window.go_to(code)
        assert window.place == looking_back.PLACES[-1], code


def test_nothing_can_be_done_there(program: Program) -> None:
    window = program.window
    back_of(program).view(RECORDED)
    session = window.session
    assert session is not None
    assert not session.store.writable
    assert not window.menus.undo.isEnabled()
    with pytest.raises(StoreUnavailableError) as caught:
        record(session.store, an_activity(id="b"))
    assert caught.value.reason == "past"
    from desktop.gui.read_only import writes

    for code in looking_back.PLACES:
        window.go_to(code)
        page = window.page(code)
        assert page is not None
        open_ = [
            one.text()
            for one in page.actions()
            if one.isEnabled() and writes(one.text())
        ]
        assert not open_, code


def test_from_one_past_to_another_and_closing_leave_no_copy(
    program: Program,
) -> None:
    back = back_of(program)
    back.view(RECORDED)
    assert back.past is not None
    first = back.past.store.path.parent
    back.view(RECORDED + 1)
    assert back.past is not None
    second = back.past.store.path.parent
    assert not first.exists()
    assert second.exists()
    assert program.offices is not None
    program.offices.close()
    assert not second.exists()
    assert program.window.session is None


def test_a_record_of_the_history_asks_for_its_past(program: Program) -> None:
    session = program.window.session
    assert session is not None
    session.past_wanted.emit(RECORDED)
    assert back_of(program).past is not None
    back_of(program).leave()
    again = program.window.session
    assert again is not None
    again.past_wanted.emit(RECORDED)
    assert back_of(program).past is not None


def test_before_the_office_there_is_nothing_to_see(
    program: Program, ask: Answers
) -> None:
    back_of(program).view(0)
    (fault,) = ask.faults
    assert "chưa được lập" in fault.why
    assert back_of(program).past is None
