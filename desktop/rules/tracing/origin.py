"""Where an entry came from: file, sheet and cells, and who wrote it when."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCell:
    """The cell a field was read from."""

    field: str
    """Of the entry, with `#code` behind for one row of a small table."""
    cell: str
    """Such as `C12`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file an entry was read from, and where it stood there."""

    file_name: str
    """Blank for what was pasted."""
    sha256: str
    sheet: str
    row: int
    cells: tuple[SourceCell, ...]
    imported_at: dt.datetime
    by: str
    """Officer who imported it; blank where nobody was named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an entry came from."""

    sources: tuple[Source, ...]
    """Every file it was read from, newest first; empty: entered by hand."""
    entered_at: dt.datetime | None = None
    entered_by: str = ""
    changed_at: dt.datetime | None = None
    """When it was last written; None where that was when it was entered."""
    changed_by: str = ""
