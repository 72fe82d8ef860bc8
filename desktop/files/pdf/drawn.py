"""What goes into a drawn document beside the report, and what comes out of it."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place on a page, in PDF points from the lower left corner."""

    page: int
    """Counted from 0 over the whole file."""
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A finished document and the two places left for signatures."""

    pdf: bytes
    person_box: Box
    """Decree 30/2020, cell 7b: the signature of the person."""
    agency_box: Box
    """Cell 8: the seal, over the left third of the person's signature."""
    copy_box: Box
    """Cell 14: room for what tells of an electronic copy, top right of page 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """The workbook that goes with the document."""

    file_name: str
    sha256: str
    """Hexadecimal, as printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCode:
    """What ties the paper to the data it was drawn from."""

    typed: str
    """In groups, for whoever has a keyboard only."""
    scanned: str
    """What the square code holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file carried inside the document; ISO 19005-3, 6.8."""

    file_name: str
    data: bytes
    mime: str
    description: str
    relationship: Literal["Data", "Source", "Supplement", "Alternative"] = "Data"
