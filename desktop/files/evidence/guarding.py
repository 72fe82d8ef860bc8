"""Look what a file shows of persons, as far as its words can be read."""

import csv
import io
import zipfile
import zlib
from collections.abc import Callable, Iterable
from typing import Final
from xml.etree.ElementTree import ParseError

from desktop.files.evidence import office_text
from desktop.files.evidence.media import Medium
from desktop.files.pdf.texts import first_text
from desktop.rules.evidence_guard import Findings, in_list, in_text

TEXT_LIMIT: Final = 5_000_000
"""Bytes of a plain text that are looked at."""

_FAULTS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    OSError,
    ValueError,
    KeyError,
    RuntimeError,
    NotImplementedError,
    EOFError,
    OverflowError,
    csv.Error,
)
"""What damaged files were seen to bring about; the guard then has nothing to say."""


def look(data: bytes, medium: Medium) -> Findings | None:
    """Return what a file shows of persons; None where its words cannot be read.

    Photos, sound, film, archives, old Office files and scans have no words to read.
    """
    read = _READERS.get(medium.ending)
    if read is None:
        return None
    try:
        return read(data)
    except _FAULTS:
        return None


def decoded(data: bytes) -> str:
    """Return plain text by its first bytes, else as old Windows wrote it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1258", "replace")


def rows_of_text(text: str) -> Iterable[list[str]]:
    """Return the rows of a list whose cells are parted by tab, semicolon or comma."""
    head = text[:2_000]
    mark = max("\t;,", key=head.count)
    return csv.reader(io.StringIO(text), delimiter=mark)


def _plain(data: bytes) -> Findings:
    return in_text(decoded(data[:TEXT_LIMIT]))


def _list(data: bytes) -> Findings:
    return in_list(rows_of_text(decoded(data[:TEXT_LIMIT])))


def _pdf(data: bytes) -> Findings | None:
    text = first_text(data)
    return in_text(text) if text.strip() else None


_READERS: Final[dict[str, Callable[[bytes], Findings | None]]] = {
    ".txt": _plain,
    ".csv": _list,
    ".pdf": _pdf,
    ".xlsx": lambda data: in_list(office_text.rows_of_workbook(data)),
    ".docx": lambda data: in_list(office_text.rows_of_document(data)),
    ".pptx": lambda data: in_text(office_text.text_of_parts(data)),
    ".odt": lambda data: in_text(office_text.text_of_parts(data)),
    ".ods": lambda data: in_text(office_text.text_of_parts(data)),
    ".odp": lambda data: in_text(office_text.text_of_parts(data)),
}
