"""Draw the boxes in which notes appear: without one, Excel does not show a note.

The old drawing language of Office, [MS-OI29500] 2.1.1823 and ECMA-376 part 4, 19. It
is often no well-formed XML, so boxes are put in as text before its end.
"""

import math
import re
from typing import Final

from lxml import etree

from desktop.files.foreign.places import place
from desktop.files.forms.marks.box_place import BoxPlaces
from desktop.files.forms.marks.parts import Element, Parts
from desktop.files.forms.marks.sheet_cells import MAIN

DRAWING: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing"
)
_KIND: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_RELATED: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
)
_SPACES: Final = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_FOLLOWERS: Final = frozenset(
    f"{MAIN}{name}"
    for name in (
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
    )
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
"""What may stand behind the drawing in a sheet; ECMA-376 part 1, 18.3.1.99."""

_NOTE: Final = re.compile(r"ClientData[^>]*ObjectType=[\"']Note[\"']")
_ROW: Final = re.compile(r"<(?:\w+:)?Row>\s*(\d+)\s*<")
_COLUMN: Final = re.compile(r"<(?:\w+:)?Column>\s*(\d+)\s*<")
_SHAPE_ID: Final = re.compile(r"_x0000_s(\d+)")
_END: Final = re.compile(r"</(?:\w+:)?xml\s*>\s*$")
_PER_DRAWING: Final = 1024
"""Numbers of shapes that one drawing has to itself."""
_LETTERS: Final = 36
"""Of one line of a box."""
_LINE: Final = 17
"""Height of a line in pixels."""

_TYPE: Final = (
    '<v:shapetype{spaces} id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>\n'
)
_BOX: Final = (
    '<v:shape{spaces} id="_x0000_s{id}" type="#_x0000_t202" '
    'style="position:absolute;z-index:{level};visibility:hidden" fillcolor="#ffffe1" '
    'o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
    '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>\n"
)
_EMPTY: Final = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">\n'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{data}"/>'
    "</o:shapelayout>\n</xml>"
)


class NoteBoxes:
    """The boxes of the notes of one sheet."""

    def __init__(self, parts: Parts, part: str, sheet: Element) -> None:
        """Find the drawing of a sheet, or begin it.

        Raises:
            ValueError: The drawing has no end.
        """
        self._parts = parts
        self._sheet = sheet
        self._name = self._drawing(part)
        self._text, self._coding = _decoded(parts.data(self._name))
        if not _END.search(self._text):
            raise ValueError(self._name)
        self._spaces = self._missing_spaces()
        self._places = BoxPlaces(sheet)
        self._drawn = self._found()
        self._number = self._free()
        self._made: list[str] = []

    def draw(self, address: str, text: str) -> None:
        """Draw the box of a note, unless the cell has one."""
        row, column = place(address)
        if (row, column) in self._drawn:
            return
        self._drawn.add((row, column))
        self._made.append(
            _BOX.format(
                spaces=self._spaces,
                id=self._number,
                level=self._number % _PER_DRAWING,
                anchor=self._places.anchor(row, column, _height(text)),
                row=row - 1,
                column=column - 1,
            )
        )
        self._number += 1

    def keep(self) -> None:
        """Put what was drawn into the workbook."""
        at = _END.search(self._text)
        if not self._made or at is None:
            return
        if "_x0000_t202" not in self._text:
            self._made.insert(0, _TYPE.format(spaces=self._spaces))
        made = "".join(self._made)
        text = f"{self._text[: at.start()]}{made}{self._text[at.start() :]}"
        self._parts.replace(self._name, text.encode(self._coding))

    def _drawing(self, part: str) -> str:
        found = self._parts.related(part, "vmlDrawing")
        if found:
            name = found[0]
        else:
            name, number = self._parts.free_name("xl/drawings/vmlDrawing", ".vml")
            text = _EMPTY.format(data=number + _ABOVE)
            self._parts.add(name, text.encode(), _KIND)
        if self._sheet.find(f"{MAIN}legacyDrawing") is None:
            self._point(self._parts.relation_id(part, DRAWING, name))
        return name

    def _point(self, relation: str) -> None:
        """Let the sheet point to its drawing, in the one place for it."""
        made = etree.Element(f"{MAIN}legacyDrawing", {_RELATED: relation})
        followers = []
        for child in reversed(self._sheet):
            if child.tag not in _FOLLOWERS:
                break
            followers.append(child)
        if followers:
            followers[-1].addprevious(made)
        else:
            self._sheet.append(made)

    def _missing_spaces(self) -> str:
        """Return what a shape must declare for itself."""
        return "".join(
            f' xmlns:{prefix}="{space}"'
            for prefix, space in _SPACES.items()
            if f"xmlns:{prefix}=" not in self._text
        )

    def _found(self) -> set[tuple[int, int]]:
        """Return row and column, from one, of every cell that has a box."""
        found = set()
        for chunk in _NOTE.split(self._text)[1:]:
            row, column = _ROW.search(chunk), _COLUMN.search(chunk)
            if row and column:
                found.add((int(row[1]) + 1, int(column[1]) + 1))
        return found

    def _free(self) -> int:
        """Return a number for a shape above all others of the drawing."""
        numbers = [int(one) for one in _SHAPE_ID.findall(self._text)]
        if numbers:
            return max(numbers) + 1
        data = re.search(r"idmap[^>]*data=[\"'](\d+)", self._text)
        return _PER_DRAWING * int(data[1] if data else 1) + 1


_ABOVE: Final = 60
"""Drawings of ours are numbered above those a workbook is likely to have."""


def _height(text: str) -> int:
    """Return the height, in pixels, of a box in which a text fits."""
    lines = sum(max(1, math.ceil(len(line) / _LETTERS)) for line in text.splitlines())
    return _LINE * (lines + 1)


def _decoded(data: bytes) -> tuple[str, str]:
    """Return the text of a drawing and its encoding."""
    for mark, coding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(coding), coding
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError:  # what is put in is plain ASCII
        return data.decode("latin-1"), "latin-1"
