"""Turn a table into strips: a heading that is repeated, then one strip a row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.cells import ABOVE, Cell, Grid, drawing
from desktop.files.pdf.footnotes import NO_NOTES, Notes, mark, note_lines, noted
from desktop.files.pdf.heading import Merged, merged
from desktop.files.pdf.lowering import lowered
from desktop.files.pdf.strips import Draw, Strip
from desktop.files.pdf.tails import NONE, Tail, tails
from desktop.files.pdf.text import CAPTION, NOTE, UNIT, title
from desktop.files.pdf.values import printed
from desktop.files.pdf.widths import (
    Words,
    column_widths,
    floors,
    squeezed_widths,
    widest_words,
)
from desktop.records.report import (
    Column,
    ColumnType,
    FigureKey,
    Row,
    RowKind,
    Table,
)

_SIZES: Final = (12.0, 11.0, 10.0, 9.0, 8.0)
"""Sizes tried in turn, until no word is wider than its column."""
_USUAL: Final = 9.0
"""Size that every table may come down to where a larger one would waste paper."""
_WASTE: Final = 1.7
"""How much taller a larger size may make a table than the usual one; ordinary text
grows with the square of its size, and a column squeezed to a word much more."""
_SAMPLE: Final = 40
"""Rows by which the height of a table is judged."""
_SMALLEST: Final = 7.0
_LOW: Final = 0.5
"""Share of a page the last two rows may take and still be kept together."""
_MIDDLE: Final = 0.5
_SHARES: Final = {
    ColumnType.TEXT: 0.0,
    ColumnType.ORDINAL: _MIDDLE,
    ColumnType.DATE: _MIDDLE,
}
"""Where lines stand: 0 left, 1 right; columns not named here are numbers."""


def table(
    content: Table, room: float, tallest: float, notes: Notes = NO_NOTES
) -> list[Strip]:
    """Return a table's title, unit, heading, rows and notes as strips.

    A row taller than `tallest` less what stands above it is cut between lines.
    """
    texts = [_texts(row, content.columns) for row in content.rows]
    behind = tails(content, notes)
    grid = _measured(content, texts, behind, room)
    heading = _heading(grid)
    titles = _titles(content, room, notes)
    above = sum(strip.before + strip.height for strip in (*titles, heading))
    rows = list(_rows(content.rows, texts, behind, grid, (heading,), tallest - above))
    rows = _in_company(rows, (tallest - above) * _LOW)
    below = [line for note in content.notes for line in title(note, NOTE, room)]
    if rows and below:
        rows[-1] = replace(rows[-1], bound=True)
    if below:
        below[-1] = replace(below[-1], bound=False)
    return [*titles, heading, *rows, *below]


def grid_of(content: Table, room: float, notes: Notes = NO_NOTES) -> Grid:
    """Return the widths and the size of type a table is drawn with."""
    texts = [_texts(row, content.columns) for row in content.rows]
    return _measured(content, texts, tails(content, notes), room)


def _measured(
    content: Table,
    texts: Sequence[Sequence[str]],
    behind: Sequence[Sequence[Tail]],
    room: float,
) -> Grid:
    prose = [
        text
        for row, text in zip(content.rows, texts, strict=True)
        if row.kind is not RowKind.GROUP
    ]
    words = widest_words(content.columns, texts, prose)
    tailed = [row for row in behind if any(tail is not NONE for tail in row)]
    return _grid(content.columns, words, prose, tailed, room)


def _in_company(rows: list[Strip], low: float) -> list[Strip]:
    """Bind the first two rows and the last two, unless such two are tall.

    No row then stands alone below the heading, on a page that ends or begins there.
    """
    for place in {0, len(rows) - 2} if len(rows) > 1 else ():
        if sum(strip.height for strip in rows[place : place + 2]) <= low:
            rows[place] = replace(rows[place], bound=True)
    return rows


def _titles(content: Table, room: float, notes: Notes) -> list[Strip]:
    own = notes.at(FigureKey(table=content.code, row="", column=""))
    strips = title(content.title, CAPTION, room, mark(own)) if content.title else []
    strips += title(content.unit, UNIT, room) if content.unit else []
    space = Strip(height=3.0, draw=lambda _canvas, _left, _top: None, bound=True)
    return noted([*strips, space], own, room)


def _texts(row: Row, columns: Sequence[Column]) -> list[str]:
    pairs = zip(row.values, columns, strict=True)
    return [printed(value, column.type) for value, column in pairs]


def _grid(
    columns: Sequence[Column],
    words: Words,
    texts: Sequence[Sequence[str]],
    behind: Sequence[Sequence[Tail]],
    room: float,
) -> Grid:
    """Return the largest size at which no word is cut and no paper wasted."""
    fitting: list[Grid] = []
    for size in _SIZES:
        kept = _kept(behind, len(columns), size)
        widths = column_widths(columns, words, room, size, kept)
        if widths is not None:
            fitting.append(_gridded(columns, widths, kept, size))
    if not fitting:
        kept = _kept(behind, len(columns), _SMALLEST)
        widths = squeezed_widths(columns, words, room, _SMALLEST, kept)
        return _gridded(columns, widths, kept, _SMALLEST)
    usual = next((grid for grid in fitting if grid.size <= _USUAL), fitting[-1])
    most = _sampled(usual, texts) * _WASTE
    chosen = next(grid for grid in fitting if _sampled(grid, texts) <= most)
    least = floors(words, room, chosen.size, chosen.tails)
    sample = texts[:_SAMPLE]
    widths = lowered(columns, chosen.widths, least, sample, chosen.size)
    return _gridded(columns, widths, chosen.tails, chosen.size)


def _gridded(
    columns: Sequence[Column],
    widths: Sequence[float],
    kept: Sequence[float],
    size: float,
) -> Grid:
    edges = [sum(widths[:place]) for place in range(len(widths) + 1)]
    return Grid(columns, widths, edges, kept, size)


def _sampled(grid: Grid, texts: Sequence[Sequence[str]]) -> float:
    """Return the height of the first rows, in points."""
    kept = [
        tail if _share(column) else 0.0
        for column, tail in zip(grid.columns, grid.tails, strict=True)
    ]
    return sum(
        grid.height(
            max(
                (
                    len(grid.wrap(text, fonts.REGULAR, (place, place + 1), tail))
                    for place, (text, tail) in enumerate(zip(row, kept, strict=True))
                ),
                default=1,
            )
        )
        for row in texts[:_SAMPLE]
    )


def _kept(behind: Sequence[Sequence[Tail]], count: int, size: float) -> list[float]:
    """Return the widest tail of each column, in points."""
    kept = [0.0] * count
    for row in behind:
        for place, tail in enumerate(row):
            if tail is not NONE:
                kept[place] = max(kept[place], tail.width(size))
    return kept


def _heading(grid: Grid) -> Strip:
    """Return all levels of the heading and the row of numbers as one strip."""
    spans, wrapped = headed(grid)
    heights = level_heights(grid, spans, wrapped)
    cells = [
        Cell(
            span.first,
            span.after,
            lines,
            _MIDDLE,
            top=sum(heights[: span.top]),
            height=sum(heights[span.top : span.below]),
        )
        for span, lines in zip(spans, wrapped, strict=True)
    ]
    numbers, below = _numbers(grid, sum(heights))
    draws = [drawing(cells, grid, fonts.BOLD), *numbers]

    def draw(canvas: Canvas, left: float, top: float) -> None:
        for each in draws:
            each(canvas, left, top)

    return Strip(height=below, draw=draw, bound=True)


def headed(grid: Grid) -> tuple[list[Merged], list[list[str]]]:
    """Return the cells of the heading and the lines of each."""
    spans = merged(grid.columns)
    return spans, [
        grid.wrap(fonts.clean(span.text), fonts.BOLD, (span.first, span.after))
        for span in spans
    ]


def level_heights(
    grid: Grid, spans: Sequence[Merged], wrapped: Sequence[Sequence[str]]
) -> list[float]:
    """Return the height of each level of a heading; the lowest make room for more."""
    heights = [grid.height(1)] * max((span.below for span in spans), default=0)
    for span, lines in sorted(
        zip(spans, wrapped, strict=True), key=lambda pair: pair[0].below - pair[0].top
    ):
        lacking = grid.height(len(lines)) - sum(heights[span.top : span.below])
        heights[span.below - 1] += max(0.0, lacking)
    return heights


def _numbers(grid: Grid, top: float) -> tuple[list[Draw], float]:
    if not any(column.number for column in grid.columns):
        return [], top
    height = grid.height(1)
    cells = [
        Cell(
            place,
            place + 1,
            [fonts.one_line(column.number)],
            _MIDDLE,
            top=top,
            height=height,
        )
        for place, column in enumerate(grid.columns)
    ]
    return [drawing(cells, grid, fonts.ITALIC)], top + height


def _rows(
    rows: Sequence[Row],
    texts: Sequence[Sequence[str]],
    behind: Sequence[Sequence[Tail]],
    grid: Grid,
    repeated: tuple[Strip],
    tallest: float,
) -> Iterator[Strip]:
    """Yield a strip a row; a group clings to the row below, a row to its total."""
    most = max(1, int((tallest - 2 * ABOVE) // grid.leading))
    following = (row.kind for row in rows[1:])
    for row, text, after in zip(rows, texts, behind, strict=True):
        before_total = next(following, None) is RowKind.TOTAL
        bound = row.kind is RowKind.GROUP or before_total
        font = fonts.REGULAR if row.kind is RowKind.DATA else fonts.BOLD
        cells = _cells(row.kind, text, after, grid, font)
        *first, last = _pieces(cells, most)
        for piece in first:
            yield _strip(piece, grid, font, repeated)
        noted = [note for tail in after for note in tail.notes]
        notes = note_lines(noted, grid.edges[-1]) if noted else ()
        strip = _strip(last, grid, font, repeated)
        plain = not (bound or notes)
        yield strip if plain else replace(strip, bound=bound, notes=notes)


def _cells(
    kind: RowKind,
    text: Sequence[str],
    behind: Sequence[Tail],
    grid: Grid,
    font: str,
) -> list[Cell]:
    if kind is RowKind.GROUP:
        spans = _group_spans(text)
    else:
        spans = [(place, place + 1) for place in range(len(text))]
    return [
        _cell(text[first], behind[first], grid, font, (first, after))
        for first, after in spans
    ]


def _cell(text: str, tail: Tail, grid: Grid, font: str, span: tuple[int, int]) -> Cell:
    first, after = span
    alone = after - first == 1
    loose = not alone or not _share(grid.columns[first])
    kept = tail.width(grid.size) if loose else grid.tails[first]
    wrap = grid.followed if loose else grid.wrap
    return Cell(
        first,
        after,
        wrap(text, font, span, kept) if text else (),
        _share(grid.columns[first]) if alone else 0.0,
        tail,
        kept,
    )


def _share(column: Column) -> float:
    return _SHARES.get(column.type, 1.0)


def _group_spans(text: Sequence[str]) -> list[tuple[int, int]]:
    """Return first column and column after: each text spans the blanks after it."""
    starts = [place for place, value in enumerate(text) if value] or [0]
    edges = [0, *starts[1:], len(text)]
    return list(pairwise(edges))


def _pieces(cells: list[Cell], most: int) -> Iterator[list[Cell]]:
    """Yield the row, in parts of `most` lines when it is taller than a page."""
    tallest = max((len(cell.lines) for cell in cells), default=1)
    if tallest <= most:
        yield cells
        return
    for start in range(0, tallest, most):
        yield [_part(cell, start, start + most) for cell in cells]


def _part(cell: Cell, start: int, stop: int) -> Cell:
    """Return some lines of a cell; what follows it stands behind its last line."""
    ends = start < max(1, len(cell.lines)) <= stop
    tail = cell.tail if ends else NONE
    return replace(cell, lines=cell.lines[start:stop], tail=tail)


def _strip(cells: list[Cell], grid: Grid, font: str, repeated: tuple[Strip]) -> Strip:
    lines = max(1, max((len(cell.lines) for cell in cells), default=1))
    height = grid.height(lines)
    return Strip(
        height=height,
        draw=drawing(cells, grid, font, height),
        repeated=repeated,
        body_lines=lines,
    )
