"""Write a sheet to fill entries into, or the entries there are, to import again."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from desktop.operations.entries.inspect_entries import register_of
from desktop.operations.entries.read_entry_context import read_entry_context
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.rules.counting import DAY, RECORD_OF
from desktop.store import preferences, records
from desktop.store.store import Store


def export_entry_template(
    store: Store, register_code: str, path: Path, *, progress: Progress = silent
) -> Outcome[Path]:
    """Write an empty sheet of a register, with the office's lists; return where to.

    Raises:
        ConflictError: The file holds no office yet.
        UnknownNameError: There is no such register.
        FileError: The file cannot be written.
    """
    return export_entries(store, register_code, path, (), progress=progress)


def export_entries(
    store: Store,
    register_code: str,
    path: Path,
    shown: Iterable[object] | None = None,
    *,
    progress: Progress = silent,
) -> Outcome[Path]:
    """Write entries of a register as a sheet that can be changed and imported again.

    Args:
        store: The open office.
        register_code: Whose entries.
        path: The workbook; what stood there is replaced.
        shown: The entries, in their order; None: all of the register.
        progress: Told how far it is.

    Raises:
        ConflictError: The file holds no office yet.
        UnknownNameError: There is no such register.
        FileError: The file cannot be written.
        Cancelled: The user asked to stop; no file is left behind.
    """
    from desktop.files.entry_sheet import template_words, write_sheet
    from desktop.rules.entry_table.template import lay_out

    register = register_of(register_code)
    if shown is None:
        shown = _all(store, register_code)
    sheet = lay_out(register, read_entry_context(store), template_words(), shown)
    practice = preferences.is_practice(store.reader)
    write_sheet(sheet, path, practice=practice, progress=progress)
    return Outcome(path)


def _all(store: Store, register_code: str) -> Iterable[object]:
    """Return the entries of a register, the earliest first."""
    register = register_of(register_code)
    where = {"kind": register.kind} if register.kind else None
    cls = RECORD_OF[register.source]
    found: Iterable[Any] = records.find(store.reader, cls, where=where)
    day = DAY[register.source]
    return sorted(found, key=lambda one: (getattr(one, day), str(one.id)))
