"""Read a table from a file or a paste that nobody here made."""

from pathlib import Path

from desktop.files.foreign.process import read_apart
from desktop.progress import Progress, silent
from desktop.rules.grid import TableSource


def read_table(path: Path, progress: Progress = silent) -> TableSource:
    """Return the tables of a workbook, a saved web page, a list or a text with tabs.

    The file is read by another process, within limits, and never changed.

    Raises:
        FileError: It cannot be read as what it is; the reason tells why.
    """
    return read_apart(path, progress)


def read_pasted(html: str, plain: str) -> TableSource:
    """Return the table on the clipboard: as HTML, which knows merged cells, else text.

    Raises:
        InputError: It holds more than is read (`table_too_large`).
    """
    from desktop.files.foreign.plain import read_plain

    if "<t" in html.lower():
        from desktop.files.foreign.html import read_html

        found = read_html(html)
        if found.grids:
            return found
    return read_plain(plain)
