"""Read the words of Office files for the guard: within limits, and never all of it."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, iterparse

INFLATED_LIMIT: Final = 40_000_000
"""Bytes of one part; what lies behind is not looked at."""
ROW_LIMIT: Final = 20_000
CELL_LIMIT: Final = 300_000

_DECLARES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TAGS: Final = re.compile(r"<[^>]{0,2000}>")
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_SLIDE: Final = re.compile(r"ppt/slides/[^/]+\.xml")
_LETTERS: Final = re.compile(r"[A-Z]+")
_STRINGS: Final = "xl/sharedStrings.xml"
_COLUMNS: Final = 256

Row = list[str]


def rows_of_workbook(data: bytes) -> Iterator[Row]:
    """Yield the rows of every sheet, hidden ones too, as far as the limits go.

    Raises what `zipfile` and the XML parser raise on damaged files.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        strings = _strings(archive) if _STRINGS in names else []
        for name in filter(_SHEET.fullmatch, names):
            yield from _sheet(_part(archive, name), strings)
            yield []


def rows_of_document(data: bytes) -> Iterator[Row]:
    """Yield the rows of the tables of a document, and each other paragraph as a row."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        part = _part(archive, "word/document.xml")
    for _, element in iterparse(BytesIO(part)):  # noqa: S314  DTDs were refused
        name = _name(element)
        if name == "tr":
            yield [_text(cell) for cell in element if _name(cell) == "tc"]
            element.clear()
        elif name == "body":
            for child in element:
                if _name(child) == "p":
                    yield [_text(child)]


def text_of_parts(data: bytes) -> str:
    """Return the text of slides or of an OpenDocument, its marks taken out."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        wanted = [
            name
            for name in archive.namelist()
            if name == "content.xml" or _SLIDE.fullmatch(name)
        ]
        parts = [_part(archive, name) for name in wanted[:200]]
    return "\n".join(_TAGS.sub(" ", part.decode("utf-8", "replace")) for part in parts)


def column_of(address: str, following: int) -> int:
    """Return the column of a cell's address, counted from nought; none: the next."""
    letters = _LETTERS.match(address)
    if letters is None:
        return following
    column = 0
    for letter in letters[0][:3]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        found = stream.read(INFLATED_LIMIT)
    # Without its zero bytes a part in UTF-16 shows what it declares.
    if _DECLARES.search(found.replace(b"\x00", b"")):
        raise ValueError(name)
    return found


def _strings(archive: zipfile.ZipFile) -> list[str]:
    found: list[str] = []
    for _, element in iterparse(BytesIO(_part(archive, _STRINGS))):  # noqa: S314
        if _name(element) == "si":
            found.append(_text(element))
            element.clear()
    return found


def _sheet(part: bytes, strings: list[str]) -> Iterator[Row]:
    rows = cells = 0
    for _, element in iterparse(BytesIO(part)):  # noqa: S314  DTDs were refused
        if _name(element) != "row":
            continue
        row = _row(element, strings)
        yield row
        element.clear()
        rows += 1
        cells += len(row)
        if rows > ROW_LIMIT or cells > CELL_LIMIT:
            return


def _row(element: Element, strings: list[str]) -> Row:
    row: Row = []
    for cell in element:
        at = column_of(cell.get("r", ""), len(row))
        if at < _COLUMNS:
            row.extend([""] * (at - len(row) + 1))
            row[at] = _value(cell, strings)
    return row


def _value(cell: Element, strings: list[str]) -> str:
    text = _text(cell)
    if cell.get("t") != "s":
        return text
    number = int(text) if text.isdecimal() else -1
    return strings[number] if 0 <= number < len(strings) else ""


def _text(element: Element) -> str:
    found = (one.text or "" for one in element.iter() if _name(one) in {"t", "v"})
    return "".join(found).strip()


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
