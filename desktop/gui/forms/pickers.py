"""Editors of days, numbers and choices, over the fields every page shares."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtWidgets import QLineEdit

from desktop.gui.forms.fields import Editor, Offer
from desktop.gui.tables.columns import kind_of
from desktop.gui.tables.names import Named
from desktop.gui.widgets import choice_field, date_field, number_field
from desktop.gui.widgets.choice_field import Choice, ChoiceField
from desktop.gui.widgets.choices_field import ChoicesField
from desktop.gui.widgets.date_field import DateField
from desktop.gui.widgets.number_field import NumberField
from desktop.records.register import Field, FieldType
from desktop.rules.dates import FIRST_YEAR, LAST_YEAR

_DECIMALS = 2
_UNCERTAIN = "Có hơn một cách đọc số này, viết lại cho rõ."


class DateEditor(Editor):
    """A day."""

    def __init__(self, field: Field, offer: Offer) -> None:
        """Reckon from the day and year the office is in."""
        self._date = DateField(today=lambda: offer.today, default_year=offer.year)
        super().__init__(field, self._date)
        self._date.changed.connect(self.changed)

    def value(self) -> dt.date | None:
        """Return the day."""
        return self._date.value

    def set_value(self, value: object) -> None:
        """Show a day."""
        self._date.set_value(value if isinstance(value, dt.date) else None)

    def typed(self) -> str:
        """Keep the text, which may be half a date."""
        return self._date.text()

    def set_typed(self, typed: object) -> None:
        """Show the text."""
        self._date.setText(str(typed or ""))

    def unreadable(self) -> str:
        """Return why the text is no date."""
        problem = self._date.problem
        return date_field.SENTENCES.get(problem, problem)


class NumberEditor(Editor):
    """A count, or an amount of đồng."""

    decimals = 0

    def __init__(self, field: Field) -> None:
        """Take numbers with so many decimals as the class has."""
        self._number = NumberField(decimals=self.decimals)
        super().__init__(field, self._number)
        self._number.changed.connect(self.changed)

    def value(self) -> int | Decimal | None:
        """Return the number."""
        return self._number.whole

    def set_value(self, value: object) -> None:
        """Show a number."""
        known = value if isinstance(value, int | Decimal) else None
        self._number.set_value(known)

    def typed(self) -> str:
        """Keep the text."""
        return self._number.text()

    def set_typed(self, typed: object) -> None:
        """Show the text."""
        self._number.setText(str(typed or ""))

    def unreadable(self) -> str:
        """Return why the text is no count."""
        return sentence_of(self._number)


class DecimalEditor(NumberEditor):
    """A value that may have decimals, such as a percentage."""

    decimals = _DECIMALS

    def value(self) -> Decimal | None:
        """Return the number as it was typed."""
        return self._number.value


class YearEditor(Editor):
    """A year: four digits, never grouped."""

    def __init__(self, field: Field) -> None:
        """Make the line."""
        self._line = QLineEdit()
        super().__init__(field, self._line)
        self._line.textChanged.connect(lambda _: self.changed.emit())

    def value(self) -> int | None:
        """Return the year."""
        text = self._line.text().strip()
        if not (text.isascii() and text.isdigit()):
            return None
        year = int(text)
        return year if FIRST_YEAR <= year <= LAST_YEAR else None

    def set_value(self, value: object) -> None:
        """Show a year."""
        self._line.setText("" if value is None else str(value))

    def typed(self) -> str:
        """Keep the text."""
        return self._line.text()

    def unreadable(self) -> str:
        """Return why the text is no year."""
        wrong = bool(self._line.text().strip()) and self.value() is None
        return date_field.SENTENCES["year"] if wrong else ""


class ChoiceEditor(Editor):
    """One value of a list."""

    def __init__(self, field: Field, offer: Offer) -> None:
        """Offer what the field chooses from."""
        self._choice = ChoiceField(choices_for(field, offer))
        super().__init__(field, self._choice)
        self._offer = offer
        self._choice.changed.connect(self.changed)

    def value(self) -> str | None:
        """Return the code or id chosen."""
        return self._choice.value

    def set_value(self, value: object) -> None:
        """Choose a value; one no longer offered is added, for the entry that has it."""
        code = str(value) if value else ""
        if code and self._choice.findData(code, choice_field.CODE) < 0:
            added = _retired((code,), self.field, self._offer)
            self._choice.set_choices((*choices_for(self.field, self._offer), *added))
        self._choice.set_value(code or None)

    def typed(self) -> str:
        """Keep the code, or the text that is none yet."""
        return self._choice.value or self._choice.currentText()

    def unreadable(self) -> str:
        """Return why the text stands for nothing."""
        return choice_field.UNKNOWN if self._choice.problem else ""


class ChoicesEditor(Editor):
    """Any number of values of a list."""

    def __init__(self, field: Field, offer: Offer) -> None:
        """Offer what the field chooses from."""
        self._choices = ChoicesField(choices_for(field, offer))
        super().__init__(field, self._choices)
        self._offer = offer
        self._choices.changed.connect(self.changed)

    def value(self) -> tuple[str, ...]:
        """Return the codes or ids chosen."""
        return self._choices.value

    def set_value(self, value: object) -> None:
        """Choose exactly these; those no longer offered are added."""
        many = [str(one) for one in value] if isinstance(value, tuple | list) else []
        added = _retired(many, self.field, self._offer)
        self._choices.set_choices((*choices_for(self.field, self._offer), *added))
        self._choices.set_value(many)

    def typed(self) -> list[str]:
        """Keep the codes."""
        return list(self.value())


def choices_for(field: Field, offer: Offer) -> tuple[Choice, ...]:
    """Return what a field of the form offers: values not retired, in their order."""
    if field.type is FieldType.PRODUCT:
        return offer.products()
    return choices_of(offer.names.of(kind_of(field)))


def _retired(codes: Iterable[str], field: Field, offer: Offer) -> list[Choice]:
    """Return those values that have a name and are no longer offered."""
    kind = kind_of(field)
    wanted = set(codes)
    return [
        (one.value, one.text)
        for one in offer.names.of(kind)
        if one.retired and one.value in wanted
    ]


def choices_of(named: Iterable[Named]) -> tuple[Choice, ...]:
    """Return codes and names of what is still offered."""
    return tuple(
        (one.value, one.text, (one.short, *one.found_by))
        for one in named
        if not one.retired
    )


def sentence_of(number: NumberField) -> str:
    """Return why a number cannot be read; blank when it can."""
    if not number.problem:
        return ""
    return number_field.SENTENCES.get(number.problem, _UNCERTAIN)
