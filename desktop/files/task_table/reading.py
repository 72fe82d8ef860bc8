"""Read a task table from a file of any kind that can hold one."""

from pathlib import Path

from desktop.errors import FileError
from desktop.files.task_table.html import read_html
from desktop.files.task_table.plain import read_plain
from desktop.files.task_table.workbook import read_workbook
from desktop.rules.grid import TableSource

HTML = (".html", ".htm")
PLAIN = (".txt", ".tsv")
WORKBOOKS = (".xlsx", ".xlsm")
TEXT_LIMIT = 20_000_000
"""Bytes of a text file."""


def read_file(path: Path) -> TableSource:
    """Return the tables of a workbook, a saved web page, or a text with tabs.

    Raises:
        FileError: The file cannot be read as what its ending says.
        InputError: It holds more than any table of tasks.
    """
    from dataclasses import replace

    ending = path.suffix.lower()
    if ending in HTML:
        return replace(read_html(_text(path)), name=path.name)
    if ending in PLAIN:
        return replace(read_plain(_text(path)), name=path.name)
    return read_workbook(path)


def read_pasted(html: str, plain: str) -> TableSource:
    """Return the table on the clipboard: as HTML, which knows merged cells, else text.

    Raises:
        InputError: It holds more than any table of tasks.
    """
    if "<t" in html.lower():
        found = read_html(html)
        if found.grids:
            return found
    return read_plain(plain)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            data = stream.read(TEXT_LIMIT + 1)
    except FileNotFoundError as error:
        raise FileError(path, "missing") from error
    except OSError as error:
        raise FileError(path, "unreadable", str(error.strerror)) from error
    if len(data) > TEXT_LIMIT:
        raise FileError(path, "too_large", str(TEXT_LIMIT))
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(path, "unreadable", str(error.reason)) from error
