"""Name, note and answer of one file are written; a blank name is refused."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.gui.forms.evidence.edit_dialog import EvidenceDialog
from desktop.gui.session import Session
from desktop.operations.evidence.attach_evidence import attach_evidence
from desktop.records.activity import Activity
from desktop.records.evidence import Evidence, Exposure
from desktop.store import records
from tests.gui import walking


def test_three_fields_are_kept(
    session: Session, page: QWidget, files: dict[str, Path]
) -> None:
    owner = (Activity, "activity")
    attach_evidence(session.store, owner, [files["anh.jpg"]])
    (one,) = records.find(session.store.reader, Evidence)
    dialog = EvidenceDialog(session, one, page)
    dialog.open()
    assert not walking.nameless(dialog)
    dialog.name_field.clear()
    dialog.do()
    assert "▲" in dialog.message.text
    dialog.name_field.setText("Quang cảnh")
    dialog.note_field.setText("Buổi sáng")
    dialog.persons.setCurrentIndex(dialog.persons.findData("nobody"))
    dialog.do()
    (new,) = records.find(session.store.reader, Evidence)
    assert (new.name, new.note) == ("Quang cảnh.jpg", "Buổi sáng")
    assert new.exposure is Exposure.NOBODY
