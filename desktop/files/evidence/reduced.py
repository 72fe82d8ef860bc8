"""Make the reduced form of a piece of evidence: what may leave the office more freely.

Photos without marks, and lists in which a card's number shows its last three digits.
Only those numbers change: every other part of a workbook is carried over byte by byte.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from desktop.errors import FileError
from desktop.files.evidence import office_text
from desktop.files.evidence.bringing import read_limited
from desktop.files.evidence.guarding import decoded, look, rows_of_text
from desktop.files.evidence.media import Medium, Sort, media_of
from desktop.files.evidence.photo import shrunk
from desktop.files.evidence.position import without_position
from desktop.rules.evidence_guard import (
    Personal,
    columns_of,
    reduced_number,
    reduced_text,
)

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_STRINGS: Final = "xl/sharedStrings.xml"
_ALONE: Final = re.compile(rb'(?<=[">])0\d{8}(\d{3})(?=["<])')
"""A card's number in other parts, such as the memory of a pivot table."""
_INFLATED: Final = 100_000_000
_RATIO: Final = 100
_RATIO_FREE: Final = 100_000
_MOVING: Final = frozenset({Sort.FILM, Sort.SOUND})


def reduced(path: Path) -> bytes | None:
    """Return the reduced form of a file, or None where none can be made.

    A text in which nothing personal was found is its own reduced form. None is
    returned of what shows something but cannot be changed (a PDF, a document), and of
    what cannot be read at all: a scan, an archive, an old Office file.

    Raises:
        FileError: The file cannot be read, as `bring` tells.
    """
    data = read_limited(path)
    medium = media_of(data, path)
    if medium.sort is Sort.PHOTO:
        return shrunk(data, path).data
    if medium.sort in _MOVING:
        return without_position(data)
    return _written(data, medium)


def _written(data: bytes, medium: Medium) -> bytes | None:
    found = look(data, medium)
    if found is None:
        return None
    write = _WRITERS.get(medium.ending)
    if not found.counts.get(Personal.IDENTITY):
        return data if not found or write else None
    try:
        return write(data) if write else None
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, FileError):
        return None


def _plain(data: bytes) -> bytes:
    return _encoded(reduced_text(decoded(data)), data)


def _list(data: bytes) -> bytes:
    text = decoded(data)
    rows = list(rows_of_text(text))
    cards = _cards(rows)
    if not cards:  # nothing is written anew but the numbers
        return _encoded(reduced_text(text), data)
    out = io.StringIO()
    mark = max("\t;,", key=text[:2_000].count)
    ends = "\r\n" if "\r\n" in text else "\n"
    writer = csv.writer(out, delimiter=mark, lineterminator=ends)
    for row in rows:
        writer.writerow(
            _shortened(cell, card=at in cards) for at, cell in enumerate(row)
        )
    return _encoded(out.getvalue(), data)


def _encoded(text: str, like: bytes) -> bytes:
    if like.startswith((b"\xff\xfe", b"\xfe\xff")):
        return text.encode("utf-16")
    return text.encode("utf-8-sig" if like.startswith(b"\xef\xbb\xbf") else "utf-8")


def _cards(rows: list[list[str]]) -> frozenset[int]:
    kinds = columns_of(rows)
    return frozenset(at for at, kind in kinds.items() if kind is Personal.IDENTITY)


