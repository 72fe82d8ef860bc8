"""A report: computed, frozen, ready to be drawn; whoever draws it computes nothing."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.records.period import Period
from desktop.records.signing import SignerRole

Value = str | int | Decimal | dt.date | bool | None
"""What a cell holds; None prints as blank, or as the cell's `blank`."""


class ColumnType(StrEnum):
    """How the cells of a column are aligned and formatted."""

    TEXT = "text"
    ORDINAL = "ordinal"
    """A running number, a code or a short word, centred."""
    INTEGER = "integer"
    DECIMAL = "decimal"
    """One decimal at most."""
    PERCENT = "percent"
    """Already times one hundred, one decimal at most."""
    MONEY = "money"
    """Whole đồng."""
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table."""

    heading: tuple[str, ...]
    """Heading cells from the top down; equal neighbours are drawn merged."""
    type: ColumnType = ColumnType.TEXT
    weight: int = 10
    """Share of the width; the drawing spreads the whole width by weight."""
    number: str = ""
    """Number printed under the heading, such as `(1)`."""
    key: str = ""
    """What stands in it, the same in every report: a figure's code, `numerator`."""


class RowKind(StrEnum):
    """How a row is set."""

    DATA = "data"
    GROUP = "group"
    """A heading row, bold, its first text spanning the row."""
    TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table, with as many values as the table has columns."""

    values: tuple[Value, ...]
    kind: RowKind = RowKind.DATA
    key: str = ""
    """What it is about, the same in every report: an agency's id, a goal, a task's
    id, `total`; blank where nothing refers to it."""
    codes: tuple[str, ...] = ()
    """Short code of the trace of each value, blank where it has none; or empty."""
    record: str = ""
    """Of a row of data: the table and id of its record, `activities/5f3a…`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its title, unit line, columns, rows and notes."""

    code: str
    """Short ASCII name, unique in the report; names the sheet's defined name."""
    title: str
    sheet: str
    """Name of the workbook's sheet, at most 31 characters."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unit: str = ""
    notes: tuple[str, ...] = ()
    landscape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: its label, its value, and the line it is held against."""

    label: str
    value: Decimal | None
    """None draws an empty row that says why in `text`."""
    target: Decimal | None = None
    upper: Decimal | None = None
    text: str = ""
    """What is written at the end of the bar."""


