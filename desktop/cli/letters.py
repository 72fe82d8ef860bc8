"""`letters`: reminders to late units, letters and submissions that go with a report."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.cli.agency_options import read_day
from desktop.operations.letters.draft_letter import (
    REMINDER,
    LetterRequest,
    draft_letter,
    late_units,
)
from desktop.operations.letters.write_letter import write_letter
from desktop.operations.reports.read_report import (
    export_folder,
    read_issued,
    read_report,
)
from desktop.records.identity import AgencyId
from desktop.rules.dates import format_date
from desktop.store.store import Store
from desktop.wording.periods import period_phrase

_TAKES = "[TÙY CHỌN]"


@click.group(
    short_help="Công văn đôn đốc; công văn, tờ trình kèm báo cáo.",
    options_metavar=_TAKES,
    subcommand_metavar="LỆNH [THAM SỐ]...",
    help="Lập công văn đôn đốc đơn vị chưa có số liệu, công văn gửi kèm báo cáo và tờ "
    "trình, thành tệp PDF để ký và tệp Word để sửa.",
)
def verb() -> None:
    """Hold the verbs about letters."""


def _day(flag: str, name: str, words: str) -> Callable[..., Any]:
    return click.option(
        flag, name, default="", metavar="NGÀY", callback=read_day, help=words
    )


def _paper(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every letter takes."""
    for option in reversed(
        (
            options.office,
            options.period,
            click.option("--number", default="", metavar="SỐ", help="Số văn bản."),
            _day("--date", "dated", "Ngày văn bản; có thể để trống."),
            options.folder,
            options.as_json,
        )
    ):
        command = option(command)
    return command


@verb.command(
    "reminder",
    short_help="Công văn đôn đốc đơn vị chưa có số liệu.",
    options_metavar=_TAKES,
    help="Lập công văn đôn đốc các đơn vị phải báo cáo mà chưa có số liệu trong kỳ.",
)
@_paper
@_day("--reply", "reply", "Ngày đề nghị trả lời; có thể để trống.")
@click.option(
    "--unit",
    "units",
    multiple=True,
    metavar="ID",
    help="Chỉ đôn đốc đơn vị này; lặp lại được. Bỏ trống: mọi đơn vị chưa có số liệu.",
)
@click.option("--list", "only_list", is_flag=True, help="Chỉ liệt kê, không lập tệp.")
def reminder(
    office: Path,
    period_text: str,
    units: tuple[str, ...],
    reply: dt.date | None,
    only_list: bool,
    as_json: bool,
    **paper: Any,  # noqa: ANN401  number, date and folder, as the others take
) -> int:
    """Write to the units that are late, or only name them."""
    ask = partial(
        _request,
        REMINDER,
        period_text,
        paper,
        reply=reply,
        units=tuple(AgencyId(one) for one in units),
    )
    if not only_list:
        return _write(office, lambda _: ask(), paper["folder"], as_json=as_json)
    with Store(office) as store:
        late = late_units(store, ask())
    return answers.give(
        answers.Answer(
            lines=tuple(
                f"{one.agency}: {one.name}"
                + (f" (hạn {format_date(one.due)})" if one.due else "")
                for one in late
            ),
            data={
                "late": [
                    {"id": one.agency, "name": one.name, "due": one.due} for one in late
                ]
            },
        ),
        as_json=as_json,
    )


@verb.command(
    "cover",
    short_help="Công văn gửi kèm báo cáo đã ban hành.",
    options_metavar=_TAKES,
    help="Lập công văn gửi kèm báo cáo đã ban hành của kỳ.",
)
@_paper
@options.report
def cover(**given: Any) -> int:  # noqa: ANN401  as below
    """Write the letter that goes with a report."""
    return _with_report("letter-cover", **given)


@verb.command(
    "submission",
    short_help="Tờ trình kèm báo cáo đã ban hành.",
    options_metavar=_TAKES,
    help="Lập tờ trình cấp có thẩm quyền xem xét báo cáo của kỳ.",
)
@_paper
@options.report
def submission(**given: Any) -> int:  # noqa: ANN401  as below
    """Write the submission by which a report is put before whoever decides."""
    return _with_report("submission", **given)


def _with_report(
    kind: str,
    *,
    office: Path,
    period_text: str,
    report_id: str,
    as_json: bool,
    **paper: Any,  # noqa: ANN401  number, date and folder
) -> int:
    def request(store: Store) -> LetterRequest:
        about = None
        if report_id:
            about = read_report(store, read_issued(store, report_id))
        return _request(kind, period_text, paper, about=about)

    return _write(office, request, paper["folder"], as_json=as_json)


def _request(
    kind: str,
    period_text: str,
    paper: dict[str, Any],
    **more: Any,  # noqa: ANN401  fields of a request
) -> LetterRequest:
    period = options.parse_period(period_text)
    return LetterRequest(
        kind=kind,
        period=period,
        period_words=period_phrase(period),
        number=paper["number"],
        dated=paper["dated"],
        **more,
    )


def _write(
    office: Path,
    request: Callable[[Store], LetterRequest],
    folder: Path | None,
    *,
    as_json: bool,
) -> int:
    progress = answers.teller(quiet=as_json)
    with Store(office, progress=progress) as store:
        letter = draft_letter(store, request(store), progress)
        files = write_letter(letter, folder or export_folder(store), progress)
    head = letter.letterhead
    answer = answers.Answer(
        lines=(
            f"Đã lập: {head.document_type.capitalize() or 'Công văn'} {head.subject}",
            f"Kính gửi: {'; '.join(head.addressees)}",
            f"PDF:  {files.pdf}",
            f"Word: {files.word}",
        ),
        data={
            "kind": letter.kind,
            "subject": head.subject,
            "addressees": head.addressees,
            "pdf": files.pdf,
            "word": files.word,
        },
    )
    return answers.give(answer, as_json=as_json)
