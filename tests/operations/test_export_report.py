"""Both files are made of the frozen report, whole, and known by their hash."""

import hashlib
from pathlib import Path

import pytest

from desktop.errors import Cancelled, FileError
from desktop.operations.export_report import draw_preview, export_report
from desktop.operations.read_report import newest_copy, read_issued, read_report
from desktop.operations.record_entry import record
from desktop.progress import Step
from desktop.records.issued import CopyFormat, IssuedCopy
from desktop.store import records
from tests.builders import an_activity
from tests.operations.desk import REPORT, Desk


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_both_files_are_there_and_known_by_hash_and_size(desk: Desk) -> None:
    assert names(desk.files.folder) == [desk.pdf.name, desk.workbook.name]
    for path, kind in (
        (desk.pdf, CopyFormat.PDF),
        (desk.workbook, CopyFormat.WORKBOOK),
    ):
        copy = newest_copy(desk.store, REPORT, kind)
        assert copy is not None
        assert (copy.sha256, copy.size) == (digest(path), path.stat().st_size)
        assert copy.signed_by == ""
    newest = desk.store.last_change()
    assert newest is not None
    assert (newest.verb, newest.tables) == ("export_report", ("issued_copies",))


def test_later_records_do_not_reach_the_files(desk: Desk, tmp_path: Path) -> None:
    before = digest(desk.workbook)
    record(desk.store, an_activity(attendance=999))
    again = export_report(desk.store, REPORT, tmp_path / "again").value
    assert digest(again.workbook) == before
    assert again.report.id == REPORT


def test_a_stopped_export_notes_nothing_and_leaves_no_half_file(
    desk: Desk, tmp_path: Path
) -> None:
    def stop(step: Step) -> None:
        if step.stage == "recording":
            raise Cancelled

    before = records.count(desk.store.reader, IssuedCopy)
    with pytest.raises(Cancelled):
        export_report(desk.store, REPORT, tmp_path / "new", stop)
    assert records.count(desk.store.reader, IssuedCopy) == before
    assert not [one for one in names(tmp_path / "new") if one.endswith(".part")]


def test_a_place_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    before = records.count(desk.store.reader, IssuedCopy)
    with pytest.raises(FileError):
        export_report(desk.store, REPORT, tmp_path / "file")
    assert records.count(desk.store.reader, IssuedCopy) == before


def test_a_preview_is_a_document_and_leaves_no_trace(desk: Desk) -> None:
    before = desk.store.last_change()
    report = read_report(desk.store, read_issued(desk.store, REPORT))
    assert draw_preview(report).startswith(b"%PDF-")
    assert desk.store.last_change() == before
