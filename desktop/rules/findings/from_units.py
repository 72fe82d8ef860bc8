"""Doubts about who has not reported, and about what has nothing to show."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from desktop.records.agency import Agency
from desktop.records.finding import Check, Finding, Where
from desktop.records.report import FigureKey
from desktop.rules.findings.ordering import share
from desktop.rules.numbers import format_integer


def from_units(missing: Iterable[Agency], owing: int, table: str) -> Iterator[Finding]:
    """Yield the units that owe a report and have no entry in the period.

    Args:
        missing: Those without an entry.
        owing: How many units owe one.
        table: Code of the table that has a row for each; blank for none.
    """
    for one in missing:
        yield Finding(
            key=f"{Check.UNIT_MISSING}:{one.id}",
            code=Check.UNIT_MISSING,
            subject=one.name,
            facts=(format_integer(owing),),
            effect=share(1, owing),
            moved=Decimal(1),
            unit="đơn vị",
            where=Where(place="collect", table="agencies", record=one.id),
            at=FigureKey(
                table=table or "targets", row=one.id if table else "", column=""
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Unproven:
    """Activities of a task that took place, and those with nothing to show."""

    task: str
    """Id of the task; blank for those that carry out none."""
    name: str
    done: int
    lacking: int


def from_evidence(tasks: Iterable[Unproven], done: int) -> Iterator[Finding]:
    """Yield the tasks whose activities have nothing to show.

    Args:
        tasks: With what their activities have to show.
        done: Activities of the period.
    """
    for one in tasks:
        if not one.lacking:
            continue
        yield Finding(
            key=f"{Check.NO_EVIDENCE}:{one.task}",
            code=Check.NO_EVIDENCE,
            detail="task" if one.task else "no_task",
            subject=one.name,
            facts=(format_integer(one.lacking), format_integer(one.done)),
            effect=share(one.lacking, done),
            moved=Decimal(one.lacking),
            unit="hoạt động",
            where=Where(place="evidence", table="tasks", record=one.task),
            at=FigureKey(table="tasks", row=one.task, column=""),
        )
