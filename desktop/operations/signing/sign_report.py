"""Sign both files of an issued report by one key, and check each signature at once."""

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import FileError, SignatureError
from desktop.files import waiting_files
from desktop.files.wire.report_head import ReportHead
from desktop.operations.outcome import Outcome
from desktop.operations.reports.mark_period import mark_signed
from desktop.operations.reports.read_report import newest_copy, read_head, read_issued
from desktop.operations.signing.finish_signing import SIGNED_TOGETHER, finish_signing
from desktop.operations.signing.signings import (
    allowed_roles,
    expected_roles,
    last_signed_at,
    next_role,
    signed_roles,
    signings,
)
from desktop.progress import Progress, Step, silent
from desktop.records.change import ChangeKind
from desktop.records.issued import CopyFormat, IssuedCopy, IssuedReport
from desktop.records.signing import ReportSignature, SignerRole
from desktop.rules.expected_signers import bears
from desktop.store import records
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.signatures.keys import Key, Scheme
    from desktop.files.signatures.pdf.appearance import Appearance
    from desktop.files.signatures.trust import Trust


_NOT_EXPECTED = {
    SignerRole.PERSON: "person_not_expected",
    SignerRole.AGENCY: "agency_not_expected",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFiles:
    """An issued report and the folder its files lie in."""

    report: str
    """Id of the issued report."""
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Who signs and for whom, whom we trust, and what the visible signature shows."""

    key: "Key"
    trust: "Trust"
    role: SignerRole
    seen: "Appearance"
    scheme: "Scheme" = "plain"
    """How RSA pads in the PDF; a workbook always takes the plain way."""
    reason: str = ""
    """Why, in the signer's words; blank: none is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The signed files of one report, and what is known of the signing."""

    pdf: Path
    workbook: Path
    signature: ReportSignature
    doubts: tuple[str, ...]
    """Keys of what is doubtful about the key, such as an unknown issuer."""
    next_role: SignerRole | None
    """Who is still expected to sign; None when everybody has."""

    @property
    def signer(self) -> str:
        """Return the name in the certificate."""
        return self.signature.signer

    @property
    def test_key(self) -> bool:
        """Tell whether the key is only for trying out."""
        return self.signature.test_key


def sign_report(
    store: Store,
    files: ReportFiles,
    signing: Signing,
    progress: Progress = silent,
) -> Outcome[Signed]:
    """Sign the PDF and the workbook, each inside itself, for the person or the agency.

    Its period is signed with it, which locks its days where the report is the regular
    one of its period. Only files this program made of this report are signed: each is
    compared with the hash kept when it was made or last signed. Both are signed and
    checked in memory and written beside their places before it is noted, and take
    their places after: a file is never half signed, nor one of them alone.

    Raises:
        SignatureError: `person_first`, `already_signed`, `same_key`, `paper_way`,
            `person_not_expected`, `agency_not_expected`; the key cannot sign; a file
            is not the one that was made.
        FileError: A file is missing or cannot be written; `signed_waits`: it is
            signed, but another program holds the file whose place it takes.
        UnknownNameError: No report of that id was issued.
        Cancelled: The user asked to stop; nothing is signed.
    """
    from desktop.files.signatures import precheck

    finish_signing(store, files.report, files.folder)
    issued = read_issued(store, files.report)
    refuse_turn(store, issued, signing.role)
    _refuse_second_role(store, issued, signing.key)
    doubts = precheck.precheck(
        signing.key,
        signing.trust,
        store.now(),
        last_seen=last_signed_at(store),
        scheme=signing.scheme,
    )
    own = [_own_file(store, files, each) for each in SIGNED_TOGETHER]
    act = _act(store, issued, signing)
    head = read_head(store, issued)
    signed = [
        replace(one, data=data)
        for one, data in zip(
            own, _signed(own, signing, act, head.place, progress), strict=True
        )
    ]
    touched = _keep(store, issued, signed, act)
    finish_signing(store, issued.id, files.folder)
    value = Signed(
        pdf=signed[0].path,
        workbook=signed[1].path,
        signature=act,
        doubts=(*doubts, *_other_name(head, act)),
        next_role=next_role(store, issued.id),
    )
    return Outcome(value, touched)


@dataclass(frozen=True, slots=True)
class _OwnFile:
    path: Path
    data: bytes
    copy: IssuedCopy


def refuse_turn(store: Store, issued: IssuedReport, role: SignerRole) -> None:
    """Refuse a role that signed already, that nobody expects, or whose turn is later.

    The seal confirms the signature of the person: it is never there before it. Known
    without any key: whoever asks for a PIN can ask this first.

    Raises:
        SignatureError: `already_signed`, `paper_way`, `person_not_expected`,
            `agency_not_expected`, `person_first`.
        ConflictError: The frozen content is not the one that was issued.
    """
    allowed, done = allowed_roles(store, issued), signed_roles(store, issued.id)
    if role in done:
        copy = newest_copy(store, issued.id, CopyFormat.PDF)
        facts = () if copy is None else (copy.file_name, copy.signed_by)
        raise SignatureError("already_signed", *facts)
    if not allowed:
        raise SignatureError("paper_way")
    if role not in allowed:
        raise SignatureError(_NOT_EXPECTED[role])
    waiting = {*expected_roles(store, issued)} - done
    if role is SignerRole.AGENCY and SignerRole.PERSON in waiting:
        raise SignatureError("person_first")


def _refuse_second_role(store: Store, issued: IssuedReport, key: "Key") -> None:
    """Refuse a key that signed already: a deed done again must not become the other's.

    Whoever is not told that the first try went through would sign for the agency. A
    throw-away test key stands for nobody, and practises for both.
    """
    used = hashlib.sha256(key.certificate).hexdigest()
    if not key.test and any(
        one.certificate_sha256 == used for one in signings(store, issued.id)
    ):
        raise SignatureError("same_key", key.name)


def _other_name(head: ReportHead, act: ReportSignature) -> Iterator[str]:
    """Yield `other_name` when the report names somebody else than the certificate."""
    wanted = {SignerRole.PERSON: head.signer, SignerRole.AGENCY: head.agency}[act.role]
    if wanted and not bears(act.signer, wanted, test=act.test_key):
        yield "other_name"


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


def _act(store: Store, issued: IssuedReport, signing: Signing) -> ReportSignature:
    key = signing.key
    return ReportSignature(
        id=store.new_id(),
        report=issued.id,
        role=signing.role,
        signer=key.name,
        issuer=key.issuer,
        certificate_sha256=hashlib.sha256(key.certificate).hexdigest(),
        valid_until=key.not_after,
        signed_at=store.now(),
        test_key=key.test,
        token=key.token,
    )


def _signed(
    own: Iterable[_OwnFile],
    signing: Signing,
    act: ReportSignature,
    place: str,
    progress: Progress,
) -> Iterator[bytes]:
    """Yield each file signed, once it was checked as whoever receives it does."""
    from desktop.files.signatures.opc.signing import sign_workbook
    from desktop.files.signatures.pdf.signing import sign_pdf

    key, role, at, reason = signing.key, act.role, act.signed_at, signing.reason
    document, book = own
    progress(Step("signing", 0, 2))
    yield sign_pdf(
        document.data,
        key,
        role=role,
        at=at,
        seen=signing.seen,
        reason=reason,
        location=place,
        scheme=signing.scheme,
    )
    progress(Step("signing", 1, 2))
    signed = sign_workbook(book.data, key, role=role, at=at, reason=reason, place=place)
    _check_workbook(signed, book)
    progress(Step("signing", 2, 2))
    yield signed


def _check_workbook(signed: bytes, book: _OwnFile) -> None:
    """Refuse own work that is no longer what was exported; its signature holds."""
    from desktop.files.signatures.opc.content import same_content

    if not same_content(signed, book.data):
        raise SignatureError("own_check_failed", book.path.name)


def _keep(
    store: Store,
    issued: IssuedReport,
    signed: Iterable[_OwnFile],
    act: ReportSignature,
) -> frozenset[str]:
    """Let the signed files wait, and note them; the next step is theirs."""
    signed = tuple(signed)
    with _dropped_on_failure(one.path for one in signed):
        for one in signed:
            waiting_files.wait(one.path, one.data)
        with store.change("sign_report", act.signer, kind=ChangeKind.FIXED) as change:
            for one in signed:
                records.put(change, _copy(store, one, act))
            records.put(change, act)
            mark_signed(store, change, issued)
    return change.touched


@contextlib.contextmanager
def _dropped_on_failure(paths: Iterable[Path]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for path in paths:
            waiting_files.drop(path)
        raise


def _copy(store: Store, signed: _OwnFile, act: ReportSignature) -> IssuedCopy:
    before = signed.copy.signed_by
    return replace(
        signed.copy,
        id=store.new_id(),
        sha256=hashlib.sha256(signed.data).hexdigest(),
        size=len(signed.data),
        made_at=act.signed_at,
        signed_by=f"{before}; {act.signer}" if before else act.signer,
        test_key=signed.copy.test_key or act.test_key,
    )
