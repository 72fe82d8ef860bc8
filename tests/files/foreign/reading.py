"""Read a workbook in this process, to look at what comes of it."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.foreign.kinds import tell_file
from desktop.files.foreign.lines import LineReader, LineWriter
from desktop.rules.grid import Cell, TableSource


def read_here(path: Path) -> TableSource:
    """Return what the other process would tell, without starting one."""
    told: list[bytes] = []
    tell_file(path, LineWriter(told.append))
    reader = LineReader(path.name)
    for line in b"".join(told).splitlines():
        reader.line(line)
    assert reader.whole
    return reader.source()


def only_cell(path: Path) -> Cell:
    """Return the one cell that holds something."""
    (grid,) = read_here(path).grids
    (cell,) = [
        cell for row in grid.rows for cell in row.cells if cell.text or cell.fault
    ]
    return cell


def texts(path: Path) -> list[list[str]]:
    """Return the texts of the one sheet."""
    (grid,) = read_here(path).grids
    return [[cell.text for cell in row.cells] for row in grid.rows]


def refusal(path: Path) -> str:
    """Return the reason for which a file is refused, and see it left as it was."""
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(FileError) as caught:
        read_here(path)
    assert caught.value.path == path
    assert (path.read_bytes() if path.exists() else None) == before
    return caught.value.reason
