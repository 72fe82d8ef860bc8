"""What is taken in column by column is what would come in entry by entry."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.files.signatures.trust import Trust
from desktop.files.wire.entries import TABLES
from desktop.operations.history.undo import undo
from desktop.operations.intake import apply_package
from desktop.records.activity import AudienceCount
from desktop.records.exchange_entries import EntryRecord
from desktop.records.identity import Code
from desktop.store import journal, records
from desktop.store.store import Store
from tests import builders
from tests.operations.intake.sent_packages import (
    COMMUNE,
    a_package,
    a_receiver,
    activities,
    an_agency_below,
    an_entry,
    entries_of,
    take_in,
)

TOLD = "received_rows"
COUNT = "select count(*) from received_rows"


def some_rows() -> tuple[EntryRecord, ...]:
    """Return entries of several registers, some of which name others."""
    below = an_agency_below().id
    people = (AudienceCount(audience=Code("youth"), attendance=3),)
    return (
        an_entry(1, tasks=(builders.task("2.2"),), audiences=people, digital=True),
        an_entry(2, joined_to="a001", co_chairs=(below, COMMUNE)),
        an_entry(3, joined_to="nobody", note='50% "xong"\n'),
        builders.a_product(id="p1", agency=COMMUNE),
        builders.a_posting(id="t1", agency=below, product="p1"),
        builders.a_check(COMMUNE, id="c1"),
    )


def content(store: Store) -> dict[str, object]:
    """Return every record of every register, what is journalled, and what was told.

    Ids of returns are random: they are left out.
    """
    db = store.reader
    touched = db.execute("select place, row_id, before, after from journal")
    told = db.execute("select place, row_id, cell from received_rows")
    return {
        **{table: records.find(db, cls) for table, cls in TABLES.items()},
        "journal": sorted(tuple(row) for row in touched if row[0] in TABLES),
        TOLD: sorted(map(tuple, told)),
    }


def test_both_ways_leave_the_same_rows_and_the_same_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = entries_of(some_rows())
    entries = replace(entries, agencies=(*entries.agencies, an_agency_below()))
    package = a_package(tmp_path, entries, None)
    with (
        a_receiver(tmp_path / "a" / "so.stt") as one,
        a_receiver(tmp_path / "b" / "so.stt") as two,
    ):
        take_in(one, Trust(), package)
        monkeypatch.setattr(apply_package, "APART", frozenset(TABLES))
        take_in(two, Trust(), package)
        assert len(activities(one)) == 3
        assert one.reader.execute(COUNT).fetchone()[0] == 6
        assert content(one) == content(two)
        assert journal.broken_link(one.reader) is None


def test_a_later_version_is_weighed_entry_by_entry(tmp_path: Path) -> None:
    first = a_package(tmp_path, entries_of([an_entry(1), an_entry(2)]), None)
    changed = an_entry(2, title="Tên khác")
    later = a_package(tmp_path, entries_of([changed, an_entry(3)]), None, version=2)
    with a_receiver(tmp_path / "so.stt") as store:
        take_in(store, Trust(), first)
        take_in(store, Trust(), later)
        titles = {one[-4:]: held.title for one, held in activities(store).items()}
        assert titles == {"a002": "Tên khác", "a003": "Tuyên truyền lưu động đợt 3"}
        undo(store)
        assert {one[-4:] for one in activities(store)} == {"a001", "a002"}
