"""Read a sheet of entries from a file or from what was pasted; nothing is stored."""

import hashlib
from dataclasses import replace
from pathlib import Path

from desktop.operations.outcome import Outcome
from desktop.operations.uncollected import uncollected
from desktop.progress import Progress, silent
from desktop.rules.grid import TableSource


def read_entry_file(path: Path, progress: Progress = silent) -> Outcome[TableSource]:
    """Return the tables of a workbook, a saved web page, a list or a text with tabs.

    Raises:
        FileError: The file cannot be read as what it is, or is beyond the limits.
        Cancelled: The user asked to stop.
    """
    from desktop.files.foreign.reading import read_table

    with uncollected():
        found = read_table(path, progress)
    return Outcome(replace(found, sha256=_hash(path)))


def _hash(path: Path) -> str:
    """Return the hash of a file; blank where it is gone since it was read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def read_entry_paste(html: str, plain: str) -> Outcome[TableSource]:
    """Return the table on the clipboard, given as HTML, as plain text, or as both.

    Raises:
        InputError: It holds more than is read.
    """
    from desktop.files.foreign.reading import read_pasted

    return Outcome(read_pasted(html, plain))
