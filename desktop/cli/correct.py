"""`correct`: issue a slip with what changed since a report was issued."""

import datetime as dt
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.cli.agency_options import read_day
from desktop.cli.export import file_data, file_lines
from desktop.operations.issuing.correct_report import (
    CorrectionRequest,
    correct_report,
    draft_correction,
)
from desktop.operations.issuing.export_report import export_report
from desktop.operations.reports.read_report import (
    export_folder,
    make_folder,
    read_frozen,
)
from desktop.records.report import FigureChange, Report
from desktop.store.store import Store
from desktop.wording.figure_changes import change_line


@click.command(
    short_help="Lập bản điều chỉnh số liệu.",
    options_metavar="[TÙY CHỌN]",
    help="Lập bản điều chỉnh của một báo cáo đã ban hành từ số liệu hiện nay: số cũ, "
    "số mới, lý do, ảnh hưởng. Báo cáo đã ban hành được giữ nguyên.",
)
@options.office
@options.report
@click.option(
    "--reason",
    default="",
    metavar="LÝ DO",
    help="Lý do chung của các số thay đổi; bắt buộc khi lập.",
)
@click.option("--preview", is_flag=True, help="Chỉ xem các số thay đổi, chưa lập.")
@click.option(
    "--new-targets",
    is_flag=True,
    help="Tính cả chỉ tiêu đã đặt lại từ khi báo cáo.",
)
@click.option("--number", default="", metavar="SỐ", help="Số văn bản; có thể để trống.")
@click.option(
    "--date",
    "dated",
    metavar="NGÀY",
    default="",
    callback=read_day,
    help="Ngày văn bản; có thể để trống.",
)
@options.folder
@options.as_json
def verb(
    office: Path,
    report_id: str,
    reason: str,
    preview: bool,
    new_targets: bool,
    number: str,
    dated: dt.date | None,
    folder: Path | None,
    as_json: bool,
) -> int:
    """Show what changed, or issue the slip and write its files."""
    request = CorrectionRequest(
        report=report_id,
        reason=reason,
        number=number,
        dated=dated,
        new_targets=new_targets,
    )
    with Store(office, writable=not preview) as store:
        if preview:
            answer = _previewed(draft_correction(store, request))
        else:
            answer = _issued(store, request, folder, quiet=as_json)
    return answers.give(answer, as_json=as_json)


def _previewed(slip: Report) -> answers.Answer:
    return answers.Answer(
        lines=tuple(map(change_line, slip.changes)),
        data={
            "corrects": slip.corrects,
            "slip": slip.slip,
            "changes": [change_data(one) for one in slip.changes],
        },
    )


def _issued(
    store: Store, request: CorrectionRequest, folder: Path | None, *, quiet: bool
) -> answers.Answer:
    progress = answers.teller(quiet=quiet)
    place = folder or export_folder(store)
    make_folder(place)  # first: nothing is issued that could not be written down
    slip = correct_report(store, request, progress).value
    changes = read_frozen(store, slip).changes
    exported = export_report(store, slip.id, place, progress).value
    return answers.Answer(
        lines=(
            f"Đã lập Bản điều chỉnh số {slip.slip}: {slip.id}",
            *map(change_line, changes),
            *file_lines(exported),
        ),
        data={
            "report": slip.id,
            "corrects": slip.corrects,
            "slip": slip.slip,
            "sha256": slip.content_sha256,
            "changes": [change_data(one) for one in changes],
            **file_data(exported),
        },
    )


def change_data(change: FigureChange) -> dict[str, Any]:
    """Return one changed figure for a program."""
    return {
        "table": change.at.table,
        "row": change.at.row,
        "column": change.at.column,
        "label": change.label,
        "old": change.old,
        "new": change.new,
        "reason": change.reason,
        "total": change.total,
    }
