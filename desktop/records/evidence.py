"""Evidence: files that show that something recorded took place."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.identity import RecordId


class Exposure(StrEnum):
    """What a file may show of persons, as whoever attached it answered (6.7)."""

    UNKNOWN = "unknown"
    NOBODY = "nobody"
    """No person can be recognised in it."""
    ALLOWED = "allowed"
    """Persons can be recognised, and it may be shown to others."""
    CLOSED = "closed"
    """Persons can be recognised, or a list tells of them: it stays in the office."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One file beside one record; its content lies in the office's folder by hash.

    The file itself is never altered once kept; several records may share a content.
    """

    id: RecordId
    place: str
    """Table of the record it belongs to."""
    row_id: str
    """Id of that record."""
    name: str
    """What the file is called on screen and when it is handed on."""
    sha256: str
    """Of the content kept, which for a photo is the shrunk one."""
    size: int
    """Bytes kept."""
    media: str
    """Media type told by the first bytes, such as `image/jpeg`."""
    added_at: dt.datetime
    source_sha256: str
    """Of the file as it was brought, so that the same file is known again."""
    exposure: Exposure = Exposure.UNKNOWN
    note: str = ""
