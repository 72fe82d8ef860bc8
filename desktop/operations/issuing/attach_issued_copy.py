"""Attach the copy of a report that came back signed, numbered and dated elsewhere."""

import hashlib
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from desktop.errors import ConflictError, FileError
from desktop.operations.issuing.export_report import draw_copies
from desktop.operations.outcome import Outcome
from desktop.operations.reports.mark_period import mark_signed
from desktop.operations.reports.number_report import filled_in
from desktop.operations.reports.read_report import (
    export_folder,
    read_frozen,
    read_issued,
    read_report,
)
from desktop.operations.signing.signed_folder import MEDIA, signed_folder
from desktop.progress import Progress, Step, silent
from desktop.records.change import ChangeKind
from desktop.records.issued import CopyFormat, IssuedCopy, IssuedReport
from desktop.records.period import PeriodStanding
from desktop.records.verification import Chain, Coverage, FileVerdict, Integrity
from desktop.store import records
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.signatures.trust import Trust
    from desktop.files.signed_copies.comparison import Comparison
    from desktop.files.signed_copies.heads import Head


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What was found of a copy before it is attached."""

    report: IssuedReport
    path: Path
    data: bytes
    verdict: FileVerdict
    """What was found of every signature; who signed may still be unknown here."""
    comparison: "Comparison"
    """Every difference from what was sent, with its page."""
    proposed: "Head"
    """Number and date that stand on it, where the report still has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A signed copy that is kept, and what came of it."""

    copy: IssuedCopy
    inspection: Inspection
    standing: PeriodStanding | None
    """The period's new standing; None where it stays as it was."""


def attach_issued_copy(
    store: Store,
    report_id: str,
    path: Path,
    progress: Progress = silent,
    *,
    trust: "Trust | None" = None,
    noted: "Head | Literal['as_read'] | None" = None,
) -> Outcome[Attached]:
    """Keep a signed copy by its hash, and set its period signed, which locks it.

    Number and date that stand on it are noted in the same deed: those given, or those
    that were read where the report has none.

    Raises:
        InputError: The report would be dated before it was begun.
        FileError: As `inspect_signed_copy`; `full`, `read_only`, `differs` where it
            cannot be kept.
        ConflictError: `attached_already`; `numbered_already`; `nothing_issued`;
            `issued_changed`.
        UnknownNameError: No report of that id was issued.
        Cancelled: The user asked to stop.
    """
    from desktop.files.evidence import contents

    found = inspect_signed_copy(store, report_id, path, progress, trust=trust)
    issued = found.report
    head = found.proposed if noted == "as_read" else noted
    if head is not None:
        issued = filled_in(issued, head.number, head.dated)
    copy = _copy(store, found)
    _refuse_twice(store, copy)
    progress(Step("recording", 0, 1))
    contents.keep(signed_folder(store), found.data, MEDIA)
    with store.change(
        "attach_issued_copy", copy.file_name, kind=ChangeKind.FIXED
    ) as change:
        records.put(change, issued)
        records.put(change, copy)
        standing = mark_signed(store, change, issued)
    return Outcome(
        Attached(copy=copy, inspection=found, standing=standing), change.touched
    )


def inspect_signed_copy(
    store: Store,
    report_id: str,
    path: Path,
    progress: Progress = silent,
    *,
    trust: "Trust | None" = None,
) -> Inspection:
    """Verify every signature of a copy, and compare it with what was sent.

    Its signatures are checked in a process of its own, and the rest of it is looked
    into only where that came to an answer.

    Raises:
        FileError: `not_pdf`, `missing`, `unreadable`; `copy_too_large`; `copy_locked`:
            by a password; `copy_unsigned`; `copy_broken`: a signature does not hold,
            or nobody can tell; `copy_differs`: it is not the report that was sent.
        Cancelled: The user asked to stop.
    """
    from desktop.files import package, signed_file
    from desktop.files.signed_copies.fitness import SIZE_LIMIT, unfit
    from desktop.operations.signing.verify_file import own_trust

    issued = read_issued(store, report_id)
    progress(Step("verifying", 0, 2))
    data = package.read_bytes(path)
    if signed_file.kind_of(data, path.name) != "pdf":
        raise FileError(path, "not_pdf")
    if len(data) > SIZE_LIMIT:
        raise FileError(path, "copy_too_large")
    verdict = _judged_apart(store, path.name, data, trust or own_trust(), progress)
    _refuse_unchecked(path, verdict)
    reason = unfit(data)
    if reason:
        raise FileError(path, f"copy_{reason}")
    _refuse_unsigned(path, verdict)
    progress(Step("verifying", 1, 2))
    comparison = _compared(store, issued, path, data)
    progress(Step("verifying", 2, 2))
    head = comparison.head
    proposed = replace(
        head,
        number="" if issued.number else head.number,
        dated=None if issued.dated else head.dated,
    )
    return Inspection(
        report=issued,
        path=path,
        data=data,
        verdict=verdict,
        comparison=comparison,
        proposed=proposed,
    )


