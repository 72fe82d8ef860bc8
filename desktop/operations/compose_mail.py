"""Write a mail with the files of a signed report, for the user's own mail program."""

from dataclasses import dataclass
from pathlib import Path

from desktop.files.signed_file import ENDING
from desktop.operations.outcome import Outcome
from desktop.operations.sign_report import ReportFiles
from desktop.operations.signed_files import signed_files
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
        SignatureError: The report is not signed yet, or a file is not the one that was
            signed.
        FileError: A file is missing, or the draft cannot be written.
    """
    from desktop.files import mail

    signed = signed_files(store, files)
    wanted = {name: at for name, at in signed.items() if not name.endswith(ENDING)}
    attachments = {**wanted, package.name: package}
    mail.compose(
        target, subject=letter.subject, body=letter.body, attachments=attachments
    )
    return Outcome(target)
