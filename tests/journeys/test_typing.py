"""Vietnamese keyboards, key by key, into every kind of field of every register."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.gui.forms.entry_dialog import EntryDialog
from desktop.gui.forms.fields import Editor
from desktop.gui.forms.small_tables import SmallTable
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.records.register import FieldType
from tests.builders import an_office
from tests.gui import entry_office
from tests.gui.typing_keys import WORDS, Keyboard, telex, type_words, vni

TYPED = frozenset(FieldType) - {FieldType.FLAG}
"""Every kind of field but the one with a box to tick."""


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    """Open a new office."""
    office = an_office(tmp_path / "new.stt")
    folder = tmp_path / "open"
    folder.mkdir()
    with entry_office.opened(office, folder) as opened:
        yield opened


def one_of_each(session: Session, qtbot: QtBot) -> Iterator[tuple[FieldType, Editor]]:
    """Yield an editor of every type of field, out of the forms of the registers."""
    seen: set[FieldType] = set()
    parent = QWidget()
    qtbot.addWidget(parent)
    for register in session.registers:
        wanted = {field.type for field in register.fields} - seen - {FieldType.FLAG}
        if not wanted:
            continue
        dialog = EntryDialog(session, register, read_names(session), parent)
        dialog.write_new({}, offer_draft=False)
        dialog.show()
        for editor in dialog.form.editors.values():
            if editor.field.type in wanted - seen:
                seen.add(editor.field.type)
                yield editor.field.type, editor
        dialog.close()
    assert seen == TYPED


def lines(widget: QWidget) -> list[QWidget]:
    """Return every line or page of text in a widget, itself included."""
    kinds = (QLineEdit, QPlainTextEdit)
    inside: list[QWidget] = [*widget.findChildren(QLineEdit)]
    inside += widget.findChildren(QPlainTextEdit)
    inside += [widget] if isinstance(widget, kinds) else []
    return [each for each in inside if each.isEnabled() and not _read_only(each)]


def places(widget: QWidget) -> Iterator[QWidget]:
    """Yield every line of a field, blank and with the cursor in it."""
    if isinstance(widget, SmallTable):
        more = widget.findChild(QPushButton)
        assert more is not None
        more.click()
    for line in lines(widget):
        box = line.parent()
        if isinstance(box, QComboBox):
            box.setCurrentIndex(-1)
        line.setFocus()
        yield line


def _read_only(widget: QWidget) -> bool:
    assert isinstance(widget, QLineEdit | QPlainTextEdit)
    return widget.isReadOnly()


def text_of(line: QWidget) -> str:
    """Return what a line or page holds."""
    if isinstance(line, QPlainTextEdit):
        return line.toPlainText()
    assert isinstance(line, QLineEdit)
    return line.text()


@pytest.mark.parametrize("keyboard", [telex, vni], ids=["telex", "vni"])
def test_more_than_thirty_words_arrive_whole_in_every_kind_of_field(
    session: Session, qtbot: QtBot, keyboard: Keyboard
) -> None:
    for kind, editor in one_of_each(session, qtbot):
        typed = 0
        for line in places(editor.widget):
            type_words(line, WORDS, keyboard)
            assert text_of(line) == " ".join(WORDS), kind
            typed += 1
        assert typed, kind


@pytest.mark.parametrize("keyboard", [telex, vni], ids=["telex", "vni"])
def test_the_keyboard_of_the_test_ends_with_the_word(keyboard: Keyboard) -> None:
    for word in WORDS:
        steps = keyboard(word)
        assert steps[0][0] == ""
        assert steps[-1][1] == word
        assert all(one[1] == two[0] for one, two in pairwise(steps))
