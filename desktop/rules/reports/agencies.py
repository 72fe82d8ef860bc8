"""The tables with a row for each agency: the office, the units below it, the others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from desktop.records.agency import Agency
from desktop.records.figure import Aggregate, Source
from desktop.records.identity import AgencyId, Code
from desktop.records.report import Column, ColumnType, Row, RowKind, Table, Value
from desktop.records.template import TableColumnTemplate, TableTemplate
from desktop.rules.intake.translation import SEPARATOR
from desktop.rules.numbers import format_decimal
from desktop.rules.reports.facts import Facts
from desktop.rules.succession import exists

Labels = Mapping[str, str]


NOT_FIGURES = ("area_code", "note")
"""Columns that tell something of the agency; others without a figure stay blank."""


def by_agency(template: TableTemplate, facts: Facts, labels: Labels) -> Table:
    """Return figures by agency: all, ourselves, the units below, the others."""
    codes = tuple(one.figure for one in template.columns if one.figure)
    unknown = _never_recorded(codes, facts)
    bare = replace(template, columns=tuple(map(_blank, template.columns)))
    told = replace(
        template,
        columns=tuple(
            _blank(one) if _never_told(one, facts) else one for one in template.columns
        ),
    )
    return Table(
        code=f"table_{template.code.lower()}",
        title=template.title,
        sheet=template.sheet,
        unit=template.unit,
        columns=(
            Column(
                key="ordinal",
                heading=(labels["ordinal"],),
                type=ColumnType.ORDINAL,
                weight=5,
            ),
            *_columns(template, facts),
        ),
        rows=_agency_rows(bare if unknown else told, facts, labels),
        notes=(
            *template.notes,
            *((labels["standing_unrecorded"],) if unknown else ()),
            *_shared_note(codes, facts, labels),
        ),
        landscape=template.landscape,
    )


def _never_recorded(codes: tuple[Code, ...], facts: Facts) -> bool:
    """Tell whether a table tells only what stands on a day, and nobody entered any.

    What was done in a period and is not there was not done; what stands and is not
    there was not asked about.
    """
    standing = (facts.figures[one].aggregate is Aggregate.STANDING for one in codes)
    told = any(any(facts.by_agency.get(one, {}).values()) for one in codes)
    return bool(codes) and all(standing) and not told


def _never_told(column: TableColumnTemplate, facts: Facts) -> bool:
    """Tell whether a column is of what only units can tell, and none did."""
    code = column.figure
    if code is None or facts.figures[code].source is not Source.UNLISTED:
        return False
    return not any(facts.by_agency.get(code, {}).values())


def _blank(column: TableColumnTemplate) -> TableColumnTemplate:
    """Return a column whose cells stay blank."""
    if column.figure is None:
        return column
    return replace(column, figure=None, key=column.figure)


def _columns(template: TableTemplate, facts: Facts) -> tuple[Column, ...]:
    """Return the columns, those that count numbered as on the official forms."""
    counting = [one for one in template.columns if _counts(one)]
    return tuple(
        Column(
            key=one.figure or one.key or "name",
            heading=one.heading,
            type=_type(facts, one.figure) if _counts(one) else ColumnType.TEXT,
            weight=one.weight,
            number=f"({counting.index(one) + 1})" if _counts(one) else "",
        )
        for one in template.columns
    )


def _counts(column: TableColumnTemplate) -> bool:
    """Tell whether a column is one of numbers, kept by the registers or not."""
    return bool(column.figure or (column.key and column.key not in NOT_FIGURES))


def _shared_note(
    codes: tuple[Code, ...], facts: Facts, labels: Labels
) -> tuple[str, ...]:
    """Explain why the rows add up to more than the total, where they do."""
    joined = frozenset[str]().union(*(facts.joined.get(one, ()) for one in codes))
    if not joined:
        return ()
    return (labels["shared_note"].format(entries=format_decimal(Decimal(len(joined)))),)


def _type(facts: Facts, code: Code | None) -> ColumnType:
    if code is None:
        return ColumnType.INTEGER
    hours = facts.figures[code].aggregate is Aggregate.HOURS
    return ColumnType.DECIMAL if hours else ColumnType.INTEGER


def _agency_rows(
    template: TableTemplate, facts: Facts, labels: Labels
) -> tuple[Row, ...]:
    codes = tuple(one.figure for one in template.columns if one.figure)
    own = facts.preferences.agency
    units, others = _split(facts, codes, labels["units_kind"].split())
    holder = next((one for one in facts.agencies if one.id == own), None)
    named = labels["rows_own"].format(agency=facts.agency(own))
    rows = [
        _row("total", "", labels["rows_total"], facts.totals, template),
        _row("own", "1", named, _figures(own, codes, facts), template, holder),
    ]
    for number, (key, agencies) in enumerate(
        (("units", units), ("agencies", others)), start=2
    ):
        if agencies:
            rows.append(_group(key, str(number), labels[f"rows_{key}"], template))
        for place, one in enumerate(agencies, start=1):
            name, figures = one.short_name or one.name, _figures(one.id, codes, facts)
            ordinal = f"{number}.{place}"
            rows.append(_row(one.id, ordinal, name, figures, template, one))
    return tuple(rows)


def _row(
    key: str,
    number: str,
    name: str,
    figures: Mapping[Code, Decimal],
    template: TableTemplate,
    agency: Agency | None = None,
) -> Row:
    """Return a row; the totals have none of the agencies."""
    return Row(
        key=key,
        values=(
            number,
            *(_cell(one, name, figures, agency) for one in template.columns),
        ),
        kind=RowKind.TOTAL if key == "total" else RowKind.DATA,
    )


def _cell(
    column: TableColumnTemplate,
    name: str,
    figures: Mapping[Code, Decimal],
    agency: Agency | None,
) -> Value:
    if column.figure is not None:
        return figures.get(column.figure, Decimal(0))
    if column.key == "area_code":
        return agency.code if agency else ""
    return None if column.key else name


def _group(key: str, number: str, name: str, template: TableTemplate) -> Row:
    blank = ("",) * (len(template.columns) - 1)
    return Row(key=key, values=(number, name, *blank), kind=RowKind.GROUP)


def _figures(
    agency: AgencyId, codes: tuple[Code, ...], facts: Facts
) -> dict[Code, Decimal]:
    zero = Decimal(0)
    return {code: facts.by_agency.get(code, {}).get(agency, zero) for code in codes}


def entering(facts: Facts) -> frozenset[AgencyId]:
    """Return the agencies that have anything in the tables by agency."""
    return frozenset(
        agency
        for found in facts.by_agency.values()
        for agency, value in found.items()
        if value
    )


def silent(facts: Facts, labels: Labels) -> tuple[Agency, ...]:
    """Return the units below that have nothing in any table; none if nobody has."""
    told = entering(facts)
    units, _ = _split(facts, (), labels["units_kind"].split())
    return tuple(one for one in units if told and one.id not in told)


def _split(
    facts: Facts, codes: tuple[Code, ...], kinds: Sequence[str]
) -> tuple[tuple[Agency, ...], tuple[Agency, ...]]:
    """Split agencies into units of some kinds, always shown, and others with figures.

    A unit that did not exist in the period is shown only where it has figures, and so
    is one that only a package names: what it did stands with whoever sent that.
    """
    counted = {agency for code in codes for agency in facts.by_agency.get(code, {})}
    own = facts.preferences.agency
    below = tuple(one for one in facts.agencies if one.id != own)
    first, last = facts.period.first_day, facts.period.last_day
    units = tuple(
        one
        for one in below
        if one.kind in kinds
        and (
            one.id in counted or (SEPARATOR not in one.id and exists(one, first, last))
        )
    )
    others = tuple(one for one in below if one.kind not in kinds and one.id in counted)
    return units, others
