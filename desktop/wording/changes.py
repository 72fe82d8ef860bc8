"""Words for what a change did to a record, field by field."""

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

from desktop.records.change import ChangeEntry, ChangeKind
from desktop.rules.changes import Fate, FieldChange, Part
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal, format_integer
from desktop.rules.times import format_moment
from desktop.wording.labels import label
from desktop.wording.verbs import verb_label

BLANK = "trống"
LONGEST = 120
"""Letters of a text that are shown; what is the same at its start gives way first."""

_SHARED_LEFT = 20
_PLACES = 6
_FATES = {Fate.MADE: "thêm vào sổ", Fate.AMENDED: "sửa", Fate.REMOVED: "xóa khỏi sổ"}
_REVERTS = {ChangeKind.UNDONE: "Hoàn tác", ChangeKind.REDONE: "Làm lại"}


def deed_label(entry: ChangeEntry, done: ChangeEntry) -> str:
    """Return what was done: the verb, or that it was undone or done again.

    Args:
        entry: The change.
        done: The deed it goes back to; itself where it reverts nothing.
    """
    verb = verb_label(done.verb)
    said = _REVERTS.get(entry.kind)
    return f"{said}: {verb}" if said else verb[:1].upper() + verb[1:]


def fate_label(fate: Fate) -> str:
    """Return what a change did to one record."""
    return _FATES[fate]


def field_line(one: FieldChange, fate: Fate = Fate.AMENDED) -> str:
    """Return one field as `label: old → new`, or what was put in and taken out.

    Of a record that came or went, only what it said.
    """
    if fate is not Fate.AMENDED:
        return f"{one.label}: {_whole(one, fate)}"
    if one.gone or one.come:
        return f"{one.label}: {_listed(one)}"
    before, after = _pair(one)
    return f"{one.label}: {before} → {after}"


def field_cells(one: FieldChange) -> tuple[str, str]:
    """Return what a field was and what it became, for two columns of a table."""
    return _pair(one)


def value_words(found: object, name: str = "", unit: str = "") -> str:
    """Return a value in words: days by day, month, year; numbers grouped.

    Args:
        found: What `FieldChange` holds.
        name: Column; of a year the number is not grouped.
        unit: Put behind a number.
    """
    if isinstance(found, int | Decimal) and not isinstance(found, bool):
        return _number(found, name, unit)
    if isinstance(found, tuple):
        return "; ".join(value_words(one, name, unit) for one in found) or BLANK
    said = next((say for kind, say in _SAID if isinstance(found, kind)), str)
    return " ".join(said(found).split())


def shortened(text: str, longest: int = LONGEST) -> str:
    """Return a text of no more than so many letters."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _pair(one: FieldChange) -> tuple[str, str]:
    before = value_words(one.before, one.name, one.unit)
    after = value_words(one.after, one.name, one.unit)
    if max(len(before), len(after)) > LONGEST:
        same = _shared(before, after)
        if same > _SHARED_LEFT:
            cut = same - _SHARED_LEFT
            before, after = f"…{before[cut:]}", f"…{after[cut:]}"
    return shortened(before), shortened(after)


def _shared(one: str, other: str) -> int:
    """Return how many letters two texts begin with in common."""
    pairs = zip(one, other, strict=False)
    return next(
        (at for at, (left, right) in enumerate(pairs) if left != right),
        min(len(one), len(other)),
    )


def _whole(one: FieldChange, fate: Fate) -> str:
    held = one.after if fate is Fate.MADE else one.before
    return shortened(value_words(held, one.name, one.unit))


def _listed(one: FieldChange) -> str:
    said = (("thêm", one.come), ("bớt", one.gone))
    return "; ".join(f"{what} {_several(held, one)}" for what, held in said if held)


def _several(held: Sequence[object], one: FieldChange) -> str:
    return ", ".join(shortened(value_words(each, one.name, one.unit)) for each in held)


def _day(found: dt.date) -> str:
    if isinstance(found, dt.datetime):
        return format_moment(found)
    return format_date(found)


def _number(found: int | Decimal, name: str, unit: str) -> str:
    if name.endswith("year"):
        return str(found)
    whole = isinstance(found, int)
    text = format_integer(found) if whole else format_decimal(found, _PLACES)
    return f"{text} {unit}".strip()


def _part(found: Part) -> str:
    """Return a line of a small table: what it is of, then its numbers."""
    texts = [(name, value_words(held)) for name, held in found.cells]
    if not texts:
        return BLANK
    (_, first), *rest = texts
    told = ", ".join(f"{name[:1].lower()}{name[1:]} {text}" for name, text in rest)
    return f"{first} ({told})" if told else first


_SAID: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (type(None), lambda _found: BLANK),
    (bool, lambda found: "có" if found else "không"),
    (StrEnum, label),
    (dt.date, _day),
    (Part, _part),
)
