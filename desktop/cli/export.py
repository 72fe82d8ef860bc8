"""`export`: write the files of an issued report once more."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.operations.issuing.export_report import Exported, export_report
from desktop.operations.reports.read_report import export_folder, read_issued
from desktop.records.signing import SigningWay
from desktop.rules.short_code import short_code
from desktop.store.store import Store


@click.command(
    short_help="Xuất lại PDF, Excel, Word của báo cáo đã ban hành.",
    options_metavar="[TÙY CHỌN]",
    help="Xuất lại PDF (chưa có chữ ký) và Excel của báo cáo đã ban hành; thêm --word "
    "để có tệp Word. Tệp đã ký không bị ghi đè.",
)
@options.office
@options.report
@options.folder
@options.word
@click.option(
    "--way",
    type=click.Choice([str(one) for one in SigningWay]),
    metavar="digital|paper",
    help="PDF để ký số (digital) hay để in, ký tay (paper); bỏ trống: theo cách ký "
    "của sổ.",
)
@click.option(
    "--anew",
    is_flag=True,
    help="Xuất lại để ký mới từ đầu; tệp đã ký được giữ bên cạnh dưới tên khác.",
)
@options.as_json
def verb(
    office: Path,
    report_id: str,
    folder: Path | None,
    word: bool,
    way: str | None,
    anew: bool,
    as_json: bool,
) -> int:
    """Write the files from what was issued; nothing is computed again."""
    progress = answers.teller(quiet=as_json)
    with Store(office, progress=progress) as store:
        issued = read_issued(store, report_id)
        place = folder or export_folder(store)
        exported = export_report(
            store,
            issued.id,
            place,
            progress,
            word=word,
            way=SigningWay(way) if way else None,
            anew=anew,
        ).value
    answer = answers.Answer(
        lines=file_lines(exported),
        data={
            "report": exported.report.id,
            "version": exported.report.version,
            **file_data(exported),
        },
    )
    return answers.give(answer, as_json=as_json)


def file_lines(exported: Exported) -> tuple[str, ...]:
    """Say where each file lies."""
    by_hand = exported.way is SigningWay.PAPER
    lines = (
        f"Excel: {exported.workbook}",
        f"PDF:   {exported.pdf}" + (" (in ra, ký tay, đóng dấu)" if by_hand else ""),
        *(() if exported.word is None else (f"Word:  {exported.word}",)),
    )
    return (*lines, f"Mã đối chiếu: {_code(exported)}")


def file_data(exported: Exported) -> dict[str, Path | str]:
    """Return the files for a program, by what they are, and the code they bear."""
    return {
        "pdf": exported.pdf,
        "workbook": exported.workbook,
        **({} if exported.word is None else {"word": exported.word}),
        "way": str(exported.way),
        "code": _code(exported),
    }


def _code(exported: Exported) -> str:
    return short_code(exported.report.content_sha256)
