"""Find the parts of a workbook: its sheets, texts and looks, and what it drags along.

ECMA-376 part 1, 12 and 18.2; part 2, 9.3.
"""

import posixpath
from dataclasses import dataclass, field
from typing import Final

from desktop.errors import FileError, Problem
from desktop.files.foreign.archive import Archive
from desktop.files.foreign.limits import SHEET_LIMIT
from desktop.files.foreign.xml import (
    MAIN,
    PACKAGE,
    RELATED,
    STRICT,
    Attributes,
    Feed,
)

_TOP: Final = "_rels/.rels"
_BOOK: Final = "xl/workbook.xml"
_TRUE: Final = ("1", "true", "on")
_VISIBLE: Final = "visible"
_DRAGGED: Final = (
    ("foreign_macros", ("xl/vbaproject", "xl/macrosheets/")),
    ("foreign_links", ("xl/externallinks/",)),
    ("foreign_connections", ("xl/connections", "xl/querytables/")),
    ("foreign_embedded", ("xl/embeddings/", "xl/activex/", "xl/ctrlprops/")),
)
"""What a workbook may carry beside its cells, by the places of the parts."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One sheet of cells: its name, where it lies, whether one sees it."""

    name: str
    part: str
    visible: bool


@dataclass(slots=True)
class Outline:
    """Where everything is that will be read."""

    sheets: list[SheetPart] = field(default_factory=list)
    since_1904: bool = False
    strings: str = ""
    """Part of the shared texts; blank: there is none."""
    styles: str = ""
    read: set[str] = field(default_factory=set)
    """Parts that are read as XML, and so need no further look."""


def outline_of(archive: Archive, unseen: frozenset[str] = frozenset()) -> Outline:
    """Return the outline of a workbook.

    Args:
        archive: The workbook.
        unseen: Names of sheets that will be read although nobody sees them.

    Raises:
        FileError: `not_workbook`, `strict_workbook`, `no_sheet` or `too_large`.
        ValueError: A part is damaged.
    """
    book = _book_part(archive)
    targets = _targets(archive, book)
    found = Outline(read={book, _TOP, _relations(book)} & archive.names)
    found.strings = _kept(archive, targets, "sharedStrings")
    found.styles = _kept(archive, targets, "styles")
    listed = _sheets(archive, book, found)
    if len(listed) > SHEET_LIMIT:
        raise FileError(archive.path, "too_large", str(SHEET_LIMIT))
    for name, target, visible in listed:
        kind, part = targets.get(target, ("", ""))
        if kind == "worksheet" and part in archive.names:
            found.sheets.append(SheetPart(name, part, visible))
    if not any(sheet.visible for sheet in found.sheets):
        raise FileError(archive.path, "no_sheet")
    found.read |= {found.strings, found.styles}
    found.read |= {
        one.part for one in found.sheets if one.visible or one.name in unseen
    }
    return found


def dragged(archive: Archive) -> tuple[Problem, ...]:
    """Return what the workbook carries that is neither read nor run."""
    names = [name.lower() for name in archive.names]
    return tuple(
        Problem("table", code, blocking=False)
        for code, places in _DRAGGED
        if any(name.startswith(places) for name in names)
    )


def is_true(value: str | None) -> bool:
    """Tell whether an attribute says yes."""
    return value in _TRUE


def _book_part(archive: Archive) -> str:
    """Return where the workbook itself lies: nearly always in the usual place."""
    if _TOP in archive.names:
        for kind, part in _targets(archive, "").values():
            if kind == "officeDocument" and part in archive.names:
                return _readable(archive, part)
    return _readable(archive, _BOOK)


def _readable(archive: Archive, part: str) -> str:
    """Return a part that is there and is XML: a binary workbook's is not."""
    if part not in archive.names or not part.endswith(".xml"):
        raise FileError(archive.path, "not_workbook")
    return part


def _check_top(archive: Archive, name: str) -> None:
    """Refuse the strict variant, and documents of other programs."""
    if name.startswith(STRICT):
        raise FileError(archive.path, "strict_workbook")
    if name != f"{MAIN}workbook":
        raise FileError(archive.path, "not_workbook")


def _relations(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _targets(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Return what a part is related to by id: the kind and where it lies."""
    found: dict[str, tuple[str, str]] = {}

    def start(name: str, told: Attributes) -> None:
        outside = told.get("TargetMode") == "External"
        if name == f"{PACKAGE}Relationship" and not outside:
            target = posixpath.join("/", posixpath.dirname(part), told["Target"])
            where = posixpath.normpath(target).lstrip("/")
            found[told["Id"]] = (posixpath.basename(told["Type"]), where)

    relations = _relations(part)
    if relations in archive.names:
        Feed(start).whole(archive.chunks(relations))
    return found


def _kept(archive: Archive, targets: dict[str, tuple[str, str]], kind: str) -> str:
    """Return the part of a kind, blank when it is promised and not there."""
    parts = (part for one, part in targets.values() if one == kind)
    return next((part for part in parts if part in archive.names), "")


def _sheets(archive: Archive, book: str, found: Outline) -> list[tuple[str, str, bool]]:
    """Return name, id of the part, and whether it is seen, of each sheet."""
    listed: list[tuple[str, str, bool]] = []
    tops: list[str] = []

    def start(name: str, told: Attributes) -> None:
        if not tops:
            tops.append(name)
            _check_top(archive, name)
        if name == f"{MAIN}workbookPr":
            found.since_1904 = is_true(told.get("date1904"))
        elif name == f"{MAIN}sheet":
            seen = told.get("state", _VISIBLE) == _VISIBLE
            listed.append((told["name"], told[f"{RELATED} id"], seen))

    Feed(start).whole(archive.chunks(book))
    return listed
