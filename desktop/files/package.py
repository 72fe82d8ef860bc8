"""Seal what travels between agencies, and open it only if the seal holds."""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import (
    FileError,
    PackageForgedError,
    PackageTooNewError,
    PackageUnreadableError,
    SignatureError,
)
from desktop.files import package_ties, packed_entries, whole_file, zip_members
from desktop.files.carried_report import CarriedReport, carried_in_package
from desktop.files.package_header import file_name
from desktop.files.signatures.keys import Key, Scheme
from desktop.files.signatures.trust import Trust
from desktop.files.signed_file import ENDING, MANIFEST, judge, orphan
from desktop.files.wire import manifest as wire
from desktop.progress import Progress, Step
from desktop.records.exchange import Member, PackageHeader
from desktop.records.exchange_entries import Entries
from desktop.records.verification import (
    Chain,
    FileVerdict,
    Finding,
    Integrity,
    SignatureVerdict,
)
from desktop.rules.expected_signers import signers_of_packed

SEAL: Final = MANIFEST + ENDING
SECOND_SEAL: Final = f"{MANIFEST}.2{ENDING}"
"""Seal of another signer over the same manifest: simpler than one over the other."""
FORGED: Final = frozenset({"signature", "hash", "unlisted", "missing"})
"""Findings with which a package is refused as a whole."""

