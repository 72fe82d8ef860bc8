"""Choose one of a list by typing any part of it, with marks or without.

Completion is by a list below the field and never inside the text: a Vietnamese
keyboard sends Backspace while one types, which would delete the proposal.
"""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from desktop.gui.widgets.marking import mark
from desktop.rules.vietnamese import exact_key, fold

CODE = Qt.ItemDataRole.UserRole
FOLDED = Qt.ItemDataRole.UserRole + 1

Choice = tuple[str, str] | tuple[str, str, tuple[str, ...]]
"""A code, the name people choose it by, and other names that find it."""

UNKNOWN = "Không có trong danh sách. Gõ một phần tên rồi chọn, hoặc để trống."


def searched(name: str, others: Iterable[str] = ()) -> str:
    """Return every name of one thing in the folded form, each on a line of its own."""
    return "\n".join(fold(each) for each in (name, *others) if each)


class FoldedCompleter(QCompleter):
    """Propose what holds the typed text, whatever the marks."""

    def splitPath(self, path: str) -> list[str]:
        """Compare in the folded form."""
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Write the name itself, with its marks."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class ChoiceField(QComboBox):
    """One code of a list, or none."""

    changed = Signal()
    """Somebody chose or edited; not when a value is set in code."""

    def __init__(
        self, choices: Iterable[Choice] = (), parent: QWidget | None = None
    ) -> None:
        """Begin with nothing chosen."""
        super().__init__(parent)
        self._line = QLineEdit()
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setMinimumContentsLength(12)
        self._choices = QStandardItemModel(self)
        self.setModel(self._choices)
        self._proposals = FoldedCompleter(self._choices, self)
        self._proposals.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._proposals.setFilterMode(Qt.MatchFlag.MatchContains)
        self._proposals.setCompletionRole(FOLDED)
        self.setCompleter(self._proposals)
        self.set_choices(choices)
        self._line.textEdited.connect(self._on_edited)
        self._line.editingFinished.connect(self._settle)
        self.activated.connect(lambda _row: self._on_edited())

    @property
    def value(self) -> str | None:
        """Return the code of what the text names; None when blank or unknown."""
        row = self._row_of(self.currentText())
        return None if row is None else str(self.itemData(row, CODE))

    @property
    def problem(self) -> str:
        """Return `unknown` when the text names nothing of the list, else blank."""
        return "unknown" if self.value is None and self.currentText().strip() else ""

    def set_value(self, code: str | None) -> None:
        """Choose a code; one that is not in the list is shown as it is."""
        row = -1 if code is None else self.findData(code, CODE)
        self.setCurrentIndex(row)
        if row < 0:
            self.setEditText(code or "")
        self._line.setCursorPosition(0)
        mark(self, "")

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """List these, keeping what is chosen if it is still among them."""
        kept = self.value
        self._choices.clear()
        for code, name, *others in choices:
            item = QStandardItem(name)
            item.setData(code, CODE)
            item.setData(searched(name, *others), FOLDED)
            item.setToolTip(name)
            self._choices.appendRow(item)
        self.set_value(kept if self.findData(kept, CODE) >= 0 else None)

    def setAccessibleName(self, name: str) -> None:
        """Name the line of text too: it is what takes the focus."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page and not the list, unless one is in the field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all when reached by Tab, so that typing replaces."""
        super().focusInEvent(event)
        if event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        ):
            self._line.selectAll()

    def _on_edited(self) -> None:
        mark(self, "")
        self.changed.emit()

    def _settle(self) -> None:
        row = self._row_of(self.currentText())
        if row is None:
            row = self._only_one_found_by(fold(self.currentText()))
        if row is not None:
            moved = row != self.currentIndex()
            self.setCurrentIndex(row)
            self.setEditText(self.itemText(row))
            if moved:
                self.changed.emit()
        mark(self, UNKNOWN if self.problem else "")

    def _row_of(self, text: str) -> int | None:
        exact, folded = exact_key(text), fold(text)
        if not folded:
            return None
        names = [self.itemText(row) for row in range(self.count())]
        same = [row for row, name in enumerate(names) if exact_key(name) == exact]
        alike = [row for row, name in enumerate(names) if fold(name) == folded]
        if same:
            return self.currentIndex() if self.currentIndex() in same else same[0]
        return alike[0] if len(alike) == 1 else None

    def _only_one_found_by(self, folded: str) -> int | None:
        """Return the one row with this other name, or else the one holding it."""
        if not folded:
            return None
        known = [str(self.itemData(row, FOLDED)) for row in range(self.count())]
        called = [row for row, names in enumerate(known) if folded in names.split("\n")]
        holding = [row for row, names in enumerate(known) if folded in names]
        for rows in (called, holding):
            if rows:
                return rows[0] if len(rows) == 1 else None
        return None
