"""Issued reports and their files are found again, or their absence is told."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import ConflictError, FileError, UnknownNameError
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.reports.draft_report import draft_report
from desktop.operations.reports.read_report import (
    export_folder,
    make_folder,
    newest_copy,
    read_issued,
    read_report,
)
from desktop.records.issued import CopyFormat
from desktop.store import records
from desktop.store.store import Store
from tests.builders import NOW, a_clock
from tests.operations.desk import REPORT, REQUEST, Desk


def test_nothing_issued_is_told(store: Store) -> None:
    with pytest.raises(ConflictError) as caught:
        read_issued(store)
    assert caught.value.reason == "nothing_issued"


def test_a_report_is_found_by_its_id_and_the_newest_without(desk: Desk) -> None:
    desk.store.now = lambda: NOW.replace(day=21)
    later = issue_report(desk.store, draft_report(desk.store, REQUEST)).value
    assert read_issued(desk.store).id == later.id
    assert read_issued(desk.store, REPORT).version == 1
    with pytest.raises(UnknownNameError):
        read_issued(desk.store, "nobody")


def test_a_report_changed_behind_our_back_is_not_given_out(desk: Desk) -> None:
    desk.store.close()
    db = sqlite3.connect(desk.store.path)
    db.execute("drop trigger issued_reports_frozen_update")
    db.execute("update issued_reports set content = replace(content, '40', '41')")
    db.commit()
    db.close()
    with Store(desk.store.path, clock=a_clock) as store:
        issued = read_issued(store, REPORT)
        with pytest.raises(ConflictError) as caught:
            read_report(store, issued)
    assert caught.value.reason == "issued_changed"


def test_the_newest_copy_of_each_format_is_known(desk: Desk) -> None:
    pdf = newest_copy(desk.store, REPORT, CopyFormat.PDF)
    book = newest_copy(desk.store, REPORT, CopyFormat.WORKBOOK)
    assert pdf is not None
    assert book is not None
    assert (pdf.file_name, book.file_name) == (desk.pdf.name, desk.workbook.name)
    newer = replace(pdf, id="newer", made_at=NOW.replace(hour=9), size=1)
    with desk.store.change("export_report") as change:
        records.put(change, newer)
    assert newest_copy(desk.store, REPORT, CopyFormat.PDF) == newer
    assert newest_copy(desk.store, "nobody", CopyFormat.PDF) is None


def test_exported_reports_lie_beside_the_office(store: Store) -> None:
    assert export_folder(store) == store.path.parent / "bao-cao"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError) as caught:
        make_folder(tmp_path / "file" / "b")
    assert caught.value.reason == "read_only"
