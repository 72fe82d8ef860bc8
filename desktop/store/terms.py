"""Know what tables, columns and values are called, from `data/terms.csv`.

What is written without a screen, such as the text log of removals, takes its words
from here; a register's own labels go before them where there is a screen.
"""

import csv
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from desktop import paths


@cache
def terms() -> Mapping[str, str]:
    """Return every term by its name, such as `Activity`, `Activity.place`, `year`."""
    with (paths.DATA / "terms.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["name"]: row["vietnamese"] for row in csv.DictReader(file)}


def column_term(cls: type, column: str) -> str:
    """Return what a column is called, with a capital; the column where nobody named it.

    Terms are given to a field of one record, or to fields of one name.
    """
    known = terms()
    found = known.get(f"{cls.__name__}.{column}") or known.get(column, column)
    return _capital(found)


def record_term(cls: type) -> str:
    """Return what a record of a class is called."""
    return _capital(terms().get(cls.__name__, cls.__name__))


def value_term(value: StrEnum) -> str:
    """Return what a value of an enumeration is called."""
    return _capital(terms().get(f"{type(value).__name__}.{value.name}", str(value)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
