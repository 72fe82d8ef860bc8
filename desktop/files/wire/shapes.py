"""The shapes of a report as it travels, field by field."""

import datetime as dt
from decimal import Decimal
from typing import Annotated

import msgspec

from desktop.records.report import ChartKind, ColumnType, RowKind
from desktop.records.signing import SignerRole


class Wire(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A shape that accepts exactly its own fields."""


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
    key: str = ""


class RowWire(Wire, frozen=True):
    """`records.report.Row`."""

    values: tuple[ValueWire, ...]
    kind: RowKind
    key: str = ""
    codes: tuple[str, ...] = ()
    record: str = ""


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
    place: str = ""


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
    urgency: str = ""
    circulation: str = ""
    contact: tuple[str, ...] = ()


class SignerBlockWire(Wire, frozen=True):
    """`records.report.SignerBlock`."""

    authority: tuple[str, ...]
    name: str
    test_mark: str


class FigureKeyWire(Wire, frozen=True):
    """`records.report.FigureKey`."""

    table: str
    row: str
    column: str


class AddendWire(Wire, frozen=True):
    """`records.report.Addend`."""

    amount: Decimal
    table: str = ""
    row: int = 0
    code: str = ""
    text: str = ""


class TraceWire(Wire, frozen=True):
    """`records.report.Trace`."""

    code: str
    at: tuple[FigureKeyWire, ...]
    label: str
    value: Decimal
    how: str
    addends: tuple[AddendWire, ...]


class FootnoteWire(Wire, frozen=True):
    """`records.report.Footnote`."""

    number: int
    text: str
    section: str = ""
    at: FigureKeyWire | None = None


class FigureChangeWire(Wire, frozen=True):
    """`records.report.FigureChange`."""

    at: FigureKeyWire
    label: str
    old: ValueWire
    new: ValueWire
    reason: str = ""
    total: bool = False


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
    traces: tuple[TraceWire, ...] = ()
    footnotes: tuple[FootnoteWire, ...] = ()
    template_version: int = 0
    template_sha256: str = ""
    target_versions: tuple[str, ...] = ()
    slip: int = 0
    corrects: str = ""
    changes: tuple[FigureChangeWire, ...] = ()
    signers: tuple[SignerRole, ...] = ()


class ReportFileWire(Wire, frozen=True):
    """A report with the version of its shape."""

    format: int
    report: ReportWire


class FormatWire(msgspec.Struct):
    """The version alone, read first: later shapes may have other fields."""

    format: int
