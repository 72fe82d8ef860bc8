"""The table of targets year by year, from the plan's first to the period's."""

from collections.abc import Mapping

from desktop.records.report import Column, Row, Table
from desktop.records.result import Result, YearResult
from desktop.records.target import Direction, Formula
from desktop.rules.facts import Facts
from desktop.rules.numbers import format_decimal, format_percent
from desktop.rules.report_targets import amount, reached, words

Labels = Mapping[str, str]


def years_table(facts: Facts, labels: Labels) -> Table | None:
    """Return every target in each year; None when there are no two years to tell.

    What a year will probably reach stands in a column of its own, only where somebody
    told it, and is part of no other number.
    """
    shown = [one for one in facts.results if one.target.formula is not Formula.TEXT]
    years = sorted({each.year for one in shown for each in one.years})
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
        *((estimate,) if estimated else ()),
    )


def _cell(one: YearResult | None, result: Result, labels: Labels) -> str:
    """Return what a year reached, held against its number where it has one."""
    if one is None:
        return ""
    target, measured = result.target, one.measured
    if target.direction is Direction.COUNT and measured.denominator:
        top, bottom = measured.numerator or 0, measured.denominator
        said = f"{format_decimal(top)}/{format_decimal(bottom)}"
    else:
        said = reached(measured, target, labels)
        if said and one.planned is not None and target.direction is not Direction.COUNT:
            planned = format_percent(one.planned)
            said = labels["years_planned"].format(value=said, planned=planned)
    return labels["years_inherited"].format(value=said) if one.inherited else said
