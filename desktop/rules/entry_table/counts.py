"""Numbers as people write them in tables: with units, roughly, in either custom."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from desktop.rules.entry_table.words import EntryWords
from desktop.rules.numbers import parse_decimal
from desktop.rules.vietnamese import fold, half_width, normalise

GROUPED, DECIMAL = "grouped", "decimal"
_WAYS = (GROUPED, DECIMAL)

_TAIL = re.compile(r"^(?P<number>.*\d)\s*(?P<tail>[^\d\s.,'][^\d]*|m2|m²)$", re.DOTALL)
_LONE = re.compile(r"^-?\d{1,3}(?P<sign>[.,])\d{3}$")
_SIGNED = re.compile(
    r"^-?\d+(?:(?P<decimal>[.,])\d{1,2}|(?:(?P<group>[.,])\d{3}){2,})$"
)
_OTHER = {",": ".", ".": ","}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadNumber:
    """The number a text means, or why it means none."""

    value: Decimal | None = None
    reason: str = ""
    """`blank`, `not_number`, `grouping`, `ambiguous`, `fraction` or `too_large`."""
    about: bool = False
    """Whether it is only a rough one."""
    ways: tuple[str, ...] = ()
    """Readings between which it is doubtful; the value is that of the first."""
    sign: str = ""
    """The sign that is read in one way or the other."""
    proves: str = ""
    """The sign that certainly stands before decimals here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """A number without the words around it."""

    text: str
    factor: Decimal
    about: bool


def read_number(
    text: str,
    words: EntryWords,
    *,
    whole: bool,
    reading: str = "",
    factor: Decimal = Decimal(1),
) -> ReadNumber:
    """Read a text as a number.

    Args:
        text: As typed.
        words: Units, and what may stand before and behind.
        whole: Whether decimals are refused.
        reading: How a lone sign before three digits is read: `grouped`, `decimal`.
        factor: What one counts for where the text has no unit of its own.
    """
    taken = _take(text, words, factor)
    if taken is None:
        return ReadNumber(reason="not_number")
    parsed = parse_decimal(taken.text)
    unsure = parsed.value is None and len(parsed.readings) == 1
    if not parsed.readings or unsure:
        return ReadNumber(reason=parsed.reason)
    values = tuple(one * taken.factor for one in parsed.readings)
    if whole:
        values = _whole_only(values, decimals_make_sense=taken.factor > 1)
    if not values:
        return ReadNumber(reason="fraction")
    return _chosen(taken, values, reading)


def read_plain(text: str, *, whole: bool, factor: Decimal = Decimal(1)) -> ReadNumber:
    """Read the plain digits of a cell that is a number in its file."""
    try:
        value = Decimal(text) * factor
    except ArithmeticError:
        return ReadNumber(reason="not_number")
    parsed = parse_decimal(str(int(abs(value))))
    if parsed.reason == "too_large":
        return ReadNumber(reason="too_large")
    if whole and value != value.to_integral_value():
        return ReadNumber(reason="fraction")
    return ReadNumber(value=Decimal(int(value)) if whole else value)


def _whole_only(
    values: tuple[Decimal, ...], *, decimals_make_sense: bool
) -> tuple[Decimal, ...]:
    """Return the readings that are whole.

    That somebody wrote `1,000` people and meant one is no reading at all; of millions
    it is.
    """
    whole = tuple(one for one in values if one == one.to_integral_value())
    return whole if decimals_make_sense else whole[:1]


def _chosen(taken: _Taken, values: tuple[Decimal, ...], reading: str) -> ReadNumber:
    if len(values) == 1:
        found = _SIGNED.fullmatch(taken.text)
        proves = ""
        if found:
            proves = found["decimal"] or _OTHER[found["group"]]
        return ReadNumber(value=values[0], about=taken.about, proves=proves)
    lone = _LONE.fullmatch(taken.text)
    value = values[1] if reading == DECIMAL else values[0]
    return ReadNumber(
        value=value,
        about=taken.about,
        ways=_WAYS,
        sign=lone["sign"] if lone else "",
    )


def _take(text: str, words: EntryWords, factor: Decimal) -> _Taken | None:
    """Return the number in a text; None where other words are around it."""
    plain = half_width(normalise(text)).removeprefix("'").strip()
    about = False
    known = _known(words)
    lowered = plain.lower()
    for word in known.about:
        if lowered.startswith(word):
            plain, about = plain[len(word) :].strip(), True
            break
    tail = _TAIL.match(plain)
    if tail is None:
        return _Taken(text=plain, factor=factor, about=about)
    unit = fold(tail["tail"]).strip(" .")
    if unit in known.units:
        own = Decimal(known.units[unit])
        return _Taken(text=tail["number"].strip(), factor=own, about=about)
    if unit in known.counted and factor == 1:
        return _Taken(text=tail["number"].strip(), factor=factor, about=about)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The words, in the forms they are compared in."""

    about: tuple[str, ...]
    units: Mapping[str, int]
    counted: frozenset[str]


def _known(words: EntryWords) -> _Known:
    return _made(
        words.about, tuple((u.factor, u.texts) for u in words.units), words.counted
    )


@cache
def _made(
    about: tuple[str, ...],
    units: tuple[tuple[int, tuple[str, ...]], ...],
    counted: Iterable[str],
) -> _Known:
    return _Known(
        about=tuple(sorted((one.lower() for one in about), key=len, reverse=True)),
        units={fold(text): factor for factor, texts in units for text in texts},
        counted=frozenset(fold(one) for one in counted),
    )
