"""Change one field of many entries at once."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QStackedWidget, QWidget

from desktop.errors import Problem
from desktop.gui.forms.deed_dialog import DeedDialog
from desktop.gui.forms.editors import make_editor
from desktop.gui.forms.fields import Editor, Offer
from desktop.gui.forms.reading import filled
from desktop.gui.jobs import Work
from desktop.gui.session import Session
from desktop.gui.tables.kinds import record_of
from desktop.gui.tables.names import Names
from desktop.gui.tables.reading_names import read_products
from desktop.operations.entries.change_many import NewValue, change_many
from desktop.records.activity import ActivityState
from desktop.records.register import FieldType, Register
from desktop.rules.numbers import format_integer

_NOT_SHARED = frozenset({FieldType.AUDIENCES, FieldType.STAFF, FieldType.SPENDING})
"""Small tables, whose lines are counted anew for every event."""
_LISTS = frozenset(
    {
        FieldType.CHOICES,
        FieldType.AGENCIES,
        FieldType.TASKS,
        FieldType.GOALS,
        FieldType.STEPS,
    }
)


BLANK = "Để trống để bỏ giá trị đang có; nội dung bắt buộc thì không để trống được."


class ChangeManyDialog(DeedDialog):
    """Choose a field, write its value once."""

    def __init__(
        self,
        session: Session,
        register: Register,
        names: Names,
        records: Sequence[Any],
        parent: QWidget,
    ) -> None:
        """Begin with the first field; blank takes the value away."""
        count = format_integer(len(records))
        title = f"Sửa một trường của {count} {register.one}"
        super().__init__(session, title, f"&Sửa {count} mục", parent)
        self._register = register
        self._records = tuple(records)
        self._offer = Offer(
            names=names,
            products=lambda: read_products(session),
            today=session.today,
            year=session.period.last_day.year,
        )
        self._fields = [one for one in register.fields if one.type not in _NOT_SHARED]
        self._editors: dict[str, Editor] = {}
        self.field = QComboBox()
        self.value = QStackedWidget()
        self.adds = QCheckBox("&Thêm vào những gì đang có, không thay")
        self._fill()

    @property
    def editor(self) -> Editor:
        """Return the editor of the field chosen."""
        return self._editors[str(self.field.currentData())]

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the value typed."""
        editor = self.editor
        if editor.unreadable():
            return (Problem("value", "not_understood"),)
        if editor.field.required and editor.value() in (None, "", ()):
            return (Problem("value", "missing"),)
        return ()

    def deed(self) -> Work:
        """Return the deed that changes all of them."""
        store, records, field = self.session.store, self._records, self.editor.field
        value = filled(record_of(self._register), field.name, self.editor.value())
        if field.type is FieldType.STATE:
            value = ActivityState(str(value))
        add = field.type in _LISTS and self.adds.isChecked()
        new = NewValue(field=field.name, value=value, add=add)
        subject = f"{field.label}, {len(records)} {self._register.one}"
        return lambda progress: change_many(store, records, new, subject, progress)

    def _fill(self) -> None:
        for field in self._fields:
            self.field.addItem(field.label, field.name)
        self.field.setMaxVisibleItems(20)
        self.grid.add("field", "T&rường *", self.field)
        self.grid.add("value", "&Giá trị mới", self.value, BLANK)
        self.grid.add_check("add", self.adds)
        self.field.currentIndexChanged.connect(self._show_editor)
        self.lay_out()
        self._show_editor()

    def _show_editor(self, *_: object) -> None:
        name = str(self.field.currentData())
        field = next(one for one in self._fields if one.name == name)
        if name not in self._editors:
            editor = make_editor(field, self._offer)
            self._editors[name] = editor
            self.value.addWidget(editor.widget)
        widget = self._editors[name].widget
        self.value.setCurrentWidget(widget)
        self.value.setFocusProxy(widget)
        self.adds.setVisible(field.type in _LISTS)
