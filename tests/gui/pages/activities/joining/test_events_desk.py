"""Joining and taking apart from the list of entries."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.session import Session
from desktop.operations.entries.join_events import join
from tests import builders
from tests.fakes import Answers
from tests.gui.entry_office import keep
from tests.gui.pages.activities.joining.offices import (
    DAK_LA,
    MAR,
    OFFICE,
    contest,
    joined_to,
    keep_contests,
)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[ActivitiesPage]:
    keep_contests(session)
    made = ActivitiesPage(session)
    qtbot.addWidget(made)
    made.resize(1150, 660)
    made.registers.choose("contest")
    made.show()
    yield made
    if made.dialog is not None:
        made.dialog.reject()


def choose(page: ActivitiesPage, *rows: int) -> None:
    assert page.view is not None
    model = page.view.rows.selectionModel()
    model.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        index = page.view.rows.model().index(row, 0)
        model.select(index, flags.Select | flags.Rows)


def test_the_entries_selected_are_joined(
    page: ActivitiesPage, session: Session
) -> None:
    choose(page, 0, 1, 2)
    assert page.events.join.isEnabled()
    dialog = page.events.join_chosen()
    dialog.do()
    assert {joined_to(session, one) for one in ("mar", "la")} == {"office"}
    assert page.message.text == "Đã ghép thành sự kiện chung"


def test_one_entry_alone_cannot_be_joined_nor_freed(page: ActivitiesPage) -> None:
    choose(page, 1)
    assert not page.events.join.isEnabled()
    assert not page.events.free.isEnabled()


def test_an_entry_is_taken_out_of_its_event(
    page: ActivitiesPage, session: Session
) -> None:
    join(session.store, OFFICE, (MAR, DAK_LA))
    page.model.reload()
    choose(page, 0, 1, 2)
    assert page.events.free.isEnabled()
    page.events.free_chosen()
    assert {joined_to(session, one) for one in ("mar", "la", "office")} == {None}
    assert page.message.text == "Đã tách khỏi sự kiện chung"


def test_what_stands_alone_cannot_be_taken_out(
    page: ActivitiesPage, session: Session
) -> None:
    session.ask = ask = Answers()
    choose(page, 0)
    page.events.free_chosen()
    assert [one.what for one in ask.faults] == ["Chưa có gì để ghép hoặc tách."]


def test_likely_twins_open_the_entry_wanted(
    page: ActivitiesPage, session: Session, qtbot: QtBot
) -> None:
    dialog = page.events.look_through()
    assert len(dialog.pairs) == 3
    dialog.open_button.click()
    assert page.dialog is not None
    assert page.dialog.form.record_id in {"mar", "office", "la"}


def test_the_deeds_are_in_the_menu_of_the_place(page: ActivitiesPage) -> None:
    words = [one.text() for one in page.actions()]
    for wanted in ("Rà trùng…", "Ghép thành sự kiện chung…", "Tách khỏi sự kiện chung"):
        assert wanted in words


def test_very_many_entries_are_not_looked_at_one_by_one(
    page: ActivitiesPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(session, *(contest(f"n{n}", builders.UNIT) for n in range(120)))
    page.model.reload()
    read: list[int] = []
    known = page.model.record

    def noted(row: int) -> object:
        read.append(row)
        return known(row)

    monkeypatch.setattr(page.model, "record", noted)
    assert page.view is not None
    page.view.rows.selectAll()
    assert page.events.free.isEnabled()
    assert page.many.change.isEnabled()
    assert len(read) < 120
