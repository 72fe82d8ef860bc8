"""Know which signed copies an office keeps the contents of."""

import sqlite3
from pathlib import Path

from desktop.records.issued import CopyFormat
from desktop.store import upkeep


def hashes(db: sqlite3.Connection) -> dict[str, str]:
    """Return the hash of each signed copy that was attached, and what it is called."""
    found = db.execute(
        "select sha256, file_name from issued_copies where format = ? order by rowid",
        (str(CopyFormat.SIGNED),),
    )
    return {str(row[0]): str(row[1]) for row in found}


def hashes_of_file(path: Path) -> dict[str, str]:
    """Return the same of an office file that is not open.

    Raises:
        StoreUnavailableError: It cannot be read.
    """
    with upkeep.at_rest(path) as db:
        return hashes(db)
