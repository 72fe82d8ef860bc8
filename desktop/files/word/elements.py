"""Make the elements of a document: texts are only ever texts, never fields or markup.

Elements are made here, not by the library's objects, which look up a table's cell by
walking the table; a table of a thousand rows would take minutes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from desktop.files.workbook.text import carriable

Element = Any
"""An element of the document; the library knows its class only at run time."""

_TWIPS: Final = 20
"""Twentieths of a point, in which lengths are told."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def twips(points: float) -> str:
    """Return a length as the format tells it."""
    return str(round(points * _TWIPS))


def element(tag: str, /, *children: Element, **attributes: str) -> Element:
    """Return an element, such as `w:p`, with attributes of the same prefix."""
    made = OxmlElement(tag)
    prefix = tag.partition(":")[0]
    for name, value in attributes.items():
        made.set(qn(f"{prefix}:{name}"), value)
    made.extend(children)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """How letters look; what is not told is as the style of the paragraph says."""

    size: float = 0.0
    """Points; 0 leaves it to the style."""
    bold: bool = False
    italic: bool = False
    colour: str = ""
    style: str = ""
    """Id of a style of letters."""

    def element(self) -> Element | None:
        """Return it, or None where it says nothing; parts stand in a fixed order."""
        parts = []
        if self.style:
            parts.append(element("w:rStyle", val=self.style))
        if self.bold:
            parts.append(element("w:b"))
        if self.italic:
            parts.append(element("w:i"))
        if self.colour:
            parts.append(element("w:color", val=self.colour))
        if self.size:
            half = str(round(self.size * 2))
            parts += [element("w:sz", val=half), element("w:szCs", val=half)]
        return element("w:rPr", *parts) if parts else None


PLAIN: Final = Face()
BOLD: Final = Face(bold=True)
ITALIC: Final = Face(italic=True)


def run(text: str, face: Face = PLAIN) -> Element:
    """Return a text as it is: a line's end breaks the line, a tab is a tab."""
    made = element("w:r")
    looks = face.element()
    if looks is not None:
        made.append(looks)
    for place, line in enumerate(carriable(text).splitlines()):
        if place:
            made.append(element("w:br"))
        for number, part in enumerate(line.split("\t")):
            if number:
                made.append(element("w:tab"))
            if part:
                made.append(_text(part))
    return made


def _text(words: str) -> Element:
    made = element("w:t")
    made.text = words
    if words != words.strip() or "  " in words:
        made.set(_SPACE, "preserve")
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """How a paragraph is set, beyond its style; lengths in points."""

    style: str = ""
    """Id of the style; blank for body text."""
    align: str = ""
    """`left`, `center`, `right` or `both`; blank leaves it to the style."""
    before: float | None = None
    after: float | None = None
    left: float = 0.0
    right: float = 0.0
    kept: bool = False
    """Stays on the page of what follows."""
    border: str = ""
    """`bottom` for a rule below, `box` for a frame."""
    colour: str = "000000"
    line: float | None = None
    """Exact height of a line."""

    def element(self) -> Element:
        """Return it; parts stand in the order of the schema."""
        made = element("w:pPr")
        if self.style:
            made.append(element("w:pStyle", val=self.style))
        if self.kept:
            made.append(element("w:keepNext"))
        if self.border:
            made.append(self._border())
        if spacing := self._spacing():
            made.append(element("w:spacing", **spacing))
        if self.left or self.right:
            made.append(
                element("w:ind", left=twips(self.left), right=twips(self.right))
            )
        if self.align:
            made.append(element("w:jc", val=self.align))
        return made

    def _spacing(self) -> dict[str, str]:
        found = {}
        if self.before is not None:
            found["before"] = twips(self.before)
        if self.after is not None:
            found["after"] = twips(self.after)
        if self.line is not None:
            found |= {"line": twips(self.line), "lineRule": "exact"}
        return found

    def _border(self) -> Element:
        sides = (
            ("top", "left", "bottom", "right") if self.border == "box" else ("bottom",)
        )
        lines = (
            element(f"w:{side}", val="single", sz="6", space="1", color=self.colour)
            for side in sides
        )
        return element("w:pBdr", *lines)


def paragraph(how: Set, *runs: Element) -> Element:
    """Return a paragraph of runs."""
    made = element("w:p", how.element())
    made.extend(runs)
    return made


def field(instruction: str, face: Face = PLAIN) -> list[Element]:
    """Return a field of the program's own, such as the number of the page."""
    made = []
    for kind in ("begin", "", "separate", "1", "end"):
        one = element("w:r")
        looks = face.element()
        if looks is not None:
            one.append(looks)
        if kind in ("begin", "separate", "end"):
            one.append(element("w:fldChar", fldCharType=kind))
        elif kind:
            one.append(_text(kind))
        else:
            code = element("w:instrText")
            code.text = instruction
            one.append(code)
        made.append(one)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a row, over one or more columns of the grid."""

    content: Sequence[Element]
    """Its paragraphs; a cell has at least one."""
    width: float
    columns: int = 1
    down: str = ""
    """`restart` for the first of cells joined down, `continue` for the others."""
    middle: bool = True
    filled: str = ""

    def element(self) -> Element:
        """Return it; parts of its looks stand in the order of the schema."""
        looks = element("w:tcPr", element("w:tcW", w=twips(self.width), type="dxa"))
        if self.columns > 1:
            looks.append(element("w:gridSpan", val=str(self.columns)))
        if self.down:
            looks.append(element("w:vMerge", val=self.down))
        if self.filled:
            looks.append(element("w:shd", val="clear", color="auto", fill=self.filled))
        if self.middle:
            looks.append(element("w:vAlign", val="center"))
        return element("w:tc", looks, *self.content)


def row(
    cells: Iterable[Cell], *, heading: bool = False, height: float = 0.0
) -> Element:
    """Return a row that no page splits; a heading is repeated on every page.

    `height` in points is the least it takes.
    """
    looks = element("w:trPr", element("w:cantSplit"))
    if height:
        looks.append(element("w:trHeight", val=twips(height), hRule="atLeast"))
    if heading:
        looks.append(element("w:tblHeader"))
    return element("w:tr", looks, *(cell.element() for cell in cells))


def table(widths: Sequence[float], rows: Iterable[Element], *, ruled: bool) -> Element:
    """Return a table of fixed widths in points, ruled or for its places alone."""
    looks = element("w:tblPr")
    if ruled:
        looks.append(element("w:tblStyle", val="TableGrid"))
    looks.append(element("w:tblW", w=twips(sum(widths)), type="dxa"))
    looks.append(element("w:jc", val="center"))
    looks.append(element("w:tblLayout", type="fixed"))
    looks.append(_margins(*((1.5, 2.4) if ruled else (0.0, 0.0))))
    grid = element("w:tblGrid", *(element("w:gridCol", w=twips(w)) for w in widths))
    return element("w:tbl", looks, grid, *rows)


def _margins(upright: float, sides: float) -> Element:
    """Return the room in cells in points; rules take theirs from the same width."""
    points = {"top": upright, "left": sides, "bottom": upright, "right": sides}
    margins = (
        element(f"w:{side}", w=twips(room), type="dxa") for side, room in points.items()
    )
    return element("w:tblCellMar", *margins)
