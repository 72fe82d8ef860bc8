"""The tables of targets and figures year by year, up to the period's."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.records.identity import Code
from desktop.records.report import Column, ColumnType, Row, Table
from desktop.records.result import Measured, Result, YearResult
from desktop.records.target import Direction, Formula, Target
from desktop.records.template import TableTemplate
from desktop.rules.numbers import format_decimal, format_percent
from desktop.rules.reports.facts import Facts
from desktop.rules.reports.targets import amount, reached, words

Labels = Mapping[str, str]


def years_table(facts: Facts, labels: Labels) -> Table | None:
    """Return every target in each year; None when there are no two years to tell.

    What a year will probably reach stands in a column of its own, only where somebody
    told it, and is part of no other number.
    """
    shown = [one for one in facts.results if _counted(one)]
    today = facts.computed_at.date().year  # a year that has not begun tells nothing
    told = {each.year for one in shown for each in one.years}
    years = sorted(year for year in told if year <= today)
    if len(years) < 2:  # noqa: PLR2004  one year is the period itself
        return None
    estimated = any(one.estimate is not None for one in shown)
    inherited = any(each.inherited for one in shown for each in one.years)
    notes = (
        labels["years_note"],
        labels["years_note_inherited"] if inherited else "",
        labels["years_note_estimate"] if estimated else "",
    )
    return Table(
        code="targets_years",
        title=labels["years_title"],
        sheet=labels["years_sheet"],
        columns=_columns(years, labels, years[-1] if estimated else None),
        rows=tuple(
            Row(
                key=one.target.goal,
                values=_values(number, one, years, labels, estimated=estimated),
            )
            for number, one in enumerate(shown, start=1)
        ),
        notes=tuple(note for note in notes if note),
        landscape=True,
    )


def _counted(result: Result) -> bool:
    """Tell whether a target is counted, or, judged in words, has any number."""
    if result.target.formula is Formula.TEXT:
        return False
    if result.target.direction is not Direction.TEXT:
        return True
    told = (result.cumulative, *(one.measured for one in result.years))
    return any(one.numerator is not None for one in told)


def _columns(
    years: list[int], labels: Labels, estimated: int | None
) -> tuple[Column, ...]:
    found = [
        words("ordinal", labels["targets_ordinal"], 5),
        Column(key="label", heading=(labels["targets_text"],), weight=40),
        words("unit", labels["targets_unit"], 10),
        *(
            words(f"year_{year}", labels["years_year"].format(year=year), 14)
            for year in years
        ),
        words("total", labels["years_so_far"], 14),
    ]
    if estimated is not None:
        heading = labels["years_estimate"].format(year=estimated)
        found.append(words("estimate", heading, 16))
    return tuple(found)


def _values(
    number: int, result: Result, years: list[int], labels: Labels, *, estimated: bool
) -> tuple[str | int, ...]:
    told = {one.year: one for one in result.years}
    target = result.target
    estimate = "" if result.estimate is None else amount(result.estimate, target.unit)
    return (
        number,
        target.label,
        target.unit,
        *(_cell(told.get(year), result, labels) for year in years),
        _reached(result.cumulative, target, labels),
        *((estimate,) if estimated else ()),
    )


def _cell(one: YearResult | None, result: Result, labels: Labels) -> str:
    """Return what a year reached, held against its number where it has one."""
    if one is None:
        return ""
    said = _reached(one.measured, result.target, labels)
    counts = result.target.direction is Direction.COUNT
    if said and one.planned is not None and not counts:
        planned = format_percent(one.planned)
        said = labels["years_planned"].format(value=said, planned=planned)
    return labels["years_inherited"].format(value=said) if one.inherited else said


def _reached(measured: Measured, target: Target, labels: Labels) -> str:
    """Return what was reached, of a count how many of how many."""
    if target.direction is Direction.COUNT and measured.denominator:
        top, bottom = measured.numerator or 0, measured.denominator
        return f"{format_decimal(top)}/{format_decimal(bottom)}"
    return reached(measured, target, labels)


YEARS = "years"


def figures_table(
    template: TableTemplate, facts: Facts, labels: Labels
) -> Table | None:
    """Return figures in each year and over all of them; None without two years.

    What is counted once over all years, or stands on a day, is less over all than its
    years together, which a note says.
    """
    years = sorted(year for year in facts.by_year if year <= facts.computed_at.year)
    codes = [one.figure for one in template.columns if one.figure]
    named = {one.figure: one.heading[-1] for one in template.columns if one.figure}
    if len(years) < 2:  # noqa: PLR2004  one year is the period itself
        return None
    return Table(
        code=f"table_{template.code.lower()}",
        title=template.title,
        sheet=template.sheet,
        unit=template.unit,
        columns=(
            words("ordinal", labels["ordinal"], 5),
            Column(key="name", heading=(labels["growth_name"],), weight=40),
            words("unit", labels["targets_unit"], 10),
            *(
                _number(f"year_{year}", labels["years_year"].format(year=year))
                for year in years
            ),
            _number("total", labels["years_total"]),
        ),
        rows=tuple(
            Row(
                key=code,
                values=(
                    number,
                    named[code],
                    facts.figures[code].unit,
                    *(facts.by_year[year].get(code, Decimal(0)) for year in years),
                    facts.totals.get(code, Decimal(0)),
                ),
            )
            for number, code in enumerate(codes, start=1)
        ),
        notes=(*template.notes, *_apart(codes, facts, labels)),
        landscape=template.landscape,
    )


def _number(key: str, heading: str) -> Column:
    return Column(key=key, heading=(heading,), type=ColumnType.DECIMAL, weight=12)


def _apart(codes: list[Code], facts: Facts, labels: Labels) -> tuple[str, ...]:
    """Explain why the years of a figure do not add up, where they do not."""
    zero = Decimal(0)
    apart = any(
        sum((year.get(code, zero) for year in facts.by_year.values()), zero)
        != facts.totals.get(code, zero)
        for code in codes
    )
    notes = (
        labels["years_note_apart"] if apart else "",
        labels["years_note_left_out"] if facts.inherited.intersection(codes) else "",
    )
    return tuple(note for note in notes if note)
