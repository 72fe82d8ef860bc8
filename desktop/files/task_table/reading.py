"""Read a task table from a file of any kind that can hold one, or from a paste."""

from pathlib import Path
from typing import Final

from desktop.errors import InputError, Problem
from desktop.files.foreign import reading
from desktop.progress import Progress, silent
from desktop.rules.grid import TableSource
from desktop.rules.task_table.letters import in_unicode

ROW_LIMIT: Final = 5_000
"""Far more than any plan has tasks."""


def read_file(path: Path, progress: Progress = silent) -> TableSource:
    """Return the tables of a workbook, a saved web page, or a text, in Unicode.

    Raises:
        FileError: The file cannot be read as what it is.
        InputError: It holds more than any table of tasks.
    """
    return _checked(reading.read_table(path, progress))


def read_pasted(html: str, plain: str) -> TableSource:
    """Return the table on the clipboard, in Unicode.

    Raises:
        InputError: It holds more than any table of tasks.
    """
    return _checked(reading.read_pasted(html, plain))


def _checked(source: TableSource) -> TableSource:
    if any(len(grid.rows) > ROW_LIMIT for grid in source.grids):
        raise InputError((Problem("table", "table_too_large"),))
    return in_unicode(source)
