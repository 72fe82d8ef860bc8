"""Read the hidden sheet of a workbook, which tells programs what is in it."""

import zipfile
from io import BytesIO
from typing import Final

from desktop.files.foreign.xml import MAIN, PACKAGE, RELATED, Attributes, Feed
from desktop.files.workbook.workbook import MACHINE_SHEET
from desktop.files.zip_members import FAULTS

PART_LIMIT: Final = 1_000_000
"""Bytes of a part that is looked into; ours have a few thousand."""

_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONSHIPS: Final = "xl/_rels/workbook.xml.rels"
_PAIR: Final = 2


def read_machine_sheet(data: bytes) -> dict[str, str]:
    """Return what the hidden sheet holds, names to values; nothing where there is none.

    Only texts written into the cells are read, as this program writes them. Never
    raises on what is in the bytes.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            part = _place(archive)
            return _pairs(_part(archive, part)) if part else {}
    except (*FAULTS, KeyError):
        return {}


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        content = stream.read(PART_LIMIT + 1)
    if len(content) > PART_LIMIT:
        raise ValueError(name)
    return content


def _place(archive: zipfile.ZipFile) -> str:
    """Return the part that holds the sheet, blank where there is no such sheet."""
    ids: list[str] = []
    targets: dict[str, str] = {}

    def sheet(name: str, attributes: Attributes) -> None:
        if name == f"{MAIN}sheet" and attributes.get("name") == MACHINE_SHEET:
            ids.append(attributes.get(f"{RELATED} id", ""))

    def relationship(name: str, attributes: Attributes) -> None:
        if name == f"{PACKAGE}Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    Feed(sheet)(_part(archive, _WORKBOOK), last=True)
    Feed(relationship)(_part(archive, _RELATIONSHIPS), last=True)
    target = targets.get(ids[0], "") if len(ids) == 1 else ""
    return target[1:] if target.startswith("/") else f"xl/{target}" if target else ""


def _pairs(content: bytes) -> dict[str, str]:
    rows: list[list[str]] = []
    reading = False

    def start(name: str, _attributes: Attributes) -> None:
        nonlocal reading
        if name == f"{MAIN}row":
            rows.append([])
        elif name == f"{MAIN}c" and rows:
            rows[-1].append("")
        reading = name == f"{MAIN}t"

    def end(_name: str) -> None:
        nonlocal reading
        reading = False

    def text(letters: str) -> None:
        if reading and rows and rows[-1]:
            rows[-1][-1] += letters

    Feed(start, end, text)(content, last=True)
    return {row[0]: row[1] for row in rows if len(row) == _PAIR and row[0]}
