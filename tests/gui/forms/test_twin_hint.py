"""A hint tells of likely twins as one types, and never gets in the way."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.forms.comparison import CompareDialog
from desktop.gui.forms.entry_dialog import EntryDialog
from desktop.gui.forms.proposals import propose
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.operations.entries.join_events import read_event
from desktop.records.activity import Activity
from desktop.records.identity import AgencyId
from desktop.records.product import Product
from desktop.store import records
from tests import builders
from tests.gui.entry_office import keep, register

TITLE = "Hội thi tìm hiểu pháp luật"
PLACE = "Nhà văn hóa"
KEPT = builders.an_activity(
    "contest",
    id="kept",
    agency=builders.UNIT,
    title=TITLE,
    place=PLACE,
    form="quiz_contest",
    tasks=(builders.task("5.1"),),
)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def dialog(session: Session, page: QWidget, qtbot: QtBot) -> EntryDialog:
    keep(session, KEPT)
    return typing(session, page, qtbot, "contest")


def typing(session: Session, page: QWidget, qtbot: QtBot, code: str) -> EntryDialog:
    made = EntryDialog(session, register(session, code), read_names(session), page)
    made.write_new(propose(session, made.register))
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def type_in(dialog: EntryDialog, field: str, text: str) -> None:
    editor = dialog.form.editors[field]
    editor.focus()
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClick(where, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(where, text)


def type_twin(dialog: EntryDialog) -> None:
    type_in(dialog, "first_day", "5/6/2024")
    type_in(dialog, "last_day", "5/6/2024")
    dialog.form.editors["agency"].set_value(builders.OWN)
    type_in(dialog, "place", "Nha van hoa")
    type_in(dialog, "title", "Hoi thi tim hieu phap luat")


def test_the_hint_comes_while_typing_and_leaves_the_cursor_alone(
    dialog: EntryDialog, qtbot: QtBot
) -> None:
    type_twin(dialog)
    cursor = QApplication.focusWidget()
    assert dialog.hint.said == "", "not while keys are still coming"
    qtbot.waitUntil(lambda: dialog.hint.said != "")
    said = dialog.hint.said
    assert said.startswith("Có thể trùng: 05/06/2024 · Hội thi tìm hiểu pháp luật")
    assert "khác đơn vị" in said
    assert QApplication.focusWidget() is cursor


def test_another_title_takes_the_hint_away(dialog: EntryDialog, qtbot: QtBot) -> None:
    type_twin(dialog)
    qtbot.waitUntil(lambda: dialog.hint.said != "")
    type_in(dialog, "title", "Cuoc thi anh")
    qtbot.waitUntil(lambda: dialog.hint.said == "")


def test_the_same_event_is_joined_when_it_is_recorded(
    dialog: EntryDialog, session: Session, qtbot: QtBot
) -> None:
    type_twin(dialog)
    qtbot.waitUntil(lambda: dialog.hint.said != "")
    dialog.form.editors["form"].set_value("quiz_contest")
    dialog.form.editors["pillar"].set_value("knowledge")
    QTest.keyClick(dialog.hint.same_button, Qt.Key.Key_Space)
    assert dialog.hint.said.startswith("Khi ghi sẽ ghép vào sự kiện chung")
    dialog.save()
    new = next(
        one for one in records.find(session.store.reader, Activity) if one.id != KEPT.id
    )
    assert new.joined_to == KEPT.id
    event = read_event(session.store, KEPT.id)
    assert event is not None
    lead = records.get(session.store.reader, Activity, KEPT.id)
    assert lead is not None
    assert lead.partners == (AgencyId(builders.OWN),)
    newest = session.store.last_change()
    assert newest is not None
    assert newest.verb == "record", "one deed, which one undo takes back"


def test_what_is_said_to_be_another_is_not_told_again(
    dialog: EntryDialog, qtbot: QtBot
) -> None:
    type_twin(dialog)
    qtbot.waitUntil(lambda: dialog.hint.said != "")
    QTest.keyClick(dialog.hint.other_button, Qt.Key.Key_Space)
    assert dialog.hint.said == ""
    type_in(dialog, "title", "Hoi thi tim hieu phap luat nam nay")
    qtbot.wait(700)
    assert dialog.hint.said == ""


def test_both_are_seen_side_by_side_and_the_kept_one_can_be_opened(
    dialog: EntryDialog, qtbot: QtBot
) -> None:
    type_twin(dialog)
    qtbot.waitUntil(lambda: dialog.hint.said != "")
    dialog.hint.see_button.click()
    seen = dialog.hint.findChild(CompareDialog)
    assert seen is not None
    places = {line.field: line for line in seen.comparison.lines}["place"]
    assert (places.first, places.second) == ("Nha van hoa", PLACE)
    seen.open_button.click()
    assert dialog.form.record_id == KEPT.id
    assert dialog.hint.said == ""


def test_one_agency_is_offered_no_shared_event(
    session: Session, page: QWidget, qtbot: QtBot
) -> None:
    keep(session, builders.a_product(id="kept"))
    dialog = typing(session, page, qtbot, "product")
    for name in ("type", "agency"):
        value = getattr(builders.a_product(), name)
        dialog.form.editors[name].set_value(value)
    type_in(dialog, "first_published", "5/6/2024")
    type_in(dialog, "title", "Phong su ve quyen tre em")
    qtbot.waitUntil(lambda: dialog.hint.said != "")
    assert not dialog.hint.same_button.isVisibleTo(dialog)
    assert records.count(session.store.reader, Product) == 1


def test_registers_without_events_look_for_nothing(
    session: Session, page: QWidget, qtbot: QtBot
) -> None:
    dialog = typing(session, page, qtbot, "headcount")
    type_in(dialog, "people", "12")
    qtbot.wait(600)
    assert dialog.hint.said == ""


def test_its_buttons_have_names(dialog: EntryDialog) -> None:
    assert all(one.accessibleName() for one in dialog.hint.findChildren(QPushButton))
