"""Put the words and the files of a report into a draft mail."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.operations.compose_mail import Letter, compose_mail
from desktop.operations.outcome import Outcome
from desktop.operations.read_report import newest_copy, read_report
from desktop.operations.sign_report import ReportFiles
from desktop.progress import Progress
from desktop.records.issued import CopyFormat, IssuedReport
from desktop.wording import mails

if TYPE_CHECKING:
    from desktop.store.store import Store


def write_mail(
    store: "Store",
    issued: IssuedReport,
    package: Path,
    target: Path,
    _progress: Progress,
) -> Outcome[object]:
    """Write the draft; the files lie where the package does.

    Raises:
        FileError: A file is missing, or the draft cannot be written.
        SignatureError: The report is not signed.
    """
    report = read_report(store, issued)
    copies = [newest_copy(store, issued.id, each) for each in CopyFormat]
    names = [*(each.file_name for each in copies if each), package.name]
    digest = hashlib.sha256(package.read_bytes()).hexdigest()
    letter = Letter(
        subject=mails.subject(report), body=mails.body(report, names, digest)
    )
    files = ReportFiles(report=issued.id, folder=package.parent)
    return Outcome(compose_mail(store, files, package, letter, target).value)
