"""The form of one entry, whatever its register: show it, read it back, judge it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.errors import Problem
from desktop.gui.forms import reading
from desktop.gui.forms.editors import make_editor
from desktop.gui.forms.fields import Offer
from desktop.gui.forms.following import LastDay
from desktop.gui.forms.layout import LabelledField, heading, stacked
from desktop.records.register import Register
from desktop.rules import entry
from desktop.rules.known import Known
from desktop.wording import problems as problem_words


class RecordForm(QScrollArea):
    """Every field of one register, in groups, in one column."""

    changed = Signal()
    """Somebody typed or chose something."""

    def __init__(self, register: Register, offer: Offer, known: Known) -> None:
        """Make the fields in the order of the register."""
        super().__init__()
        self.register = register
        self._known = known
        self._record_id = ""
        self._kept: object = None
        self._showing = False
        self._asked = False
        self.editors = {
            field.name: make_editor(field, offer) for field in register.fields
        }
        self.fields = {name: LabelledField(one) for name, one in self.editors.items()}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        stacked(self._widgets(), body)
        self.setWidget(body)
        for editor in self.editors.values():
            editor.changed.connect(self._on_changed)
        self._last_day = LastDay(self.editors, self)

    def show_new(self, record_id: str, values: Mapping[str, object]) -> None:
        """Show a blank entry with what is proposed for it."""
        self._show(record_id, None)
        for name, editor in self.editors.items():
            editor.set_value(values.get(name))
        self._settle()

    def show_record(self, record: Any) -> None:  # noqa: ANN401  of any register
        """Show an entry as it is kept."""
        self._show(str(record.id), record)
        for name, editor in self.editors.items():
            editor.set_value(getattr(record, name))
        self._settle()

    def show_typed(self, typed: Mapping[str, object]) -> None:
        """Show what a draft kept of the entry now in the form."""
        self._showing = True
        for name, editor in self.editors.items():
            if name in typed:
                editor.set_typed(typed[name])
        self._settle()

    def typed(self) -> dict[str, object]:
        """Return what a draft keeps."""
        return {name: editor.typed() for name, editor in self.editors.items()}

    @property
    def record_id(self) -> str:
        """Return the id of the entry in the form."""
        return self._record_id

    @property
    def kept(self) -> object:
        """Return the entry as it is kept, or None for a new one."""
        return self._kept

    def record(self) -> object:
        """Return the record the form now holds, or None when it holds none yet."""
        editors = self.editors.values()
        if any(one.unreadable() for one in editors) or reading.missing(editors):
            return None
        values = reading.values_of(editors)
        made = reading.build(self.register, self._record_id, values, self._kept)
        return entry.clean(made)

    def accepted(self) -> object:
        """Return the record if it may be kept, else mark what is wrong: None."""
        self._asked = True
        record = self.record()
        problems = self.check()
        if record is None or any(one.blocking for one in problems):
            self.focus_fault()
            return None
        return record

    def check(self) -> tuple[Problem, ...]:
        """Mark every field with what is wrong or doubtful in it; return it all."""
        record = self.record()
        if record is None:
            problems = reading.missing(self.editors.values())
        else:
            problems = entry.problems(record, self._known)
        self._mark(problems)
        return problems

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark what the office file itself refused."""
        self._asked = True
        self._mark(problems)
        self.focus_fault()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        next(iter(self.editors.values())).focus()

    def focus_field(self, name: str) -> None:
        """Put the cursor into one field, and show it."""
        if name in self.editors:
            self.ensureWidgetVisible(self.fields[name])
            self.editors[name].focus()

    def focus_fault(self) -> None:
        """Put the cursor into the first field that is wrong."""
        for name, editor in self.editors.items():
            if editor.widget.property("wrong"):
                editor.focus()
                show = partial(self.ensureWidgetVisible, self.fields[name])
                show()
                # Once more below the message that now takes room from the fields.
                QTimer.singleShot(0, self, show)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next field with Enter, as from cell to cell."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not int(
            event.modifiers().value & ~Qt.KeyboardModifier.KeypadModifier.value
        ):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  Qt's name
        """Scroll to whatever takes the focus."""
        moved = super().focusNextPrevChild(next)
        focused = self.focusWidget()
        if moved and focused is not None:
            self.ensureWidgetVisible(focused, 0, 60)
        return moved

    def _widgets(self) -> list[QWidget]:
        made: list[QWidget] = []
        group = ""
        for field in self.register.fields:
            if field.group and field.group != group:
                group = field.group
                made.append(heading(group))
            made.append(self.fields[field.name])
        return made

    def _show(self, record_id: str, kept: object) -> None:
        self._showing = True
        self._asked = False
        self._record_id = record_id
        self._kept = kept

    def _settle(self) -> None:
        self._showing = False
        self._last_day.begin()
        for field in self.fields.values():
            field.show_problems((), ())
        self.verticalScrollBar().setValue(0)

    def _on_changed(self) -> None:
        if self._showing:
            return
        if self._asked:
            self.check()
        self.changed.emit()

    def _mark(self, problems: Sequence[Problem]) -> None:
        for name, shown in self.fields.items():
            here = [one for one in problems if one.field == name]
            wrong = [problem_words.sentence(one) for one in here if one.blocking]
            doubts = [problem_words.sentence(one) for one in here if not one.blocking]
            unreadable = shown.editor.unreadable()
            shown.show_problems([unreadable, *wrong] if unreadable else wrong, doubts)
