"""Read the tables of HTML that Word or Excel put on the clipboard, or saved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from desktop.errors import InputError, Problem
from desktop.files.foreign.html_fonts import Fonts
from desktop.files.foreign.limits import ROW_LIMIT, TEXT_LIMIT
from desktop.files.foreign.values import carried
from desktop.rules.grid import EMPTY, Cell, Grid, GridRow, TableSource

SPAN_LIMIT: Final = 256
"""Columns a cell may reach over; rows are limited by those there are."""

_PARAGRAPHS: Final = frozenset(
    {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "ul", "ol", "table"}
)
_UNSEEN: Final = frozenset({"style", "script", "head", "title", "xml"})
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"(?:display\s*:\s*none|mso-hide\s*:\s*all)", re.IGNORECASE)
_BLOCK_MARK: Final = "\n"

Reaching = dict[int, tuple[Cell, int]]
"""Column to the cell that reaches down into it, and how many rows it has left."""


@dataclass(slots=True, kw_only=True)
class _Page:
    """What is known through all tables of a page."""

    fonts: Fonts
    blocks: int = 0
    """Merged cells met so far."""


def read_html(text: str) -> TableSource:
    """Return all tables below one another: Word begins a new one where it is pasted.

    Cells that reach over several columns or rows say the same in all of them;
    paragraphs in a cell are set apart by a line break.

    Raises:
        InputError: It is longer than any table that is read (`table_too_large`).
    """
    from lxml import etree, html

    if len(text) > TEXT_LIMIT:
        raise InputError((Problem("table", "table_too_large"),))
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        # Bytes: a page in a string may not say what it is encoded in.
        content = carried(text).encode("utf-8", "replace")
        root = html.document_fromstring(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return TableSource(grids=())
    rows: list[GridRow] = []
    page = _Page(fonts=Fonts(root))
    for table in root.iter("table"):
        if not _inside(table, "table"):
            rows += _rows(table, len(rows), page)
    return TableSource(grids=(Grid(rows=tuple(rows)),) if rows else ())


def _inside(element: Any, tag: str) -> bool:  # noqa: ANN401  lxml is imported late
    return next(element.iterancestors(tag), None) is not None


def _rows(table: Any, before: int, page: _Page) -> Iterator[GridRow]:  # noqa: ANN401
    above: Reaching = {}
    own = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    for number, row in enumerate(own, start=before + 1):
        if number > ROW_LIMIT:
            raise InputError((Problem("table", "table_too_large"),))
        cells, above = _cells(row, above, page)
        hidden = bool(_HIDDEN.search(row.get("style") or ""))
        yield GridRow(number=number, cells=tuple(cells), hidden=hidden)


def _cells(
    row: Any,  # noqa: ANN401
    above: Reaching,
    page: _Page,
) -> tuple[list[Cell], Reaching]:
    """Return a row's cells, with those from above, and what reaches further down."""
    made: list[Cell] = []
    below: Reaching = {}
    for element in row:
        if element.tag not in ("td", "th"):
            continue
        _take_over(made, above, below)
        wide = min(_span(element, "colspan"), SPAN_LIMIT)
        tall = _span(element, "rowspan")
        cell = _cell(element, page, merged=wide > 1 or tall > 1)
        if tall > 1:
            below.update((len(made) + n, (cell, tall - 1)) for n in range(wide))
        made += [cell] * wide
    _take_over(made, above, below)
    while len(made) <= max(above, default=-1):
        made.append(EMPTY)
        _take_over(made, above, below)
    return made, below


def _take_over(made: list[Cell], above: Reaching, below: Reaching) -> None:
    """Put in the cells that reach down from above, where the row has come to them."""
    while len(made) in above:
        cell, left = above[len(made)]
        if left > 1:
            below[len(made)] = (cell, left - 1)
        made.append(cell)


def _cell(element: Any, page: _Page, *, merged: bool) -> Cell:  # noqa: ANN401
    """Read one cell; merged ones are numbered through the whole paste."""
    page.blocks += merged
    text = cell_text(element)
    font, runs = page.fonts.of_cell(element, text)
    return Cell(
        text=text,
        font=font,
        runs=runs,
        bold=_is_bold(element),
        block=page.blocks if merged else 0,
    )


def _span(element: Any, name: str) -> int:  # noqa: ANN401
    given = str(element.get(name) or "1").strip()
    return max(int(given), 1) if given.isascii() and given.isdecimal() else 1


def cell_text(element: Any) -> str:  # noqa: ANN401
    """Return what one reads in a cell: one line for each paragraph."""
    lines = "".join(_pieces(element)).split(_BLOCK_MARK)
    told = (_SPACE.sub(" ", line.replace("\u00a0", " ")).strip() for line in lines)
    return "\n".join(line for line in told if line)


def _pieces(element: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the text of an element; its source's own line breaks are mere spaces."""
    yield _SPACE.sub(" ", element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNSEEN:
            edge = _BLOCK_MARK if child.tag in _PARAGRAPHS else ""
            yield edge
            if child.tag == "br":
                yield _BLOCK_MARK
            yield from _pieces(child)
            yield edge
            if child.tag in ("td", "th"):
                yield " "
        yield _SPACE.sub(" ", child.tail or "")


def _is_bold(element: Any) -> bool:  # noqa: ANN401
    """Tell whether all text of a cell is bold."""
    if element.tag == "th" or _BOLD.search(element.get("style") or ""):
        return True
    texts = [one for one in element.itertext() if one.strip()]
    bold = [
        one
        for mark in element.iter("b", "strong")
        if not any(up.tag in ("b", "strong") for up in mark.iterancestors())
        for one in mark.itertext()
        if one.strip()
    ]
    return bool(texts) and len(bold) == len(texts)
