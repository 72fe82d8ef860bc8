"""Say which records a list shows, and in what order; `store.listing` reads them."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from desktop.store.rows import Cell

Bound = Cell | Decimal
"""An end of a stretch of values; None where it is open."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """The column, or one value of a list column, is among the values."""

    column: str
    values: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Contains:
    """The text of the column holds the given text, whatever the marks and case."""

    column: str
    text: str


@dataclass(frozen=True, slots=True)
class DayContains:
    """The day, written `dd/mm/yyyy`, holds the given text."""

    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Within:
    """The column lies between two values, both included; None leaves an end open."""

    column: str
    first: Bound
    last: Bound


@dataclass(frozen=True, slots=True)
class Proven:
    """So many files prove the record: its own, and those of the event it is part of."""

    least: int = 0
    most: int | None = None
    awaited: bool = False
    """Only what took place, of which evidence is awaited."""


Test = OneOf | Contains | DayContains | Within | Proven


@dataclass(frozen=True, slots=True)
class Order:
    """By which column a list is sorted, and how its values compare."""

    column: str
    kind: Literal["plain", "text", "ranked", "proven"] = "plain"
    """`proven`: by how many files prove the record, whatever the column."""
    ranks: tuple[str, ...] = ()
    """Codes in the order of what they stand for, for the kind `ranked`."""
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Which records a list shows, and in what order."""

    record: type
    day: str
    """Column of the natural order: newest first."""
    tests: tuple[Test, ...] = ()
    text: str = ""
    """What the full-text index must find; blank for everything."""
    order: Order | None = None
