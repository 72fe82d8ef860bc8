"""Attach the scan of a report's paper that was signed and stamped by hand.

No key signed it, so nothing in the file tells whose it is: whoever attaches it types
or scans the code that is printed on the paper, which only the data of one report have.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import ConflictError, FileError, InputError, Problem, SignatureError
from desktop.operations.outcome import Outcome
from desktop.operations.reports.mark_period import mark_signed
from desktop.operations.reports.read_report import newest_copy, read_issued
from desktop.operations.signing.signed_folder import MEDIA, signed_folder
from desktop.progress import Progress, Step, silent
from desktop.records.change import ChangeKind
from desktop.records.issued import CopyFormat, IssuedCopy, IssuedReport
from desktop.records.period import PeriodStanding
from desktop.rules.short_code import Match, compare
from desktop.store import records
from desktop.store.store import Store

_UNSIGNED: Final = "unsigned"
_RANGE: Final = b"/ByteRange"
"""What every signature in a PDF has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedScan:
    """A scan that is kept, and what came of it."""

    copy: IssuedCopy
    standing: PeriodStanding | None
    """The period's new standing; None where it stays as it was."""


def attach_scan(
    store: Store,
    report_id: str,
    path: Path,
    typed: str,
    progress: Progress = silent,
) -> Outcome[AttachedScan]:
    """Keep the scan by its hash, and set its period signed, which locks it.

    Args:
        store: An open office.
        report_id: The report the paper was printed of; blank: the newest.
        path: The scan, a PDF.
        typed: The code on the paper, typed or scanned.
        progress: Is told before the scan is kept.

    Raises:
        InputError: `code_unread`, `code_mistyped`, `code_other`: the code is not that
            of the report.
        SignatureError: `no_paper_copy`: no paper was made of it.
        FileError: `not_pdf`, `missing`, `unreadable`; `copy_too_large`, `copy_locked`;
            `scan_signed`: a key signed it; `full`, `read_only`, `differs` where it
            cannot be kept.
        ConflictError: `attached_already`; `nothing_issued`; `issued_changed`.
        UnknownNameError: No report of that id was issued.
        Cancelled: The user asked to stop.
    """
    from desktop.files.evidence import contents

    issued = read_issued(store, report_id)
    if newest_copy(store, issued.id, CopyFormat.PAPER) is None:
        raise SignatureError("no_paper_copy")
    _refuse_other(issued, typed)
    data = _scan(path)
    copy = IssuedCopy(
        id=store.new_id(),
        report=issued.id,
        format=CopyFormat.SIGNED,
        file_name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        made_at=store.now(),
    )
    _refuse_twice(store, copy)
    progress(Step("recording", 0, 1))
    contents.keep(signed_folder(store), data, MEDIA)
    with store.change("attach_scan", path.name, kind=ChangeKind.FIXED) as change:
        records.put(change, copy)
        standing = mark_signed(store, change, issued)
    return Outcome(AttachedScan(copy=copy, standing=standing), change.touched)


def _refuse_other(issued: IssuedReport, typed: str) -> None:
    found = compare(typed, issued.content_sha256)
    if found.match is Match.SAME:
        return
    groups = ", ".join(map(str, found.wrong))
    raise InputError((Problem("code", f"code_{found.match}", (groups,)),))


def _scan(path: Path) -> bytes:
    """Return the bytes of a PDF that no key signed."""
    from desktop.files import package, signed_file
    from desktop.files.signed_copies.fitness import unfit

    data = package.read_bytes(path)
    if signed_file.kind_of(data, path.name) != "pdf":
        raise FileError(path, "not_pdf")
    reason = unfit(data)
    if reason == _UNSIGNED:
        return data
    if reason:
        raise FileError(path, f"copy_{reason}")
    # blank: it bears a signature, or nobody can tell what it is
    raise FileError(path, "scan_signed" if _RANGE in data else "unreadable")


def _refuse_twice(store: Store, copy: IssuedCopy) -> None:
    where = {"report": copy.report, "format": str(CopyFormat.SIGNED)}
    for one in records.find(store.reader, IssuedCopy, where=where):
        if one.sha256 == copy.sha256:
            raise ConflictError("attached_already", one.file_name)
