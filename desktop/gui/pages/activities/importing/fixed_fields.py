"""What the table never says, given to all its rows at once."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from desktop.gui import theme
from desktop.gui.pages.activities.importing.inspection import Seen
from desktop.gui.pages.activities.importing.targets import SKIP, Targets
from desktop.gui.widgets.choice_field import ChoiceField
from desktop.rules.entry_table.fates import Choices

FIELD_WIDTH = 320
_TITLE = (
    "Chưa có cột cho mục bắt buộc sau: chọn cột ở bên dưới, hoặc ghi ở đây cho mọi dòng"
)


class FixedFields(QWidget):
    """One line for each required field no column fills."""

    amended = Signal(object)
    """How the choices are to change: takes `Choices`, gives `Choices`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin unseen."""
        super().__init__(parent)
        self.fields: dict[str, ChoiceField | QLineEdit] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, theme.BETWEEN)
        self._grid.setHorizontalSpacing(theme.BETWEEN)
        self._grid.setVerticalSpacing(theme.INSIDE)
        self._grid.setColumnStretch(2, 1)
        self.hide()

    def show_seen(self, seen: Seen, targets: Targets) -> None:
        """Show what a table lacks, and what was given in its place."""
        wanting = dict.fromkeys((*self.fields, *seen.preview.wanting))
        names = [
            name
            for name in wanting
            if name in seen.preview.wanting or name in seen.choices.fixed
        ]
        if names != list(self.fields):
            self._build(names, targets)
        for name, field in self.fields.items():
            self._show_value(field, seen.choices.fixed.get(name, ""))
        self.setVisible(bool(names))

    def _build(self, names: list[str], targets: Targets) -> None:
        while self._grid.count():
            old = self._grid.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        self.fields = {}
        title = QLabel(f"▲ {_TITLE}")
        title.setProperty("role", "doubt")
        self._grid.addWidget(title, 0, 0, 1, 3)
        for row, name in enumerate(names, 1):
            label = QLabel(targets.label(name))
            field = self._field(name, targets)
            label.setBuddy(field)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(field, row, 1)
            self.fields[name] = field

    def _field(self, name: str, targets: Targets) -> ChoiceField | QLineEdit:
        offered = [one for one in targets.values(name, ()) if one[0] != SKIP]
        made: ChoiceField | QLineEdit
        if offered:
            # What is given is read as if it stood in a cell: by its name.
            made = ChoiceField((each[1], each[1], *each[2:]) for each in offered)
            made.changed.connect(lambda: self._on_changed(name))
        else:
            made = QLineEdit()
            made.editingFinished.connect(lambda: self._on_changed(name))
        made.setFixedWidth(theme.scaled(FIELD_WIDTH))
        made.setAccessibleName(f"{targets.label(name)}, cho mọi dòng")
        return made

    def _on_changed(self, name: str) -> None:
        field = self.fields[name]
        text = field.text() if isinstance(field, QLineEdit) else field.value
        if text is None:
            return

        def amend(choices: Choices) -> Choices:
            others = {key: one for key, one in choices.fixed.items() if key != name}
            given = {name: text.strip()} if text.strip() else {}
            return replace(choices, fixed=others | given)

        self.amended.emit(amend)

    @staticmethod
    def _show_value(field: ChoiceField | QLineEdit, text: str) -> None:
        if field.hasFocus():
            return
        if isinstance(field, QLineEdit):
            field.setText(text)
        elif field.value != (text or None):
            field.set_value(text or None)
