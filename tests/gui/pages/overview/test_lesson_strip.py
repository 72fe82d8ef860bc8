"""The guided tasks on the overview: only of practice offices, and the way to each."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.overview.overview import OverviewPage
from desktop.gui.session import Session
from desktop.operations.entries.record_entry import record
from desktop.operations.offices.create_office import create_office
from tests.builders import PLAN, a_posting
from tests.gui import entry_office


@pytest.fixture(scope="module")
def practice_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "so.stt"
    create_office(path, PLAN, practice=True)
    return path


@pytest.fixture
def practice(practice_office: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    folder = tmp_path / "thuc-hanh"
    folder.mkdir()
    with entry_office.opened(practice_office, folder) as opened:
        yield opened


def shown(session: Session, qtbot: QtBot) -> OverviewPage:
    page = OverviewPage(session)
    qtbot.addWidget(page)
    page.show()
    return page


def test_a_real_office_has_no_tasks(session: Session, qtbot: QtBot) -> None:
    page = shown(session, qtbot)
    assert page.lessons.isHidden()
    assert page.lessons.states == ()


def test_the_next_task_is_told_with_how_many_are_done(
    practice: Session, qtbot: QtBot
) -> None:
    page = shown(practice, qtbot)
    assert not page.lessons.isHidden()
    assert page.lessons.said.text().startswith("Bài 1/10, đã xong 0: Ghi một hoạt động")


def test_a_task_ticks_itself_when_it_is_done(practice: Session, qtbot: QtBot) -> None:
    page = shown(practice, qtbot)
    record(practice.store, a_posting())
    practice.jobs.changed.emit(frozenset({"postings"}), None)
    assert page.lessons.said.text().startswith("Bài 2/10, đã xong 1: Sửa một ô")


def test_the_way_to_the_next_task(practice: Session, qtbot: QtBot) -> None:
    page = shown(practice, qtbot)
    with qtbot.waitSignal(practice.place_wanted) as wanted:
        page.lessons.go_button.click()
    assert wanted.args == ["activities", None]


def test_all_ten_are_listed_and_each_leads_to_its_place(
    practice: Session, qtbot: QtBot
) -> None:
    page = shown(practice, qtbot)
    page.lessons.all_button.click()
    dialog = page.lessons.dialog
    assert dialog is not None
    model = dialog.list.model_
    assert model.rowCount() == 10
    assert model.index(0, 0).data() == "–"
    assert dialog.list.select("deliver")
    with qtbot.waitSignal(practice.place_wanted) as wanted:
        dialog.go_button.click()
    assert wanted.args == ["hand_off", None]


def test_when_all_are_done_it_says_what_comes_next(
    practice: Session, qtbot: QtBot
) -> None:
    page = shown(practice, qtbot)
    every = tuple(replace(one, done=True) for one in page.lessons.states)
    page.lessons.reading.arrived.emit(every)
    assert "Đã làm xong cả 10 bài" in page.lessons.said.text()
    assert page.lessons.go_button.isHidden()
