"""Doubts about targets: more than all of them, far beyond the plan, or not to tell."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from desktop.records.figure import Figure, Source
from desktop.records.finding import Check, Finding, Severity, Where
from desktop.records.identity import Code
from desktop.records.register import Register
from desktop.records.report import FigureKey
from desktop.records.result import Measured, Result, Verdict
from desktop.records.target import Basis, Direction, Formula, Supplied, Target
from desktop.rules.figure_registers import register_of
from desktop.rules.findings.ordering import WHOLE, share
from desktop.rules.numbers import format_decimal, format_percent

FAR = Decimal(150)
"""Percent of what was planned above which a result wants a word (idea: > 150 %)."""

TABLE = "targets"
"""Code of the table of targets."""

_UNDECIDED = frozenset({"plan_number", "scope"})
"""What only the plan's owner can decide; that a year asks for nothing is no gap."""
_NO_GAP = "nothing_planned"

_COUNTED_ON = frozenset({Formula.FIGURE, Formula.RATIO, Formula.PRODUCT_SHARE})
"""Formulas of which a value far above the line says something."""


def from_results(
    results: Iterable[Result],
    figures: Mapping[Code, Figure],
    registers: tuple[Register, ...],
) -> Iterator[Finding]:
    """Yield what is wrong or doubtful about the results of targets.

    Args:
        results: Of every target.
        figures: By code, to tell where a missing number is entered.
        registers: In the order shown.
    """
    for one in results:
        yield from _above(one)
        yield from _far(one)
        if _lacks(one):
            yield _missing(one, _register(one, figures, registers))


def impossible(target: Target) -> bool:
    """Tell whether a numerator above its denominator cannot be for a target.

    People counted once are not more than there are, and what is detected of all
    items not more than the items. Of two figures (`ratio`), or of what was handled
    and what was detected, the one may be of other days than the other.
    """
    of_all = target.supplied is Supplied.DETECTED_OF_ALL
    return target.formula is Formula.TRAINED or (
        target.formula is Formula.SUPPLIED and of_all
    )


def _above(result: Result) -> Iterator[Finding]:
    """Yield a numerator above its denominator, in the period or in all years."""
    if "numerator_above_denominator" not in result.doubts:
        return
    stretch, told = next(
        (
            (stretch, one)
            for stretch, one in (
                ("period", result.period),
                ("cumulative", result.cumulative),
            )
            if _is_above(one)
        ),
        ("period", result.headline),
    )
    top = told.numerator or Decimal(0)
    bottom = told.denominator or Decimal(0)
    sure = impossible(result.target)
    yield Finding(
        key=f"{Check.ABOVE_DENOMINATOR}:{result.target.goal}",
        code=Check.ABOVE_DENOMINATOR,
        detail="people" if result.target.formula is Formula.TRAINED else "numbers",
        severity=Severity.ERROR if sure else Severity.DOUBT,
        subject=result.target.label,
        facts=(format_decimal(top), format_decimal(bottom)),
        effect=WHOLE if sure else share(top - bottom, top),
        moved=top - bottom,
        unit=_unit(result.target),
        where=Where(place="overview", table="targets", record=result.target.id),
        at=_at(result, f"{stretch}_numerator"),
    )


def _is_above(one: Measured) -> bool:
    top, bottom = one.numerator, one.denominator
    return top is not None and bool(bottom) and top > (bottom or 0)


def _unit(target: Target) -> str:
    return "người" if target.formula is Formula.TRAINED else ""


def _far(result: Result) -> Iterator[Finding]:
    """Yield a target passed by more than 150 % of its line."""
    target, told = result.target, result.headline
    line = _line(target)
    if line is None or told.value is None or not told.numerator:
        return
    reached = share_of_line(told.value, line)
    if reached <= FAR:
        return
    whole = told.numerator
    yield Finding(
        key=f"{Check.FAR_PASSED}:{target.goal}",
        code=Check.FAR_PASSED,
        subject=target.label,
        facts=(
            format_percent(reached),
            format_decimal(whole),
            "" if told.denominator is None else format_decimal(told.denominator),
        ),
        effect=share(reached - WHOLE, reached),
        moved=whole - (whole * WHOLE / reached).quantize(Decimal(1)),
        unit=target.unit if target.formula is Formula.FIGURE else "",
        where=Where(place="overview", table="targets", record=target.id),
        at=_at(result, f"{_stretch(result)}_value"),
    )


def _stretch(result: Result) -> str:
    """Return over which days the verdict rests, as the columns are called."""
    return "cumulative" if result.target.basis is Basis.CUMULATIVE else "period"


def _line(target: Target) -> Decimal | None:
    """Return the percent a target asks for; None where more is nothing odd."""
    if target.formula not in _COUNTED_ON:
        return None
    match target.direction:
        case Direction.COUNT:
            return WHOLE
        case Direction.AT_LEAST:
            return target.value or WHOLE
        case Direction.RANGE:
            return target.upper or target.value
        case _:
            return None


def share_of_line(value: Decimal, line: Decimal) -> Decimal:
    """Return what was reached in percent of what was asked, one decimal."""
    return (value * WHOLE / line).quantize(Decimal("0.1"))


def _lacks(result: Result) -> bool:
    """Tell whether nobody can judge a target, for want of a number."""
    unknown = result.headline.verdict is Verdict.UNKNOWN
    return unknown and result.missing not in {"", _NO_GAP}


def _missing(result: Result, register: str) -> Finding:
    undecided = result.missing in _UNDECIDED
    code = Check.TARGET_UNDECIDED if undecided else Check.FIGURE_MISSING
    where = (
        Where(place="activities", record=register)
        if register
        else Where(
            place="plan", table="targets", record=result.target.id, field=result.missing
        )
    )
    return Finding(
        key=f"{code}:{result.target.goal}",
        code=code,
        detail=result.missing,
        subject=result.target.label,
        effect=WHOLE,
        where=where,
        at=_at(result, ""),
    )


_SOURCES = {
    "headcount": Source.HEADCOUNT,
    "products": Source.PRODUCT,
    "supplied": Source.TALLY,
}
"""Kind of record that is missing, where it is the same for every target."""


def _register(
    result: Result, figures: Mapping[Code, Figure], registers: tuple[Register, ...]
) -> str:
    """Return the register in which what is missing is entered; blank for the plan."""
    if result.missing in _UNDECIDED:
        return ""
    source = _SOURCES.get(result.missing)
    target = result.target
    code = target.divisor if result.missing == "divisor" else target.figure
    figure = figures.get(code) if code else None
    if source is None and figure is not None:
        found = register_of(figure, registers)
    else:
        found = next((one for one in registers if one.source is source), None)
    return found.code if found else ""


def _at(result: Result, column: str) -> FigureKey:
    return FigureKey(table=TABLE, row=str(result.target.goal), column=column)
