"""What a package tells is written under ids of its sender's own, and taken away."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from desktop.files.signatures.keys import Key
from desktop.operations.intake import inspect_package
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.records.agency import Agency
from desktop.records.arrival import Counts, Fate
from desktop.records.catalogue import CatalogueItem
from desktop.records.evidence import Evidence
from desktop.records.identity import Code
from desktop.records.product import Posting
from desktop.records.returns import ReturnState
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.files.pki import pki
from tests.operations.intake.sent_packages import (
    COMMUNE,
    OTHER,
    a_package,
    a_photo,
    activities,
    an_agency_below,
    an_entry,
    drop,
    entries_of,
    states,
    take_in,
)

TRUST: Final = pki().trust


def test_a_later_version_takes_away_what_it_no_longer_tells(
    store: Store, key: Key, tmp_path: Path
) -> None:
    take_in(
        store, TRUST, a_package(tmp_path, entries_of([an_entry(1), an_entry(2)]), key)
    )
    later = entries_of([an_entry(2, title="Đã sửa tên"), an_entry(3)])
    (found,) = drop(store, TRUST, a_package(tmp_path, later, key, version=2))
    fates = {row.row_id: row.fate for row in found.rows}
    assert fates == {
        f"{COMMUNE}.a001": Fate.REMOVE,
        f"{COMMUNE}.a002": Fate.CHANGE,
        f"{COMMUNE}.a003": Fate.ADD,
    }
    (changed,) = (row for row in found.rows if row.fate is Fate.CHANGE)
    (field,) = changed.changes
    assert (field.ours, field.theirs) == ("Tuyên truyền lưu động đợt 2", "Đã sửa tên")
    accept_arrivals(store, [found], frozenset())
    assert set(activities(store)) == {f"{COMMUNE}.a002", f"{COMMUNE}.a003"}
    assert states(store) == {
        (1, 0): ReturnState.SUPERSEDED,
        (2, 0): ReturnState.ACCEPTED,
    }


def test_what_was_edited_here_is_kept_unless_the_officer_gives_it_up(
    store: Store, key: Key, tmp_path: Path
) -> None:
    take_in(
        store, TRUST, a_package(tmp_path, entries_of([an_entry(1), an_entry(2)]), key)
    )
    row_id = f"{COMMUNE}.a001"
    with store.change("record") as change:
        records.put(change, replace(activities(store)[row_id], attendance=99))
    later = entries_of([an_entry(1, attendance=11)])
    (found,) = drop(store, TRUST, a_package(tmp_path, later, key, version=2))
    assert {row.row_id: row.fate for row in found.rows} == {
        row_id: Fate.KEEP,
        f"{COMMUNE}.a002": Fate.REMOVE,
    }
    accept_arrivals(store, [found], frozenset({row_id}))
    assert activities(store)[row_id].attendance == 99
    again = entries_of([an_entry(1, attendance=11), an_entry(4)])
    (third,) = drop(store, TRUST, a_package(tmp_path, again, key, version=3))
    kept = [row.row_id for row in third.rows if row.fate is Fate.KEEP]
    assert kept == [row_id]
    accept_arrivals(store, [third], frozenset())
    assert activities(store)[row_id].attendance == 11


def attend(store: Store, row_id: str, attendance: int) -> None:
    """Edit an entry here."""
    with store.change("record") as change:
        records.put(change, replace(activities(store)[row_id], attendance=attendance))


def test_what_is_edited_after_a_package_was_looked_at_is_not_written_over(
    store: Store, key: Key, tmp_path: Path
) -> None:
    take_in(store, TRUST, a_package(tmp_path, entries_of([an_entry(1)]), key))
    row_id = f"{COMMUNE}.a001"
    later = entries_of([an_entry(1, attendance=11)])
    (found,) = drop(store, TRUST, a_package(tmp_path, later, key, version=2))
    assert [row.fate for row in found.rows] == [Fate.CHANGE]
    attend(store, row_id, 99)
    accept_arrivals(store, [found], frozenset())
    assert activities(store)[row_id].attendance == 99, "nobody was asked about it"


def test_of_however_many_changes_every_one_of_an_entry_edited_here_is_asked_about(
    store: Store, key: Key, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspect_package, "SHOWN", 2)
    rows = [an_entry(number) for number in range(1, 7)]
    take_in(store, TRUST, a_package(tmp_path, entries_of(rows), key))
    edited = [f"{COMMUNE}.a00{number}" for number in (4, 5, 6)]
    for row_id in edited:
        attend(store, row_id, 99)
    later = entries_of([an_entry(number, attendance=1) for number in range(1, 7)])
    (found,) = drop(store, TRUST, a_package(tmp_path, later, key, version=2))
    asked = {row.row_id for row in found.rows if row.fate is Fate.KEEP}
    assert asked == set(edited)
    done = accept_arrivals(store, [found], frozenset(edited[:2])).value
    assert done.counts == Counts(seen=6, accepted=4, unchanged=2)
    here = {one: activities(store)[one].attendance for one in edited}
    assert here == dict(zip(edited, (99, 99, 1), strict=True))


def test_references_among_entries_are_turned_with_them(
    store: Store, key: Key, tmp_path: Path
) -> None:
    rows = [
        an_entry(1, joined_to="a002", tasks=(builders.task("2.2"),)),
        an_entry(2),
        builders.a_posting(id="p1", product="sp", agency=COMMUNE, tasks=()),
    ]
    earlier = (builders.a_product(id="sp", agency=COMMUNE, tasks=()),)
    take_in(store, TRUST, a_package(tmp_path, entries_of(rows, earlier=earlier), key))
    here = activities(store)[f"{COMMUNE}.a001"]
    assert here.joined_to == f"{COMMUNE}.a002"
    assert here.tasks == (builders.task("2.2"),)
    (posting,) = records.find(store.reader, Posting)
    assert posting.product == f"{COMMUNE}.sp"


def test_agencies_and_values_nobody_knew_are_added_and_told(
    store: Store, key: Key, tmp_path: Path
) -> None:
    below = an_agency_below()
    value = CatalogueItem(catalogue="theme", code=Code("moi"), name="Chủ đề mới")
    plain = entries_of([an_entry(1, agency=below.id, themes=("moi",))])
    entries = replace(plain, agencies=(*plain.agencies, below), catalogue=(value,))
    (found,) = take_in(store, TRUST, a_package(tmp_path, entries, key))
    assert {one[0] for one in found.reasons} == {"agencies_added", "values_added"}
    (entry,) = activities(store).values()
    assert entry.agency == f"{COMMUNE}.{below.id}"
    added = records.get(store.reader, Agency, entry.agency)
    assert added is not None
    assert (added.name, added.parent) == (below.name, COMMUNE)
    assert records.get(store.reader, CatalogueItem, "theme/moi") is not None
    again = replace(entries, rows=(*entries.rows, an_entry(2, agency=below.id)))
    (second,) = take_in(store, TRUST, a_package(tmp_path, again, key, version=2))
    assert second.reasons == ()
    assert len({one.agency for one in activities(store).values()}) == 1


def test_two_units_may_use_the_same_ids(store: Store, key: Key, tmp_path: Path) -> None:
    mine = a_package(tmp_path, entries_of([an_entry(1)]), key)
    theirs = entries_of([an_entry(1, agency=OTHER)], sender=OTHER)
    take_in(store, TRUST, mine, a_package(tmp_path, theirs, key))
    assert set(activities(store)) == {f"{COMMUNE}.a001", f"{OTHER}.a001"}


def test_evidence_comes_in_by_its_content(
    store: Store, key: Key, tmp_path: Path
) -> None:
    sent, data = a_photo(tmp_path, "a001")
    entries = entries_of([an_entry(1)], evidence=(sent,))
    package = a_package(tmp_path, entries, key, {sent.member: data}, evidence="full")
    take_in(store, TRUST, package)
    (here,) = records.find(store.reader, Evidence)
    assert (here.row_id, here.sha256) == (f"{COMMUNE}.a001", sent.sha256)
