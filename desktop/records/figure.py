"""Figures: named counts and sums, declared as data and computed the same everywhere."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.records.identity import Code


class Source(StrEnum):
    """Which kind of record a register holds, and a figure is counted from."""

    ACTIVITY = "activity"
    PRODUCT = "product"
    DATA_SOURCE = "data_source"
    POSTING = "posting"
    BROADCAST = "broadcast"
    TALLY = "tally"
    UNIT_PLAN = "unit_plan"
    HEADCOUNT = "headcount"
    DEPARTURE = "departure"
    SPOKESPERSON_CHECK = "spokesperson_check"
    OWN_CHANNEL = "own_channel"
    BUDGET = "budget"
    ACHIEVEMENT = "achievement"
    ESTIMATE = "estimate"
    INHERITED = "inherited"
    UNLISTED = "unlisted"
    """Totals a unit told without listing its entries."""


class Aggregate(StrEnum):
    """How the rows become one number."""

    COUNT = "count"
    SUM = "sum"
    DISTINCT = "distinct"
    LATEST = "latest"
    """Sum of the last values on or before the last day: of each agency and channel,
    or, of a headcount, of each agency, group and tier."""
    STANDING = "standing"
    """Rows opened on or before the last day and not closed by then."""
    HOURS = "hours"
    """Minutes x times / 60, rounded half up to one decimal; with the field `minutes`
    those of each programme once, however often it was broadcast."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One field and the values of which it must have one."""

    field: str
    """A field, or with a dot the group of its code, such as `languages.group`.

    Of a list, one value must match.
    """
    also: str = ""
    """Another field; a value of it meets the condition just as well (001-T3)."""
    values: tuple[str, ...] = ()
    at_most: int | None = None
    """Largest number that meets it, instead of values (004-X1)."""
    unless: bool = False
    """Whether the record must have none of the values instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count or a sum over one register, with its conditions."""

    code: Code
    label: str
    unit: str
    source: Source
    aggregate: Aggregate = Aggregate.COUNT
    field: str = ""
    """Field summed, or counted once per value."""
    where: tuple[Condition, ...] = ()
    day: str = ""
    """Field whose day decides the period; blank: that of the source (001-T3)."""
