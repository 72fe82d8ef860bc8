"""A weekly broadcast is written once, and its days are shown before they are kept."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.series_dialog import SeriesDialog
from desktop.gui.session import Session
from desktop.operations.entries.record_entry import record
from desktop.records.product import Broadcast
from desktop.store import records
from tests.builders import a_broadcast
from tests.gui.entry_office import register
from tests.gui.walking import english_left, nameless

FIRST = dt.date(2024, 11, 4)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(session: Session, parent: QWidget) -> SeriesDialog:
    one = a_broadcast(id="b", title="Tiếng nói", first_day=FIRST, last_day=FIRST)
    record(session.store, one)
    made = SeriesDialog(session, register(session, "broadcast"), one, parent)
    made.open()
    return made


def typed(line: QWidget, text: str) -> None:
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def days(session: Session) -> list[dt.date]:
    return sorted(
        one.first_day for one in records.find(session.store.reader, Broadcast)
    )


def test_it_begins_with_every_week_until_the_end_of_the_period(
    dialog: SeriesDialog,
) -> None:
    # Mondays after 04/11/2024: the 11th, 18th, 25th, and 2, 9, 16, 23, 30 December
    assert dialog.do_button.text() == "&Ghi 8 mục"
    assert "11/11/2024, 18/11/2024, 25/11/2024, …, 30/12/2024" in dialog.preview.text()


def test_by_keyboard_every_other_week_until_a_day(
    dialog: SeriesDialog, session: Session
) -> None:
    typed(dialog.step, "2")
    typed(dialog.until, "2/12")
    assert dialog.do_button.text() == "&Ghi 2 mục"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert days(session) == [FIRST, dt.date(2024, 11, 18), dt.date(2024, 12, 2)]


def test_days_off_are_left_out_when_wanted(dialog: SeriesDialog) -> None:
    dialog.unit.setCurrentIndex(0)
    typed(dialog.until, "11/11/2024")
    assert dialog.do_button.text() == "&Ghi 7 mục"
    dialog.work_days_only.click()
    # 05 to 08 and the 11th: the 9th and 10th are a weekend
    assert dialog.do_button.text() == "&Ghi 5 mục"


def test_no_day_and_too_many_are_said_at_the_field(
    dialog: SeriesDialog, session: Session
) -> None:
    typed(dialog.until, "4/11/2024")
    dialog.do()
    assert dialog.message.text == "Chưa ghi được. Xem các chỗ có dấu ▲."
    assert dialog.until.property("wrong")
    assert "sau 04/11/2024" in str(dialog.until.toolTip())
    typed(dialog.until, "31/12/2027")
    dialog.unit.setCurrentIndex(0)
    assert "hơn 400" in dialog.preview.text()
    dialog.do()
    assert dialog.until.property("wrong")
    assert days(session) == [FIRST]


def test_every_part_has_a_name_and_is_vietnamese(dialog: SeriesDialog) -> None:
    assert not nameless(dialog)
    assert not english_left(dialog)
