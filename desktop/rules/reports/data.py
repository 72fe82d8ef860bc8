"""The data sheets of a workbook: every record counted, so that anyone can recount."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.records.activity import ActivityState
from desktop.records.product import OwnChannel
from desktop.records.register import Field, FieldType, Register
from desktop.records.report import Column, ColumnType, Row, Table, Value
from desktop.rules.counting import Span
from desktop.rules.reports.joint import shared_columns, shared_values
from desktop.rules.times import format_moment

Names = Mapping[tuple[str, str], str]
"""What a code is called, by what it is a code of, and the code."""

_SMALL_TABLES: Mapping[FieldType, tuple[str, ...]] = {
    FieldType.STAFF: (
        "group",
        "tier",
        "people",
        "first_updated",
        "first_trained",
        "first_complete",
        "document_sets",
        "first_equipped",
    ),
    FieldType.AUDIENCES: ("audience", "attendance"),
    FieldType.SPENDING: ("source", "planned", "spent"),
}
"""Lists of counts inside a record: each gets a sheet of its own, a row a count."""

_LISTS = (
    FieldType.CHOICES,
    FieldType.AGENCIES,
    FieldType.TASKS,
    FieldType.GOALS,
    FieldType.STEPS,
)
_TYPES: Mapping[FieldType, ColumnType] = {
    FieldType.INTEGER: ColumnType.INTEGER,
    FieldType.MONEY: ColumnType.MONEY,
    FieldType.DATE: ColumnType.DATE,
    FieldType.DECIMAL: ColumnType.DECIMAL,
}
_NAMED_BY: Mapping[FieldType, str] = {
    FieldType.AGENCY: "agency",
    FieldType.AGENCIES: "agency",
    FieldType.TASKS: "task",
    FieldType.TIER: "tier",
    FieldType.STATE: "state",
    FieldType.PRODUCT: "product",
    FieldType.GOAL: "goal",
    FieldType.GOALS: "goal",
    FieldType.STEPS: "step",
    FieldType.FIGURE: "figure",
    FieldType.CHANNEL: "own_channel",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One register's records and the day that decides their period."""

    register: Register
    records: tuple[Any, ...]
    day: str
    """Name of the field that holds that day."""
    table: str = ""
    """Where such records are kept, which with the id leads back to one."""

    def place(self, record: Any) -> str:  # noqa: ANN401  a record of any register
        """Return table and id of a record."""
        return f"{self.table}/{record.id}" if self.table else ""


def data_tables(
    sheets: Iterable[Sheet], period: Span, names: Names, labels: Mapping[str, str]
) -> tuple[Table, ...]:
    """Return a table for each register that has records, and one for each inner list.

    The inner lists of all registers share a table; its first columns name the
    register and the row of the record each line belongs to.
    """
    held = [sheet for sheet in sheets if sheet.records]
    inner = (_inner(held, kind, period, names, labels) for kind in _SMALL_TABLES)
    return (
        *(_table(sheet, period, names, labels) for sheet in held),
        *(table for table in inner if table.rows),
    )


def _table(
    sheet: Sheet, period: Span, names: Names, labels: Mapping[str, str]
) -> Table:
    fields = [one for one in sheet.register.fields if one.type not in _SMALL_TABLES]
    fields = [one for one in fields if _used(one, sheet)]
    shared = shared_values(sheet.records, names, labels)
    blank = ("",) if shared else ()
    return Table(
        code=f"data_{sheet.register.code}",
        title=sheet.register.name,
        sheet=sheet.register.name,
        columns=(
            Column(
                key="ordinal",
                heading=(labels["ordinal"],),
                type=ColumnType.ORDINAL,
                weight=5,
            ),
            Column(key="in_period", heading=(labels["data_in_period"],), weight=6),
            *(_column(one) for one in fields),
            *shared_columns(sheet.records, labels),
        ),
        rows=tuple(
            Row(
                values=(
                    number,
                    _mark(sheet, record, period, labels),
                    *(_value(one, record, names, labels) for one in fields),
                    *shared.get(record.id, blank),
                ),
                record=sheet.place(record),
            )
            for number, record in enumerate(sheet.records, start=1)
        ),
        landscape=True,
    )


