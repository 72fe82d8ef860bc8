"""Write a report as canonical JSON, and read it back.

Texts are NFC, keys sorted, no space between tokens: equal content, equal bytes.
"""

import dataclasses
import datetime as dt
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from desktop.errors import PackageTooNewError, PackageUnreadableError
from desktop.files.wire import shapes
from desktop.records import period as periods
from desktop.records import report as records
from desktop.records.report import Report

REPORT_FORMAT = 3
"""Version of the report's shape; raise it when any shape below changes.

Fields with a default came after the first: a report of that one reads as before.
"""

_SHAPES: dict[type, type[shapes.Wire]] = {
    periods.Period: shapes.PeriodWire,
    records.Column: shapes.ColumnWire,
    records.Row: shapes.RowWire,
    records.Table: shapes.TableWire,
    records.Bar: shapes.BarWire,
    records.Chart: shapes.ChartWire,
    records.Heading: shapes.HeadingWire,
    records.Paragraph: shapes.ParagraphWire,
    records.Annex: shapes.AnnexWire,
    records.Letterhead: shapes.LetterheadWire,
    records.SignerBlock: shapes.SignerBlockWire,
    records.FigureKey: shapes.FigureKeyWire,
    records.Addend: shapes.AddendWire,
    records.Trace: shapes.TraceWire,
    records.Footnote: shapes.FootnoteWire,
    records.FigureChange: shapes.FigureChangeWire,
    records.Report: shapes.ReportWire,
}
_RECORDS = {shape: record for record, shape in _SHAPES.items()}


def report_to_json(report: Report) -> bytes:
    """Return the report as canonical JSON."""
    file = shapes.ReportFileWire(format=REPORT_FORMAT, report=to_shape(report))
    return msgspec.json.encode(file, order="sorted")


def report_from_json(data: bytes, *, name: Path) -> Report:
    """Read a report back; `name` is the file errors speak of.

    Raises:
        PackageUnreadableError: Not a report, or with fields no report has.
        PackageTooNewError: Made by a later version of the program.
    """
    report: Report = _from_shape(_shape(data, name))
    return report


def front_from_json(data: bytes, *, name: Path) -> Report:
    """Read a report without its body and tables: checked as strictly, but sooner.

    Raises:
        PackageUnreadableError: Not a report, or with fields no report has.
        PackageTooNewError: Made by a later version of the program.
    """
    bare = msgspec.structs.replace(_shape(data, name), **_BODY)
    report: Report = _from_shape(bare)
    return report


_BODY: dict[str, tuple[()]] = dict.fromkeys(
    ("blocks", "annexes", "data", "traces", "footnotes", "changes"), ()
)
"""What is long in a report, and empty in its front."""


def _shape(data: bytes, name: Path) -> shapes.ReportWire:
    try:
        found = msgspec.json.decode(data, type=shapes.FormatWire).format
        if found > REPORT_FORMAT:
            raise PackageTooNewError(name, "format", str(found), str(REPORT_FORMAT))
        file = msgspec.json.decode(data, type=shapes.ReportFileWire)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise PackageUnreadableError(name, "content", str(error)) from error
    return file.report


def to_shape(item: Any) -> Any:  # noqa: ANN401  any part of a report
    """Turn a record, and all it holds, into its shape."""
    if type(item) is str:
        return _text(item)
    if isinstance(item, tuple):
        return tuple(to_shape(part) for part in item)
    if type(item) not in _SHAPES:
        return item
    cells = _CELLS.get(type(item), ())
    return _SHAPES[type(item)](
        **{
            name: (_cell if name in cells else to_shape)(getattr(item, name))
            for name in _FIELDS[type(item)]
        }
    )


_CELLS = {records.Row: ("values",), records.FigureChange: ("old", "new")}
"""Fields that hold what a cell of a table may hold."""


_FIELDS = {
    record: tuple(field.name for field in dataclasses.fields(record))
    for record in _SHAPES
}


def _cell(value: Any) -> Any:  # noqa: ANN401  one value of a cell, or several
    if isinstance(value, tuple):
        return tuple(map(_cell, value))
    if isinstance(value, Decimal):
        return shapes.DecimalWire(value=value)
    if isinstance(value, dt.date):
        return shapes.DateWire(value=value)
    return _text(value) if isinstance(value, str) else value


def _text(text: str) -> str:
    """Return a text in NFC, without half characters, which UTF-8 cannot carry."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    return unicodedata.normalize("NFC", whole)


def _from_shape(item: Any) -> Any:  # noqa: ANN401  any part of a report
    """Turn a shape, and all it holds, into its record."""
    if isinstance(item, tuple):
        return tuple(_from_shape(part) for part in item)
    if isinstance(item, shapes.DecimalWire | shapes.DateWire):
        return item.value
    if type(item) not in _RECORDS:
        return item
    names = item.__struct_fields__
    return _RECORDS[type(item)](
        **{name: _from_shape(getattr(item, name)) for name in names}
    )
