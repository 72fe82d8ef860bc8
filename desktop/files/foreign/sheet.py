"""Read one sheet of a workbook row by row, in a single pass over its XML.

Whatever `<dimension>` promises is not believed: rows and cells are where they say they
are, or behind the last one where they say nothing. ECMA-376 part 1, 18.3.1.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from desktop.files.foreign import limits
from desktop.files.foreign.cells import ERROR_TYPE, Book, FoundCell, RawCell
from desktop.files.foreign.outline import is_true
from desktop.files.foreign.places import place
from desktop.files.foreign.strings import TextCollector
from desktop.files.foreign.xml import MAIN, Attributes, Feed

_CELL: Final = f"{MAIN}c"

Area = tuple[int, int, int, int]
"""First row and column, last row and column of a merged area."""


class TooMuchError(Exception):
    """A workbook holds more than is read; the limit is told."""


@dataclass(slots=True)
class Row:
    """One row as it is found: its cells by column counted from 1."""

    number: int
    hidden: bool = False
    cells: dict[int, FoundCell] = field(default_factory=dict)


@dataclass(slots=True)
class Count:
    """How many cells were met in the whole file, as the XML has them."""

    filled: int = 0
    empty: int = 0
    merged: int = 0
    letters: int = 0


class SheetReader:
    """Take the XML of one sheet and give its rows."""

    def __init__(self, book: Book, count: Count) -> None:
        """Begin before the first row of a sheet of a workbook."""
        self.merged: list[Area] = []
        self.hidden_columns: list[tuple[int, int]] = []
        """First and last column of each stretch nobody sees."""
        self._book = book
        self._count = count
        self._done: list[Row] = []
        self._row = Row(0)
        self._column = 0
        self._told: Attributes = {}
        """What the last cell says of itself, as long as nobody asked where it is."""
        self._cell: RawCell | None = None
        """The cell one is in, once it holds anything: most hold but their looks."""
        self._value: list[str] | None = None
        self._inline: TextCollector | None = None
        self._starts = {
            f"{MAIN}v": self._start_value,
            f"{MAIN}row": self._start_row,
            f"{MAIN}f": self._start_formula,
            f"{MAIN}is": self._start_inline,
            f"{MAIN}col": self._start_column,
            f"{MAIN}mergeCell": self._start_merged,
        }
        self._ends = {
            f"{MAIN}v": self._end_value,
            f"{MAIN}row": self._end_row,
            f"{MAIN}is": self._end_inline,
        }

    def rows(self, chunks: Iterable[bytes]) -> Iterator[Row]:
        """Yield every row that holds something.

        Raises:
            TooMuchError: There is more than is read.
            ValueError: The sheet is damaged; also IndexError and KeyError.
        """
        feed = Feed(self._start, self._end, self._data)
        for chunk in chunks:
            feed(chunk)
            yield from self._done
            self._done.clear()
        feed(b"", last=True)
        yield from self._done

    def _start(self, name: str, told: Attributes) -> None:
        if name == _CELL:  # by far the most there are
            self._start_cell(told)
            return
        begin = self._starts.get(name)
        if begin is not None:
            begin(told)
        elif self._inline is not None:
            self._inline.start(name, told)

    def _end(self, name: str) -> None:
        if name == _CELL:
            self._end_cell()
            return
        finish = self._ends.get(name)
        if finish is not None:
            finish()
        elif self._inline is not None:
            self._inline.end(name)

    def _data(self, text: str) -> None:
        if self._value is not None:
            self._value.append(text)
        elif self._inline is not None:
            self._inline.data(text)

    def _start_row(self, told: Attributes) -> None:
        number = int(told["r"]) if "r" in told else self._row.number + 1
        if number <= self._row.number:
            raise ValueError(number)
        unseen = is_true(told.get("hidden")) or told.get("ht") in ("0", "0.0")
        self._row = Row(number, unseen)
        self._column = 0
        self._told = {}

    def _end_row(self) -> None:
        self._settle_place()
        if self._row.cells:
            _hold(self._row.number, limits.ROW_LIMIT)
            self._done.append(self._row)

    def _start_cell(self, told: Attributes) -> None:
        if "r" not in told:
            self._settle_place()
            self._column += 1
        self._told = told
        self._cell = None

    def _settle_place(self) -> None:
        """Turn the address of the last cell into its column: few cells need one."""
        address = self._told.get("r")
        if address is None:
            return
        row, self._column = place(address)
        if row != self._row.number:
            raise ValueError(address)
        self._told = {}

    def _held(self) -> RawCell:
        """Return the cell one is in, which holds something."""
        if self._cell is None:
            style = self._told.get("s")
            kind = self._told.get("t", "n")
            self._cell = RawCell(int(style) if style else 0, kind)
        return self._cell

    def _end_cell(self) -> None:
        if self._cell is None and self._told.get("t") != ERROR_TYPE:
            self._end_blank()
            return
        found = self._book.read(self._held())
        if found is None:
            self._end_blank()
            return
        self._settle_place()
        count = self._count
        count.filled += 1
        count.letters += len(found.text)
        _hold(count.filled, limits.CELL_LIMIT)
        _hold(count.letters, limits.LETTER_LIMIT)
        _hold(self._column, limits.COLUMN_LIMIT)
        self._row.cells[self._column] = found

    def _end_blank(self) -> None:
        count = self._count
        count.empty += 1
        if count.empty > limits.EMPTY_LIMIT:
            raise TooMuchError(str(limits.EMPTY_LIMIT))

    def _start_value(self, _told: Attributes) -> None:
        self._value = []

    def _end_value(self) -> None:
        self._held().value = "".join(self._value or ())
        self._value = None

    def _start_formula(self, _told: Attributes) -> None:
        self._held().formula = True

    def _start_inline(self, _told: Attributes) -> None:
        self._inline = TextCollector()

    def _end_inline(self) -> None:
        if self._inline is not None:
            self._held().inline = self._inline.taken()
            self._inline = None

    def _start_column(self, told: Attributes) -> None:
        if is_true(told.get("hidden")):
            self.hidden_columns.append((int(told["min"]), int(told["max"])))

    def _start_merged(self, told: Attributes) -> None:
        first, _, last = told["ref"].partition(":")
        area = (*place(first), *place(last or first))
        rows, columns = area[2] - area[0] + 1, area[3] - area[1] + 1
        self._count.merged += max(rows, 0) * max(columns, 0)
        _hold(self._count.merged, limits.CELL_LIMIT)
        self.merged.append(area)


def _hold(number: int, most: int) -> None:
    if number > most:
        raise TooMuchError(str(most))
