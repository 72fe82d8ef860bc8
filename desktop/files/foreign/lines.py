"""What the process that reads tells the one that asked: one JSON array to a line.

Nothing in it can run; whatever has not the expected shape ends the reading. A row is
`["row", number, hidden, texts, looks, runs]`; looks are told once, then by number.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any, Final

from desktop.errors import Problem
from desktop.files.foreign.areas import Area, merged
from desktop.files.foreign.places import letters_of
from desktop.rules.grid import EMPTY, Cell, Grid, GridRow, TableSource

_PACK: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_PLAIN: Final = ("", "", False, "", 0)

Look = tuple[str, str, bool, str, int]
"""Kind, font, bold, fault and block of a cell, as in `rules.grid.Cell`."""
Runs = tuple[tuple[str, str], ...]


class LineWriter:
    """Tell what is read, line by line."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        """Take what sends bytes."""
        self._write = write
        self._looks: dict[Look, int] = {_PLAIN: 0}

    def tell(self, *line: object) -> None:
        """Send a line: its kind, and what belongs to it."""
        self._write(f"{_PACK(line)}\n".encode())

    def look(self, look: Look) -> int:
        """Return the number of a look, which is told the first time."""
        number = self._looks.get(look)
        if number is None:
            number = self._looks[look] = len(self._looks)
            self.tell("look", *look)
        return number

    def source(self, source: TableSource) -> None:
        """Tell a whole source that was read at once."""
        filled = 0
        for grid in source.grids:
            self.tell("sheet", grid.name)
            for row in grid.rows:
                filled += self._row(row)
        for note in source.notes:
            self.tell("note", note.field, note.code, *note.facts)
        self.tell("end", filled)

    def _row(self, row: GridRow) -> int:
        looks = [
            self.look((one.kind, one.font, one.bold, one.fault, one.block))
            for one in row.cells
        ]
        runs = {str(at): one.runs for at, one in enumerate(row.cells) if one.runs}
        texts = [cell.text for cell in row.cells]
        self.tell("row", row.number, row.hidden, texts, looks, runs)
        return sum(bool(cell.text or cell.fault) for cell in row.cells)


class LineReader:
    """Put the lines of the other process together again."""

    def __init__(self, name: str) -> None:
        """Begin an empty source of a name."""
        self.filled: int | None = None
        """Cells the other process says it met; None until it says so."""
        self.fault: tuple[str, ...] = ()
        """Reason and facts, when the other process gave up."""
        self.rows = 0
        """Rows received so far."""
        self._name = name
        self._grids: list[tuple[str, list[GridRow], list[Area]]] = []
        self._hidden_sheets: list[str] = []
        self._notes: list[Problem] = []
        self._looks: list[Look] = [_PLAIN]
        self._cells: dict[tuple[str, int], Cell] = {("", 0): EMPTY}
        self._received = 0
        self._take: dict[str, Callable[..., object]] = {
            "row": self._row,
            "look": lambda *look: self._looks.append(look),
            "sheet": lambda name: self._grids.append((name, [], [])),
            "merged": lambda area: self._grids[-1][2].append(tuple(area)),
            "hidden_sheet": self._hidden_sheets.append,
            "note": self._heed,
            "end": self._end,
            "fault": self._fault,
        }

    def line(self, line: bytes) -> None:
        """Take one line. Raise ValueError, or its like, for one that makes no sense."""
        kind, *told = json.loads(line)
        self._take[kind](*told)

    @property
    def whole(self) -> bool:
        """Tell whether every cell the other process met has come through."""
        return self.filled is not None and self.filled == self._received

    def source(self) -> TableSource:
        """Return what was received."""
        grids = tuple(self._grid(*one) for one in self._grids)
        return TableSource(
            name=self._name,
            grids=grids,
            hidden_sheets=tuple(self._hidden_sheets),
            notes=tuple(self._notes),
        )

    def _grid(self, name: str, rows: list[GridRow], areas: list[Area]) -> Grid:
        while rows and rows[-1].blank:
            rows.pop()
        if not areas:
            return Grid(name=name, rows=tuple(rows))
        made, covered = merged(rows, areas)
        if covered:
            places = ", ".join(f"{letters_of(column)}{row}" for row, column in covered)
            self._heed("table", "foreign_covered", name, places)
        return Grid(name=name, rows=made)

    def _row(
        self,
        number: int,
        hidden: bool,  # noqa: FBT001  as it comes in the line
        texts: Sequence[str],
        looks: Sequence[int],
        runs: dict[str, Any],
    ) -> None:
        known = self._cells
        made: list[Cell] = []
        for key in zip(texts, looks, strict=True):
            cell = known.get(key)
            if cell is None:
                cell = known[key] = self._cell(*key)
            made.append(cell)
        for at, parts in runs.items():
            told = tuple((text, font) for text, font in parts)
            made[int(at)] = self._cell(texts[int(at)], looks[int(at)], told)
        self._received += sum(cell is not EMPTY and _holds(cell) for cell in made)
        row = GridRow(number=number, cells=tuple(made), hidden=hidden)
        self._grids[-1][1].append(row)
        self.rows += 1

    def _cell(self, text: str, look: int, runs: Runs = ()) -> Cell:
        kind, font, bold, fault, block = self._looks[look]
        return Cell(
            text=text,
            kind=kind,
            font=font,
            runs=runs,
            bold=bold,
            block=block,
            fault=fault,
        )

    def _heed(self, field: str, code: str, *facts: str) -> None:
        self._notes.append(Problem(field, code, tuple(facts), blocking=False))

    def _end(self, filled: int) -> None:
        self.filled = filled

    def _fault(self, *told: str) -> None:
        self.fault = told


def _holds(cell: Cell) -> bool:
    return bool(cell.text or cell.fault)
