"""`results`: compute every target of the plan."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.files import catalogue
from desktop.operations.figures.compute_results import (
    compute_results,
    refuse_outside_plan,
)
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.identity import PlanId
from desktop.records.result import Measured, Part, Result, Verdict, YearResult
from desktop.records.target import Formula, Target
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal, format_percent
from desktop.rules.targets import set_by_plan
from desktop.store import records
from desktop.store.store import Store
from desktop.wording.labels import verdict_label
from desktop.wording.missing import Known, Missing, missing_of
from desktop.wording.parts import doubt_sentence


@click.command(
    short_help="Tính kết quả từng chỉ tiêu.",
    options_metavar="[TÙY CHỌN]",
    help="Tính kết quả từng chỉ tiêu trong kỳ và lũy kế.",
)
@options.office
@options.period
@click.option(
    "--plan",
    metavar="ID",
    default=None,
    help="Mã kế hoạch khác có trong sổ; bỏ trống: kế hoạch đang chọn.",
)
@click.option("--by-year", is_flag=True, help="Tính thêm từng năm của kế hoạch.")
@options.as_json
def verb(
    office: Path, period_text: str, plan: str | None, by_year: bool, as_json: bool
) -> int:
    """Print each target with its figures and verdict."""
    period = options.parse_period(period_text)
    chosen = None if plan is None else PlanId(plan)
    with Store(office, writable=False) as store:
        refuse_outside_plan(store, period, chosen)
        results = compute_results(
            store, period, answers.teller(quiet=True), plan=chosen, by_year=by_year
        )
        known = known_names(store)
    answer = answers.Answer(
        lines=(*lines(results), *notes(results), *year_lines(results)),
        data={
            "office": office,
            "period": {
                "code": period.code,
                "first_day": period.first_day,
                "last_day": period.last_day,
                "closing_day": period.closing_day,
            },
            "targets": [target_data(one, known) for one in results],
        },
    )
    return answers.give(answer, as_json=as_json)


def known_names(store: Store) -> Known:
    """Return what an office's groups, agencies and registers are called."""
    db = store.reader
    groups = records.find(db, CatalogueItem, where={"catalogue": "staff_group"})
    group_names = {one.code: one.name for one in groups}
    agency_names = {one.id: one.name for one in records.find(db, Agency)}
    return Known(
        registers=catalogue.load_registers(),
        figures=catalogue.load_figures(),
        group_name=lambda code: group_names.get(code, ""),
        agency_name=lambda agency: agency_names.get(agency, ""),
    )


def target_data(result: Result, known: Known) -> dict[str, Any]:
    """Return one target for a program."""
    target = result.target
    return {
        "code": target.code,
        "text": target.text,
        "unit": target.unit,
        "direction": str(target.direction),
        "target": answers.number(target.value),
        "upper": answers.number(target.upper),
        "basis": str(target.basis),
        "version": {
            "id": target.id,
            "decision": target.decision,
            "valid_from": target.valid_from,
            "valid_to": target.valid_to,
        },
        "verdict": str(result.headline.verdict),
        "period": _measured(result.period),
        "cumulative": _measured(result.cumulative),
        "years": [_year(one) for one in result.years],
        "estimate": answers.number(result.estimate),
        "inherited": result.inherited,
        "parts": [_part(part) for part in result.parts],
        "denominator_date": result.denominator_date,
        "missing": result.missing,
        "missing_what": _missing(missing_of(result, known)),
        "doubts": list(result.doubts),
    }


def _year(one: YearResult) -> dict[str, Any]:
    return {
        "year": one.year,
        **_measured(one.measured),
        "planned": answers.number(one.planned),
        "inherited": one.inherited,
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "code": part.code,
        "numerator": answers.number(part.numerator),
        "denominator": answers.number(part.denominator),
        "value": answers.number(part.value),
        "text": part.text,
        "day": part.day,
    }


def _missing(one: Missing | None) -> dict[str, Any] | None:
    if one is None:
        return None
    register = "" if one.register is None else one.register.code
    return {"sentence": one.sentence, "where": one.where, "register": register}


def _measured(measured: Measured) -> dict[str, Any]:
    return {
        "numerator": answers.number(measured.numerator),
        "denominator": answers.number(measured.denominator),
        "value": answers.number(measured.value),
        "verdict": str(measured.verdict),
    }


def lines(results: tuple[Result, ...]) -> list[str]:
    """Return the targets as a table of plain text."""
    rows = [("Mã", "Trong kỳ", "Lũy kế", "Đánh giá", "Chỉ tiêu")]
    rows += [
        (
            one.target.code,
            _said(one.period, one.target),
            _said(one.cumulative, one.target),
            verdict_label(one.headline.verdict),
            one.target.label,
        )
        for one in results
    ]
    return _table(rows)


def year_lines(results: tuple[Result, ...]) -> list[str]:
    """Return what each target reached year by year; none when nobody asked for it."""
    years = sorted({one.year for result in results for one in result.years})
    if not years:
        return []
    rows = [("Mã", *(f"Năm {year}" for year in years))]
    for result in results:
        said = {one.year: _said(one.measured, result.target) for one in result.years}
        rows.append((result.target.code, *(said.get(year, "–") for year in years)))
    return ["", *_table(rows)]


def notes(results: tuple[Result, ...]) -> list[str]:
    """Return which version of a target holds, and what is not its own or doubtful."""
    return [f"{one.target.code}: {said}" for one in results for said in _notes_of(one)]


def _notes_of(result: Result) -> Iterator[str]:
    target = result.target
    if not set_by_plan(target):
        since = (
            f" từ ngày {format_date(target.valid_from)}" if target.valid_from else ""
        )
        by = f"theo {target.decision}" if target.decision else "đã điều chỉnh"
        yield f"chỉ tiêu {by}{since}."
    if result.inherited:
        yield "số lũy kế có số liệu kế thừa của cơ quan trước."
    if result.estimate is not None:
        value = f"{format_decimal(result.estimate)} {target.unit}".rstrip()
        yield f"ước thực hiện cả năm {value} (không tính vào kết quả)."
    yield from (doubt_sentence(one) for one in result.doubts)


def _table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Lay rows out in columns of one width each."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


_BARE = (Formula.FIGURE, Formula.GROWTH)
"""Formulas whose number says something without another it is taken of."""


def _said(measured: Measured, target: Target) -> str:
    if measured.numerator is None:
        return "–"
    if target.formula is Formula.MILESTONE:
        return "đã đạt" if measured.numerator else "chưa đạt"
    of = "" if measured.denominator is None else format_decimal(measured.denominator)
    part = format_decimal(measured.numerator)
    if not of and measured.verdict is Verdict.TEXT and target.formula in _BARE:
        return part
    if measured.value is None:
        return f"{part}/{of or '?'}"
    if target.formula is Formula.GROWTH:
        sign = "+" if measured.value > 0 else ""
        return f"{part} so với {of}: {sign}{format_percent(measured.value)}"
    return f"{part}/{of} = {format_percent(measured.value)}"
