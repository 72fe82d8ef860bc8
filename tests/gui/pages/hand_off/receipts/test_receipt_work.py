"""Of files brought back only receipts of ours are taken in; the others are told."""

from pathlib import Path

from desktop.files.signatures.trust import Trust
from desktop.gui.pages.hand_off.receipts.receipt_work import look_at
from desktop.progress import silent
from desktop.records.activity import Activity
from desktop.records.arrival import Sorting
from desktop.records.exchange import Receipt
from desktop.records.returns import Intake
from desktop.store import journal, records
from desktop.store.store import Store
from tests.operations.intake.sent_packages import (
    a_package,
    a_receiver,
    an_entry,
    drop,
    entries_of,
)


def test_what_was_brought_back_is_told_and_nothing_is_taken_in(
    tmp_path: Path,
) -> None:
    package = a_package(tmp_path / "goi", entries_of([an_entry(1)]), None)
    note = tmp_path / "ghi chú.txt"
    note.write_text("ghi chú")
    with a_receiver(tmp_path / "so.stt") as store:
        before = journal.head(store.reader)
        done = look_at(store, (package, note), silent)
        found = {one.name: one.sorting for one in done.value}
        assert found == {package.name: Sorting.READY, note.name: Sorting.FOREIGN}
        assert (done.touched, journal.head(store.reader)) == (frozenset(), before)
        for cls in (Activity, Receipt, Intake):
            assert records.count(store.reader, cls) == 0
        assert drop(store, Trust(), package)[0].sorting is Sorting.READY


def test_no_file_at_all_is_nothing(office: Path) -> None:
    with Store(office) as store:
        assert look_at(store, (), silent).value == ()
