"""One column of the table: its heading, some values, and what it is taken for."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.activities.importing.digest import Healed
from desktop.gui.pages.activities.importing.roles import show_role
from desktop.gui.pages.activities.importing.step_bar import DOUBTFUL
from desktop.gui.pages.activities.importing.targets import SKIP
from desktop.gui.widgets.choice_field import Choice, ChoiceField
from desktop.gui.widgets.elided_label import ElidedLabel
from desktop.rules.entry_table.fates import ColumnMatch, Match
from desktop.rules.numbers import format_integer
from desktop.wording.entry_preview import (
    column_letter,
    letters_label,
    match_label,
    reading_label,
    reading_question,
)

FIELD_WIDTH, MATCH_WIDTH = 270, 160
_PAIRS = (("dmy", "mdy"), ("decimal", "grouped"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnState:
    """All that is said of one column."""

    match: ColumnMatch
    samples: tuple[str, ...]
    healed: Healed | None = None
    letters_kept: bool = False
    """Whether somebody said that its letters are right as they are."""
    answered: bool = False
    """Whether somebody said, now or earlier, how its doubtful cells are read."""


class ColumnCard(QFrame):
    """One line for a column, and lines below it for what it asks."""

    field_chosen = Signal(int, str)
    """Column, and the field it is taken for; blank: it is left aside."""
    reading_chosen = Signal(int, str)
    """Column, and how its doubtful cells are read."""
    letters_chosen = Signal(int, bool)
    """Column, and whether its letters are kept as they are."""

    def __init__(
        self, state: ColumnState, choices: tuple[Choice, ...], parent: QWidget
    ) -> None:
        """Show a column, offering what it may be taken for."""
        super().__init__(parent)
        self.column = state.match.column
        letter = column_letter(self.column)
        self._called = f"cột {letter} “{state.match.heading}”"
        heading = ElidedLabel(state.match.heading or "(không có tiêu đề)")
        bold = heading.font()
        bold.setBold(True)
        heading.setFont(bold)
        self._samples = ElidedLabel()
        self._samples.setProperty("role", "quiet")
        self._match = QLabel()
        self._match.setFixedWidth(theme.scaled(MATCH_WIDTH))
        self.field = ChoiceField(choices)
        self.field.setFixedWidth(theme.scaled(FIELD_WIDTH))
        self.field.setAccessibleName(f"Mục của {self._called}")
        self.field.changed.connect(self._on_field)
        self._asks = QWidget()
        self._readings = QButtonGroup(self)
        self._heals = QWidget()
        self._example = ElidedLabel()
        self.keep = QCheckBox("Giữ nguyên chữ")
        self.keep.setAccessibleName(f"Giữ nguyên chữ của {self._called}")
        self.keep.clicked.connect(self._on_keep)
        self._lay_out(letter, heading)
        self.show_state(state)

    @property
    def readings(self) -> tuple[QRadioButton, ...]:
        """Return the answers between which one chooses, if the column asks."""
        buttons = self._readings.buttons()
        return tuple(one for one in buttons if isinstance(one, QRadioButton))

    def show_state(self, state: ColumnState) -> None:
        """Show how the column now stands."""
        match = state.match
        self._field = match.field
        self._samples.show_text(" · ".join(state.samples))
        if self.field.value != (match.field or SKIP):
            self.field.set_value(match.field or SKIP)
        self._match.setText(match_label(match.match))
        role = "quiet" if match.match is Match.NONE else ""
        show_role(self._match, "doubt" if match.match in DOUBTFUL else role)
        self._show_readings(match, answered=state.answered)
        self._show_letters(state)

    def text(self) -> str:
        """Return all that is said of the column."""
        labels = [one for one in self.findChildren(QLabel) if one.isVisibleTo(self)]
        return "\n".join(one.text() for one in labels)

    def _lay_out(self, letter: str, heading: QLabel) -> None:
        self.setObjectName("column_card")
        at = QLabel(letter)
        at.setProperty("role", "quiet")
        at.setFixedWidth(theme.scaled(24))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.INSIDE, theme.BETWEEN, theme.INSIDE)
        grid.setHorizontalSpacing(theme.BETWEEN)
        grid.setVerticalSpacing(theme.INSIDE)
        for place, part in enumerate(
            (at, heading, self._samples, self.field, self._match)
        ):
            grid.addWidget(part, 0, place)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 4)
        grid.addWidget(self._asks, 1, 1, 1, 4)
        grid.addWidget(self._heals, 2, 1, 1, 4)
        self._question = QLabel()
        asks = QHBoxLayout(self._asks)
        asks.setContentsMargins(0, 0, 0, 0)
        asks.setSpacing(theme.AROUND)
        asks.addWidget(self._question)
        asks.addStretch(1)
        heals = QHBoxLayout(self._heals)
        heals.setContentsMargins(0, 0, 0, 0)
        heals.setSpacing(theme.AROUND)
        heals.addWidget(self._example, stretch=1)
        heals.addWidget(self.keep)

    def _show_readings(self, match: ColumnMatch, *, answered: bool) -> None:
        offered = _offered(match, answered=answered)
        if [one.property("reading") for one in self.readings] != list(offered):
            self._offer(offered)
        # Shown after they are made: they could not take the cursor at once otherwise.
        self._asks.setVisible(bool(offered))
        if not offered:
            return
        question = reading_question(offered)
        self._question.setText(f"▲ {question}" if match.asked else f"✓ {question}")
        show_role(self._question, "problem" if match.asked else "quiet")
        # Nothing is chosen until somebody does: an exclusive group would insist.
        self._readings.setExclusive(False)
        for one in self.readings:
            chosen = not match.asked and one.property("reading") == match.reading
            one.setChecked(chosen)
        self._readings.setExclusive(True)

    def _offer(self, offered: tuple[str, ...]) -> None:
        for old in self.readings:
            self._readings.removeButton(old)
            old.deleteLater()
        row = self._asks.layout()
        if not isinstance(row, QHBoxLayout):
            return
        for place, reading in enumerate(offered):
            made = QRadioButton(reading_label(reading))
            made.setProperty("reading", reading)
            made.setAccessibleName(f"{reading_label(reading)}, {self._called}")
            made.clicked.connect(self._on_reading)
            self._readings.addButton(made)
            row.insertWidget(1 + place, made)

    def _show_letters(self, state: ColumnState) -> None:
        healed = state.healed
        self._heals.setVisible(healed is not None or state.letters_kept)
        self.keep.setChecked(state.letters_kept)
        if healed is None:
            said = "Chữ của cột này được giữ như trong tệp."
        else:
            said = (
                f"{letters_label(healed.kind)}, {format_integer(healed.cells)} ô: "
                f"“{healed.found}” → “{healed.text}”"
            )
        self._example.show_text(said)

    def _on_field(self) -> None:
        chosen = self.field.value
        if chosen is None:
            return
        name = "" if chosen == SKIP else chosen
        if name != self._field:
            self.field_chosen.emit(self.column, name)

    def _on_reading(self) -> None:
        chosen = self._readings.checkedButton()
        if chosen is not None:
            self.reading_chosen.emit(self.column, str(chosen.property("reading")))

    def _on_keep(self) -> None:
        self.letters_chosen.emit(self.column, self.keep.isChecked())


def _offered(match: ColumnMatch, *, answered: bool) -> tuple[str, ...]:
    """Return the readings of a column that asks, or that was answered."""
    if match.asked:
        return match.asked
    if not answered or not match.field:
        return ()
    for pair in _PAIRS:
        if match.reading in pair:
            return pair
    return ()
