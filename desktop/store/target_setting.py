"""What counting a target needs beside the target and the days."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.records.agency import Succession
from desktop.records.figure import Figure
from desktop.records.identity import Code
from desktop.records.target import Inherited, Milestone, Target
from desktop.rules.counting import Span
from desktop.store import rows
from desktop.store.figure_sql import Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Everything that is read once for all targets of a plan."""

    figures: Mapping[Code, Figure]
    versions: tuple[Target, ...]
    """Every version of every target of the plan."""
    milestones: tuple[Milestone, ...]
    names: Values
    inherited: tuple[Inherited, ...] = ()
    successions: tuple[Succession, ...] = ()
    began_on: dt.date | None = None
    """Day on which the office took over; entries before are inherited."""


def days(span: Span) -> tuple[str, str]:
    """Return the first and last day as the file writes them."""
    return span.first.isoformat(), span.last.isoformat()


def to_list(values: tuple[object, ...]) -> str:
    """Return values as a list the file can look into."""
    return rows.to_json(values)
