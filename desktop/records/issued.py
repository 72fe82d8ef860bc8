"""Issued copies: reports whose figures no longer change."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class CopyFormat(StrEnum):
    """What kind of file an issued copy is."""

    PDF = "pdf"
    WORKBOOK = "workbook"
    WORD = "word"
    """For leaders who edit wording; what comes back of it is not read."""
    PAPER = "paper"
    """The PDF to be printed, signed and stamped by hand; says that no key signed it."""
    SIGNED = "signed"
    """The PDF as it came back from whoever signed, numbered and dated it elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedReport:
    """A report as issued: its frozen content and where it stands."""

    id: str
    kind: str
    period_code: str
    first_day: dt.date
    last_day: dt.date
    version: int
    issued_at: dt.datetime
    number: str = ""
    """Given now or later, as the date is: the clerk numbers what was signed."""
    dated: dt.date | None = None
    content: str
    """The whole `Report` as canonical JSON: what every copy is drawn from."""
    content_sha256: str
    journal_head: str
    """Head of the hash chain when it was issued."""
    slip: int = 0
    """Number of the correction slip; 0: a report."""
    corrects: str | None = None
    """Id of the report a slip corrects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedCopy:
    """One file made from an issued report, known by its hash."""

    id: str
    report: str
    format: CopyFormat
    file_name: str
    sha256: str
    size: int
    made_at: dt.datetime
    signed_by: str = ""
    """Subject of the certificate; blank when not signed."""
    test_key: bool = False
