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
from desktop.files import whole_file, zip_members
from desktop.files.signatures.keys import Key
from desktop.files.signatures.trust import Trust
from desktop.files.signed_file import ENDING, MANIFEST, judge, orphan
from desktop.files.wire import manifest as wire
from desktop.progress import Progress, Step
from desktop.records.exchange import Member, PackageHeader
from desktop.records.verification import (
    Chain,
    FileVerdict,
    Finding,
    Integrity,
    SignatureVerdict,
)
from desktop.rules.calendar import CUSTOM
from desktop.rules.vietnamese import slug

SEAL: Final = MANIFEST + ENDING
FORGED: Final = frozenset({"signature", "hash", "unlisted", "missing"})
"""Findings with which a package is refused as a whole."""


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
    sha256: str
    """Of the whole file."""


def pack(
    folder: Path,
    header: PackageHeader,
    members: Mapping[str, Path],
    key: Key,
    at: dt.datetime,
    progress: Progress,
) -> Packed:
    """Write a package of the named files, sealed by a signature over its manifest.

    Format version and members of the header are filled in here. Names are those
    of `zip_members.acceptable`. It is opened again before it is written; an
    older file of the same name is replaced.

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
        format_version=wire.MANIFEST_FORMAT,
        members=tuple(_member(name, files[name]) for name in sorted(files)),
    )
    data = zip_members.build({**files, **_sealed(full, key, at)})
    _check_own_work(data, path, at)
    progress(Step("packing", len(members), len(members)))
    whole_file.write(path, data)
    digest = hashlib.sha256(data).hexdigest()
    return Packed(path=path, sha256=digest, size=len(data), header=full)


def file_name(header: PackageHeader) -> str:
    """Return the ASCII name that a package with this header bears."""
    days = f"{header.first_day}-{header.last_day}"
    period = days if header.period_code == CUSTOM else header.period_code
    parts = (slug(header.agency), slug(period), f"v{header.version}")
    return "_".join(("goi", *(one for one in parts if one))) + ".zip"


def _load(
    members: Mapping[str, Path], path: Path, progress: Progress
) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for name, source in members.items():
        progress(Step("packing", len(files), len(members)))
        if name in {MANIFEST, SEAL} or not zip_members.acceptable(name):
            raise PackageUnreadableError(path, "name", name)
        try:
            files[name] = source.read_bytes()
        except OSError as error:
            reason = "unreadable" if source.exists() else "missing"
            raise FileError(source, reason) from error
    return files


def _member(name: str, data: bytes) -> Member:
    return Member(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest())


def _sealed(header: PackageHeader, key: Key, at: dt.datetime) -> dict[str, bytes]:
    from desktop.files.signatures.detached import sign_detached

    manifest = wire.manifest_to_json(header)
    return {MANIFEST: manifest, SEAL: sign_detached(manifest, key, at)}


def _check_own_work(data: bytes, path: Path, at: dt.datetime) -> None:
    opened = _open(data, path, Trust(), at)
    codes = {one.code for one in opened.verdict.findings} - {"test_key_on_real_report"}
    if codes or opened.header is None:
        raise SignatureError("own_check_failed", path.name, *sorted(codes))


def read_package(
    path: Path, trust: Trust, *, now: dt.datetime | None = None
) -> PackageContents:
    """Open a package whose every byte is accounted for by its seal.

    Findings that may remain in the verdict: `repacked`, when another program
    wrote the archive anew around the same content, and `test_key_on_real_report`.

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


def _open(data: bytes, path: Path, trust: Trust, now: dt.datetime | None) -> _Opened:
    archive = zip_members.read(data, path)
    files = dict(archive.files)
    manifest = files.pop(MANIFEST, None)
    seal = files.pop(SEAL, None)
    if manifest is None:
        raise PackageUnreadableError(path, "not_package")
    signature = _check_seal(manifest, seal, trust, now)
    holds = signature is not None and signature.integrity is Integrity.INTACT
    header = _header(manifest, path, sealed=holds)
    findings = [] if holds else [Finding(code="signature", facts=(SEAL,))]
    if header is not None:
        findings += _differences(header, files)
        if signature is not None and findings and holds:
            # What the seal speaks of is no longer what is there.
            signature = dataclasses.replace(signature, integrity=Integrity.CHANGED)
        findings += _test_key(header, signature)
    if not (archive.as_written or findings):
        findings.append(Finding(code="repacked"))
    verdict = FileVerdict(
        file_name=path.name,
        format="package",
        signatures=() if signature is None else (signature,),
        findings=tuple(findings),
        members=tuple(_judge_members(files, trust, now)),
    )
    return _Opened(header=header, verdict=verdict, files=files)


def _check_seal(
    manifest: bytes, seal: bytes | None, trust: Trust, now: dt.datetime | None
) -> SignatureVerdict | None:
    if seal is None:
        return None
    from desktop.files.signatures.detached import verify_detached

    return verify_detached(manifest, seal, trust, SEAL, now=now)


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
    header: PackageHeader, signature: SignatureVerdict | None
) -> Iterable[Finding]:
    test = signature is not None and signature.chain is Chain.TEST
    if test and not header.practice:
        yield Finding(code="test_key_on_real_report")


def _judge_members(
    files: Mapping[str, bytes], trust: Trust, now: dt.datetime | None
) -> Iterator[FileVerdict]:
    for name in sorted(files):
        content = name.removesuffix(ENDING)
        if content == name:
            beside = files.get(name + ENDING)
            yield judge(name, files[name], beside, trust, now=now)
        elif content not in files:
            yield orphan(name)
