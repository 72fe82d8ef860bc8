"""What the history is filtered by: days, officer, deed, kind of record, text."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QWidget

from desktop.gui import theme
from desktop.gui.pages.history.lists import NOBODY, place_label
from desktop.gui.widgets.choice_field import ChoiceField
from desktop.gui.widgets.date_field import DateField
from desktop.gui.widgets.search_box import SearchBox
from desktop.operations.history.read_history import Offered
from desktop.rules.vietnamese import normalise, sort_key
from desktop.store.history import Wanted
from desktop.wording.verbs import verb_label

if TYPE_CHECKING:
    from desktop.gui.session import Session

_NOBODY_CODE = "-"
_DAY_WIDTH = 140


class HistoryFilters(QWidget):
    """A line of fields; each change of one is told at once."""

    changed = Signal()

    def __init__(self, session: "Session", offered: Offered) -> None:
        """Offer what the office's own history holds."""
        super().__init__()
        self.first = DateField(today=lambda: session.today)
        self.last = DateField(today=lambda: session.today)
        self.by = ChoiceField(
            (one or _NOBODY_CODE, one or NOBODY) for one in offered.officers
        )
        self.verb = ChoiceField(
            _sorted((one, _capital(verb_label(one))) for one in offered.verbs)
        )
        self.place = ChoiceField(
            _sorted((one, place_label(one)) for one in offered.places)
        )
        self.text = SearchBox("Tìm trong tên mục, không cần dấu")
        self.removals = QCheckBox("&Chỉ việc có xóa")
        self.removals.setAccessibleName("Chỉ việc có xóa")
        self.clear_button = QPushButton("&Bỏ lọc")
        self.clear_button.setAccessibleName("Bỏ lọc")
        self.clear_button.setAutoDefault(False)
        self.clear_button.clicked.connect(self.clear)
        self._lay_out()
        for field in (self.first, self.last, self.by, self.verb, self.place):
            field.changed.connect(self.changed)
        self.text.wanted.connect(lambda _text: self.changed.emit())
        self.removals.toggled.connect(lambda _on: self.changed.emit())

    @property
    def wanted(self) -> Wanted:
        """Return what the fields ask for."""
        by = self.by.value
        return Wanted(
            first=self.first.value,
            last=self.last.value,
            by="" if by == _NOBODY_CODE else by,
            verb=self.verb.value or "",
            place=self.place.value or "",
            text=normalise(self.text.text()),
            removals=self.removals.isChecked(),
        )

    def clear(self) -> None:
        """Ask for everything."""
        for day in (self.first, self.last):
            day.set_value(None)
        for choice in (self.by, self.verb, self.place):
            choice.set_value(None)
        self.text.clear()
        self.removals.setChecked(False)
        self.changed.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.BETWEEN)
        grid.setVerticalSpacing(theme.INSIDE)
        fields = (
            ("&Từ ngày", self.first),
            ("Đến n&gày", self.last),
            ("&Ai", self.by),
            ("&Việc", self.verb),
            ("&Loại mục", self.place),
        )
        for column, (words, field) in enumerate(fields):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        for day in (self.first, self.last):
            day.setFixedWidth(theme.scaled(_DAY_WIDTH))
        for column in (2, 3, 4):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.text, 2, 0, 1, 3)
        grid.addWidget(self.removals, 2, 3)
        grid.addWidget(self.clear_button, 2, 4)


def _sorted(choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(choices, key=lambda one: sort_key(one[1]))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
