"""Tell in which unit a sheet's money is, by its headings and what is above them."""

import re
from collections.abc import Iterable
from decimal import Decimal

from desktop.records.register import Field, FieldType
from desktop.rules.entry_table.words import EntryWords
from desktop.rules.grid import GridRow
from desktop.rules.vietnamese import fold

_BREAKS = re.compile(r" [–-] |[,:]")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")


def factor_of(heading: str, words: EntryWords) -> Decimal | None:
    """Return how many đồng one of a money column is; None when it does not say."""
    inside = [_inner(fold(text)) for text in _BRACKETS.findall(heading)]
    last = fold(_BREAKS.split(heading)[-1])
    for text in (*inside, last, _without_mark(last, words)):
        factor = _unit(text, words)
        if factor is not None:
            return factor
    return None


def factor_above(rows: Iterable[GridRow], words: EntryWords) -> Decimal | None:
    """Return the unit of all money that a line above the headings tells."""
    for row in rows:
        for cell in row.cells:
            text = fold(cell.text).strip("() .")
            bare = _without_mark(text, words)
            factor = _unit(bare, words) if bare != text else None
            if factor is not None:
                return factor
    return None


def is_money(field: Field) -> bool:
    """Tell whether a field holds đồng."""
    return field.type in (FieldType.MONEY, FieldType.SPENDING)


def _inner(text: str) -> str:
    return text.strip("()[] .")


def _without_mark(text: str, words: EntryWords) -> str:
    for mark in sorted(map(fold, words.unit_marks), key=len, reverse=True):
        if text.startswith(mark):
            return text.removeprefix(mark).strip(" :.")
    return text


def _unit(text: str, words: EntryWords) -> Decimal | None:
    plain = _without_mark(text, words)
    for unit in words.units:
        if plain in (fold(one) for one in unit.texts):
            return Decimal(unit.factor)
    return None
