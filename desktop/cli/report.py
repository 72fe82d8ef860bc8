"""`report`: compute, issue and export the report of a period."""

import datetime as dt
from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.cli.export import file_data, file_lines
from desktop.errors import Problem
from desktop.operations.issuing.export_report import Exported, export_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.issuing.ready_report import ready_report, with_kept_texts
from desktop.operations.reports.draft_report import Request
from desktop.operations.reports.read_report import export_folder, make_folder
from desktop.progress import Progress
from desktop.rules.dates import parse_date
from desktop.rules.reports.kinds import DEFAULT_KIND
from desktop.store.store import Store
from desktop.wording.periods import period_phrase
from desktop.wording.problems import sentence


def _day(
    _context: click.Context, _option: click.Parameter, text: str
) -> dt.date | None:
    if not text.strip():
        return None
    parsed = parse_date(text, today=dt.date.today())  # noqa: DTZ011  the person's day
    if parsed.value is None:
        problem = Problem("", f"date_{parsed.reason}", (text,))
        raise click.BadParameter(sentence(problem))
    return parsed.value


@click.command(
    short_help="Lập, ban hành báo cáo; xuất Excel, PDF.",
    options_metavar="[TÙY CHỌN]",
    help="Lập, ban hành báo cáo của kỳ và xuất Excel, PDF.",
)
@options.office
@options.period
@click.option("--kind", default=DEFAULT_KIND, metavar="LOẠI", help="Loại báo cáo.")
@click.option("--number", default="", metavar="SỐ", help="Số văn bản; có thể để trống.")
@click.option(
    "--date",
    "dated",
    metavar="NGÀY",
    default="",
    callback=_day,
    help="Ngày văn bản; có thể để trống.",
)
@options.folder
@options.word
@options.as_json
def verb(
    office: Path,
    period_text: str,
    kind: str,
    number: str,
    dated: dt.date | None,
    folder: Path | None,
    word: bool,
    as_json: bool,
) -> int:
    """Issue the report and write its files."""
    period = options.parse_period(period_text)
    request = Request(
        period=period,
        period_words=period_phrase(period),
        kind=kind,
        number=number,
        dated=dated,
    )
    progress = answers.teller(quiet=as_json)
    with Store(office, progress=progress) as store:
        place = folder or export_folder(store)
        exported = issue(store, request, place, progress, word=word)
    answer = answers.Answer(
        lines=(
            f"Đã ban hành báo cáo {exported.report.id}",
            *file_lines(exported),
        ),
        data={
            "report": exported.report.id,
            "version": exported.report.version,
            "sha256": exported.report.content_sha256,
            **file_data(exported),
        },
    )
    return answers.give(answer, as_json=as_json)


def issue(
    store: Store,
    request: Request,
    folder: Path,
    progress: Progress,
    *,
    word: bool = False,
) -> Exported:
    """Issue and export one report with the words left in its draft."""
    make_folder(folder)  # first: nothing is issued that could not be written down
    ready = ready_report(store, with_kept_texts(store, request), progress)
    issued = issue_report(store, ready, progress).value
    return export_report(store, issued.id, folder, progress, word=word).value
