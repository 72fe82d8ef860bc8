"""Read a task table from a file or from what was pasted; nothing is stored."""

from pathlib import Path

from desktop.progress import Progress, silent
from desktop.rules.grid import TableSource


def read_task_file(path: Path, progress: Progress = silent) -> TableSource:
    """Return the tables of a workbook, a saved web page, a list or a text with tabs.

    Raises:
        FileError: The file cannot be read as what its ending says.
        InputError: It holds more than any table of tasks.
    """
    from desktop.files.task_table.reading import read_file

    return read_file(path, progress)


def read_task_paste(html: str, plain: str) -> TableSource:
    """Return the table on the clipboard, given as HTML, as plain text, or as both.

    Raises:
        InputError: It holds more than any table of tasks.
    """
    from desktop.files.task_table.reading import read_pasted

    return read_pasted(html, plain)
