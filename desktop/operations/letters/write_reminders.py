"""Write reminders as drafts for the user's own mail program, one for each unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.operations.outcome import Outcome
from desktop.operations.reports.read_report import make_folder
from desktop.progress import Progress, Step, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One draft."""

    name: str
    """Of the file, without ending."""
    to: str
    """Mailbox of the unit; blank where it is not known."""
    subject: str
    body: str


def write_reminders(
    many: Sequence[Reminder], folder: Path, progress: Progress = silent
) -> Outcome[tuple[Path, ...]]:
    """Write the drafts into a folder; return where they lie.

    Raises:
        FileError: The folder cannot be made, or a draft cannot be written.
        Cancelled: The user asked to stop; those written already stay.
    """
    from desktop.files import mail

    make_folder(folder)
    made = []
    for number, one in enumerate(many):
        progress(Step("writing_mails", number, len(many)))
        path = folder / f"{one.name}.eml"
        mail.compose(
            path, subject=one.subject, body=one.body, attachments={}, to=one.to
        )
        made.append(path)
    return Outcome(tuple(made))
