"""One entry of every register is typed by keyboard alone, and is kept whole."""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.files import catalogue
from desktop.gui.forms.entry_dialog import EntryDialog
from desktop.gui.forms.fields import Editor
from desktop.gui.forms.proposals import propose
from desktop.gui.forms.small_tables import SmallTable
from desktop.gui.session import Session
from desktop.gui.tables.columns import kind_of
from desktop.gui.tables.kinds import record_of
from desktop.gui.tables.names import Names
from desktop.gui.tables.reading_names import read_names
from desktop.records.activity import ActivityState
from desktop.records.register import FieldType, Register
from desktop.rules.vietnamese import fold
from desktop.store import records
from tests import builders
from tests.gui.entry_office import keep, register
from tests.gui.typing_keys import type_text

DAY = dt.date(2024, 6, 3)
LATER = {"closed_on": dt.date(2024, 6, 4)}
MOMENTS = {
    "requested_at": dt.datetime(2024, 6, 3, 8, 0),  # noqa: DTZ001  the office's own time
    "held_at": dt.datetime(2024, 6, 3, 9, 30),  # noqa: DTZ001
}
LEFT_BLANK = {
    "figure": "a goal is chosen instead",
    "denominator": "not of a goal that is no share of a sum",
    "parent": "a portal that is part of none",
}
NUMBER = 5
CODES = [one.code for one in catalogue.load_registers()]


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    yield made
    made.close()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    """Press a key where the keyboard now leads: a list that is open comes first."""
    popup = QApplication.activePopupWidget()
    QTest.keyClick(focused() if popup is None else popup, key)


def inside(editor: Editor) -> bool:
    at = QApplication.focusWidget()
    return at is not None and (at is editor.widget or editor.widget.isAncestorOf(at))