def _workbook(data: bytes) -> bytes:
    """Return a workbook with its numbers shortened and all else as it was."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        infos = source.infolist()
        parts = {one.filename: _part(source, one) for one in infos}
    if sum(map(len, parts.values())) > _INFLATED:
        raise ValueError(len(parts))
    _shorten_parts(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in infos:
            target.writestr(info, parts[info.filename], info.compress_type)
    return out.getvalue()


def _part(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    most = max(_RATIO * info.compress_size, _RATIO_FREE)
    with archive.open(info) as stream:
        found = stream.read(most + 1)
    if len(found) > most:
        raise ValueError(info.filename)
    return found


def _shorten_parts(parts: dict[str, bytes]) -> None:
    """Shorten the numbers in every part, the shared texts of the sheets last."""
    strings: list[str] = []
    if _STRINGS in parts:
        _, root = _parsed(parts[_STRINGS])
        strings = [_text(one) for one in root.iter(f"{_MAIN}si")]
    shared: set[int] = set()
    for name, part in parts.items():
        if _SHEET.fullmatch(name):
            tree, root = _parsed(part)
            if _shorten_cells(root, strings, shared):
                parts[name] = _bytes(tree)
        elif name.endswith(".xml") and name != _STRINGS:
            parts[name] = _ALONE.sub(rb"*********\1", part)
    if _STRINGS in parts:
        tree, root = _parsed(parts[_STRINGS])
        items = enumerate(root.iter(f"{_MAIN}si"))
        if sum(_shorten_item(one, card=at in shared) for at, one in items):
            parts[_STRINGS] = _bytes(tree)


def _parsed(part: bytes) -> tuple[Any, Any]:
    """Return the tree of a part and its root; one that declares entities is refused."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError from error
    tree: Any = root.getroottree()
    if tree.docinfo.doctype:
        raise ValueError(root.tag)
    return tree, root


def _bytes(tree: Any) -> bytes:  # noqa: ANN401  lxml is imported late
    from lxml import etree

    return bytes(etree.tostring(tree, encoding="UTF-8", standalone=True))


def _shorten_item(item: Any, *, card: bool) -> bool:  # noqa: ANN401
    """Shorten the numbers in a shared text, over the runs it is made of."""
    runs = list(item.iter(f"{_MAIN}t"))
    whole = "".join(run.text or "" for run in runs)
    short = _shortened(whole, card=card)
    for run in runs:
        size = len(run.text or "")
        run.text, short = short[:size], short[size:]
    return whole != "".join(run.text or "" for run in runs)


def _shorten_cells(
    root: Any,  # noqa: ANN401
    strings: list[str],
    shared: set[int],
) -> bool:
    """Shorten the numbers in a sheet's own cells; note shared texts below a heading."""
    table = [_row(row, strings) for row in root.iter(f"{_MAIN}row")]
    cards = _cards([[text for _, text in row] for row in table])
    changed = False
    for row in table:
        for at, (cell, text) in enumerate(row):
            if cell is None:
                continue
            if cell.get("t") == "s":
                shared.update([int(_text(cell))] if at in cards and text else [])
            else:
                changed |= _shorten_cell(cell, text, card=at in cards)
    return changed


def _row(row: Any, strings: list[str]) -> list[tuple[Any, str]]:  # noqa: ANN401
    """Return the cells of a row with their texts, in the places of their columns."""
    made: list[tuple[Any, str]] = []
    for cell in row.iter(f"{_MAIN}c"):
        at = office_text.column_of(cell.get("r", ""), len(made))
        made.extend([(None, "")] * (at - len(made) + 1))
        made[at] = (cell, _value(cell, strings))
    return made


def _value(cell: Any, strings: list[str]) -> str:  # noqa: ANN401
    text = _text(cell)
    if cell.get("t") != "s":
        return text
    number = int(text) if text.isdecimal() else -1
    return strings[number] if 0 <= number < len(strings) else ""


def _shorten_cell(cell: Any, text: str, *, card: bool) -> bool:  # noqa: ANN401
    """Put a shortened number in the place of a cell's own value, formula and all."""
    from lxml import etree

    if not card and cell.get("t") not in {"inlineStr", "str"}:
        return False
    short = _shortened(text, card=card)
    if short == text:
        return False
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    inline = etree.SubElement(cell, f"{_MAIN}is")
    etree.SubElement(inline, f"{_MAIN}t").text = short
    return True


def _shortened(text: str, *, card: bool) -> str:
    """Return a text of the length it had: a mark stands for each sign left out."""
    return reduced_number(text) if card else reduced_text(text)


def _text(element: Any) -> str:  # noqa: ANN401
    wanted = (f"{_MAIN}t", f"{_MAIN}v")
    return "".join(one.text or "" for one in element.iter(*wanted)).strip()


_WRITERS: Final[dict[str, Callable[[bytes], bytes]]] = {
    ".txt": _plain,
    ".csv": _list,
    ".xlsx": _workbook,
}