_SEALS: Final = (SEAL, SECOND_SEAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A package that was just made."""

    path: Path
    sha256: str
    size: int
    header: PackageHeader


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageContents:
    """A package whose seal holds, read into memory: the stick may be pulled out."""

    header: PackageHeader
    verdict: FileVerdict
    files: Mapping[str, bytes]
    """Members by name, without manifest and seal."""
    entries: Entries | None
    """None in packages of the first format, and of more entries than one holds."""
    sha256: str
    """Of the whole file."""


def pack(  # noqa: PLR0913  all but what is packed are told once
    folder: Path,
    header: PackageHeader,
    members: Mapping[str, Path | bytes],
    key: Key | None,
    at: dt.datetime,
    progress: Progress,
    *,
    scheme: Scheme = "plain",
) -> Packed:
    """Write a package of named files, or bytes, sealed by a signature of its manifest.

    Without a key it has no seal, which whoever opens it is told. Format version and
    members of the header are filled in here. Names are those of
    `zip_members.acceptable`. It is opened again before it is written; an older file of
    the same name is replaced.

    Raises:
        FileError: A file is missing, or the folder cannot be written to.
        PackageUnreadableError: `too_large` for anyone to open, or `name`.
        SignatureError: `own_check_failed`.
        Cancelled: The user asked to stop; nothing was written.
    """
    path = folder / file_name(header)
    files = _load(members, path, progress)
    full = dataclasses.replace(
        header,
        format_version=wire.format_of(header),
        members=tuple(_member(name, files[name]) for name in sorted(files)),
    )
    data = zip_members.build({**files, **_sealed(full, key, at, scheme)})
    _check_own_work(data, path, at, seals=0 if key is None else 1)
    progress(Step("packing", len(members), len(members)))
    return _written(path, data, full)


def seal_again(
    path: Path, key: Key, at: dt.datetime, *, scheme: Scheme = "plain"
) -> Packed:
    """Add the second seal to a sealed package, in one write.

    Raises:
        SignatureError: `already_signed`; `not_signed`: it has no first seal, or one
            that does not hold; `own_check_failed`.
        FileError: The package is missing or cannot be written to.
        PackageError: It cannot be opened.
    """
    from desktop.files.signatures.detached import sign_detached

    data = read_bytes(path)
    opened = _open(data, path, Trust(), at)
    seals = [one for one in opened.verdict.signatures if one.field in _SEALS]
    if len(seals) > 1:
        raise SignatureError("already_signed", path.name, seals[1].signer)
    if opened.header is None or not seals or FORGED & _codes(opened.verdict):
        raise SignatureError("not_signed", path.name)
    if seals[0].certificate_sha256 == hashlib.sha256(key.certificate).hexdigest():
        raise SignatureError("already_signed", path.name, seals[0].signer)
    files = dict(zip_members.read(data, path).files)
    files[SECOND_SEAL] = sign_detached(files[MANIFEST], key, at, scheme)
    sealed = zip_members.build(files)
    _check_own_work(sealed, path, at, seals=2)
    return _written(path, sealed, opened.header)


def _written(path: Path, data: bytes, header: PackageHeader) -> Packed:
    whole_file.write(path, data)
    digest = hashlib.sha256(data).hexdigest()
    return Packed(path=path, sha256=digest, size=len(data), header=header)


def _load(
    members: Mapping[str, Path | bytes], path: Path, progress: Progress
) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for name, source in members.items():
        progress(Step("packing", len(files), len(members)))
        if name in {MANIFEST, *_SEALS} or not zip_members.acceptable(name):
            raise PackageUnreadableError(path, "name", name)
        files[name] = (
            source if isinstance(source, bytes) else whole_file.read_whole(source)
        )
    return files


def _member(name: str, data: bytes) -> Member:
    return Member(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest())


def _sealed(
    header: PackageHeader, key: Key | None, at: dt.datetime, scheme: Scheme
) -> dict[str, bytes]:
    manifest = wire.manifest_to_json(header)
    if key is None:
        return {MANIFEST: manifest}
    from desktop.files.signatures.detached import sign_detached

    return {MANIFEST: manifest, SEAL: sign_detached(manifest, key, at, scheme)}


def _check_own_work(data: bytes, path: Path, at: dt.datetime, *, seals: int) -> None:
    opened = _open(data, path, Trust(), at)
    expected = {"test_key_on_real_report"} | (set() if seals else {"unsigned"})
    codes = _codes(opened.verdict) - expected
    if codes or opened.header is None or len(opened.verdict.signatures) != seals:
        raise SignatureError("own_check_failed", path.name, *sorted(codes))


def _codes(verdict: FileVerdict) -> set[str]:
    return {one.code for one in verdict.findings}


def read_package(
    path: Path, trust: Trust, *, now: dt.datetime | None = None
) -> PackageContents:
    """Open a package whose every byte is accounted for by its seal.

    Findings that may remain in the verdict: `unsigned`, when there is no seal and
    only the code of the data can be compared; `repacked`, when another program wrote
    the archive anew around the same content; `test_key_on_real_report`; `weak` and
    `unsupported` of the seal; `same_sealer`; those of `package_ties` and of
    `packed_entries.differences`.

    Raises:
        FileError: `missing` or `unreadable`.
        PackageUnreadableError: `not_package`, `damaged`, `too_large`, `name`,
            `content`.
        PackageForgedError: `signature`, `hash`, `unlisted`, `missing`.
        PackageTooNewError: Made by a later version of the program.
    """
    data = read_bytes(path)
    opened = _open(data, path, trust, now)
    for finding in opened.verdict.findings:
        if finding.code in FORGED:
            raise PackageForgedError(path, finding.code, *finding.facts)
    if opened.header is None:  # a seal that holds over something unreadable
        raise PackageUnreadableError(path, "content")
    return PackageContents(
        header=opened.header,
        verdict=opened.verdict,
        files=opened.files,
        entries=opened.entries,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def verify_package(
    path: Path, trust: Trust, *, now: dt.datetime | None = None
) -> FileVerdict:
    """Return what was found of a package; a broken seal is a finding here.

    Raises:
        FileError, PackageUnreadableError, PackageTooNewError: As `read_package`.
    """
    return _open(read_bytes(path), path, trust, now).verdict


def read_bytes(path: Path) -> bytes:
    """Return the whole file, or as much as shows that it is too large.

    Raises:
        FileError: `missing` or `unreadable`.
    """
    try:
        with path.open("rb") as file:
            return file.read(zip_members.FILE_LIMIT + 1)
    except OSError as error:
        reason = "unreadable" if path.exists() else "missing"
        raise FileError(path, reason) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    header: PackageHeader | None
    """None when the seal is broken and the manifest cannot be read either."""
    verdict: FileVerdict
    files: Mapping[str, bytes]
    entries: Entries | None


def _open(data: bytes, path: Path, trust: Trust, now: dt.datetime | None) -> _Opened:
    """Check in the order of what can be relied on: seal, list, members, signatures."""
    archive = _unaltered(data, path)
    files = dict(archive.files)
    manifest = files.pop(MANIFEST, None)
    if manifest is None:
        raise PackageUnreadableError(path, "not_package")
    seals = {name: files.pop(name) for name in _SEALS if name in files}
    signatures = tuple(_check_seals(manifest, seals, trust, now))
    findings = list(_seal_findings(signatures))
    holds = bool(signatures) and not findings
    findings += _same_sealer(signatures)
    header = _header(manifest, path, sealed=holds or not seals)
    if header is not None:
        differences = list(_differences(header, files))
        findings += differences
        if differences and holds:
            # What the seal speaks of is no longer what is there.
            signatures = tuple(map(_changed, signatures))
    entries = None
    if header is not None and not FORGED & {one.code for one in findings}:
        entries = packed_entries.read(files, path)
    if header is not None and entries is not None:
        findings += packed_entries.differences(header, entries, files)
    members = tuple(_judge_members(files, trust, now))
    report = carried_in_package(files, _documents(members))
    if header is not None:
        findings += _test_key(header, report, signatures)
    findings += package_ties.differences(report, members, files)
    if not (archive.as_written or findings):
        findings.append(Finding(code="repacked"))
    verdict = FileVerdict(
        file_name=path.name,
        format="package",
        signatures=signatures,
        findings=tuple(findings),
        members=members,
        expected=()
        if report is None
        else signers_of_packed(report.roles, report.names, signatures, members),
        report=None if report is None else report.found,
    )
    return _Opened(header=header, verdict=verdict, files=files, entries=entries)


def _unaltered(data: bytes, path: Path) -> zip_members.Members:
    """Read an archive whose every byte is as written, or that was zipped anew."""
    archive = zip_members.read(data, path)
    if archive.tampered:
        raise PackageUnreadableError(path, "damaged", "tampered")
    return archive


def _check_seals(
    manifest: bytes, seals: Mapping[str, bytes], trust: Trust, now: dt.datetime | None
) -> Iterator[SignatureVerdict]:
    from desktop.files.signatures.detached import verify_detached

    for name, seal in seals.items():
        yield verify_detached(manifest, seal, trust, name, now=now)


def _seal_findings(seals: tuple[SignatureVerdict, ...]) -> Iterator[Finding]:
    if not seals:
        yield Finding(code="unsigned")
    elif seals[0].field != SEAL:  # a second one alone: the first was taken away
        yield Finding(code="signature", facts=(SEAL,))
    for one in seals:
        if one.integrity is not Integrity.INTACT:
            code = _NOT_JUDGED.get(one.integrity, "signature")
            yield Finding(code=code, facts=(one.field,))


_NOT_JUDGED: Final = {Integrity.WEAK: "weak", Integrity.UNSUPPORTED: "unsupported"}


def _same_sealer(seals: Iterable[SignatureVerdict]) -> Iterator[Finding]:
    """Yield a finding for a seal that is there twice, as if two had signed."""
    whose = [one.certificate_sha256 for one in seals if one.certificate_sha256]
    if len(set(whose)) < len(whose):
        yield Finding(code="same_sealer", facts=(SECOND_SEAL,))


def _changed(seal: SignatureVerdict) -> SignatureVerdict:
    return dataclasses.replace(seal, integrity=Integrity.CHANGED)


def _header(manifest: bytes, path: Path, *, sealed: bool) -> PackageHeader | None:
    try:
        return wire.manifest_from_json(manifest, name=path)
    except (PackageUnreadableError, PackageTooNewError):
        if sealed:
            raise
        return None  # a broken seal explains it, and is what the user is told


def _differences(
    header: PackageHeader, files: Mapping[str, bytes]
) -> Iterator[Finding]:
    listed = {one.name: one for one in header.members}
    for name in sorted(listed.keys() | files.keys()):
        if name not in files:
            yield Finding(code="missing", facts=(name,))
        elif name not in listed:
            yield Finding(code="unlisted", facts=(name,))
        elif _member(name, files[name]) != listed[name]:
            yield Finding(code="hash", facts=(name,))


def _test_key(
    header: PackageHeader,
    report: CarriedReport | None,
    signatures: Iterable[SignatureVerdict],
) -> Iterator[Finding]:
    """Yield a finding unless all there is says of itself that it is practice."""
    test = any(one.chain is Chain.TEST for one in signatures)
    practice = header.practice and (report is None or report.found.practice)
    if test and not practice:
        yield Finding(code="test_key_on_real_report")


def _documents(members: Iterable[FileVerdict]) -> Iterator[str]:
    """Yield the names of the PDFs that carry a report."""
    for one in members:
        if one.format == "pdf" and one.report is not None:
            yield one.file_name


def _judge_members(
    files: Mapping[str, bytes], trust: Trust, now: dt.datetime | None
) -> Iterator[FileVerdict]:
    for name in sorted(one for one in files if not packed_entries.is_evidence(one)):
        content = name.removesuffix(ENDING)
        if content == name:
            beside = files.get(name + ENDING)
            yield judge(name, files[name], beside, trust, now=now)
        elif content not in files:
            yield orphan(name)
