"""A table as lines of text, the way spreadsheets put one on the clipboard.

Cells stand between tabs, rows between line breaks. A cell is put in quotes only
where it holds a tab, a line break or a quote; quotes inside are doubled.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from desktop.rules.numbers import parse_decimal

_NEEDS_QUOTES = re.compile(r'[\t\r\n"]')
_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"(?=[\t\r\n]|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_SIGNS = "=+\\-@＝＋－＠"
_FORMULA = re.compile(rf"'*[{_SIGNS}]")
_GUARDED = re.compile(rf"'+[{_SIGNS}]")

_MOST_SPANNED = 20_000
"""More rows than any sheet we take, whatever a page says of its cells."""

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """One merged area of a table, counted from 0."""

    row: int
    column: int
    rows: int
    columns: int


def write_lines(rows: Iterable[Sequence[str]]) -> str:
    """Return rows of cells as text, each row ended as Windows ends lines."""
    return "".join("\t".join(map(_quoted, cells)) + "\r\n" for cells in rows)


def read_lines(text: str) -> Rows:
    """Return the rows of a text, all as wide as the widest.

    Text in quotes that hold nothing to be quoted for keeps them: a spreadsheet never
    writes such a cell but copies a text that has its own quotes.
    """
    rows = tuple(tuple(cells) for cells in _rows(text.removesuffix("\0")))
    width = max((len(cells) for cells in rows), default=0)
    return tuple((*cells, *[""] * (width - len(cells))) for cells in rows)


def guarded(text: str) -> str:
    """Return a text so that no spreadsheet takes it for a formula (fault C17)."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return a text without the guard against formulas, if it has one."""
    return text[1:] if _GUARDED.match(text) else text


def merged_areas(html: str) -> tuple[Merged, ...]:
    """Return the merged areas of the first table of a page that has any cell."""
    reader = _Spans()
    reader.feed(html)
    return tuple(reader.found)


def filled_down(rows: Rows, areas: Iterable[Merged]) -> Rows:
    """Return rows in which what is merged over several rows stands in each of them.

    The text version of a merged area holds it in its first row alone. A number stays
    there: it is of all the rows together, and would be counted once for each.
    """
    filled = [list(cells) for cells in rows]
    for area in areas:
        if area.row >= len(filled) or area.column >= len(filled[area.row]):
            continue
        text = filled[area.row][area.column]
        if parse_decimal(text).readings:
            continue
        for cells in filled[area.row + 1 : area.row + area.rows]:
            cells[area.column] = cells[area.column] or text
    return tuple(map(tuple, filled))


def _quoted(text: str) -> str:
    if _NEEDS_QUOTES.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text


def _rows(text: str) -> Iterator[list[str]]:
    at, cells = 0, list[str]()
    while at < len(text):
        cell, at = _cell(text, at)
        cells.append(cell)
        if text.startswith("\t", at):
            at += 1
            if at < len(text):
                continue
            cells.append("")  # a tab before the end stands before a blank cell
        ended = _LINE_END.match(text, at)
        at = ended.end() if ended else at
        yield cells
        cells = []


def _cell(text: str, at: int) -> tuple[str, int]:
    """Return the cell that begins at a place, and where it ends."""
    quoted = _QUOTED.match(text, at)
    if quoted and _NEEDS_QUOTES.search(quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, at)
    end = plain.end() if plain else at
    return text[at:end], end


class _Spans(HTMLParser):
    """Follow the cells of one table, and note those that span others."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Merged] = []
        self._row = -1
        self._column = 0
        self._taken: dict[int, int] = {}
        """Rows still covered from above, by column."""
        self._done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._done:
            return
        if tag == "tr":
            self._row += 1
            self._column = 0
            self._taken = {at: left - 1 for at, left in self._taken.items() if left > 1}
        elif tag in {"td", "th"} and self._row >= 0:
            self._note(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        self._done = self._done or (tag == "table" and self._row >= 0)

    def _note(self, attrs: dict[str, str | None]) -> None:
        while self._taken.get(self._column, 0) > 0:
            self._column += 1
        rows, columns = _span(attrs.get("rowspan")), _span(attrs.get("colspan"))
        if rows > 1 or columns > 1:
            area = Merged(self._row, self._column, rows, columns)
            self.found.append(area)
        if rows > 1:
            covered = range(self._column, self._column + columns)
            # Counted from the next row, whose beginning takes one off.
            self._taken.update(dict.fromkeys(covered, rows))
        self._column += columns


def _span(text: str | None) -> int:
    digits = (text or "").strip()
    known = digits.isascii() and digits.isdigit()
    return max(1, min(int(digits), _MOST_SPANNED)) if known else 1
