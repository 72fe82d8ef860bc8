"""The table of targets, the short one in the body and the whole one in the annex."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from desktop.records.report import Bar, Chart, ChartKind, Column, ColumnType, Row, Table
from desktop.records.result import Measured, Part, Result, Verdict
from desktop.records.target import Basis, Direction, Formula, Target
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal, format_percent
from desktop.rules.reports.facts import Facts
from desktop.rules.targets import set_by_plan

Labels = Mapping[str, str]

_ALL = Decimal(100)


def short_table(facts: Facts, labels: Labels) -> Table:
    """Return the table of targets for the body: what was asked, reached, and said."""
    return Table(
        code="targets_short",
        title=labels["targets_short_title"],
        sheet=labels["targets_short_sheet"],
        columns=(
            words("ordinal", labels["targets_ordinal"], 5),
            Column(key="label", heading=(labels["targets_text"],), weight=34),
            words("goal", _goal_heading(facts, labels), 16),
            words("period_value", labels["targets_period"], 15),
            words("cumulative_value", labels["targets_cumulative"], 15),
            words("verdict", labels["targets_verdict"], 15),
        ),
        rows=tuple(
            Row(
                key=one.target.goal,
                values=(
                    number,
                    one.target.label,
                    goal(one, labels),
                    reached(one.period, one.target, labels),
                    reached(one.cumulative, one.target, labels),
                    labels[f"verdict_{one.headline.verdict}"],
                ),
            )
            for number, one in enumerate(facts.results, start=1)
        ),
    )


def whole_table(facts: Facts, labels: Labels) -> Table:
    """Return table F: every target word for word, with all that was counted."""
    return Table(
        code="targets",
        title=labels["targets_title"],
        sheet=labels["targets_sheet"],
        columns=_columns(labels, _goal_heading(facts, labels)),
        rows=tuple(
            _row(number, one, facts, labels)
            for number, one in enumerate(facts.results, start=1)
        ),
        landscape=True,
    )


def words(key: str, heading: str, weight: int) -> Column:
    """Return a column of a word or two, which stand in its middle as figures do."""
    return Column(key=key, heading=(heading,), type=ColumnType.ORDINAL, weight=weight)


def _goal_heading(facts: Facts, labels: Labels) -> str:
    """Return the heading over the goals, with the last year a plan names, if any."""
    years = [one.target.year for one in facts.results if one.target.year]
    if not years:
        return labels["targets_goal_open"]
    return labels["targets_goal"].format(year=max(years))


def _columns(labels: Labels, goals: str) -> tuple[Column, ...]:
    return (
        words("ordinal", labels["targets_ordinal"], 5),
        Column(key="text", heading=(labels["targets_text"],), weight=42),
        words("unit", labels["targets_unit"], 8),
        words("goal", goals, 13),
        *_measured_columns("period", labels),
        *_measured_columns("cumulative", labels),
        Column(
            key="difference",
            heading=(labels["targets_difference"],),
            type=ColumnType.DECIMAL,
            weight=8,
        ),
        words("verdict", labels["targets_verdict"], 13),
        Column(key="note", heading=(labels["targets_note"],), weight=40),
    )


def _measured_columns(of: str, labels: Labels) -> tuple[Column, ...]:
    """Return the three numbers of the period, or of all years so far."""
    return tuple(
        Column(
            key=f"{of}_{key}",
            heading=(labels[f"targets_{of}"], labels[f"targets_{heading}"]),
            type=kind,
            weight=7,
        )
        for key, heading, kind in (
            ("numerator", "numerator", ColumnType.INTEGER),
            ("denominator", "denominator", ColumnType.INTEGER),
            ("value", "percent", ColumnType.PERCENT),
        )
    )


def _row(number: int, result: Result, facts: Facts, labels: Labels) -> Row:
    target = result.target
    return Row(
        key=target.goal,
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
        ),
    )


def _measured(measured: Measured) -> tuple[Decimal | None, ...]:
    return measured.numerator, measured.denominator, measured.value


def goal(result: Result, labels: Labels) -> str:
    """Return what a target asks for, in words."""
    target = result.target
    if target.formula is Formula.MILESTONE:
        return labels["goal_milestone"]
    said = _goal(target, result.headline.denominator, labels)
    if not target.tolerance or target.direction is Direction.TEXT:
        return said
    missed = amount(target.tolerance, target.unit)
    return labels["goal_tolerance"].format(goal=said, tolerance=missed)


def _goal(target: Target, planned: Decimal | None, labels: Labels) -> str:
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


def amount(value: Decimal, unit: str) -> str:
    """Return a number with its unit, a percent without a space."""
    if unit == "%":
        return format_percent(value)
    return f"{format_decimal(value)} {unit}".strip()


def reached(measured: Measured, target: Target, labels: Labels) -> str:
    """Return what was reached: a percent, a bare count, or that data are missing."""
    nothing = "" if measured.verdict is Verdict.TEXT else labels["verdict_unknown"]
    if measured.numerator is None:
        return nothing
    if target.formula is Formula.MILESTONE:
        return labels["reached" if measured.numerator else "not_reached"]
    if measured.value is not None:
        return format_percent(measured.value)
    return nothing if target.unit == "%" else amount(measured.numerator, target.unit)


def difference(result: Result) -> Decimal | None:
    """Return how far the value lies from the nearest point of what was asked."""
    target, value = result.target, result.headline.value
    in_words = target.direction is Direction.TEXT
    if value is None or in_words or target.formula is Formula.MILESTONE:
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
        *_parts(result.parts, labels),
        labels["note_overlap"] if target.formula is Formula.PRODUCT_SHARE else "",
        *(labels[f"doubt_{doubt}"] for doubt in result.doubts),
        _estimate(result, labels),
        version(target, labels),
    ]
    return tuple(note for note in said if note)


def _judged_in_all(result: Result) -> bool:
    return (
        result.target.basis is Basis.CUMULATIVE
        and result.target.formula is not Formula.TEXT
    )


def _supplied(result: Result) -> bool:
    return result.target.formula is Formula.SUPPLIED and not result.missing


def _estimate(result: Result, labels: Labels) -> str:
    if result.estimate is None:
        return ""
    value = amount(result.estimate, result.target.unit)
    return labels["note_estimate"].format(value=value)


def version(target: Target, labels: Labels) -> str:
    """Return which version of a target counts; blank when it is the plan's own."""
    if set_by_plan(target):
        return ""
    days = (
        labels[key].format(date=format_date(day))
        for key, day in (
            ("note_version_from", target.valid_from),
            ("note_version_to", target.valid_to),
        )
        if day
    )
    source = (
        labels["note_version"].format(decision=target.decision)
        if target.decision
        else labels["note_version_undecided"]
    )
    return f"{' '.join((source, *days))}."


