"""Lay the pages of a document: standing or lying, numbered as the decree asks.

Page numbers stand in the middle of the top margin, not on the first page, and begin
anew with each annex; Decree 30/2020, Annex I.
"""

from dataclasses import dataclass
from typing import Any, Final

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Mm, Pt

from desktop.files.word.elements import (
    Element,
    Face,
    Set,
    element,
    field,
    paragraph,
    run,
)
from desktop.files.word.styles import FOOT, HEAD

SHORT, LONG = 210.0, 297.0
"""Sides of an A4 page in millimetres."""
TOP, BOTTOM, LEFT, RIGHT = 20.0, 20.0, 30.0, 15.0
"""Margins in millimetres; Decree 30/2020, Annex I."""
_EDGE: Final = 10.0
"""Millimetres from the edge of the page to its number."""
_MM: Final = 72 / 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands at the foot of the pages."""

    first: tuple[str, ...] = ()
    """Lines of the first page alone, under a rule: how to reach the office."""
    note: str = ""
    """A small line of the first page alone."""
    every: str = ""
    """A small line of every page."""


def room(*, landscape: bool) -> tuple[float, float]:
    """Return width and height between the margins, in points."""
    wide, tall = (LONG, SHORT) if landscape else (SHORT, LONG)
    return (wide - LEFT - RIGHT) * _MM, (tall - TOP - BOTTOM) * _MM


class Pages:
    """The sections of a document, in order."""

    def __init__(self, document: Any, foot: Foot) -> None:  # noqa: ANN401
        """Lay the first: standing, its first page without a number."""
        self._document, self._foot, self.landscape = document, foot, False
        section = document.sections[0]
        self._lay(section)
        section.different_first_page_header_footer = True
        _fill(section.header, [paragraph(Set(style=HEAD), *field("PAGE"))])
        _fill(section.footer, _lines(foot, first=False))
        _fill(section.first_page_header, [paragraph(Set(style=HEAD))])
        _fill(section.first_page_footer, _lines(foot, first=True))

    @property
    def room(self) -> tuple[float, float]:
        """Width and height between the margins of the pages now laid, in points."""
        return room(landscape=self.landscape)

    def turn(self, *, landscape: bool, anew: bool = False) -> None:
        """Begin pages that lie so, unless they do; `anew` begins an annex."""
        if landscape == self.landscape and not anew:
            return
        section = self._document.add_section(WD_SECTION.NEW_PAGE)
        self._flatten()
        self.landscape = landscape
        self._lay(section)
        section.different_first_page_header_footer = anew
        if anew:
            _fill(section.first_page_header, [paragraph(Set(style=HEAD))])
            _fill(section.first_page_footer, _lines(self._foot, first=False))
        _number_from(section, 1 if anew else None)

    def _flatten(self) -> None:
        """Let the paragraph that ends a section take no room of its page."""
        ending = self._document.element.body.sectPr.getprevious()
        ending.pPr.spacing_before = ending.pPr.spacing_after = Pt(0)
        ending.pPr.spacing_line = Pt(1)
        ending.pPr.spacing_lineRule = WD_LINE_SPACING.EXACTLY

    def _lay(self, section: Any) -> None:  # noqa: ANN401  the library's section
        lying = self.landscape
        section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
        section.page_width = Mm(LONG if lying else SHORT)
        section.page_height = Mm(SHORT if lying else LONG)
        section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
        section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
        section.header_distance = section.footer_distance = Mm(_EDGE)
        section.gutter = Pt(0)


def _number_from(section: Any, first: int | None) -> None:  # noqa: ANN401
    """Let pages count from a number, or on from those before."""
    laid = section._sectPr  # noqa: SLF001  the library has no way
    for old in laid.findall(f"{{{laid.nsmap['w']}}}pgNumType"):
        laid.remove(old)
    if first is not None:
        after = laid.find(f"{{{laid.nsmap['w']}}}pgMar")
        after.addnext(element("w:pgNumType", start=str(first)))


def _fill(part: Any, lines: list[Element]) -> None:  # noqa: ANN401  header or footer
    part.is_linked_to_previous = False
    holder = part._element  # noqa: SLF001  its paragraphs are made here
    for old in list(holder):
        holder.remove(old)
    holder.extend(lines)


def _lines(foot: Foot, *, first: bool) -> list[Element]:
    small = Face(size=9, italic=True)
    found = []
    if first and foot.first:
        found.append(paragraph(Set(style=FOOT, border="bottom", line=3)))
        found += [paragraph(Set(style=FOOT), run(t, Face(size=11))) for t in foot.first]
    if first and foot.note:
        found.append(paragraph(Set(style=FOOT), run(foot.note, small)))
    if foot.every:
        found.append(paragraph(Set(style=FOOT), run(foot.every, small)))
    return found or [paragraph(Set(style=FOOT))]
