"""The words a task table is read by, as `data/task_table.toml` gives them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.identity import Code
from desktop.rules.task_time import TimeWords


class Role(StrEnum):
    """What a column tells of a task."""

    NUMBER = "number"
    TEXT = "text"
    LEADS = "leads"
    PARTNERS = "partners"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutColumn:
    """One column of a table to be written."""

    role: Role
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLayout:
    """Which columns a table has, and how they are headed (001-F6, 002-F3, 003-F4)."""

    code: str
    name: str
    columns: tuple[LayoutColumn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that stand for every agency of some kinds."""

    kinds: tuple[Code, ...]
    """Codes of the catalogue `agency_kind`; empty: nobody in particular."""
    tiers: tuple[str, ...] = ()
    """Codes of levels the agency must be of; empty: of any."""
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWords:
    """Every word by which a table is read or written."""

    headings: Mapping[Role, tuple[str, ...]]
    times: tuple[TimeWords, ...]
    layouts: tuple[TableLayout, ...]
    phrases: tuple[Phrase, ...] = ()
