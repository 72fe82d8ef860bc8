"""Colour and annotate cells of one workbook, part by part."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from desktop.files.foreign.outline import outline_of
from desktop.files.forms.marks import outside_links
from desktop.files.forms.marks.comments import Comments
from desktop.files.forms.marks.fills import EMPTY, Fills
from desktop.files.forms.marks.grades import COLOURS, Told, worse
from desktop.files.forms.marks.note_boxes import NoteBoxes
from desktop.files.forms.marks.parts import Parts
from desktop.files.forms.marks.sheet_cells import SheetCells

_STYLES: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
)
_STYLES_KIND: Final = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
)


class Marker:
    """One workbook that is being marked."""

    def __init__(self, path: Path, author: str, moment: dt.datetime) -> None:
        """Open the sender's workbook.

        Raises:
            FileError: It is none, or more than is read.
            ValueError: A part is damaged.
        """
        self._parts = Parts(path)
        self._author = author
        self._moment = moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.00")
        outline = outline_of(self._parts.archive)
        self._sheets = {one.name: one.part for one in outline.sheets}
        self._cells: dict[str, SheetCells] = {}
        self._styles = outline.styles
        outside_links.cut(self._parts, tuple(self._sheets.values()))

    def annotate(self, sheet: str, told: Iterable[Told]) -> None:
        """Colour cells of one sheet and put a note at each.

        Raises:
            KeyError: There is no such sheet.
        """
        part = self._sheets[sheet]
        cells = self._cells_of(sheet)
        comments = Comments(self._parts, part, self._author, self._moment)
        boxes = NoteBoxes(self._parts, part, cells.sheet)
        fills = self._fills()
        for address, text, grade in _joined(cells, told):
            cell = cells.cell(address)
            style = fills.coloured(int(cell.get("s", "0")), COLOURS[grade])
            cell.set("s", str(style))
            comments.say(address, text)
            boxes.draw(address, text)
        boxes.keep()

    def write(self, sheet: str, address: str, text: str) -> None:
        """Let a cell hold a text."""
        self._cells_of(sheet).set_text(address, text)

    def written(self) -> bytes:
        """Return the marked workbook."""
        return self._parts.written()

    def _cells_of(self, sheet: str) -> SheetCells:
        if sheet not in self._cells:
            self._cells[sheet] = SheetCells(self._parts.root(self._sheets[sheet]))
        return self._cells[sheet]

    def _fills(self) -> Fills:
        if not self._styles:
            book = self._parts.related("", "officeDocument")[0]
            self._styles = self._parts.add("xl/styles.xml", EMPTY, _STYLES_KIND)
            self._parts.relation_id(book, _STYLES, self._styles)
        return Fills(self._parts.root(self._styles))


def _joined(cells: SheetCells, told: Iterable[Told]) -> list[Told]:
    """Return one note for each cell one sees; merged cells share that of their corner.

    The corner is coloured by the worst of what is said.
    """
    found: dict[str, Told] = {}
    for address, text, grade in told:
        at = cells.shown_at(address)
        before = found.get(at)
        if before is None:
            found[at] = (at, text, grade)
        else:
            found[at] = (at, f"{before[1]}\n\n{text}", worse(before[2], grade))
    return list(found.values())