def _parts(parts: tuple[Part, ...], labels: Labels) -> tuple[str, ...]:
    """Return part-shares in one sentence, then the document, then what is inherited."""
    shares = [one for one in parts if one.code not in _ALONE]
    alone = (_alone(one, labels) for one in parts if one.code in _ALONE)
    return (_shares(shares, labels), *alone)


_ALONE = ("inherited", "reached")
"""Parts that are told in a sentence of their own."""


def _alone(part: Part, labels: Labels) -> str:
    if part.code == "reached":
        day = "" if part.day is None else format_date(part.day)
        label = "part_reached" if part.text else "part_reached_bare"
        return labels[label].format(document=part.text, date=day)
    number = format_decimal(part.numerator or Decimal(0))
    if part.denominator is None:
        return labels["part_inherited"].format(value=number)
    whole = format_decimal(part.denominator)
    return labels["part_inherited"].format(value=f"{number}/{whole}")


def _shares(parts: Iterable[Part], labels: Labels) -> str:
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
    # The first of those there are begins the sentence, whichever it is.
    told = "; ".join(said)
    return f"{told[0].upper()}{told[1:]}." if said else ""


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
    whole = Formula.MILESTONE is target.formula or target.direction is Direction.COUNT
    value = measured.value
    said = reached(measured, target, labels)
    word = labels[f"verdict_{measured.verdict}"]
    return Bar(
        label=target.label,
        value=value,
        target=_ALL if whole and value is not None else target.value,
        upper=target.upper,
        text=said if said == word else f"{said} - {word}",
    )
