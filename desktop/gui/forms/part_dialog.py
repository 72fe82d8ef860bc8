"""A window in which one part of a plan, or one value of a list, is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import DesktopError, InputError, Problem
from desktop.gui import theme
from desktop.gui.forms.fields import Editor
from desktop.gui.forms.layout import LabelledField, heading, stacked
from desktop.gui.jobs import Job, Work
from desktop.gui.running import show_error
from desktop.gui.session import Session
from desktop.gui.widgets.message_bar import MessageBar
from desktop.wording.fields import label_of
from desktop.wording.problems import sentence

WIDTH, TALLEST = 760, 690
"""A dialog is never taller than what the smallest screen leaves."""
_SOON = 250
"""Milliseconds after the last key before doubts are looked for."""
_WRONG = "Chưa ghi được: xem các chỗ có dấu ▲."

Values: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What one dialog writes, and how it is kept."""

    title: str
    editors: Sequence[Editor]
    work: Callable[[Values], Work]
    """Makes what the worker is to do of the values of the fields, by name."""
    check: Callable[[Values], Sequence[Problem]] = lambda _values: ()
    """Tells what is wrong or doubtful; never called while a required one is blank."""
    shown: Callable[[Values], frozenset[str]] | None = None
    """Names of the fields that mean something with these values; None: all do."""
    note: str = ""
    """One sentence under the title."""
    verb: str = "&Ghi"


class PartDialog(QDialog):
    """Fields in one column, and two buttons; nothing is kept before it is written."""

    kept = Signal(object)
    """What the operation answered."""

    def __init__(self, session: Session, writing: Writing, parent: QWidget) -> None:
        """Show the fields with the values their editors have."""
        super().__init__(parent)
        self._session = session
        self._writing = writing
        self._job: Job | None = None
        self._asked = False
        self.editors = {one.field.name: one for one in writing.editors}
        self.fields = {
            name: LabelledField(editor) for name, editor in self.editors.items()
        }
        self._under: dict[str, QLabel] = {}
        self.message = MessageBar()
        self.save_button = QPushButton(writing.verb)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.look)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(writing.title)
        self._lay_out()
        for editor in self.editors.values():
            editor.changed.connect(self._on_changed)
        self._show_fields()

    def values(self) -> dict[str, object]:
        """Return what the fields hold, by name."""
        return {name: one.value() for name, one in self.editors.items()}

    def save(self) -> None:
        """Keep what the fields hold, unless something is wrong with it."""
        if self._job is not None:
            return
        self._asked = True
        if any(one.blocking for one in self.look()) or self._unreadable():
            self.message.warn(_WRONG)
            self._focus_fault()
            return
        self._job = Job(
            self._writing.work(self.values()),
            title=self._writing.title,
            initiator=self,
        )
        self._job.succeeded.connect(self._on_kept)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        self._session.jobs.start(self._job)

    def look(self) -> tuple[Problem, ...]:
        """Look for what is wrong or doubtful; mark it, and return it."""
        found = tuple(self._missing())
        if not found and not self._unreadable():
            found = tuple(self._writing.check(self.values()))
        self._mark(found)
        return found

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        super().showEvent(event)
        next(iter(self.editors.values())).focus()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(theme.AROUND, theme.AROUND, theme.AROUND, 0)
        head.setSpacing(theme.BETWEEN)
        title = QLabel(self._writing.title)
        title.setProperty("role", "title")
        title.setWordWrap(True)
        head.addWidget(title)
        if self._writing.note:
            note = QLabel(self._writing.note)
            note.setProperty("role", "quiet")
            note.setWordWrap(True)
            head.addWidget(note)
        head.addWidget(self.message)
        self._area = _Column(self._widgets())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, stretch=1)
        column.addLayout(self._buttons())
        wanted = self._area.widget().sizeHint().height() + theme.scaled(150)
        self.resize(theme.scaled(WIDTH), min(wanted, TALLEST))

    def _widgets(self) -> list[QWidget]:
        made: list[QWidget] = []
        above: QLabel | None = None
        for name, field in self.fields.items():
            named = self.editors[name].field.group
            if named and (above is None or named != above.text()):
                above = heading(named)
                made.append(above)
            if above is not None:
                self._under[name] = above
            made.append(field)
        return made

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(*[theme.AROUND] * 4)
        row.setSpacing(theme.BETWEEN)
        if any(one.field.required for one in self.editors.values()):
            note = QLabel("* bắt buộc")
            note.setProperty("role", "quiet")
            row.addWidget(note)
        row.addStretch(1)
        close = QPushButton("Thôi")
        close.setToolTip("Thôi, không ghi (Esc)")
        close.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)
        self.save_button.setToolTip("Ghi (Ctrl+S)")
        for button in (close, self.save_button):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text().replace("&", ""))
            row.addWidget(button)
        self.save_button.setProperty("primary", True)
        for key in ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save)
        return row

    def _missing(self) -> list[Problem]:
        return [
            Problem(name, "missing")
            for name, one in self.editors.items()
            if one.field.required
            and not self.fields[name].isHidden()
            and not one.unreadable()
            and (one.value() is None or one.value() == "")
        ]

    def _unreadable(self) -> bool:
        return any(one.unreadable() for one in self.editors.values())

    def _mark(self, found: Sequence[Problem]) -> None:
        for name, field in self.fields.items():
            here = [one for one in found if one.field == name]
            wrong = [sentence(one) for one in here if one.blocking and self._asked]
            unreadable = field.editor.unreadable()
            doubts = [sentence(one) for one in here if not one.blocking]
            field.show_problems([unreadable, *wrong] if unreadable else wrong, doubts)
        # What is wrong somewhere else is not left unsaid.
        seen = {name for name, field in self.fields.items() if not field.isHidden()}
        rest = [one for one in found if one.blocking and one.field not in seen]
        if rest and self._asked:
            told = (sentence(one, label_of(one)) for one in rest)
            self.message.warn(" ".join(told))

    def _focus_fault(self) -> None:
        for name, field in self.fields.items():
            if not field.said.isHidden() and not field.isHidden():
                self.editors[name].focus()
                self._area.ensureWidgetVisible(field)
                return

    def _show_fields(self) -> None:
        if self._writing.shown is None:
            return
        wanted = self._writing.shown(self.values())
        for name, field in self.fields.items():
            field.setVisible(name in wanted)
        # A heading without a field under it asks for nothing.
        needed = {above for name, above in self._under.items() if name in wanted}
        for above in self._under.values():
            above.setVisible(above in needed)

    def _on_changed(self) -> None:
        self._show_fields()
        self._soon.start()

    def _on_kept(self, value: object) -> None:
        self._job = None
        self.kept.emit(value)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, InputError):
            self.message.warn(_WRONG)
            self._mark(error.problems)
            self._focus_fault()
        elif isinstance(error, DesktopError):
            show_error(self._session, error)
        else:
            self._session.jobs.unheard.emit(error)

    def _on_cancelled(self) -> None:
        self._job = None


class _Column(QScrollArea):
    """The fields, which scroll where there are more than fit."""

    def __init__(self, widgets: list[QWidget]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        stacked(widgets, body)
        self.setWidget(body)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  Qt's name
        """Scroll to whatever takes the focus."""
        moved = super().focusNextPrevChild(next)
        focused = self.focusWidget()
        if moved and focused is not None:
            self.ensureWidgetVisible(focused, 0, theme.scaled(60))
        return moved
