"""Editors only plans need: few options, tall texts, lines, numbers by quarter."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.forms.fields import Editor, LongTextEditor
from desktop.gui.forms.pickers import sentence_of
from desktop.gui.widgets.choice_field import UNKNOWN, Choice, ChoiceField
from desktop.gui.widgets.choices_field import ChoicesField
from desktop.gui.widgets.number_field import NumberField
from desktop.records.register import Field
from desktop.rules.quantities import QUARTERS, split
from desktop.rules.vietnamese import normalise

_NUMBER_WIDTH = 84
Planned = tuple[Decimal | None, tuple[Decimal, ...]]


class OptionEditor(Editor):
    """One of a few values, always one of them."""

    def __init__(self, field: Field, options: Sequence[tuple[str, str]]) -> None:
        """Offer these values by their words."""
        self._options = QComboBox()
        # Long words must not make the dialog wider than it is.
        self._options.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        super().__init__(field, self._options)
        for value, words in options:
            self._options.addItem(words, value)
        self._options.currentIndexChanged.connect(lambda _row: self.changed.emit())

    def value(self) -> str:
        """Return the value chosen."""
        return str(self._options.currentData() or "")

    def set_value(self, value: object) -> None:
        """Choose a value; one that is not offered changes nothing."""
        row = self._options.findData(str(value or ""))
        if row >= 0:
            self._options.setCurrentIndex(row)


class OptionsEditor(Editor):
    """Any number of values of a list made for one plan, such as its bases."""

    def __init__(self, field: Field, options: Sequence[Choice]) -> None:
        """Offer these values by their words."""
        self._choices = ChoicesField(options)
        super().__init__(field, self._choices)
        self._choices.changed.connect(self.changed)

    def value(self) -> tuple[str, ...]:
        """Return the values chosen, in the order of the list."""
        return self._choices.value

    def set_value(self, value: object) -> None:
        """Choose exactly these."""
        many = value if isinstance(value, tuple | list) else ()
        self._choices.set_value([str(one) for one in many])


class TallTextEditor(LongTextEditor):
    """A long text, of which many lines are seen."""

    def __init__(self, field: Field, lines: int = 8) -> None:
        """Make room for so many lines."""
        super().__init__(field)
        height = self.widget.fontMetrics().lineSpacing() * lines
        self.widget.setFixedHeight(height + theme.scaled(theme.AROUND))


class LinesEditor(TallTextEditor):
    """A list of texts, each on its line."""

    def value(self) -> tuple[str, ...]:  # type: ignore[override]
        """Return the lines that are not blank."""
        lines = (normalise(line) for line in super().value().splitlines())
        return tuple(line for line in lines if line)

    def set_value(self, value: object) -> None:
        """Show texts, each on its line."""
        many = value if isinstance(value, tuple | list) else ()
        super().set_value("\n".join(str(one) for one in many))


class QuartersEditor(Editor):
    """A year's number, and beside it what falls to each quarter."""

    def __init__(self, field: Field, *, decimals: int = 0, splits: bool = True) -> None:
        """Make the fields; a share, in percent, is not split."""
        self._box = QWidget()
        self._splits = splits
        self.year = self._number(decimals, f"{field.label}, cả năm")
        self.quarters = tuple(
            self._number(decimals, f"{field.label}, quý {roman}")
            for roman in ("I", "II", "III", "IV")
        )
        self.even = QPushButton("Chia đều")
        self.even.setAutoDefault(False)
        super().__init__(field, self._box)
        self.even.setAccessibleName(f"{field.label}: chia đều cho bốn quý")
        self._box.setFocusProxy(self.year)
        self._lay_out()
        for one in (self.year, *self.quarters):
            one.changed.connect(self.changed)
        self.even.clicked.connect(self._on_even)

    def value(self) -> Planned:
        """Return the year's number, and the four quarters if any is given."""
        given = [one.value for one in self.quarters]
        if not self._splits or all(one is None for one in given):
            return self.year.value, ()
        quarters = tuple(Decimal(0) if one is None else one for one in given)
        whole = self.year.value
        return (sum(quarters, Decimal(0)) if whole is None else whole), quarters

    def set_value(self, value: object) -> None:
        """Show a year's number and its quarters."""
        whole, quarters = value if isinstance(value, tuple) else (None, ())
        self.year.set_value(whole)
        for number, one in enumerate(self.quarters):
            one.set_value(quarters[number] if len(quarters) == QUARTERS else None)

    def unreadable(self) -> str:
        """Return why one of the numbers means nothing."""
        said = (sentence_of(one) for one in (self.year, *self.quarters))
        return next((one for one in said if one), "")

    def mark(self, *, wrong: bool) -> None:
        """Give the year's number a red edge, or take it away."""
        self.year.setProperty("wrong", wrong)
        self.year.style().unpolish(self.year)
        self.year.style().polish(self.year)

    def focus(self) -> None:
        """Put the cursor into the year's number."""
        self.year.setFocus()

    def _number(self, decimals: int, name: str) -> NumberField:
        made = NumberField(decimals=decimals)
        made.setAccessibleName(name)
        made.setFixedWidth(theme.scaled(_NUMBER_WIDTH))
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout(self._box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.INSIDE)
        self._add(grid, 0, "Cả năm", self.year)
        if self._splits:
            names = ("Quý I", "Quý II", "Quý III", "Quý IV")
            for number, (name, one) in enumerate(
                zip(names, self.quarters, strict=True), start=1
            ):
                self._add(grid, number, name, one)
            grid.addWidget(self.even, 1, QUARTERS + 1)
        else:
            hidden: tuple[QWidget, ...] = (*self.quarters, self.even)
            for each in hidden:
                each.setParent(self._box)
                each.hide()
        grid.setColumnStretch(QUARTERS + 2, 1)
        policy = QSizePolicy.Policy
        self._box.setSizePolicy(policy.Ignored, policy.Fixed)

    def _add(
        self, grid: QGridLayout, column: int, name: str, field: NumberField
    ) -> None:
        label = QLabel(name)
        label.setProperty("role", "quiet")
        label.setBuddy(field)
        label.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(label, 0, column)
        grid.addWidget(field, 1, column)

    def _on_even(self) -> None:
        whole = self.year.value
        if whole is None:
            self.year.setFocus()
            return
        for one, quarter in zip(self.quarters, split(whole), strict=True):
            one.set_value(quarter)
        self.changed.emit()


class ChoiceOfEditor(Editor):
    """One value of a long list that is no catalogue, found by typing."""

    def __init__(self, field: Field, choices: Sequence[Choice]) -> None:
        """Offer these values by their words and other spellings."""
        self._choice = ChoiceField(choices)
        super().__init__(field, self._choice)
        self._choice.changed.connect(self.changed)

    def value(self) -> str | None:
        """Return the value chosen."""
        return self._choice.value

    def set_value(self, value: object) -> None:
        """Choose a value."""
        self._choice.set_value(str(value) if value else None)

    def unreadable(self) -> str:
        """Return why the text stands for nothing."""
        return UNKNOWN if self._choice.problem else ""
