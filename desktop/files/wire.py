"""Know the shapes of what travels between agencies, per version of the format.

Texts are NFC, keys sorted, no space between tokens: equal content, equal bytes.
"""

import dataclasses
import datetime as dt
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import msgspec

from desktop.errors import PackageTooNewError, PackageUnreadableError
from desktop.records import period as periods
from desktop.records import report as records
from desktop.records.exchange import Member, PackageHeader
from desktop.records.report import ChartKind, ColumnType, Report, RowKind


class Wire(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A shape that accepts exactly its own fields."""


# --- the report --------------------------------------------------------------

REPORT_FORMAT = 1
"""Version of the report's shape; raise it when any shape below changes."""


class DecimalWire(Wire, frozen=True, tag_field="type", tag="decimal"):
    """A number that is not whole by nature, as digits."""

    value: Decimal


class DateWire(Wire, frozen=True, tag_field="type", tag="date"):
    """A day in a cell, told apart from a text that looks like one."""

    value: dt.date


ValueWire = str | int | bool | DecimalWire | DateWire | None


class PeriodWire(Wire, frozen=True):
    """`records.period.Period`."""

    code: str
    first_day: dt.date
    last_day: dt.date
    closing_day: dt.date


class ColumnWire(Wire, frozen=True):
    """`records.report.Column`."""

    heading: tuple[str, ...]
    type: ColumnType
    weight: int
    number: str


class RowWire(Wire, frozen=True):
    """`records.report.Row`."""

    values: tuple[ValueWire, ...]
    kind: RowKind


class TableWire(Wire, frozen=True, tag_field="block", tag="table"):
    """`records.report.Table`."""

    code: str
    title: str
    sheet: str
    columns: tuple[ColumnWire, ...]
    rows: tuple[RowWire, ...]
    unit: str
    notes: tuple[str, ...]
    landscape: bool


class BarWire(Wire, frozen=True):
    """`records.report.Bar`."""

    label: str
    value: Decimal | None
    target: Decimal | None
    upper: Decimal | None
    text: str


class ChartWire(Wire, frozen=True, tag_field="block", tag="chart"):
    """`records.report.Chart`."""

    code: str
    title: str
    kind: ChartKind
    unit: str
    bars: tuple[BarWire, ...]


class HeadingWire(Wire, frozen=True, tag_field="block", tag="heading"):
    """`records.report.Heading`."""

    level: int
    text: str


class ParagraphWire(Wire, frozen=True, tag_field="block", tag="paragraph"):
    """`records.report.Paragraph`."""

    text: str
    italic: bool


BlockWire = HeadingWire | ParagraphWire | TableWire | ChartWire


class AnnexWire(Wire, frozen=True):
    """`records.report.Annex`."""

    label: str
    title: str
    reference: str
    blocks: tuple[BlockWire, ...]
    landscape: bool


class LetterheadWire(Wire, frozen=True):
    """`records.report.Letterhead`."""

    superior: str
    agency: str
    number: str
    symbol: str
    place: str
    date: dt.date | None
    year: int
    document_type: str
    subject: str
    addressees: tuple[str, ...]


class SignerBlockWire(Wire, frozen=True):
    """`records.report.SignerBlock`."""

    authority: tuple[str, ...]
    name: str
    test_mark: str


class ReportWire(Wire, frozen=True):
    """`records.report.Report`."""

    id: str
    code: str
    kind: str
    plan_title: str
    agency: str
    agency_id: str
    period: PeriodWire
    computed_at: Annotated[dt.datetime, msgspec.Meta(tz=True)]
    letterhead: LetterheadWire
    blocks: tuple[BlockWire, ...]
    signer: SignerBlockWire
    recipients: tuple[str, ...]
    annexes: tuple[AnnexWire, ...]
    data: tuple[TableWire, ...]
    practice: bool
    language: str


class ReportFileWire(Wire, frozen=True):
    """A report with the version of its shape."""

    format: int
    report: ReportWire


class FormatWire(msgspec.Struct):
    """The version alone, read first: later shapes may have other fields."""

    format: int


_SHAPES: dict[type, type[Wire]] = {
    periods.Period: PeriodWire,
    records.Column: ColumnWire,
    records.Row: RowWire,
    records.Table: TableWire,
    records.Bar: BarWire,
    records.Chart: ChartWire,
    records.Heading: HeadingWire,
    records.Paragraph: ParagraphWire,
    records.Annex: AnnexWire,
    records.Letterhead: LetterheadWire,
    records.SignerBlock: SignerBlockWire,
    records.Report: ReportWire,
}
_RECORDS = {shape: record for record, shape in _SHAPES.items()}


def report_to_json(report: Report) -> bytes:
    """Return the report as canonical JSON."""
    file = ReportFileWire(format=REPORT_FORMAT, report=_to_wire(report))
    return msgspec.json.encode(file, order="sorted")


def report_from_json(data: bytes, *, name: Path) -> Report:
    """Read a report back; `name` is the file errors speak of.

    Raises:
        PackageUnreadableError: Not a report, or with fields no report has.
        PackageTooNewError: Made by a later version of the program.
    """
    try:
        found = msgspec.json.decode(data, type=FormatWire).format
        if found > REPORT_FORMAT:
            raise PackageTooNewError(name, "format", str(found), str(REPORT_FORMAT))
        file = msgspec.json.decode(data, type=ReportFileWire)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PackageUnreadableError(name, "content", str(error)) from error
    report: Report = _from_wire(file.report)
    return report


def _to_wire(item: Any) -> Any:  # noqa: ANN401  any part of a report
    """Turn a record, and all it holds, into its shape."""
    if type(item) is str:
        return _text(item)
    if isinstance(item, tuple):
        return tuple(_to_wire(part) for part in item)
    if isinstance(item, records.Row):
        return RowWire(values=tuple(map(_cell, item.values)), kind=item.kind)
    if type(item) not in _SHAPES:
        return item
    fields = (field.name for field in dataclasses.fields(item))
    return _SHAPES[type(item)](
        **{name: _to_wire(getattr(item, name)) for name in fields}
    )


def _cell(value: records.Value) -> ValueWire:
    if isinstance(value, Decimal):
        return DecimalWire(value=value)
    if isinstance(value, dt.date):
        return DateWire(value=value)
    return _text(value) if isinstance(value, str) else value


def _text(text: str) -> str:
    """Return a text in NFC, without half characters, which UTF-8 cannot carry."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    return unicodedata.normalize("NFC", whole)


def _from_wire(item: Any) -> Any:  # noqa: ANN401  any part of a report
    """Turn a shape, and all it holds, into its record."""
    if isinstance(item, tuple):
        return tuple(_from_wire(part) for part in item)
    if isinstance(item, DecimalWire | DateWire):
        return item.value
    if type(item) not in _RECORDS:
        return item
    names = item.__struct_fields__
    return _RECORDS[type(item)](
        **{name: _from_wire(getattr(item, name)) for name in names}
    )


# --- the manifest ------------------------------------------------------------

MANIFEST_FORMAT = 1
"""Version of the manifest's shape; raise it when `ManifestWire` changes."""

_Short = Annotated[str, msgspec.Meta(max_length=1000)]
_Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class MemberWire(Wire, frozen=True):
    """`records.exchange.Member`."""

    name: _Short
    size: Annotated[int, msgspec.Meta(ge=0)]
    sha256: _Digest


class ManifestWire(Wire, frozen=True):
    """`records.exchange.PackageHeader`."""

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
        field.name: _to_wire(getattr(header, field.name))
        for field in dataclasses.fields(header)
    }
    shape = ManifestWire(**{**fields, "members": tuple(members)})
    return msgspec.json.encode(shape, order="sorted")


def manifest_from_json(data: bytes, *, name: Path) -> PackageHeader:
    """Read a manifest back; `name` is the package errors speak of.

    Raises:
        PackageUnreadableError: Not a manifest, or with fields no manifest has.
        PackageTooNewError: Made by a later version of the program.
    """
    try:
        found = msgspec.json.decode(data, type=ManifestFormatWire).format_version
        if found > MANIFEST_FORMAT:
            raise PackageTooNewError(name, "format", str(found), str(MANIFEST_FORMAT))
        shape = msgspec.json.decode(data, type=ManifestWire)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PackageUnreadableError(name, "content", str(error)) from error
    fields = {one: getattr(shape, one) for one in shape.__struct_fields__}
    members = tuple(
        Member(name=one.name, size=one.size, sha256=one.sha256) for one in shape.members
    )
    return PackageHeader(**{**fields, "members": members})
