"""Bring to its place what was signed and noted before the power went."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from desktop.errors import FileError
from desktop.files import waiting_files
from desktop.operations.outcome import Outcome
from desktop.operations.reports.read_report import export_folder, newest_copy
from desktop.progress import Progress, silent
from desktop.records.issued import CopyFormat, IssuedReport
from desktop.store import records
from desktop.store.store import Store

SIGNED_TOGETHER = (CopyFormat.PDF, CopyFormat.WORKBOOK)
"""Formats that one signing changes: both files or neither."""


def finish_signing(store: Store, report_id: str, folder: Path) -> tuple[Path, ...]:
    """Let the files of a report that wait in a folder take their places.

    Only a file that was noted as signed does; one nobody noted is dropped, because
    the signing it was made for never happened.

    Returns:
        The files that took their places now.

    Raises:
        FileError: `signed_waits`: another program holds the file that stands there.
    """
    return tuple(_settled(store, report_id, folder))


def finish_signings(
    store: Store,
    _progress: Progress = silent,
) -> Outcome[tuple[Path, ...]]:
    """Do so for every report whose files lie where the office keeps them.

    A file that is held is left for the next time: opening an office must not fail.
    """
    folder = export_folder(store)
    done: list[Path] = []
    if any(folder.glob(f"*{waiting_files.ENDING}")):
        for issued in records.find(store.reader, IssuedReport):
            with contextlib.suppress(FileError):
                done += finish_signing(store, issued.id, folder)
    return Outcome(tuple(done))


def _settled(store: Store, report_id: str, folder: Path) -> Iterator[Path]:
    for each in SIGNED_TOGETHER:
        copy = newest_copy(store, report_id, each)
        if copy is None:
            continue
        path = folder / copy.file_name
        if waiting_files.settle(path, copy.sha256):
            yield path
