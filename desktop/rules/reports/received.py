"""Which units a report is put together from, and whose reports it lacks."""

from collections.abc import Mapping

from desktop.records.agency import Agency
from desktop.records.report import Column, ColumnType, Row, Table
from desktop.rules.numbers import format_integer
from desktop.rules.reports.facts import Facts, UnitReport

Labels = Mapping[str, str]

_COLUMNS = (
    ("unit", ColumnType.TEXT, 34),
    ("state", ColumnType.TEXT, 18),
    ("version", ColumnType.TEXT, 14),
    ("day", ColumnType.DATE, 13),
    ("entries", ColumnType.INTEGER, 12),
    ("attendance", ColumnType.INTEGER, 14),
    ("control", ColumnType.TEXT, 16),
)


def missing(facts: Facts) -> tuple[Agency, ...]:
    """Return the units that owe a report and of which nothing is here."""
    return tuple(one.agency for one in facts.units if one.missing)


def received_table(facts: Facts, labels: Labels) -> Table | None:
    """Return a row for each unit that must report; None where nobody sends any."""
    if not facts.units:
        return None
    ordered = sorted(facts.units, key=lambda one: one.missing)
    return Table(
        code="received",
        title=labels["received_heading"],
        sheet=labels["received_sheet"],
        columns=(
            Column(
                key="ordinal",
                heading=(labels["ordinal"],),
                type=ColumnType.ORDINAL,
                weight=5,
            ),
            *(
                Column(
                    key=f"received_{key}",
                    heading=(labels[f"received_{key}"],),
                    type=kind,
                    weight=weight,
                )
                for key, kind, weight in _COLUMNS
            ),
        ),
        rows=tuple(
            _row(number, one, labels) for number, one in enumerate(ordered, start=1)
        ),
        notes=tuple(_notes(facts, labels)),
        landscape=True,
    )


def _row(number: int, unit: UnitReport, labels: Labels) -> Row:
    came = unit.day is not None
    return Row(
        key=str(unit.agency.id),
        values=(
            number,
            unit.agency.short_name or unit.agency.name,
            labels[f"received_{_state(unit)}"],
            _version(unit, labels) if came else "",
            unit.day,
            unit.entries if came else None,
            unit.attendance if came else None,
            unit.control,
        ),
    )


def _state(unit: UnitReport) -> str:
    if unit.missing:
        return "missing"
    return "came" if unit.day is not None else "entered"


def _version(unit: UnitReport, labels: Labels) -> str:
    told = labels["received_number"].format(number=format_integer(unit.version))
    if not unit.slip:
        return told
    slip = labels["received_slip"].format(number=format_integer(unit.slip))
    return f"{told}, {slip}"


def _notes(facts: Facts, labels: Labels) -> tuple[str, ...]:
    return (labels["received_note"],) if missing(facts) else ()
