"""Nobody believes a root certificate by pressing Enter."""

import dataclasses
import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.gui.pages.settings.anchor_dialog import AnchorDialog, lines
from desktop.records.trust import Pinned
from tests.gui import walking

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def a_root() -> Pinned:
    return Pinned(
        name="Root CA",
        issuer="Root CA",
        not_before=NOW,
        not_after=NOW.replace(year=2036),
        sha256="0123456789abcdef" * 4,
        shipped=False,
    )


def test_enter_leaves_and_the_tick_comes_before_the_deed(qtbot: QtBot) -> None:
    dialog = AnchorDialog(a_root())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.take.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == AnchorDialog.DialogCode.Rejected
    dialog.compared.setChecked(True)
    dialog.take.click()
    assert dialog.result() == AnchorDialog.DialogCode.Accepted


def test_the_whole_fingerprint_is_shown_and_read_aloud(qtbot: QtBot) -> None:
    dialog = AnchorDialog(a_root())
    qtbot.addWidget(dialog)
    shown = "".join(dialog.print.text().split())
    assert shown == a_root().sha256.upper()
    assert "0123 4567" in dialog.print.accessibleName()
    assert dialog.sizeHint().height() <= 700
    assert not walking.nameless(dialog)


def test_a_certificate_that_somebody_else_issued_is_said_to_be_no_root(
    qtbot: QtBot,
) -> None:
    for issuer, doubtful in (("Root CA", False), ("Another CA", True)):
        dialog = AnchorDialog(dataclasses.replace(a_root(), issuer=issuer))
        qtbot.addWidget(dialog)
        said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
        assert ("không phải chứng thư gốc" in said) is doubtful
        assert dialog.sizeHint().height() <= 700


def test_a_fingerprint_is_two_lines_of_groups_of_four() -> None:
    assert lines("0123456789abcdef" * 4) == "\n".join(
        ["0123 4567 89AB CDEF 0123 4567 89AB CDEF"] * 2
    )
