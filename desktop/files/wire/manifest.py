"""Write the manifest of a package as canonical JSON, and read it back."""

import dataclasses
import datetime as dt
from pathlib import Path
from typing import Annotated, Any

import msgspec

from desktop.errors import PackageTooNewError, PackageUnreadableError
from desktop.files.wire.report import to_shape
from desktop.files.wire.shapes import Wire
from desktop.records.exchange import (
    ControlTotal,
    EvidenceCarried,
    Member,
    PackageHeader,
)

MANIFEST_FORMAT = 3
"""Newest version of the manifest's shape; raise it when a shape is added."""
_WHOLE = 2
"""Version of a package that is the only one: programs before know it, too."""

MOST_PARTS = 99
"""Packages of one report."""

_Short = Annotated[str, msgspec.Meta(max_length=1000)]
_Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class MemberWire(Wire, frozen=True):
    """`records.exchange.Member`."""

    name: _Short
    size: Annotated[int, msgspec.Meta(ge=0)]
    sha256: _Digest


class ControlWire(Wire, frozen=True):
    """`records.exchange.ControlTotal`."""

    entries: Annotated[int, msgspec.Meta(ge=0)]
    attendance: Annotated[int, msgspec.Meta(ge=0)]
    code: _Short


class FirstManifestWire(Wire, frozen=True):
    """`records.exchange.PackageHeader` as packages of the first format tell it."""

    format_version: int
    package_id: _Short
    plan_id: _Short
    plan_title: _Short
    agency_id: _Short
    agency: _Short
    recipient: _Short
    period_code: _Short
    first_day: dt.date
    last_day: dt.date
    report_id: _Short
    version: Annotated[int, msgspec.Meta(ge=1)]
    created_at: Annotated[dt.datetime, msgspec.Meta(tz=True)]
    program_version: _Short
    practice: bool
    members: tuple[MemberWire, ...]


class ManifestWire(FirstManifestWire, frozen=True):
    """`records.exchange.PackageHeader`."""

    recipient_id: _Short
    slip: Annotated[int, msgspec.Meta(ge=0)]
    corrects: _Short
    evidence: EvidenceCarried
    control: ControlWire


class PartManifestWire(ManifestWire, frozen=True):
    """`records.exchange.PackageHeader` of one of several packages of a report."""

    part: Annotated[int, msgspec.Meta(ge=1)]
    parts: Annotated[int, msgspec.Meta(ge=2, le=MOST_PARTS)]


class ManifestFormatWire(msgspec.Struct):
    """The version alone, read first."""

    format_version: int


def manifest_to_json(header: PackageHeader) -> bytes:
    """Return the manifest as canonical JSON, members by name."""
    members = [
        MemberWire(name=one.name, size=one.size, sha256=one.sha256)
        for one in sorted(header.members, key=lambda one: one.name)
    ]
    fields = {
        field.name: to_shape(getattr(header, field.name))
        for field in dataclasses.fields(header)
    }
    control = ControlWire(**dataclasses.asdict(header.control))
    fields |= {"members": tuple(members), "control": control}
    if header.parts > 1:
        return msgspec.json.encode(PartManifestWire(**fields), order="sorted")
    del fields["part"], fields["parts"]
    return msgspec.json.encode(ManifestWire(**fields), order="sorted")


def format_of(header: PackageHeader) -> int:
    """Return the oldest version of the shape that tells all of a header."""
    return MANIFEST_FORMAT if header.parts > 1 else _WHOLE


def manifest_from_json(data: bytes, *, name: Path) -> PackageHeader:
    """Read a manifest of any format so far; `name` is the package errors speak of.

    Raises:
        PackageUnreadableError: Not a manifest, or with fields no manifest has.
        PackageTooNewError: Made by a later version of the program.
    """
    try:
        found = msgspec.json.decode(data, type=ManifestFormatWire).format_version
        if found > MANIFEST_FORMAT:
            raise PackageTooNewError(name, "format", str(found), str(MANIFEST_FORMAT))
        shape = msgspec.json.decode(data, type=_SHAPES.get(found, FirstManifestWire))
        if isinstance(shape, PartManifestWire) and shape.part > shape.parts:
            raise PackageUnreadableError(name, "content", f"{shape.part}")
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PackageUnreadableError(name, "content", str(error)) from error
    return _header(shape)


_SHAPES = {_WHOLE: ManifestWire, MANIFEST_FORMAT: PartManifestWire}


def _header(shape: FirstManifestWire) -> PackageHeader:
    fields: dict[str, Any] = {
        one: getattr(shape, one) for one in shape.__struct_fields__
    }
    fields["members"] = tuple(
        Member(name=one.name, size=one.size, sha256=one.sha256) for one in shape.members
    )
    if isinstance(shape, ManifestWire):
        fields["control"] = ControlTotal(**msgspec.structs.asdict(shape.control))
    return PackageHeader(**fields)
