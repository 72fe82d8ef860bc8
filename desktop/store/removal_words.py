"""Turn the plain values of a row into text, where there is no screen to ask."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal, format_integer
from desktop.rules.times import format_moment
from desktop.store.terms import value_term

_PLACES = 6


def plain_words(found: object, *, year: bool, words: Mapping[str, Any]) -> str:
    """Return a value as text: days by day, month, year; numbers as people write them.

    Args:
        found: A typed value of `rules.changes`.
        year: Whether a whole number is a year, which is not grouped.
        words: Holds `yes` and `no`.
    """
    if isinstance(found, bool):
        return str(words["yes"] if found else words["no"])
    if isinstance(found, StrEnum):
        return value_term(found)
    if isinstance(found, dt.date):
        return _moment(found)
    if isinstance(found, int | Decimal):
        return str(found) if year else _number(found)
    return " ".join(str(found).split())


def _moment(found: dt.date) -> str:
    if isinstance(found, dt.datetime):
        return format_moment(found)
    return format_date(found)


def _number(found: int | Decimal) -> str:
    if isinstance(found, int):
        return format_integer(found)
    return format_decimal(found, _PLACES)