def _judged_apart(
    store: Store, name: str, data: bytes, trust: "Trust", progress: Progress
) -> FileVerdict:
    """Return what another process finds of these very bytes, wherever they came from.

    They are handed over as a file of ours: that on a stick could be another by then.
    """
    from desktop.files.verifying.process import verify_apart

    with TemporaryDirectory() as folder:
        place = Path(folder) / name
        place.write_bytes(data)
        return verify_apart(place, trust, progress, now=store.now())


def _refuse_unchecked(path: Path, verdict: FileVerdict) -> None:
    """Refuse what broke the process that checked it, before we look into it here."""
    from desktop.files.verifying.process import UNCHECKED

    broken = [one.code for one in verdict.findings if one.code in UNCHECKED]
    if broken:
        raise FileError(path, "copy_broken", *broken)


def _refuse_unsigned(path: Path, verdict: FileVerdict) -> None:
    """Refuse a copy whose signatures do not hold: what is not known is not good.

    Whoever numbers a document after its leader signed adds to it, so of an earlier
    signature only what it covers must be whole; the last covers all there is.
    """
    from desktop.files.signatures.pdf.findings import OF_CHANGES

    if not verdict.signatures:
        raise FileError(path, "copy_unsigned")
    added = {one.field for one in verdict.signatures[:-1]}
    findings = [
        one.code
        for one in verdict.findings
        if not (one.code in OF_CHANGES and one.facts[0] in added)
    ]
    whole = all(one.integrity is Integrity.INTACT for one in verdict.signatures)
    last = verdict.signatures[-1]
    if findings or not whole or last.coverage is not Coverage.COMPLETE:
        raise FileError(path, "copy_broken", *findings)


def _compared(
    store: Store, issued: IssuedReport, path: Path, data: bytes
) -> "Comparison":
    from desktop.files.signed_copies.comparison import compare

    try:
        sent = _sent(store, issued, data)
        if sent is None:
            found = _compared_with_drawn(store, issued, data)
        else:
            found = compare(sent, data)
    except ValueError as error:
        raise FileError(path, "unreadable") from error
    worst = [one for one in found.differences if not one.allowed]
    if worst:
        first = worst[0]
        facts = (str(first.page), first.kind, first.was, first.became)
        raise FileError(path, "copy_differs", *facts)
    return found


def _sent(store: Store, issued: IssuedReport, received: bytes) -> bytes | None:
    """Return the PDF that was sent: the start of what came back, or the file.

    A document that was signed elsewhere by adding to it begins with what was sent.
    """
    copies = _copies(store, issued.id, CopyFormat.PDF)
    for copy in copies:
        start = received[: copy.size]
        if hashlib.sha256(start).hexdigest() == copy.sha256:
            return start
    for copy in copies:
        try:
            data = (export_folder(store) / copy.file_name).read_bytes()
        except OSError:
            continue
        if hashlib.sha256(data).hexdigest() == copy.sha256:
            return data
    return None


def _compared_with_drawn(
    store: Store, issued: IssuedReport, data: bytes
) -> "Comparison":
    """Compare with the report drawn once more, and return where it comes nearest.

    It is drawn as frozen, or with its number later, and with or without the code at
    the foot, which it did not always bear.
    """
    from desktop.files.signed_copies.comparison import compare

    frozen, numbered = read_frozen(store, issued), read_report(store, issued)
    reports = (frozen,) if frozen == numbered else (frozen, numbered)
    found: list[Comparison] = []
    for report, coded in product(reports, (True, False)):
        drawn = draw_copies(issued, report, coded=coded).pdf
        found.append(compare(drawn, data, redrawn=True))
        if found[-1].same:
            break
    return min(found, key=_unlike)


def _unlike(found: "Comparison") -> int:
    return sum(not one.allowed for one in found.differences)


def _copies(
    store: Store, report: str, copy_format: CopyFormat
) -> tuple[IssuedCopy, ...]:
    where = {"report": report, "format": str(copy_format)}
    return records.find(store.reader, IssuedCopy, where=where)


def _copy(store: Store, found: Inspection) -> IssuedCopy:
    signers = dict.fromkeys(one.signer for one in found.verdict.signatures)
    return IssuedCopy(
        id=store.new_id(),
        report=found.report.id,
        format=CopyFormat.SIGNED,
        file_name=found.path.name,
        sha256=hashlib.sha256(found.data).hexdigest(),
        size=len(found.data),
        made_at=store.now(),
        signed_by="; ".join(signers),
        test_key=any(one.chain is Chain.TEST for one in found.verdict.signatures),
    )


def _refuse_twice(store: Store, copy: IssuedCopy) -> None:
    for one in _copies(store, copy.report, CopyFormat.SIGNED):
        if one.sha256 == copy.sha256:
            raise ConflictError("attached_already", one.file_name)
