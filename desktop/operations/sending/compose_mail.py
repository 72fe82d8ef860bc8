"""Write mails with the files of a signed report, for the user's own mail program."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.files.signed_file import ENDING
from desktop.files.whole_file import read_whole
from desktop.operations.outcome import Outcome
from desktop.operations.sending.package_parts import leaving_files
from desktop.operations.signing.sign_report import ReportFiles
from desktop.operations.signing.signed_files import signed_files
from desktop.progress import Progress, Step, silent
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a mail says."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """One of the mails that carry a report, for which words are needed."""

    number: int
    """From 1 on."""
    count: int
    names: tuple[str, ...]
    """Of the files attached."""
    package: str
    sha256: str
    """Name and hash of the package, which may come in pieces."""
    others: tuple[tuple[str, str], ...] = ()
    """Names and hashes of the other packages the report goes in."""
    pieces: bool
    """Whether one of the files attached is a piece of a larger one."""


def compose_mail(  # noqa: PLR0913  all but what is sent is told once
    store: Store,
    files: ReportFiles,
    package: Path,
    tell: Callable[[Mailing], Letter],
    target: Path,
    progress: Progress = silent,
    *,
    to: str = "",
    most: int | None = None,
) -> Outcome[tuple[Path, ...]]:
    """Write a draft with the PDF, the workbook and the package, or several drafts.

    Where the report goes in several packages all of them go.

    Where they are too large for one mail each draft bears its number: `x-1-3.eml`. Of
    a locked package nothing goes beside it that the lock is to hide.

    Args:
        store: An open office.
        files: The report and where its files lie.
        package: The package, locked or not.
        tell: Gives the words of each mail.
        target: Where the draft goes; several bear its name.
        progress: Told of each draft.
        to: Address; blank: the user's mail program asks.
        most: Bytes of one draft; None: as `data/mail.toml` says.

    Raises:
        SignatureError: The report is not signed yet, or a file is not the one that was
            signed.
        FileError: A file is missing, or a draft cannot be written: none is left then.
        Cancelled: The user asked to stop; no draft is left.
    """
    from desktop.files import mail
    from desktop.files.mail_batches import batches, most_bytes

    packages = {one.name: read_whole(one) for one in leaving_files(package)}
    attached = _attached(store, files, packages)
    many = batches(attached, most or most_bytes())
    paths = _names(target, len(many))
    digests = {
        name: hashlib.sha256(data).hexdigest() for name, data in packages.items()
    }
    others = tuple(each for each in digests.items() if each[0] != package.name)
    try:
        for at, batch in enumerate(many):
            progress(Step("writing_mails", at, len(many)))
            letter = tell(
                Mailing(
                    number=at + 1,
                    count=len(many),
                    names=tuple(batch),
                    package=package.name,
                    sha256=digests[package.name],
                    others=others,
                    pieces=not batch.keys() <= attached.keys(),
                )
            )
            mail.compose(
                paths[at],
                subject=letter.subject,
                body=letter.body,
                attachments=batch,
                to=to,
            )
    except BaseException:
        for path in paths:
            path.unlink(missing_ok=True)
        raise
    return Outcome(paths)


def _attached(
    store: Store, files: ReportFiles, packages: dict[str, bytes]
) -> dict[str, bytes]:
    from desktop.files.locking import lock_of

    signed = signed_files(store, files)
    wanted = {name: at for name, at in signed.items() if not name.endswith(ENDING)}
    if any(lock_of(data) is not None for data in packages.values()):
        return packages
    return {name: read_whole(at) for name, at in wanted.items()} | packages


def _names(target: Path, count: int) -> tuple[Path, ...]:
    if count == 1:
        return (target,)
    return tuple(
        target.with_name(f"{target.stem}-{number}-{count}{target.suffix}")
        for number in range(1, count + 1)
    )
