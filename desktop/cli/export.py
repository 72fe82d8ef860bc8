"""`export`: write the files of an issued report once more."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.operations.export_report import export_report
from desktop.operations.read_report import export_folder, read_issued
from desktop.store.store import Store


@click.command(
    short_help="Xuất lại Excel, PDF của báo cáo đã ban hành.",
    options_metavar="[TÙY CHỌN]",
    help="Xuất lại Excel và PDF của báo cáo đã ban hành, chưa có chữ ký.",
)
@options.office
@options.report
@options.folder
@options.as_json
def verb(office: Path, report_id: str, folder: Path | None, as_json: bool) -> int:
    """Write both files from what was issued; nothing is computed again."""
    progress = answers.teller(quiet=as_json)
    with Store(office, progress=progress) as store:
        issued = read_issued(store, report_id)
        place = folder or export_folder(store)
        exported = export_report(store, issued.id, place, progress).value
    answer = answers.Answer(
        lines=(f"Excel: {exported.workbook}", f"PDF:   {exported.pdf}"),
        data={
            "report": exported.report.id,
            "version": exported.report.version,
            "pdf": exported.pdf,
            "workbook": exported.workbook,
        },
    )
    return answers.give(answer, as_json=as_json)
