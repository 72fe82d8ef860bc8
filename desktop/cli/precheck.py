"""`precheck`: tell what a report would be sent back for, before it is signed."""

from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.operations.issuing.check_report import check_report
from desktop.operations.issuing.ready_report import with_kept_texts
from desktop.operations.reports.draft_report import Request
from desktop.operations.reports.explain_findings import explain
from desktop.records.finding import Finding
from desktop.rules.findings.ordering import shown
from desktop.rules.reports.kinds import DEFAULT_KIND
from desktop.store.store import Store
from desktop.wording.findings import (
    effect_words,
    finding_sentence,
    more_words,
    state_words,
    summary,
)
from desktop.wording.periods import period_phrase

_UNKNOWN = "Không có chỗ nào giải thích được mang khóa “{key}”."


@click.command(
    short_help="Soát báo cáo trước khi ký.",
    options_metavar="[TÙY CHỌN]",
    help="Soát báo cáo của kỳ trước khi ký: những chỗ nơi nhận sẽ trả lại, ảnh hưởng "
    "lớn nhất trước. Chỗ mâu thuẫn phải sửa mới ban hành được; chỗ khác có thể giải "
    "thích, lời giải thích in thành chú thích của báo cáo.",
)
@options.office
@options.period
@click.option("--kind", default=DEFAULT_KIND, metavar="LOẠI", help="Loại báo cáo.")
@click.option("--all", "whole", is_flag=True, help="Kể hết, không dừng ở 10 mục.")
@click.option(
    "--explain",
    "explanations",
    nargs=2,
    multiple=True,
    metavar="KHÓA LỜI",
    help="Giải thích một chỗ, theo khóa in bằng --json; lời trống là bỏ giải thích.",
)
@options.as_json
def verb(
    office: Path,
    period_text: str,
    kind: str,
    whole: bool,
    explanations: tuple[tuple[str, str], ...],
    as_json: bool,
) -> int:
    """Print every finding; exit with 1 while something contradicts itself."""
    period = options.parse_period(period_text)
    progress = answers.teller(quiet=True)
    with Store(office, writable=bool(explanations)) as store:
        bare = Request(period=period, period_words=period_phrase(period), kind=kind)
        request = with_kept_texts(store, bare)
        found = check_report(store, request, progress).value
        for key, text in explanations:
            explain(store, request, _named(found, key), text)
        if explanations:
            found = check_report(store, request, progress).value
    answer = answers.Answer(
        lines=(summary(found), *lines(found, whole=whole)),
        data={
            "office": office,
            "period": period.code,
            "kind": kind,
            "findings": [finding_data(one) for one in found],
        },
        good=not any(one.blocks for one in found),
    )
    return answers.give(answer, as_json=as_json)


def lines(findings: tuple[Finding, ...], *, whole: bool) -> list[str]:
    """Return the findings as lines of plain text."""
    few = shown(findings, whole=tuple({one.code for one in findings}) if whole else ())
    told = [_line(one) for one in few.findings]
    return [*told, *(f"  {more_words(code, many)}" for code, many in few.hidden)]


def finding_data(one: Finding) -> dict[str, Any]:
    """Return one finding for a program."""
    return {
        "key": one.key,
        "code": str(one.code),
        "case": one.detail,
        "severity": str(one.severity),
        "subject": one.subject,
        "facts": list(one.facts),
        "effect": answers.number(one.effect),
        "moved": answers.number(one.moved),
        "unit": one.unit,
        "sentence": finding_sentence(one),
        "where": {
            "place": one.where.place,
            "table": one.where.table,
            "record": one.where.record,
            "field": one.where.field,
        },
        "explainable": one.explainable,
        "explanation": one.explanation,
    }


def _line(one: Finding) -> str:
    effect = effect_words(one)
    said = f" – {one.explanation}" if one.explanation else ""
    told = f"{state_words(one)}: {finding_sentence(one)}{said}"
    return f"  {told} ({effect})" if effect else f"  {told}"


def _named(findings: tuple[Finding, ...], key: str) -> Finding:
    for one in findings:
        if one.key == key and one.explainable:
            return one
    raise click.UsageError(_UNKNOWN.format(key=key))
