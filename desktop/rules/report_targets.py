"""The table of targets, the short one in the body and the whole one in the annex."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.records.report import Bar, Chart, ChartKind, Column, ColumnType, Row, Table
from desktop.records.result import Measured, Part, Result, Verdict
from desktop.records.target import Basis, Direction, Formula
from desktop.rules.dates import format_date
from desktop.rules.facts import Facts
from desktop.rules.numbers import format_decimal, format_percent

Labels = Mapping[str, str]

_ALL = Decimal(100)


def short_table(facts: Facts, labels: Labels) -> Table:
    """Return the table of targets for the body: what was asked, reached, and said."""
    year = max((one.target.year or 0 for one in facts.results), default=0)
    return Table(
        code="targets_short",
        title=labels["targets_short_title"],
        sheet=labels["targets_short_sheet"],
        columns=(
            Column(
                heading=(labels["targets_ordinal"],), type=ColumnType.ORDINAL, weight=5
            ),
            Column(heading=(labels["targets_text"],), weight=34),
            _words(labels["targets_goal"].format(year=year), 16),
            _words(labels["targets_period"], 15),
            _words(labels["targets_cumulative"], 15),
            _words(labels["targets_verdict"], 15),
        ),
        rows=tuple(
            Row(
                values=(
                    number,
                    one.target.label,
                    goal(one, labels),
                    reached(one.period, one.target.unit, labels),
                    reached(one.cumulative, one.target.unit, labels),
                    labels[f"verdict_{one.headline.verdict}"],
                )
            )
            for number, one in enumerate(facts.results, start=1)
        ),
    )


def whole_table(facts: Facts, labels: Labels) -> Table:
    """Return table F: every target word for word, with all that was counted."""
    year = max((one.target.year or 0 for one in facts.results), default=0)
    return Table(
        code="targets",
        title=labels["targets_title"],
        sheet=labels["targets_sheet"],
        columns=_columns(labels, year),
        rows=tuple(
            _row(number, one, facts, labels)
            for number, one in enumerate(facts.results, start=1)
        ),
        landscape=True,
    )


def _words(heading: str, weight: int) -> Column:
    """Return a column of a word or two, which stand in its middle as figures do."""
    return Column(heading=(heading,), type=ColumnType.ORDINAL, weight=weight)


def _columns(labels: Labels, year: int) -> tuple[Column, ...]:
    def measured(key: str) -> tuple[Column, ...]:
        group = labels[key]
        return (
            Column(
                heading=(group, labels["targets_numerator"]),
                type=ColumnType.INTEGER,
                weight=7,
            ),
            Column(
                heading=(group, labels["targets_denominator"]),
                type=ColumnType.INTEGER,
                weight=7,
            ),
            Column(
                heading=(group, labels["targets_percent"]),
                type=ColumnType.PERCENT,
                weight=7,
            ),
        )

    return (
        Column(heading=(labels["targets_ordinal"],), type=ColumnType.ORDINAL, weight=5),
        Column(heading=(labels["targets_text"],), weight=42),
        _words(labels["targets_unit"], 8),
        _words(labels["targets_goal"].format(year=year), 13),
        *measured("targets_period"),
        *measured("targets_cumulative"),
        Column(
            heading=(labels["targets_difference"],), type=ColumnType.DECIMAL, weight=8
        ),
        _words(labels["targets_verdict"], 13),
        Column(heading=(labels["targets_note"],), weight=40),
    )


def _row(number: int, result: Result, facts: Facts, labels: Labels) -> Row:
    target = result.target
    return Row(
        values=(
            number,
            target.text,
            target.unit,
            goal(result, labels),
            *_measured(result.period),
            *_measured(result.cumulative),
            difference(result),
            labels[f"verdict_{result.headline.verdict}"],
            "\n".join(notes(result, facts, labels)),
        )
    )


def _measured(measured: Measured) -> tuple[Decimal | None, ...]:
    return measured.numerator, measured.denominator, measured.value


def goal(result: Result, labels: Labels) -> str:
    """Return what a target asks for, in words."""
    target = result.target
    planned = result.headline.denominator
    match target.direction:
        case Direction.TEXT:
            return labels["goal_text"]
        case Direction.COUNT if planned is None:
            return labels["goal_count"]
        case Direction.COUNT:
            value = format_decimal(planned or Decimal(0))
            return labels["goal_planned"].format(value=f"{value} {target.unit}")
        case Direction.RANGE:
            return labels["goal_range"].format(
                value=format_decimal(target.value or Decimal(0)),
                upper=format_percent(target.upper or Decimal(0)),
            )
        case _:
            value = format_percent(target.value or Decimal(0))
            if target.value == _ALL:
                return value
            return labels[f"goal_{target.direction}"].format(value=value)


def reached(measured: Measured, unit: str, labels: Labels) -> str:
    """Return what was reached: a percent, a bare count, or that data are missing."""
    if measured.verdict is Verdict.TEXT:
        return ""
    if measured.value is not None:
        return format_percent(measured.value)
    if measured.numerator is not None and unit != "%":
        return f"{format_decimal(measured.numerator)} {unit}"
    return labels["verdict_unknown"]


def difference(result: Result) -> Decimal | None:
    """Return how far the value lies from the nearest point of what was asked."""
    target, value = result.target, result.headline.value
    if value is None or target.direction is Direction.TEXT:
        return None
    low = _ALL if target.direction is Direction.COUNT else target.value
    if low is None:
        return None
    if target.direction is Direction.RANGE and target.upper is not None:
        return value - min(max(value, low), target.upper)
    return value - low


def notes(result: Result, facts: Facts, labels: Labels) -> tuple[str, ...]:
    """Return what must be said beside a result: what is missing, parts, doubts."""
    target = result.target
    supplier = facts.agency(target.supplier)
    said = [
        labels[f"missing_{result.missing}"].format(agency=supplier)
        if result.missing
        else "",
        labels["note_people"] if target.formula is Formula.TRAINED else "",
        labels["note_cumulative"] if _judged_in_all(result) else "",
        labels["note_supplied"].format(agency=supplier) if _supplied(result) else "",
        labels["note_denominator_date"].format(
            date=format_date(result.denominator_date)
        )
        if result.denominator_date
        else "",
        _shares(result.parts, labels),
        labels["note_overlap"] if target.formula is Formula.PRODUCT_SHARE else "",
        *(labels[f"doubt_{doubt}"] for doubt in result.doubts),
    ]
    return tuple(note for note in said if note)


def _judged_in_all(result: Result) -> bool:
    return (
        result.target.basis is Basis.CUMULATIVE
        and result.target.formula is not Formula.TEXT
    )


def _supplied(result: Result) -> bool:
    return result.target.formula is Formula.SUPPLIED and not result.missing


def _shares(parts: tuple[Part, ...], labels: Labels) -> str:
    said = [
        labels["part"].format(
            label=labels[f"part_{part.code}"],
            numerator=format_decimal(part.numerator or Decimal(0)),
            denominator=format_decimal(part.denominator or Decimal(0)),
            value=format_percent(part.value),
        )
        for part in parts
        if part.value is not None
    ]
    return f"{'; '.join(said)}." if said else ""


def chart(facts: Facts, labels: Labels) -> Chart:
    """Return the targets as bars against their lines."""
    return Chart(
        code="targets",
        title=labels["chart_targets"],
        kind=ChartKind.TARGETS,
        unit="%",
        bars=tuple(
            bar(one, labels)
            for one in facts.results
            if one.target.direction is not Direction.TEXT
        ),
    )


def bar(result: Result, labels: Labels) -> Bar:
    """Return one target's bar, its value written at its end."""
    target, measured = result.target, result.headline
    planned = target.direction is Direction.COUNT
    value = measured.value
    said = reached(measured, target.unit, labels)
    word = labels[f"verdict_{measured.verdict}"]
    return Bar(
        label=target.label,
        value=value,
        target=_ALL if planned and value is not None else target.value,
        upper=target.upper,
        text=said if said == word else f"{said} - {word}",
    )
