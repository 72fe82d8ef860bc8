"""Write a mail with the files of a signed report, for the user's own mail program."""

from dataclasses import dataclass
from pathlib import Path

from desktop.errors import FileError, SignatureError
from desktop.operations.outcome import Outcome
from desktop.operations.read_report import newest_copy
from desktop.operations.sign_report import ReportFiles
from desktop.records.issued import CopyFormat
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What the mail says."""

    subject: str
    body: str


def compose_mail(
    store: Store, files: ReportFiles, package: Path, letter: Letter, target: Path
) -> Outcome[Path]:
    """Write a draft with the PDF, the workbook and the package; return where it is.

    Raises:
        SignatureError: The report is not signed yet.
        FileError: A file is missing, or the draft cannot be written.
    """
    from desktop.files import mail

    pdf = newest_copy(store, files.report, CopyFormat.PDF)
    book = newest_copy(store, files.report, CopyFormat.WORKBOOK)
    if pdf is None or book is None:
        raise FileError(files.folder, "missing")
    if not pdf.signed_by:
        raise SignatureError("not_signed", pdf.file_name)
    names = (pdf.file_name, book.file_name)
    attachments = (*(files.folder / name for name in names), package)
    mail.compose(
        target, subject=letter.subject, body=letter.body, attachments=attachments
    )
    return Outcome(target)