def go_to(editor: Editor) -> None:
    """Press Tab until the cursor is in a field."""
    for _ in range(12):
        if inside(editor):
            return
        press(Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not lead to {editor.field.name}")


def reach(field: QWidget) -> None:
    """Press Tab until the cursor is in one field of a line."""
    for _ in range(3):
        at = focused()
        if at is field or field.isAncestorOf(at):
            return
        press(Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not lead to {field.accessibleName()}")


def write_over(text: str) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(focused(), text)


class Typist:
    """Type into one field after the other, and remember what must be kept."""

    def __init__(self, dialog: EntryDialog, names: Names) -> None:
        self.dialog = dialog
        self.names = names
        self.expected: dict[str, Any] = {}

    def type_all(self) -> None:
        for name, editor in self.dialog.form.editors.items():
            go_to(editor)
            if name in LEFT_BLANK and not editor.field.required:
                continue
            type_one = KINDS.get(editor.field.type, Typist.one_of)
            if name == "year":
                type_one = Typist.year
            type_one(self, editor)

    def text(self, editor: Editor) -> None:
        self.expected[editor.field.name] = words = f"Chữ {editor.field.name}"
        write_over(words)

    def day(self, editor: Editor) -> None:
        day = LATER.get(editor.field.name, DAY)
        self.expected[editor.field.name] = day
        write_over(f"{day.day}/{day.month}/{day.year}")

    def moment(self, editor: Editor) -> None:
        moment = MOMENTS[editor.field.name]
        self.expected[editor.field.name] = moment
        write_over(f"{moment:%d/%m/%Y}")
        press(Qt.Key.Key_Tab)
        assert inside(editor)
        write_over(f"{moment:%H:%M}")

    def number(self, editor: Editor) -> None:
        self.expected[editor.field.name] = NUMBER
        write_over(str(NUMBER))

    def decimal(self, editor: Editor) -> None:
        self.expected[editor.field.name] = Decimal("5.5")
        write_over("5,5")

    def year(self, editor: Editor) -> None:
        self.expected[editor.field.name] = 2024
        write_over("2024")

    def flag(self, editor: Editor) -> None:
        self.expected[editor.field.name] = True
        QTest.keyClick(focused(), Qt.Key.Key_Space)

    def one_of(self, editor: Editor) -> None:
        offered = self.names.of(kind_of(editor.field))
        if editor.field.type is FieldType.PRODUCT:
            self.expected[editor.field.name] = "product"
            write_over("phong su ve quyen tre em")
            return
        assert offered, editor.field.name
        self.expected[editor.field.name] = offered[0].value
        write_over(fold(offered[0].text))

    def many_of(self, editor: Editor) -> None:
        if editor.value() or not self.names.of(kind_of(editor.field)):
            self.expected[editor.field.name] = editor.value()
            return
        QTest.keyClick(focused(), Qt.Key.Key_Down)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        items = popup.findChild(QListView)
        assert items is not None
        QTest.keyClick(items, Qt.Key.Key_Space)
        QTest.keyClick(items, Qt.Key.Key_Return)
        first = self.names.of(kind_of(editor.field))[0].value
        assert editor.value() == (first,)
        self.expected[editor.field.name] = (first,)

    def state(self, editor: Editor) -> None:
        self.expected[editor.field.name] = ActivityState.DONE

    def lines(self, editor: Editor) -> None:
        table = editor.widget
        assert isinstance(table, SmallTable)
        add = next(
            one for one in table.findChildren(QPushButton) if "Thêm dòng" in one.text()
        )
        for _ in range(6):
            if focused() is add:
                break
            press(Qt.Key.Key_Tab)
        assert focused() is add
        QTest.keyClick(add, Qt.Key.Key_Space)
        [line] = table.lines
        for name, field in line.fields.items():
            reach(field)
            kind = {"tier": "@tier"}.get(name, editor.field.catalogue)
            is_code = name in {"tier", "group", "audience", "source"}
            write_over(fold(self.names.of(kind)[0].text) if is_code else "5")
        held: Any = editor.value()
        (row,) = held
        code = getattr(row, next(iter(line.fields)))
        assert code == self.names.of(editor.field.catalogue)[0].value
        self.expected[editor.field.name] = (row,)


KINDS: dict[FieldType, Callable[[Typist, Editor], None]] = {
    FieldType.TEXT: Typist.text,
    FieldType.LONG_TEXT: Typist.text,
    FieldType.DATE: Typist.day,
    FieldType.DATETIME: Typist.moment,
    FieldType.INTEGER: Typist.number,
    FieldType.MONEY: Typist.number,
    FieldType.DECIMAL: Typist.decimal,
    FieldType.FLAG: Typist.flag,
    FieldType.CHOICES: Typist.many_of,
    FieldType.AGENCIES: Typist.many_of,
    FieldType.TASKS: Typist.many_of,
    FieldType.GOALS: Typist.many_of,
    FieldType.STEPS: Typist.many_of,
    FieldType.STATE: Typist.state,
    FieldType.AUDIENCES: Typist.lines,
    FieldType.STAFF: Typist.lines,
    FieldType.SPENDING: Typist.lines,
}


@pytest.mark.parametrize("code", CODES)
def test_an_entry_is_typed_by_keyboard_alone(
    code: str, session: Session, page: QWidget, qtbot: QtBot
) -> None:
    keep(session, builders.a_product(), builders.a_channel())
    wanted, names = register(session, code), read_names(session)
    before = ids(session, wanted)
    dialog = EntryDialog(session, wanted, names, page)
    dialog.write_new(propose(session, wanted))
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    typist = Typist(dialog, names)
    typist.type_all()
    faults = [one for one in dialog.form.check() if one.blocking]
    assert not faults
    press(Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    [kept] = ids(session, wanted) - before
    record = records.get(session.store.reader, record_of(wanted), kept)
    held = {name: getattr(record, name) for name in typist.expected}
    assert held == typist.expected
    assert set(typist.expected) | set(LEFT_BLANK) >= {f.name for f in wanted.fields}


def ids(session: Session, wanted: Register) -> set[str]:
    cls: type = record_of(wanted)
    found: tuple[Any, ...] = records.find(session.store.reader, cls)
    return {str(one.id) for one in found}


COMMON = (
    *("title", "first_day", "last_day", "state", "agency", "partners", "tasks", "form"),
    *("pillar", "themes", "languages", "sessions", "attendance", "audiences"),
    *("documents", "spending", "note"),
)


def test_what_registers_share_stands_in_one_order_and_group_in_all() -> None:
    groups: dict[str, set[str]] = {}
    for one in catalogue.load_registers():
        if not one.kind:
            continue
        here = [field.name for field in one.fields if field.name in COMMON]
        assert here == [name for name in COMMON if name in here], one.code
        for field in one.fields:
            groups.setdefault(field.name, set()).add(field.group)
        order = list(dict.fromkeys(field.group for field in one.fields))
        assert len(order) == len(set(order))
    assert {name for name, found in groups.items() if len(found) > 1} == set()
