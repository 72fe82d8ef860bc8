"""Every type of field has an editor that gives back what it was given."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.forms.editors import make_editor
from desktop.gui.forms.fields import Offer
from desktop.gui.forms.pickers import YearEditor
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.records.register import Field, FieldType


@pytest.mark.parametrize("kind", FieldType)
def test_every_type_of_field_has_an_editor(
    kind: FieldType, session: Session, qtbot: QtBot
) -> None:
    offer = Offer(read_names(session), lambda: (), session.today, 2024)
    editor = make_editor(Field(name="x", type=kind, label="Trường"), offer)
    qtbot.addWidget(editor.widget)
    assert editor.widget.accessibleName() == "Trường"
    assert not editor.value()
    editor.set_typed(editor.typed())
    assert not editor.value(), "what a blank field typed is blank again"


def test_a_year_has_an_editor_of_its_own(session: Session, qtbot: QtBot) -> None:
    offer = Offer(read_names(session), lambda: (), session.today, 2024)
    editor = make_editor(Field(name="year", type=FieldType.INTEGER, label="Năm"), offer)
    qtbot.addWidget(editor.widget)
    assert isinstance(editor, YearEditor)
