"""`trace`: tell what a figure of a report is made of, down to the cell it came from."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.files import catalogue
from desktop.operations.entries.source_of import source_of
from desktop.operations.issuing.ready_report import ready_report, with_kept_texts
from desktop.operations.reports.draft_report import Request
from desktop.operations.reports.read_report import read_issued, read_report
from desktop.progress import Progress
from desktop.records.report import Addend, Report, Row, Trace
from desktop.rules.numbers import format_decimal
from desktop.rules.reports.kinds import DEFAULT_KIND
from desktop.rules.tracing.origin import Origin
from desktop.store.store import Store
from desktop.wording.origins import origin_lines
from desktop.wording.periods import period_phrase

_UNKNOWN = "Không có số nào mang mã “{code}” trong báo cáo; bỏ mã để xem mọi mã."
_NAMES = ("title", "name")


@click.command(
    short_help="Kể một con số gồm những gì.",
    options_metavar="[TÙY CHỌN]",
    help="Kể một con số của báo cáo gồm những mục nào, theo mã in cạnh số; không nêu "
    "mã thì kể mọi mã. Báo cáo được lập lại từ sổ, hoặc lấy bản đã ban hành.",
)
@options.office
@click.argument("code", metavar="[MÃ]", default="")
@options.period
@click.option("--kind", default=DEFAULT_KIND, metavar="LOẠI", help="Loại báo cáo.")
@click.option("--report", "issued", default="", metavar="MÃ", help="Bản đã ban hành.")
@click.option("--source", is_flag=True, help="Kể cả tệp, trang tính và ô của mỗi mục.")
@options.as_json
def verb(
    office: Path,
    code: str,
    period_text: str,
    kind: str,
    issued: str,
    source: bool,
    as_json: bool,
) -> int:
    """Print one trace with its addends, or the codes there are."""
    period = options.parse_period(period_text)
    request = Request(period=period, period_words=period_phrase(period), kind=kind)
    with Store(office, writable=False) as store:
        report = _report(store, request, issued, answers.teller(quiet=as_json))
        if not code:
            return answers.give(_codes(report), as_json=as_json)
        answer = _answer(store, report, _named(report, code), source=source)
    return answers.give(answer, as_json=as_json)


def _report(store: Store, request: Request, issued: str, progress: Progress) -> Report:
    if issued:
        return read_report(store, read_issued(store, issued))
    return ready_report(store, with_kept_texts(store, request), progress)


def _named(report: Report, code: str) -> Trace:
    wanted = code.strip().casefold()
    for one in report.traces:
        if one.code.casefold() == wanted:
            return one
    raise click.UsageError(_UNKNOWN.format(code=code))


def _codes(report: Report) -> answers.Answer:
    return answers.Answer(
        lines=tuple(
            f"{one.code}\t{format_decimal(one.value, 2)}\t{one.label}"
            for one in report.traces
        ),
        data={
            "codes": [
                {"code": one.code, "value": one.value, "label": one.label}
                for one in report.traces
            ]
        },
    )


def _answer(
    store: Store, report: Report, trace: Trace, *, source: bool
) -> answers.Answer:
    told = [_told(store, report, one, source=source) for one in trace.addends]
    return answers.Answer(
        lines=(
            f"{trace.code}: {format_decimal(trace.value, 2)}",
            trace.label,
            trace.how,
            *(line for one in told for line in _lines(one)),
        ),
        data={
            "code": trace.code,
            "value": trace.value,
            "label": trace.label,
            "how": trace.how,
            "addends": told,
        },
    )


def _told(store: Store, report: Report, one: Addend, *, source: bool) -> dict[str, Any]:
    row = _row(report, one)
    what = ""
    if one.code:
        what = next((t.label for t in report.traces if t.code == one.code), "")
    elif row is not None:
        what = _name(report, one, row)
    origin = source_of(store, row.record) if source and row is not None else None
    return {
        "amount": one.amount,
        "code": one.code,
        "record": "" if row is None else row.record,
        "table": one.table,
        "row": one.row,
        "what": what,
        "note": one.text,
        "sources": [] if origin is None else _sources(origin),
        "origin": [] if origin is None else list(origin_lines(origin, _labels())),
    }


def _row(report: Report, one: Addend) -> Row | None:
    table = next((each for each in report.data if each.code == one.table), None)
    if table is None or not 0 < one.row <= len(table.rows):
        return None
    return table.rows[one.row - 1]


def _name(report: Report, one: Addend, row: Row) -> str:
    table = next(each for each in report.data if each.code == one.table)
    named = (
        str(value)
        for column, value in zip(table.columns, row.values, strict=True)
        if column.key in _NAMES and value
    )
    return f"{table.title}, dòng {one.row}: {next(named, row.record)}"


def _sources(origin: Origin) -> list[dict[str, Any]]:
    return [
        {
            "file": one.file_name,
            "sha256": one.sha256,
            "sheet": one.sheet,
            "row": one.row,
            "cells": {cell.field: cell.cell for cell in one.cells},
        }
        for one in origin.sources
    ]


def _labels() -> dict[str, str]:
    return {
        field.name: field.label
        for register in catalogue.load_registers()
        for field in register.fields
    }


def _lines(one: dict[str, Any]) -> Iterator[str]:
    number = format_decimal(one["amount"], 2)
    said = (one["code"], one["what"], one["note"])
    yield f"  {number:>12}  {'  '.join(text for text in said if text)}"
    for line in one["origin"]:
        yield f"{'':16}{line}"