def _used(field: Field, sheet: Sheet) -> bool:
    """Tell whether any record has something there: empty columns are left out."""
    return not all(_empty(getattr(one, field.name)) for one in sheet.records)


def _empty(value: object) -> bool:
    """Tell whether nothing was recorded; a count of zero is something."""
    return value is None or value is False or value in ("", ())


def _inner(
    sheets: Iterable[Sheet],
    kind: FieldType,
    period: Span,
    names: Names,
    labels: Mapping[str, str],
) -> Table:
    parts = _SMALL_TABLES[kind]
    rows = (
        Row(
            values=(
                sheet.register.name,
                number,
                _mark(sheet, record, period, labels),
                *(_part(one, part, field, names) for part in parts),
            ),
            record=sheet.place(record),
        )
        for sheet in sheets
        for field in sheet.register.fields
        if field.type is kind
        for number, record in enumerate(sheet.records, start=1)
        if _took_place(record)
        for one in getattr(record, field.name)
    )
    return Table(
        code=f"data_{kind}",
        title=labels[f"data_title_{kind}"],
        sheet=labels[f"data_sheet_{kind}"],
        columns=(
            Column(key="register", heading=(labels["data_register"],), weight=24),
            Column(
                key="row",
                heading=(labels["data_row"],),
                type=ColumnType.ORDINAL,
                weight=6,
            ),
            Column(key="in_period", heading=(labels["data_in_period"],), weight=6),
            *(_part_column(part, labels) for part in parts),
        ),
        rows=tuple(rows),
        landscape=True,
    )


def _part_column(part: str, labels: Mapping[str, str]) -> Column:
    text = part in ("group", "tier", "audience", "source")
    return Column(
        key=part,
        heading=(labels[f"data_{part}"],),
        type=ColumnType.TEXT if text else ColumnType.INTEGER,
        weight=30 if text else 12,
    )


def _part(
    one: Any,  # noqa: ANN401  an audience's, a group's or a source's counts
    part: str,
    field: Field,
    names: Names,
) -> Value:
    value: Value = getattr(one, part)
    if part == "tier":
        return names.get(("tier", str(value)), "")
    if isinstance(value, str):
        return names.get((field.catalogue, value), value)
    return value


def _mark(
    sheet: Sheet,
    record: Any,  # noqa: ANN401  a record of any register
    period: Span,
    labels: Mapping[str, str],
) -> str:
    day = getattr(record, sheet.day)
    inside = (
        _stands(record, period) if isinstance(record, OwnChannel) else day in period
    )
    return labels["data_yes"] if inside and _took_place(record) else ""


def _stands(record: OwnChannel, period: Span) -> bool:
    """Tell whether a channel counts: it does while it is open on the last day."""
    closed = record.closed_on
    return record.opened_on <= period.last and (closed is None or closed > period.last)


def _took_place(record: Any) -> bool:  # noqa: ANN401  a record of any register
    """Tell whether a record counts at all: what is planned or cancelled does not.

    Nor does an agency's account of an event that is counted in another's.
    """
    done = getattr(record, "state", ActivityState.DONE) is ActivityState.DONE
    return done and getattr(record, "joined_to", None) is None


def _type(field: Field) -> ColumnType:
    if field.name == "year":  # it names, and is not counted: 2024 and never 2.024
        return ColumnType.ORDINAL
    return _TYPES.get(field.type, ColumnType.TEXT)


def _column(field: Field) -> Column:
    unit = f" ({field.unit})" if field.unit else ""
    return Column(
        key=field.name,
        heading=(f"{field.label}{unit}",),
        type=_type(field),
        weight=24 if field.type in (FieldType.TEXT, FieldType.LONG_TEXT) else 12,
    )


def _value(
    field: Field,
    record: Any,  # noqa: ANN401  a record of any register
    names: Names,
    labels: Mapping[str, str],
) -> Value:
    held = getattr(record, field.name)
    if isinstance(held, bool):
        return labels["data_yes"] if held else ""
    if isinstance(held, dt.datetime):
        return format_moment(held)
    named_by = _NAMED_BY.get(field.type, field.catalogue)
    if field.type in _LISTS:
        return "; ".join(names.get((named_by, str(one)), str(one)) for one in held)
    if held is None or not named_by:
        return held  # type: ignore[no-any-return]
    return names.get((named_by, str(held)), str(held))
