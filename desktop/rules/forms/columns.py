"""Draft the columns of a register sheet: headings, lists to choose from, limits."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.form import FormColumn
from desktop.records.register import Field, FieldType, Register
from desktop.rules.counting import DAY
from desktop.rules.entry_table import names as kinds
from desktop.rules.entry_table.building import required
from desktop.rules.entry_table.lines import SHAPES
from desktop.rules.entry_table.names import Names, kind_of
from desktop.rules.entry_table.template import TemplateWords
from desktop.rules.entry_table.words import EntryWords
from desktop.rules.vietnamese import fold

FIRST_DAY = dt.date(2000, 1, 1)
"""Before it no day on a form is meant: a slip of the year."""
_FLAGS = "@flag"
_STANDING = frozenset({"as_of", "opened_on", "recorded_on", "issued_on"})
"""Days that decide, and may lie before the period: what stands is told as it stands."""
_NUMBERS = frozenset({FieldType.INTEGER, FieldType.MONEY, FieldType.DECIMAL})
_SEVERAL = frozenset({FieldType.CHOICES, FieldType.TASKS})
_ONE = frozenset({FieldType.CHOICE, FieldType.FLAG, FieldType.STATE, FieldType.TIER})
_LISTED = frozenset({*_SEVERAL, *_ONE, *SHAPES})
_WANTED_PARTS = frozenset({"first_updated", "first_trained"})
"""Of a line of staff, what a target counts (001-T2); the rest may be written too."""
_NO_LIST = frozenset({"", kinds.AGENCY, kinds.GOAL, kinds.STEP, kinds.FIGURE})


class Rule(StrEnum):
    """What a cell of a column is held to while it is typed."""

    FREE = "free"
    ONE_OF = "one_of"
    SEVERAL_OF = "several_of"
    """The list is offered, and several of it may be written."""
    DAY = "day"
    WHOLE = "whole"
    DECIMAL = "decimal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The days of the period."""

    first_day: dt.date
    last_day: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnDraft:
    """One column of a register sheet."""

    column: FormColumn
    field: Field
    heading: str
    prompt: str
    rule: Rule
    list_name: str = ""
    """Name of the range its list stands in; blank for none."""
    earliest: dt.date = FIRST_DAY
    latest: dt.date = dt.date.max
    """Of a column of days: the first and last that may stand there."""


class Lists:
    """The lists of a form, each named and written once however many columns use it."""

    def __init__(self, names: Names, words: EntryWords, tasks: Sequence[str]) -> None:
        """Take the lists from what the office knows."""
        self._names, self._words, self._tasks = names, words, tuple(tasks)
        self._known: dict[str, tuple[tuple[str, str], ...]] = {}
        self.used: dict[str, tuple[str, ...]] = {}
        """Texts by the name of the range."""

    def of(self, field: Field) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Return the name of a field's list, and its codes with their texts."""
        kind = _FLAGS if field.type is FieldType.FLAG else kind_of(field)
        if kind in _NO_LIST:
            return "", ()
        if kind not in self._known:
            self._known[kind] = self._choices(kind)
        found = self._known[kind]
        if not found:
            return "", ()
        name = f"ds_{kind.removeprefix('@')}"
        if field.type not in SHAPES:
            self.used.setdefault(name, tuple(text for _code, text in found))
        return name, found

    def lines_of(self, field: Field) -> str:
        """Return the name of the list of lines a small table may be made of.

        Whoever chooses one only sets its numbers; zeros left standing tell nothing.
        """
        shape = SHAPES[field.type]
        named = self._names.choices(field.catalogue)
        parts = (one for one in shape.parts if one in _WANTED_PARTS)
        rest = "; ".join(f"{self._words.parts[one][0]} 0" for one in parts)
        tail = f" ({rest})" if rest else ""
        name = f"ds_{field.name}_lines"
        if named:
            texts = tuple(f"{text}: 0{tail}" for _code, text in named)
            self.used.setdefault(name, texts)
        return name if named else ""

    def _choices(self, kind: str) -> tuple[tuple[str, str], ...]:
        if kind == _FLAGS:
            flags = self._words.flags
            return (("1", flags.yes[0].capitalize()), ("0", flags.no[0].capitalize()))
        if kind == kinds.TASK:
            return tuple((one, self._names.write(kind, one)) for one in self._tasks)
        return self._names.choices(kind)


def draft_columns(
    register: Register,
    wanted: Sequence[str],
    lists: Lists,
    words: TemplateWords,
    limits: Limits,
) -> tuple[ColumnDraft, ...]:
    """Return the columns of a register for the fields a form asks for.

    Raises:
        LookupError: The register has no such field.
    """
    fields = {one.name: one for one in register.fields}
    return tuple(
        _column(register, fields[name], place, lists, words, limits)
        for place, name in enumerate(wanted, 1)
    )


def _column(
    register: Register,
    field: Field,
    place: int,
    lists: Lists,
    words: TemplateWords,
    limits: Limits,
) -> ColumnDraft:
    name, choices = lists.of(field)
    if field.type in SHAPES:
        name = lists.lines_of(field)
    rule = _rule(field) if name or field.type not in _LISTED else Rule.FREE
    earliest, latest = _days(register, field, limits)
    needed = field.name in required(register)
    return ColumnDraft(
        column=FormColumn(
            field=field.name,
            column=letter(place),
            label=field.label,
            type=field.type,
            required=needed,
            choices=tuple(code for code, _text in choices),
            choice_names=tuple(text for _code, text in choices),
        ),
        field=field,
        heading=_heading(field, needed=needed),
        prompt=_prompt(field, words, needed=needed),
        rule=rule,
        list_name=name if rule in (Rule.ONE_OF, Rule.SEVERAL_OF) else "",
        earliest=earliest,
        latest=latest,
    )


def _rule(field: Field) -> Rule:
    if field.type in _ONE:
        return Rule.ONE_OF
    if field.type in _SEVERAL or field.type in SHAPES:
        return Rule.SEVERAL_OF
    if field.type is FieldType.DATE:
        return Rule.DAY
    if field.type not in _NUMBERS:
        return Rule.FREE
    return Rule.DECIMAL if field.type is FieldType.DECIMAL else Rule.WHOLE


def _days(register: Register, field: Field, limits: Limits) -> tuple[dt.date, dt.date]:
    """Return between which days a column's may lie: what decides, in the period."""
    decides = field.name == DAY[register.source] and field.name not in _STANDING
    return (limits.first_day if decides else FIRST_DAY), limits.last_day


def _heading(field: Field, *, needed: bool) -> str:
    """Return the label with its unit, and a mark where it must be filled."""
    unit = field.unit if fold(field.unit) not in fold(field.label) else ""
    mark = " (*)" if needed else ""
    return f"{field.label} ({unit}){mark}" if unit else f"{field.label}{mark}"


def _prompt(field: Field, words: TemplateWords, *, needed: bool) -> str:
    need = words.required if needed else ""
    told = " ".join((words.meanings.get(field.type, ""), field.help)).strip()
    return f"{need}{told}"


def letter(place: int) -> str:
    """Return the letters of a column counted from 1."""
    text = ""
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
