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
class Sent:
    """What a unit sent that an entry was told in, and where it stood there."""

    agency: str
    """Name of the unit."""
    package: bool
    """Whether it came in a package; else in a collecting form."""
    period_code: str
    first_day: dt.date
    last_day: dt.date
    version: int
    slip: int
    """Number of the correction slip; 0: none."""
    file_name: str
    at: str
    """`Tập huấn!7` of a form; of a package the id at the sender."""
    received_at: dt.datetime
    signer: str
    newest: bool
    """Whether it is what stands; an older one was replaced by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an entry came from."""

    sources: tuple[Source, ...]
    """Every file it was read from, newest first; empty: entered by hand."""
    sent: tuple[Sent, ...] = ()
    """Everything a unit sent that told it and was accepted, newest first."""
    entered_at: dt.datetime | None = None
    entered_by: str = ""
    changed_at: dt.datetime | None = None
    """When it was last written; None where that was when it was entered."""
    changed_by: str = ""
