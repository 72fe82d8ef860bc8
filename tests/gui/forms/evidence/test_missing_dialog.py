"""Activities without evidence are listed, and leave the list when they have some."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.forms.evidence.missing_dialog import MissingDialog
from desktop.gui.session import Session
from desktop.records.identity import TaskId
from desktop.store.search import Hit
from tests import builders
from tests.fakes import Answers
from tests.gui import walking
from tests.gui.entry_office import keep


@pytest.fixture
def bare(session: Session, files: dict[str, Path]) -> None:
    day = dt.date(2024, 9, 1)
    keep(session, builders.an_activity(id="later", title="Lớp sau", last_day=day))


def rows(dialog: MissingDialog) -> list[str]:
    return [one.row_id for one in dialog.list.model_.rows]


def test_files_are_attached_from_the_list_one_after_the_other(
    session: Session,
    page: QWidget,
    bare: None,
    files: dict[str, Path],
    answers: Answers,
) -> None:
    dialog = MissingDialog(session, page)
    dialog.open()
    assert rows(dialog) == ["later", "activity"]
    answers.script = [(files["giay moi.pdf"],), (files["giay moi.pdf"],)]
    dialog.add_button.click()
    assert rows(dialog) == ["activity"]
    dialog.list.selectRow(0)
    dialog.add()
    assert rows(dialog) == []
    assert "không thiếu" in dialog.said.text()
    assert not dialog.add_button.isEnabled()
    assert not walking.nameless(dialog)
    dialog.close()


def test_an_entry_opens_in_its_register(
    session: Session, page: QWidget, bare: None, qtbot: QtBot
) -> None:
    dialog = MissingDialog(session, page)
    dialog.open()
    with qtbot.waitSignal(session.place_wanted) as wanted:
        dialog.open_button.click()
    assert wanted.args == ["activities", Hit("activities", "later")]


def test_those_of_one_task_are_listed_alone(
    session: Session, page: QWidget, bare: None
) -> None:
    other = MissingDialog(session, page, TaskId(builders.task("3.3")))
    assert rows(other) == []
    other.close()
