"""The lines of a unit: what cannot be one is not kept."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.files.locking import new_key
from desktop.gui.pages.collect.units.contact_dialog import (
    HINT,
    KEY_WRONG,
    ContactDialog,
)
from desktop.gui.session import Session
from desktop.operations.units.unit_states import read_unit_states
from desktop.records.exchange import Contact
from desktop.store import records


def test_a_key_for_locking_must_be_one(session: Session, qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    unit = read_unit_states(session.store, session.period).units[0]
    dialog = ContactDialog(session, unit, frame)
    dialog.key.setText("age1khongphai")
    dialog.keep()
    assert dialog.key.toolTip() == KEY_WRONG
    assert records.find(session.store.reader, Contact) == ()
    public = new_key().public
    dialog.key.setText(f"  {public} ")
    dialog.keep()
    (kept,) = records.find(session.store.reader, Contact)
    assert (kept.id, kept.encryption_key) == (unit.agency.id, public)
    assert "không ghi tên" in HINT, "an office's line, never a person's"
