"""`results`: compute every target of the plan."""

from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.operations.compute_results import compute_results, refuse_outside_plan
from desktop.records.result import Measured, Result
from desktop.rules.numbers import format_decimal, format_percent
from desktop.store.store import Store
from desktop.wording.labels import verdict_label


@click.command(
    short_help="Tính kết quả từng chỉ tiêu.",
    options_metavar="[TÙY CHỌN]",
    help="Tính kết quả từng chỉ tiêu trong kỳ và lũy kế.",
)
@options.office
@options.period
@options.as_json
def verb(office: Path, period_text: str, as_json: bool) -> int:
    """Print each target with its figures and verdict."""
    period = options.parse_period(period_text)
    with Store(office, writable=False) as store:
        refuse_outside_plan(store, period)
        results = compute_results(store, period, answers.teller(quiet=True))
    answer = answers.Answer(
        lines=tuple(lines(results)),
        data={
            "office": office,
            "period": {
                "code": period.code,
                "first_day": period.first_day,
                "last_day": period.last_day,
                "closing_day": period.closing_day,
            },
            "targets": [target_data(one) for one in results],
        },
    )
    return answers.give(answer, as_json=as_json)


def target_data(result: Result) -> dict[str, Any]:
    """Return one target for a program."""
    target = result.target
    headline = result.headline
    return {
        "code": target.code,
        "text": target.text,
        "unit": target.unit,
        "direction": str(target.direction),
        "target": answers.number(target.value),
        "upper": answers.number(target.upper),
        "basis": str(target.basis),
        "verdict": str(headline.verdict),
        "period": _measured(result.period),
        "cumulative": _measured(result.cumulative),
        "parts": [
            {
                "code": part.code,
                "numerator": answers.number(part.numerator),
                "denominator": answers.number(part.denominator),
                "value": answers.number(part.value),
            }
            for part in result.parts
        ],
        "denominator_date": result.denominator_date,
        "missing": result.missing,
        "doubts": list(result.doubts),
    }


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
            _said(one.period),
            _said(one.cumulative),
            verdict_label(one.headline.verdict),
            one.target.label,
        )
        for one in results
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _said(measured: Measured) -> str:
    if measured.numerator is None:
        return "–"
    of = "" if measured.denominator is None else format_decimal(measured.denominator)
    part = format_decimal(measured.numerator)
    if measured.value is None:
        return f"{part}/{of or '?'}"
    return f"{part}/{of} = {format_percent(measured.value)}"
