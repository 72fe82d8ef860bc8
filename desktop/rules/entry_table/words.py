"""The words by which sheets of entries are read, as `data/entry_headings.toml` has."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Words for a unit of money, and how many đồng one is."""

    factor: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """Marks for yes and for no."""

    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryWords:
    """Every word that is known of sheets of entries."""

    id: tuple[str, ...]
    """Headings of the column that names the entry itself; the first is written."""
    aside: tuple[str, ...]
    """Headings of columns that tell nothing of an entry."""
    totals: tuple[str, ...]
    """How a row begins that adds up others."""
    unit_marks: tuple[str, ...]
    """Words before the unit of all money of a sheet."""
    blanks: tuple[str, ...]
    """Cells that say there is nothing to say."""
    about: tuple[str, ...]
    """Words before a rough number."""
    counted: tuple[str, ...]
    """What is counted, behind a number."""
    units: tuple[Unit, ...]
    flags: Flags
    states: Mapping[str, tuple[str, ...]]
    """Words for each state of an activity; the first is the one shown."""
    before: Mapping[str, tuple[str, ...]]
    """Words before a name, by the field or kind they stand in."""
    parts: Mapping[str, tuple[str, ...]]
    """Words for each figure of a line of a small table; the first is written."""
    headings: Mapping[str, tuple[str, ...]]
    """Headings by field, with `#code` behind for a line of a small table."""
