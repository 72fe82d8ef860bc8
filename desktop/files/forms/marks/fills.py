"""Give a cell a colour and leave all else of its look: font, border, form of numbers.

ECMA-376 part 1, 18.8: a cell points to a format, which points to a fill.
"""

import copy
from typing import Final

from lxml import etree

from desktop.files.forms.marks.parts import Element
from desktop.files.forms.marks.sheet_cells import MAIN

EMPTY: Final = (
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<fonts><font/></fonts>"
    b'<fills><fill><patternFill patternType="none"/></fill>'
    b'<fill><patternFill patternType="gray125"/></fill></fills>'
    b"<borders><border/></borders>"
    b'<cellStyleXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    b"</cellStyleXfs>"
    b'<cellXfs><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    b'<cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    b"</styleSheet>"
)
"""Looks of a workbook that tells of none."""


class Fills:
    """The looks of a workbook, to which coloured ones are added."""

    def __init__(self, styles: Element) -> None:
        """Take the root of the part of styles.

        Raises:
            ValueError: It tells of no fills or no formats.
        """
        self._fills = styles.find(f"{MAIN}fills")
        self._formats = styles.find(f"{MAIN}cellXfs")
        if self._fills is None or self._formats is None or not len(self._formats):
            raise ValueError("styles")
        self._colours: dict[str, int] = {}
        self._made: dict[tuple[int, str], int] = {}

    def coloured(self, style: int, colour: str) -> int:
        """Return the number of a format that differs in its fill alone."""
        if (style, colour) not in self._made:
            known = style if 0 <= style < len(self._formats) else 0
            made = copy.deepcopy(self._formats[known])
            made.set("fillId", str(self._fill(colour)))
            made.set("applyFill", "1")
            self._made[style, colour] = _append(self._formats, made)
        return self._made[style, colour]

    def _fill(self, colour: str) -> int:
        if colour not in self._colours:
            made = etree.Element(f"{MAIN}fill")
            pattern = etree.SubElement(made, f"{MAIN}patternFill", patternType="solid")
            etree.SubElement(pattern, f"{MAIN}fgColor", rgb=colour)
            etree.SubElement(pattern, f"{MAIN}bgColor", indexed="64")
            self._colours[colour] = _append(self._fills, made)
        return self._colours[colour]


def _append(parent: Element, made: Element) -> int:
    """Add the last of a counted list, and return its number."""
    parent.append(made)
    parent.set("count", str(len(parent)))
    return len(parent) - 1
