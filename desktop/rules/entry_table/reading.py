"""Read one text as the value of one field, however people write it."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache, partial
from typing import Any

from desktop.errors import Problem
from desktop.records.activity import ActivityState
from desktop.records.register import Field, FieldType
from desktop.rules.dates import format_date, parse_date
from desktop.rules.entry_table import lines
from desktop.rules.entry_table.counts import ReadNumber, read_number, read_plain
from desktop.rules.entry_table.days import (
    MDY,
    YEAR_ASSUMED,
    ReadDay,
    read_day,
    read_serial,
    swapped,
)
from desktop.rules.entry_table.names import AGENCY, Meant, Names, kind_of
from desktop.rules.entry_table.words import EntryWords
from desktop.rules.numbers import MOST_DIGITS, format_integer
from desktop.rules.times import parse_moment
from desktop.rules.vietnamese import fold, normalise, one_line

NUMBER, DAY, MOMENT, FLAG = "number", "day", "moment", "flag"
"""What a file says a cell is, as `Cell.kind` does."""

ONE = Decimal(1)
_LARGEST = format_integer(10**MOST_DIGITS - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What reading needs to know besides the text."""

    names: Names
    words: EntryWords
    today: dt.date
    year: int
    """Year of days written without one."""
    year_told: bool = False
    """Whether the sheet says so, and not only the calendar of today."""
    settled: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Value of a field's name and a folded word somebody was asked about; blank: the
    word is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text means for a field."""

    value: Any = None
    """As the record keeps it; None where nothing is said or nothing certain."""
    until: dt.date | None = None
    """Last day, where a text of a date field tells a span."""
    problems: tuple[Problem, ...] = ()
    ways: tuple[str, ...] = ()
    """Readings between which it is doubtful: `dmy` and `mdy`, or `grouped` and
    `decimal`. The value is the one asked for, else the first."""
    sign: str = ""
    """The sign a doubtful number turns on."""
    proves: str = ""
    """The order of days, or the sign before decimals, of which this text is proof."""
    unknown: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Words nobody knows, each with values it may mean."""
    blank: bool = False
    """Whether the text says nothing."""

    @property
    def good(self) -> bool:
        """Tell whether nothing stops the value from being kept."""
        return not any(problem.blocking for problem in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """One text to be read and all that bears upon it."""

    field: Field
    text: str
    context: Context
    kind: str
    reading: str
    factor: Decimal

    def wrong(self, code: str, *facts: str) -> Reading:
        """Return that the text means nothing, and why."""
        return Reading(problems=(Problem(self.field.name, code, facts),))

    def doubt(self, code: str, *facts: str) -> Problem:
        """Return what should be looked at."""
        return Problem(self.field.name, code, facts, blocking=False)


BLANK = Reading(blank=True)


def read_value(
    of: Field,
    text: str,
    context: Context,
    *,
    kind: str = "",
    reading: str = "",
    factor: Decimal = ONE,
) -> Reading:
    """Return the value a text gives to a field.

    Args:
        of: The field of the register.
        text: As typed or pasted, or as a cell of a file holds it.
        context: Names, words and the day it is.
        kind: What the file says the cell is: `number`, `day`, `moment`, `flag`.
        reading: How a doubtful text is read: `dmy`, `mdy`, `grouped`, `decimal`.
        factor: Đồng for one, in a column of millions.
    """
    plain = normalise(text)
    if not plain or (not kind and plain.lower() in _blanks(context.words.blanks)):
        return BLANK if of.type is not FieldType.FLAG else replace(BLANK, value=False)
    read = _READERS.get(of.type, _choice)
    return read(
        _Text(
            field=of,
            text=plain,
            context=context,
            kind=kind,
            reading=reading,
            factor=factor,
        )
    )


@cache
def _blanks(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(one.lower() for one in words)


# --- texts, marks and days --------------------------------------------------------


def _line_text(one: _Text) -> Reading:
    return Reading(value=" ".join(one.text.split()))


def _long_text(one: _Text) -> Reading:
    return Reading(value=one.text)


def _flag(one: _Text) -> Reading:
    """Read a mark; the name of the field itself, written into its column, is a yes."""
    said, flags = fold(one.text), one.context.words.flags
    if one.text in flags.yes or said in map(fold, (*flags.yes, one.field.label)):
        return Reading(value=True)
    if one.text in flags.no or said in map(fold, flags.no):
        return Reading(value=False)
    return one.wrong("flag_unread", one.text)


def _date(one: _Text) -> Reading:
    today, year = one.context.today, one.context.year
    if one.kind == NUMBER:
        return _day_found(one, read_serial(one.text, today=today))
    if one.kind in (DAY, MOMENT):
        return _file_day(one, parse_date(one.text, today=today).value)
    found = read_day(one.text, today=today, year=year, order=one.reading)
    if found.reason == "not_date":
        serial = read_serial(one.text, today=today)
        found = serial if serial.first else found
    return _day_found(one, found)


def _file_day(one: _Text, day: dt.date | None) -> Reading:
    """Return a day the file holds as a day, exchanged if it was typed the other way."""
    if day is not None and one.reading == MDY:
        day = swapped(day)
    if day is None:
        return one.wrong("date_no_such_day", one.text)
    return Reading(value=day)


def _day_found(one: _Text, found: ReadDay) -> Reading:
    if found.first is None:
        bad = one.wrong(f"date_{found.reason}", one.text)
        return replace(bad, proves=found.proves)
    problems: tuple[Problem, ...] = ()
    if found.doubt and not (found.doubt == YEAR_ASSUMED and one.context.year_told):
        last = found.last or found.first
        facts = (one.text, format_date(found.first), format_date(last))
        problems = (one.doubt(f"date_{found.doubt}", *facts),)
    return Reading(
        value=found.first,
        until=found.last,
        problems=problems,
        ways=found.ways,
        proves=found.proves,
    )


def _moment(one: _Text) -> Reading:
    found = parse_moment(one.text, today=one.context.today)
    if found is None:
        return one.wrong("moment_not_moment", one.text)
    return Reading(value=found)


# --- numbers ----------------------------------------------------------------------


def _whole(one: _Text) -> Reading:
    if one.field.name == "year":
        return _year(one)
    return _number_found(one, _read_number(one, one.text, whole=True), whole=True)


def _decimal(one: _Text) -> Reading:
    return _number_found(one, _read_number(one, one.text, whole=False), whole=False)


def _read_number(one: _Text, text: str, *, whole: bool) -> ReadNumber:
    """Read a text as a number with what bears upon the cell."""
    if one.kind == NUMBER:
        return read_plain(text, whole=whole, factor=one.factor)
    words, reading = one.context.words, one.reading
    return read_number(text, words, whole=whole, reading=reading, factor=one.factor)


def _year(one: _Text) -> Reading:
    """Read a year, which nobody groups: `2024`, `năm 2024`."""
    digits = re.sub(r"^\D+", "", one.text).removesuffix(".0")
    if not re.fullmatch(r"\d{4}", digits):
        return one.wrong("number_not_number", one.text)
    return Reading(value=int(digits))


def _number_found(one: _Text, found: ReadNumber, *, whole: bool) -> Reading:
    if found.value is None:
        fact = _LARGEST if found.reason == "too_large" else one.text
        return one.wrong(f"number_{found.reason}", fact)
    problems = (one.doubt("number_about", one.text),) if found.about else ()
    return Reading(
        value=int(found.value) if whole else found.value,
        problems=problems,
        ways=found.ways,
        sign=found.sign,
        proves=found.proves,
    )


def _small_table(one: _Text) -> Reading:
    name, names = one.field.name, one.context.names
    settled = {word: v for (f, word), v in one.context.settled.items() if f == name}
    count = partial(_read_number, one, whole=True)
    words = one.context.words
    found = lines.read_lines(one.field, one.text, names, words, count, settled)
    problems = [Problem(name, "line_unread", (text,)) for text in found.wrong]
    near = [(word, names.find(kind, word).proposals) for kind, word in found.unknown]
    problems += [_unknown(one, kind_of(one.field), *pair) for pair in near]
    if found.assumed:
        source = getattr(found.lines[0], lines.SHAPES[one.field.type].code)
        told = names.show(one.field.catalogue, source)
        problems.append(one.doubt("source_assumed", told))
    return Reading(
        value=found.lines or None,
        problems=tuple(problems),
        unknown=tuple(near),
        ways=found.ways,
        sign=found.sign,
    )


# --- names ------------------------------------------------------------------------


def _state(one: _Text) -> Reading:
    said = fold(one.text)
    for state, texts in one.context.words.states.items():
        if said == state or said in map(fold, texts):
            return Reading(value=ActivityState(state))
    return _choice(one)


def _choice(one: _Text) -> Reading:
    """Read one name; several, such as of a group of agencies, are too many."""
    word = one_line(one.text)
    meant = _meant(one, word)
    if not meant.certain:
        return _not_known(one, ((word, meant.proposals),))
    if not meant.values:
        return BLANK
    if len(meant.values) > 1:
        return _not_known(one, ((word, meant.values),))
    value = meant.values[0]
    if one.field.type is FieldType.STATE:
        return Reading(value=ActivityState(value))
    return Reading(value=value)


def _choices(one: _Text) -> Reading:
    """Read several names, apart by semicolons, lines, commas or `và`."""
    found: list[str] = []
    unknown: list[tuple[str, tuple[str, ...]]] = []
    for word, meant in _several(one):
        if meant.certain:
            found += meant.values
        else:
            unknown.append((word, meant.proposals))
    if unknown:
        return _not_known(one, tuple(unknown))
    return Reading(value=tuple(dict.fromkeys(found)) or None, blank=not found)


def _several(one: _Text) -> list[tuple[str, Meant]]:
    whole = _meant(one, one_line(one.text))
    if whole.certain:
        return [(one.text, whole)]
    if kind_of(one.field) == AGENCY:
        parties = one.context.names.agencies(one.text)
        return [(word, _settled(one, word) or meant) for word, meant in parties]
    return [pair for part in _STRONG.split(one.text) for pair in _in_part(one, part)]


_STRONG = re.compile(r"\s*[;\n]\s*(?:[-–+•]\s)?")
_WEAK = re.compile(r"(\s*,\s*|\s+và\s+)")


def _in_part(one: _Text, part: str) -> list[tuple[str, Meant]]:
    """Return the longest known runs of a part, for a name may have commas in it."""
    pieces = _WEAK.split(part.strip(" .,;"))
    found: list[tuple[str, Meant]] = []
    start = 0
    while start < len(pieces):
        end, word, meant = _longest(one, pieces, start)
        if word:
            found.append((word, meant))
        start = end + 1
    return found


def _longest(one: _Text, pieces: list[str], start: int) -> tuple[int, str, Meant]:
    for end in range(len(pieces), start, -2):
        word = "".join(pieces[start:end]).strip()
        meant = _meant(one, word)
        if meant.certain:
            return end, word, meant
    word = pieces[start].strip()
    return start + 1, word, _meant(one, word)


def _meant(one: _Text, word: str) -> Meant:
    return _settled(one, word) or one.context.names.find(kind_of(one.field), word)


def _settled(one: _Text, word: str) -> Meant | None:
    """Return what somebody said a word means; None when nobody was asked."""
    value = one.context.settled.get((one.field.name, fold(word)))
    if value is None:
        return None
    return Meant((value,) if value else (), certain=True)


def _not_known(one: _Text, unknown: tuple[tuple[str, tuple[str, ...]], ...]) -> Reading:
    kind = kind_of(one.field)
    problems = tuple(_unknown(one, kind, word, near) for word, near in unknown)
    return Reading(problems=problems, unknown=unknown)


def _unknown(one: _Text, kind: str, word: str, near: tuple[str, ...]) -> Problem:
    told = [one.context.names.write(kind, value) for value in near[:1]]
    return Problem(one.field.name, "word_unknown", (word, *told))


_READERS: dict[FieldType, Callable[[_Text], Reading]] = {
    FieldType.TEXT: _line_text,
    FieldType.LONG_TEXT: _long_text,
    FieldType.DATE: _date,
    FieldType.DATETIME: _moment,
    FieldType.INTEGER: _whole,
    FieldType.MONEY: _whole,
    FieldType.DECIMAL: _decimal,
    FieldType.FLAG: _flag,
    FieldType.STATE: _state,
    FieldType.CHOICES: _choices,
    FieldType.AGENCIES: _choices,
    FieldType.TASKS: _choices,
    FieldType.GOALS: _choices,
    FieldType.STEPS: _choices,
    FieldType.AUDIENCES: _small_table,
    FieldType.STAFF: _small_table,
    FieldType.SPENDING: _small_table,
}
