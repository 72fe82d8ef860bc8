"""Place the box of a note beside its cell, as columns wide and rows high it spans."""

from collections.abc import Iterator
from itertools import count
from typing import Final

from desktop.files.forms.marks.parts import Element
from desktop.files.forms.marks.sheet_cells import MAIN

WIDTH: Final = 270
"""Of a box, in pixels."""
_GAP: Final = 15
"""Between the cell and the box, in pixels."""
_DIGIT: Final = 7
"""Width of a digit in pixels, in which widths of columns are told."""
_USUAL_WIDTH: Final = 64
_USUAL_HEIGHT: Final = 20
_PIXELS_IN_POINT: Final = 96 / 72
_TRUE: Final = ("1", "true")


class BoxPlaces:
    """How wide and high the cells of one sheet are, and so where boxes lie."""

    def __init__(self, sheet: Element) -> None:
        """Measure a sheet, once for all its boxes."""
        self._widths = _widths(sheet)
        self._heights = _heights(sheet)

    def anchor(self, row: int, column: int, height: int) -> str:
        """Return the anchor of a box: left, top, right, bottom, each with an offset.

        Args:
            row: Of the cell, counted from one.
            column: Of the cell, counted from one.
            height: Of the box, in pixels.
        """
        top = max(row - 2, 0)
        right, right_left = _walk(self._widths, column, _GAP + WIDTH)
        bottom, bottom_left = _walk(self._heights, top, height)
        places = (column, _GAP, top, 2, right, right_left, bottom, bottom_left + 2)
        return ", ".join(str(one) for one in places)


def _walk(sizes: dict[int, int], first: int, pixels: int) -> tuple[int, int]:
    """Return the column or row, from zero, in which a distance ends, and its rest."""
    for at in count(first):
        size = sizes.get(at + 1, sizes[0])
        if pixels < size or at > first + 200:
            return at, min(pixels, size)
        pixels -= size
    return first, 0


def _widths(sheet: Element) -> dict[int, int]:
    """Return the pixels of columns that tell theirs; 0 stands for all others."""
    told = sheet.find(f"{MAIN}sheetFormatPr")
    usual = told.get("defaultColWidth") if told is not None else None
    found = {0: round(float(usual) * _DIGIT) if usual else _USUAL_WIDTH}
    for one in sheet.iterfind(f"{MAIN}cols/{MAIN}col"):
        first, last = int(one.get("min")), int(one.get("max"))
        size = _size(one, "width", _DIGIT, found[0])
        found |= dict.fromkeys(range(first, min(last, first + 500) + 1), size)
    return found


def _heights(sheet: Element) -> dict[int, int]:
    """Return the pixels of rows that tell theirs; 0 stands for all others."""
    told = sheet.find(f"{MAIN}sheetFormatPr")
    usual = told.get("defaultRowHeight") if told is not None else None
    high = round(float(usual) * _PIXELS_IN_POINT) if usual else _USUAL_HEIGHT
    return {0: high} | dict(_told_heights(sheet, high))


def _told_heights(sheet: Element, usual: int) -> Iterator[tuple[int, int]]:
    for row in sheet.iterfind(f"{MAIN}sheetData/{MAIN}row"):
        if row.get("r"):
            yield int(row.get("r")), _size(row, "ht", _PIXELS_IN_POINT, usual)


def _size(one: Element, name: str, factor: float, usual: int) -> int:
    if one.get("hidden") in _TRUE:
        return 0
    told = one.get(name)
    return round(float(told) * factor) if told else usual
