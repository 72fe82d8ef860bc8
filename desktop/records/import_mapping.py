"""How a workbook's columns were matched, so that nobody matches them twice."""

import datetime as dt
from dataclasses import dataclass

from desktop.records.identity import RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingMatch:
    """One heading and the field it stands for."""

    heading: str
    """Folded, as `vietnamese.fold` writes it."""
    field: str
    """Name of the field, with `#code` behind for one row of a small table, such as
    `audiences#women`; blank for a column nobody wants."""
    reading: str = ""
    """How doubtful cells are read: `dmy`, `mdy`, `decimal`, `grouped`; blank: as the
    field does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordMatch:
    """One word found in a column and the value it stands for."""

    field: str
    word: str
    """Folded."""
    value: str
    """Code or id of the value; blank: the cell is left blank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMapping:
    """What was settled about one shape of workbook for one register."""

    id: RecordId
    register: str
    headings: tuple[HeadingMatch, ...]
    words: tuple[WordMatch, ...] = ()
    kept_at: dt.datetime
