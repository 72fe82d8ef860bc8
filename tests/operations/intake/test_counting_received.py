"""What is held of a package is counted from the rows that stand in the office."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import ConflictError
from desktop.files.signatures.trust import Trust
from desktop.operations.intake.counting_received import count_received
from desktop.operations.intake.kept_files import kept_path
from desktop.records.activity import Activity
from desktop.records.exchange import ControlTotal
from desktop.records.returns import Return
from desktop.store import records
from desktop.store.store import Store
from tests.operations.intake.sent_packages import (
    COMMUNE,
    a_package,
    activities,
    an_entry,
    entries_of,
    take_in,
)


@pytest.fixture
def ret(store: Store, tmp_path: Path) -> Return:
    """Take in three activities: one is planned, and one joined to another."""
    rows = [
        an_entry(1),
        an_entry(2, joined_to="a001"),
        an_entry(3, state="planned"),
    ]
    take_in(store, Trust(), a_package(tmp_path, entries_of(rows), None))
    return records.find(store.reader, Return)[0]


def test_the_count_is_the_senders_own_while_nothing_was_changed(
    store: Store, ret: Return
) -> None:
    expected = ControlTotal(entries=3, attendance=10, code=ret.control)
    assert count_received(store, ret) == expected


def test_an_edited_or_removed_row_is_counted_as_it_stands(
    store: Store, ret: Return
) -> None:
    first = activities(store)[f"{COMMUNE}.a001"]
    with store.change("record") as change:
        records.put(change, replace(first, attendance=12))
    edited = count_received(store, ret)
    assert (edited.entries, edited.attendance) == (3, 12)
    with store.change("remove") as change:
        records.remove(change, Activity, f"{COMMUNE}.a003")
    removed = count_received(store, ret)
    assert (removed.entries, removed.attendance) == (2, 12)
    assert len({ret.control, edited.code, removed.code}) == 3


def test_a_file_no_longer_kept_is_named(store: Store, ret: Return) -> None:
    path = kept_path(store, ret.file_sha256)
    assert path is not None
    path.unlink()
    with pytest.raises(ConflictError) as caught:
        count_received(store, ret)
    assert (caught.value.reason, caught.value.facts) == (
        "received_altered",
        (ret.file_name,),
    )
