"""Sign the files of an issued report, and check every signature right away."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import FileError, SignatureError
from desktop.operations.mark_period import mark_signed
from desktop.operations.outcome import Outcome
from desktop.operations.read_report import newest_copy, read_issued
from desktop.progress import Progress, Step, silent
from desktop.records.change import ChangeKind
from desktop.records.issued import CopyFormat, IssuedCopy
from desktop.records.signing import SignerRole
from desktop.store import records
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.signatures.keys import Key
    from desktop.files.signatures.trust import Trust


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFiles:
    """An issued report and the folder its files lie in."""

    report: str
    """Id of the issued report."""
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Who signs, whom we trust, and what the visible signature says."""

    key: "Key"
    trust: "Trust"
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The signed files of one report."""

    pdf: Path
    workbook: Path
    workbook_signature: Path
    signer: str
    test_key: bool
    doubts: tuple[str, ...]
    """Keys of what is doubtful about the key, such as an unknown issuer."""


def sign_report(
    store: Store,
    files: ReportFiles,
    signing: Signing,
    progress: Progress = silent,
) -> Outcome[Signed]:
    """Sign the PDF inside itself and the workbook by a signature beside it.

    Its period is signed with it, which locks its days where the report is the regular
    one of its period.

    Only files this program made of this report are signed: each is compared with
    the hash kept when it was made.

    Raises:
        SignatureError: The key cannot sign, or a file is not the one that was made.
        FileError: A file is missing or cannot be written.
    """
    from desktop.files import whole_file
    from desktop.files.signatures import detached, pdf, precheck
    from desktop.files.signatures.appearance import Appearance

    now, key = store.now(), signing.key
    doubts = precheck.precheck(key, signing.trust, now)
    document = _own_file(store, files, CopyFormat.PDF)
    book = _own_file(store, files, CopyFormat.WORKBOOK)
    if document.copy.signed_by:
        raise SignatureError(
            "already_signed", document.path.name, document.copy.signed_by
        )
    progress(Step("signing", 0, 2))
    seen = Appearance(lines=signing.lines)
    signed = pdf.sign_pdf(document.data, key, role=SignerRole.PERSON, at=now, seen=seen)
    progress(Step("signing", 1, 2))
    beside = book.path.with_name(f"{book.path.name}.p7s")
    whole_file.write(beside, detached.sign_detached(book.data, key, now))
    whole_file.write(document.path, signed)
    progress(Step("signing", 2, 2))
    copy = replace(
        document.copy,
        id=store.new_id(),
        sha256=hashlib.sha256(signed).hexdigest(),
        size=len(signed),
        made_at=now,
        signed_by=key.name,
        test_key=key.test,
    )
    issued = read_issued(store, files.report)
    with store.change("sign_report", key.name, kind=ChangeKind.FIXED) as change:
        records.put(change, copy)
        mark_signed(store, change, issued)
    value = Signed(
        pdf=document.path,
        workbook=book.path,
        workbook_signature=beside,
        signer=key.name,
        test_key=key.test,
        doubts=doubts,
    )
    return Outcome(value, change.touched)


@dataclass(frozen=True, slots=True)
class _OwnFile:
    path: Path
    data: bytes
    copy: IssuedCopy


def _own_file(store: Store, files: ReportFiles, copy_format: CopyFormat) -> _OwnFile:
    copy = newest_copy(store, files.report, copy_format)
    if copy is None:
        raise FileError(files.folder, "missing")
    path = files.folder / copy.file_name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileError(path, "missing") from error
    if hashlib.sha256(data).hexdigest() != copy.sha256:
        raise SignatureError("document_changed", path.name)
    return _OwnFile(path, data, copy)
