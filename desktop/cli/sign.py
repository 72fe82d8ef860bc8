"""`sign`: sign the files of an issued report."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.files.signatures.keys import load_key
from desktop.operations.office_time import office_time
from desktop.operations.read_report import export_folder, read_issued
from desktop.operations.sign_report import ReportFiles, Signing, sign_report
from desktop.operations.verify_file import own_trust
from desktop.store.store import Store
from desktop.wording.stamps import stamp_lines
from desktop.wording.verdicts import signing_doubt


@click.command(
    short_help="Ký báo cáo đã ban hành.",
    options_metavar="[TÙY CHỌN]",
    help="Ký tệp PDF và Excel của báo cáo đã ban hành.",
)
@options.office
@options.report
@options.folder
@options.key
@options.as_json
def verb(
    office: Path,
    report_id: str,
    folder: Path | None,
    key_path: Path,
    password_file: Path | None,
    as_json: bool,
) -> int:
    """Sign both files and say who signed."""
    key = load_key(key_path, options.read_password(password_file))
    progress = answers.teller(quiet=as_json)
    with Store(office, progress=progress) as store:
        files = ReportFiles(
            report=read_issued(store, report_id).id,
            folder=folder or export_folder(store),
        )
        lines = stamp_lines(key.name, test=key.test, at=office_time(store))
        signing = Signing(key=key, trust=own_trust(), lines=lines)
        signed = sign_report(store, files, signing, progress).value
    answer = answers.Answer(
        lines=(
            f"Đã ký bởi: {signed.signer}",
            f"PDF:   {signed.pdf}",
            f"Excel: {signed.workbook} (chữ ký: {signed.workbook_signature.name})",
            *(f"Lưu ý: {signing_doubt(doubt)}" for doubt in signed.doubts),
        ),
        data={
            "report": files.report,
            "signer": signed.signer,
            "test_key": signed.test_key,
            "doubts": list(signed.doubts),
            "pdf": signed.pdf,
            "workbook": signed.workbook,
            "workbook_signature": signed.workbook_signature,
        },
    )
    return answers.give(answer, as_json=as_json)