class ChartKind(StrEnum):
    """The two charts there are: no pies, no 3-D."""

    TARGETS = "targets"
    """Horizontal bars against a marked line."""
    COLUMNS = "columns"
    """Columns, such as months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart of one series."""

    code: str
    title: str
    kind: ChartKind
    unit: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading in the body: level 1 is `I.`, 2 is `1.`, 3 is `a)`."""

    level: int
    text: str
    """With its number."""
    place: str = ""
    """Place of its section in the outline, such as `II.1` or `II.2.a`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the body."""

    text: str
    italic: bool = False


Block = Heading | Paragraph | Table | Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """An annex on pages of its own; Decree 30/2020, Annex I."""

    label: str
    """Such as `Phụ lục I`; blank when there is only one."""
    title: str
    reference: str
    """Line that names the document it goes with."""
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Everything above the body; Decree 30/2020, cells 1 to 5."""

    superior: str
    """Name of the direct superior agency (cell 2); may be blank."""
    agency: str
    """Name of the issuing agency (cell 2), in capitals as printed."""
    number: str = ""
    """The number alone; blank leaves room (cell 3)."""
    symbol: str
    """Such as `BC-ABC`."""
    place: str
    """Place name (cell 4)."""
    date: dt.date | None = None
    """None leaves room for day and month."""
    year: int
    """Year printed when the date is still blank."""
    document_type: str
    """Such as `BÁO CÁO` (cell 5a); blank for an official letter, which has no name of
    its type and whose subject stands under the number (cell 5b)."""
    subject: str
    """Trích yếu (cell 5a, or 5b with `V/v` before it)."""
    addressees: tuple[str, ...] = ()
    """`Kính gửi` (cell 9a); empty for none."""
    urgency: str = ""
    """Mark of urgency, such as `KHẨN` (cell 10b); blank for none."""
    circulation: str = ""
    """How far it may go, such as `LƯU HÀNH NỘI BỘ` (cell 11); blank for none."""
    contact: tuple[str, ...] = ()
    """Address, e-mail and telephone of the office (cell 13); empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerBlock:
    """Authority lines and name; Decree 30/2020, cells 7a to 7c."""

    authority: tuple[str, ...]
    """Such as `KT. TRƯỞNG PHÒNG`, `PHÓ TRƯỞNG PHÒNG`."""
    name: str = ""
    test_mark: str = ""
    """Printed with the signature when the key is only a test key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureKey:
    """Where a figure stands, the same in every report of its kind."""

    table: str
    """Code of the table."""
    row: str
    """Key of the row."""
    column: str
    """Key of the column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addend:
    """One part of a figure: a record, another figure, or a number told in words."""

    amount: Decimal
    """What it adds; negative for what is counted elsewhere."""
    table: str = ""
    """Code of the table of data the record stands in, with `row`; blank otherwise."""
    row: int = 0
    """Number of the record's row in that table, from 1."""
    code: str = ""
    """Code of the other figure, whose own trace tells its addends."""
    text: str = ""
    """Why the amount differs from what the record shows, or what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What one printed figure is made of; anybody can add it up again."""

    code: str
    """Short code printed beside the figure, such as `A12`."""
    at: tuple[FigureKey, ...]
    """Every place where that very figure stands."""
    label: str
    """What was counted: table, row and column in words."""
    value: Decimal
    how: str
    """How the addends become the value, in words an officer can follow."""
    addends: tuple[Addend, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """An explanation printed under a number: of a finding that was left as it is."""

    number: int
    text: str
    section: str = ""
    """Place of the section whose heading bears the number; blank for a figure."""
    at: FigureKey | None = None
    """The figure, or with a blank column the row, or with a blank row the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChange:
    """One figure a correction changes."""

    at: FigureKey
    label: str
    old: Value
    new: Value
    reason: str = ""
    """Why; blank for a total that only follows."""
    total: bool = False
    """Whether it only follows from the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report: every word and figure, in order."""

    id: str
    code: str
    """Short ASCII name used for file names, such as `bao-cao-nam-2024`."""
    kind: str
    """Kind of report: name of its template."""
    plan_title: str
    agency: str
    agency_id: str
    period: Period
    computed_at: dt.datetime
    """With offset; the moment whose records were read."""
    letterhead: Letterhead
    blocks: tuple[Block, ...]
    signer: SignerBlock
    recipients: tuple[str, ...]
    """Lines of the recipients, without dash and punctuation; the last is for filing."""
    annexes: tuple[Annex, ...] = ()
    data: tuple[Table, ...] = ()
    """Every record counted, for the workbook's data sheets only."""
    practice: bool = False
    """Made in a practice office: says so on every page and sheet."""
    language: str = "vi-VN"
    traces: tuple[Trace, ...] = ()
    """What every figure of the tables is made of."""
    footnotes: tuple[Footnote, ...] = ()
    template_version: int = 0
    """Version of the outline and words it was laid out by; 0: not kept."""
    template_sha256: str = ""
    """Hash of them as they were, an office's own changes included."""
    target_versions: tuple[str, ...] = ()
    """Ids of the versions of the targets it was computed by."""
    slip: int = 0
    """Number of the correction slip; 0: a report."""
    corrects: str = ""
    """Id of the issued report a slip corrects."""
    changes: tuple[FigureChange, ...] = ()
    """What a slip changes."""
    signers: tuple[SignerRole, ...] = ()
    """Who is expected to sign it by a key; none: it is signed on paper."""
