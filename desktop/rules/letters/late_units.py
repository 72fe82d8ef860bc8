"""The list of units that have not reported: a table, or an annex of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.records.identity import AgencyId
from desktop.records.report import Annex, Column, ColumnType, Letterhead, Row, Table
from desktop.rules.dates import format_date
from desktop.rules.reports.words import month_of

_BLANK = "\u00a0" * 5
_DATED = (("due", ColumnType.DATE, 14), ("days", ColumnType.INTEGER, 12))


@dataclass(frozen=True, slots=True, kw_only=True)
class LateUnit:
    """A unit that has not reported."""

    agency: AgencyId
    name: str
    due: dt.date | None = None
    note: str = ""
    came: dt.date | None = None
    """Day on which what it sent came, that went back with its faults."""
    faults: int = 0
    """How many faults were marked in it."""


def late_table(
    late: Sequence[LateUnit],
    today: dt.date,
    period_words: str,
    labels: Mapping[str, str],
) -> Table:
    """Return the units, with the last day of each and the days since where any has."""
    dated = any(one.due for one in late)
    columns = (
        ("ordinal", ColumnType.ORDINAL, 6),
        ("unit", ColumnType.TEXT, 34),
        *(_DATED if dated else ()),
        ("note", ColumnType.TEXT, 16),
    )
    return Table(
        code="late",
        title=labels["late_title"].format(period=period_words),
        sheet=labels["late_sheet"],
        columns=tuple(
            Column(heading=(labels[f"late_{key}"],), key=key, type=kind, weight=weight)
            for key, kind, weight in columns
        ),
        rows=tuple(
            Row(
                values=(
                    *(number, one.name),
                    *((one.due, _days(one.due, today)) if dated else ()),
                    one.note or _went_back(one, labels),
                ),
                key=one.agency,
            )
            for number, one in enumerate(late, start=1)
        ),
    )


def _went_back(one: LateUnit, labels: Mapping[str, str]) -> str:
    """Say that what came went back; blank where nothing did, or nobody worded it."""
    wording = labels.get("late_faulty", "")
    if one.came is None or not wording:
        return ""
    return wording.format(day=format_date(one.came), faults=one.faults)


def _days(due: dt.date | None, today: dt.date) -> int | None:
    """Return the days since the last acceptable one; None while it is not over."""
    return (today - due).days if due is not None and due < today else None


def late_annex(
    table: Table, head: Letterhead, agency: str, labels: Mapping[str, str]
) -> Annex:
    """Return the list on pages of its own, with the line that names its letter."""
    day = head.date
    return Annex(
        label="",
        title=table.title.upper(),
        reference=labels["late_reference"].format(
            number=f"{head.number or _BLANK}/{head.symbol}",
            day=f"{day.day:02}" if day else _BLANK,
            month=month_of(day) if day else _BLANK,
            year=head.year,
            agency=agency,
        ),
        blocks=(replace(table, title=""),),
    )
