"""Find the number and the date in the letterhead of a document; Decree 30/2020."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from desktop.files.signed_copies.words import Page, in_lines

_NUMBER: Final = re.compile(r"Số\s*:?\s*([0-9]{1,6}[A-Za-zĐđ]?)\s*/\s*\S")
_DATE: Final = re.compile(
    r"ngày\s*([0-9]{1,2})\s*tháng\s*([0-9]{1,2})\s*năm\s*([0-9]{4})", re.IGNORECASE
)
_LINES: Final = 12
"""Lines from the top of the first page that may be the letterhead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What was read in a letterhead; blank or None where there is nothing."""

    number: str = ""
    dated: dt.date | None = None


def read_head(pages: tuple[Page, ...]) -> Head:
    """Return the number and the date of a document."""
    if not pages:
        return Head()
    lines = [
        unicodedata.normalize("NFC", " ".join(word.text for word in line))
        for line in in_lines(pages[0])[:_LINES]
    ]
    number = next(filter(None, map(_NUMBER.search, lines)), None)
    day = next(filter(None, map(_DATE.search, lines)), None)
    return Head(
        number="" if number is None else number[1],
        dated=None if day is None else _date(day),
    )


def _date(found: re.Match[str]) -> dt.date | None:
    day, month, year = (int(part) for part in found.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
