"""Read what a package holds, once its signatures were checked elsewhere.

Every member is still held to the hash the manifest tells, which the seal vouched for
when the file was verified; our copy of it is known by its own hash.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from desktop.errors import PackageForgedError, PackageUnreadableError
from desktop.files import package, packed_entries, zip_members
from desktop.files.signed_file import MANIFEST
from desktop.files.wire import manifest as wire
from desktop.files.wire.entry_columns import Columns
from desktop.records.exchange import PackageHeader
from desktop.records.exchange_entries import Entries

_REPORT: Final = "report.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a package holds."""

    header: PackageHeader
    entries: Entries | None
    """None in packages of the first format."""
    files: Mapping[str, bytes]
    """Members by name."""
    sha256: str
    """Of entries, report and evidence: the same however the file was packed."""
    columns: Mapping[str, Columns] = field(default_factory=dict)
    """Rows of the entries' days by table and column, where they were read so: then
    they are not among the entries."""


def read_content(path: Path, sha256: str) -> Content:
    """Return what our own copy of a package holds.

    Raises:
        FileError: `missing` or `unreadable`.
        PackageUnreadableError: `not_package`, `damaged`, `too_large`, `name`,
            `content`.
        PackageForgedError: `hash`, `missing`, `unlisted`; `file`: the copy is not the
            file that bears this hash.
        PackageTooNewError: Made by a later version of the program.
    """
    header, files = _opened(path, sha256)
    return Content(
        header=header,
        entries=packed_entries.read(files, path),
        files=files,
        sha256=_content_hash(header),
    )


def read_by_column(path: Path, sha256: str, apart: Collection[str]) -> Content:
    """Return what a package holds that was inspected whole under the same hash.

    Args:
        path: Our own copy of it.
        sha256: Of the file as it was inspected.
        apart: Tables whose entries come one by one all the same.

    Raises:
        FileError, PackageError: As `read_content`.
    """
    header, files = _opened(path, sha256)
    entries, columns = packed_entries.read_by_column(files, apart, path)
    return Content(
        header=header,
        entries=entries,
        files=files,
        sha256=_content_hash(header),
        columns=columns,
    )


def entry_by_entry(content: Content, path: Path) -> Content:
    """Return the same with every entry read by itself.

    Raises:
        PackageUnreadableError, PackageTooNewError: As `read_content`.
    """
    entries = packed_entries.read(content.files, path)
    return replace(content, entries=entries, columns={})


def _opened(path: Path, sha256: str) -> tuple[PackageHeader, dict[str, bytes]]:
    """Return the header of a package and its members, held to their hashes."""
    data = package.read_bytes(path)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise PackageForgedError(path, "file")
    files = dict(zip_members.read(data, path).files)
    manifest = files.pop(MANIFEST, None)
    if manifest is None:
        raise PackageUnreadableError(path, "not_package")
    header = wire.manifest_from_json(manifest, name=path)
    for name in (package.SEAL, package.SECOND_SEAL):
        files.pop(name, None)
    _hold_to(header, files, path)
    return header, files


def _hold_to(header: PackageHeader, files: Mapping[str, bytes], path: Path) -> None:
    listed = {one.name: one.sha256 for one in header.members}
    for name in sorted(listed.keys() | files.keys()):
        if name not in files:
            raise PackageForgedError(path, "missing", name)
        if name not in listed:
            raise PackageForgedError(path, "unlisted", name)
        if hashlib.sha256(files[name]).hexdigest() != listed[name]:
            raise PackageForgedError(path, "hash", name)


def _content_hash(header: PackageHeader) -> str:
    told = (packed_entries.ENTRIES, _REPORT)
    counted = [
        f"{one.name} {one.sha256}"
        for one in sorted(header.members, key=lambda one: one.name)
        if one.name in told or packed_entries.is_evidence(one.name)
    ]
    return hashlib.sha256("\n".join(counted).encode()).hexdigest()
