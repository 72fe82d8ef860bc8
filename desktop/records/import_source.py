"""Where imported entries came from: the file, the sheet, the rows and columns."""

import datetime as dt
from dataclasses import dataclass

from desktop.records.identity import Code, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceColumn:
    """Which column of the sheet a field was read from."""

    field: str
    column: str
    """Letter of the column, such as `C`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """Which row of the sheet an entry was read from."""

    record: RecordId
    row: int
    """As Excel numbers rows, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSource:
    """One import: what was read, and where each entry it made stood there."""

    id: str
    register: Code
    file_name: str
    """Blank for what was pasted."""
    sha256: str
    """Of the file; blank for what was pasted."""
    sheet: str
    imported_at: dt.datetime
    columns: tuple[SourceColumn, ...]
    rows: tuple[SourceRow, ...]
