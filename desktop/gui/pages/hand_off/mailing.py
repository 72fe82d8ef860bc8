"""Put the words and the files of a report into a draft mail."""

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.operations.outcome import Outcome
from desktop.operations.reports.read_report import read_report
from desktop.operations.sending.compose_mail import Letter, Mailing, compose_mail
from desktop.operations.sending.read_recipient import mailbox
from desktop.operations.signing.sign_report import ReportFiles
from desktop.progress import Progress
from desktop.records.issued import IssuedReport
from desktop.wording import mails

if TYPE_CHECKING:
    from desktop.store.store import Store


def write_mail(
    store: "Store",
    issued: IssuedReport,
    package: Path,
    target: Path,
    progress: Progress,
) -> Outcome[tuple[Path, ...]]:
    """Write the draft, or several; the files lie where the package does.

    It is addressed to the recipient's office where its mailbox is known.

    Raises:
        FileError: A file is missing, or a draft cannot be written.
        SignatureError: The report is not signed.
        Cancelled: The user asked to stop; no draft is left.
    """
    report = read_report(store, issued)

    def tell(mailing: Mailing) -> Letter:
        place = mailing.number, mailing.count
        told = (mailing.package, mailing.sha256), *mailing.others
        return Letter(
            subject=mails.subject(report, place),
            body=mails.body(report, mailing.names, told, place, pieces=mailing.pieces),
        )

    files = ReportFiles(report=issued.id, folder=package.parent)
    to = mailbox(store)
    return compose_mail(store, files, package, tell, target, progress, to=to)
