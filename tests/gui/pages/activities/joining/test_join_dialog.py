"""Which entry is counted is chosen, and what totals lose is shown before."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.joining.join_dialog import JoinDialog
from desktop.gui.session import Session
from desktop.records.activity import Activity
from tests import builders
from tests.gui.entry_office import keep, register
from tests.gui.pages.activities.joining.offices import (
    TITLE,
    contest,
    joined_to,
    keep_contests,
)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


def a_dialog(session: Session, page: QWidget, many: tuple[Activity, ...]) -> JoinDialog:
    return JoinDialog(session, register(session, "contest"), many, page)


def test_the_own_entry_is_proposed_and_the_effect_is_shown(
    session: Session, page: QWidget
) -> None:
    dialog = a_dialog(session, page, keep_contests(session))
    assert dialog.chosen == "office"
    said = dialog.effect.text()
    assert "Tổng số hiện nay: 3 cuộc thi" in said
    assert "900 lượt người" in said
    assert "Sau khi ghép: 1 cuộc thi" in said
    assert "Thêm đơn vị phối hợp: " in said
    assert joined_to(session, "mar") is None


def test_they_are_joined_by_keyboard(
    session: Session, page: QWidget, qtbot: QtBot
) -> None:
    dialog = a_dialog(session, page, keep_contests(session))
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    dialog.lead.setFocus()
    QTest.keyClick(dialog.lead, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.done_):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert joined_to(session, "la") is None
    assert {joined_to(session, one) for one in ("mar", "office")} == {"la"}


def test_what_cannot_be_joined_says_why_and_has_no_button(
    session: Session, page: QWidget
) -> None:
    many = (contest("one", builders.OWN), contest("two", builders.OWN))
    keep(session, *many)
    dialog = a_dialog(session, page, many)
    assert not dialog.do_button.isEnabled()
    assert "cùng một đơn vị" in dialog.effect.text()
    assert TITLE in dialog.effect.text()


def test_every_field_has_a_name(session: Session, page: QWidget) -> None:
    dialog = a_dialog(session, page, keep_contests(session))
    for one in (dialog.lead, dialog.effect, dialog.do_button, dialog.leave_button):
        assert one.accessibleName()
