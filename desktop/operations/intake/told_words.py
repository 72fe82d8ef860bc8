"""Read again what a package told of what has only a year.

Every package of a year tells such rows again; of them the last word stands. What the
others said is kept nowhere but in their files, which lie beside the office.
"""

from typing import Any

from desktop.errors import FileError, PackageError
from desktop.operations.intake.kept_files import kept_path
from desktop.operations.intake.local_rows import LocalRows
from desktop.operations.intake.translating import read_office, translate
from desktop.records.returns import Return, ReturnKind
from desktop.store import records, rows
from desktop.store.day_columns import YEARLY
from desktop.store.rows import Row
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store

Key = tuple[str, str]


class ToldWords:
    """What packages told, each read once, and only when somebody asks."""

    def __init__(self, store: Store) -> None:
        """Begin with nothing read."""
        self._store = store
        self._read: dict[str, dict[Key, Row]] = {}

    def row(self, ret: str, place: str, row_id: str) -> Row | None:
        """Return a row as a package told it; None of a file that cannot be read."""
        if ret not in self._read:
            self._read[ret] = self._rows(ret)
        return self._read[ret].get((place, row_id))

    def text(self, ret: str, place: str, row_id: str) -> str | None:
        """Return the same as the journal keeps rows."""
        found = self.row(ret, place, row_id)
        return None if found is None else rows.canonical(found).decode()

    def _rows(self, ret: str) -> dict[Key, Row]:
        from desktop.files.package_content import read_content

        db: Any = self._store.reader
        told = records.get(db, Return, ret)
        if told is None or told.kind is not ReturnKind.PACKAGE:
            return {}
        path = kept_path(self._store, told.file_sha256)
        if path is None:
            return {}
        try:
            content = read_content(path, told.file_sha256)
        except (PackageError, FileError):
            return {}
        if content.entries is None:
            return {}
        local = LocalRows(
            translate(read_office(db), content.header, content.entries), content.entries
        )
        found: dict[Key, Row] = {}
        for one in content.entries.rows:
            place = BY_RECORD[type(one)].table
            row = local.row(one) if place in YEARLY else None
            if row is not None:
                found[place, str(row["id"])] = row
        return found
