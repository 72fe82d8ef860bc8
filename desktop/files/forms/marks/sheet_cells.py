"""Find cells in the XML of a sheet, and put in those it leaves out.

ECMA-376 part 1, 18.3.1: a sheet lists rows and cells in order, and only those that
hold something or look like something.
"""

from bisect import bisect_left
from typing import Final

from lxml import etree

from desktop.files.foreign.places import letters_of, place
from desktop.files.forms.marks.parts import Element
from desktop.files.workbook.text import carried

MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_TRUE: Final = ("1", "true")


class SheetCells:
    """The cells of one sheet."""

    def __init__(self, sheet: Element) -> None:
        """Take the root of a sheet, and number its rows.

        Raises:
            ValueError: It has no place for cells.
        """
        data = sheet.find(f"{MAIN}sheetData")
        if data is None:
            raise ValueError("sheetData")
        self.sheet = sheet
        self._data = data
        self._rows = _numbered(data, f"{MAIN}row", _number)
        self._merged = _merged(sheet)

    def cell(self, address: str) -> Element:
        """Return a cell; one that is left out is put in, looking as it looked."""
        number, column = place(address)
        row = self._row(number)
        cells = _numbered(row, f"{MAIN}c", _column)
        if column in cells:
            return cells[column]
        made = etree.Element(f"{MAIN}c", r=address)
        style = self._style(row, column)
        if style:
            made.set("s", style)
        for one, cell in cells.items():
            cell.set("r", f"{letters_of(one)}{number}")
        _insert(row, made, column, cells)
        row.attrib.pop("spans", None)  # a hint that may no longer hold
        return made

    def set_text(self, address: str, text: str) -> None:
        """Let a cell hold a text."""
        cell = self.cell(address)
        for child in list(cell):
            cell.remove(child)
        cell.set("t", "inlineStr")
        inner = etree.SubElement(etree.SubElement(cell, f"{MAIN}is"), f"{MAIN}t")
        inner.set(_SPACE, "preserve")
        inner.text = carried(text)

    def shown_at(self, address: str) -> str:
        """Return the cell that shows an address: the corner of a merged area."""
        row, column = place(address)
        for top, left, bottom, right in self._merged:
            if top <= row <= bottom and left <= column <= right:
                return f"{letters_of(left)}{top}"
        return address

    def _row(self, number: int) -> Element:
        if number in self._rows:
            return self._rows[number]
        made = etree.Element(f"{MAIN}row", r=str(number))
        for one, row in self._rows.items():
            row.set("r", str(one))
        _insert(self._data, made, number, self._rows)
        self._rows = _numbered(self._data, f"{MAIN}row", _number)
        return made

    def _style(self, row: Element, column: int) -> str:
        """Return the look an empty cell has: that of its row, or of its column."""
        if row.get("customFormat") in _TRUE:
            return str(row.get("s", ""))
        for one in self.sheet.iterfind(f"{MAIN}cols/{MAIN}col"):
            if int(one.get("min")) <= column <= int(one.get("max")):
                return str(one.get("style", ""))
        return ""


def _number(row: Element) -> int:
    return int(row.get("r") or 0)


def _column(cell: Element) -> int:
    address = cell.get("r")
    return place(address)[1] if address else 0


def _numbered(parent: Element, tag: str, number_of: object) -> dict[int, Element]:
    """Return children by number; one that tells none follows the one before it."""
    found: dict[int, Element] = {}
    last = 0
    for child in parent.iterchildren(tag):
        last = number_of(child) or last + 1  # type: ignore[operator]
        found[last] = child
    return found


def _insert(
    parent: Element, made: Element, number: int, among: dict[int, Element]
) -> None:
    """Put a child before the first that has a higher number."""
    numbers = sorted(among)
    at = bisect_left(numbers, number)
    if at < len(numbers):
        among[numbers[at]].addprevious(made)
    elif numbers:
        among[numbers[-1]].addnext(made)
    else:
        parent.insert(0, made)


def _merged(sheet: Element) -> list[tuple[int, int, int, int]]:
    """Return top, left, bottom and right of every merged area."""
    found = []
    for one in sheet.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell"):
        first, _, last = str(one.get("ref")).partition(":")
        found.append((*place(first), *place(last or first)))
    return found
