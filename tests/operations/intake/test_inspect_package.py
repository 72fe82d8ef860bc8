"""Packages that come in are verified, sorted, written under ids of their own, held."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from desktop.files.signatures.keys import Key
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.take_back_intake import take_back_intake
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.records.arrival import Arrival, Fate, Sorting
from desktop.records.catalogue import CatalogueItem
from desktop.records.evidence import Evidence
from desktop.records.exchange import MappedKind
from desktop.records.identity import AgencyId, Code
from desktop.records.product import Posting
from desktop.records.returns import Intake, Return, ReturnState
from desktop.store import journal, received, records
from desktop.store.store import Store
from desktop.wording.arrivals import reason
from tests import builders
from tests.files.pki import pki
from tests.operations.intake.sent_packages import (
    COMMUNE,
    OTHER,
    a_package,
    a_photo,
    a_receiver,
    a_slip,
    an_agency_below,
    an_entry,
    drop,
    entries_of,
    take_in,
)

TRUST: Final = pki().trust


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Key:
    return pki().agency.key(tmp_path_factory.mktemp("key"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_receiver(tmp_path / "here" / "so.stt") as found:
        yield found


def activities(store: Store) -> dict[str, Activity]:
    return {str(one.id): one for one in records.each(store.reader, Activity)}


def states(store: Store) -> dict[tuple[int, int], ReturnState]:
    found = records.find(store.reader, Return)
    return {(one.version, one.slip): one.state for one in reversed(found)}


def reason_of(arrival: Arrival) -> str:
    return arrival.reasons[0][0] if arrival.reasons else ""


def test_a_sealed_package_is_ready_and_its_entries_come_in_under_its_senders_name(
    store: Store, key: Key, tmp_path: Path
) -> None:
    entries = entries_of([an_entry(1), an_entry(2)])
    (found,) = drop(store, TRUST, a_package(tmp_path, entries, key))
    assert (found.sorting, found.reasons) == (Sorting.READY, ())
    assert (found.agency, found.counts.seen, found.counts.accepted) == (COMMUNE, 2, 2)
    assert [row.fate for row in found.rows] == [Fate.ADD, Fate.ADD]
    assert activities(store) == {}
    accept_arrivals(store, [found], frozenset())
    here = activities(store)
    assert set(here) == {f"{COMMUNE}.a001", f"{COMMUNE}.a002"}
    assert here[f"{COMMUNE}.a002"].attendance == 20
    origin = received.origin(store.reader, "activities", f"{COMMUNE}.a001")
    assert origin is not None
    assert origin.cell == "a001"
    (ret,) = records.find(store.reader, Return)
    assert (ret.entries, ret.attendance, ret.control) == (
        2,
        30,
        found.control.code,
    )
    assert journal.broken_link(store.reader) is None


def test_a_package_without_a_seal_is_doubted(store: Store, tmp_path: Path) -> None:
    (found,) = drop(store, TRUST, a_package(tmp_path, entries_of([an_entry(1)]), None))
    assert (found.sorting, found.reasons[0][0]) == (Sorting.READY, "unsealed")


def test_a_slip_before_its_original_is_held_and_applied_when_it_comes(
    store: Store, key: Key, tmp_path: Path
) -> None:
    first = entries_of([an_entry(1), an_entry(2)])
    second = entries_of([an_entry(1, attendance=15), an_entry(2, attendance=18)])
    original = a_package(tmp_path, first, key)
    slip = a_package(tmp_path, second, key, **a_slip(second))
    (held,) = take_in(store, TRUST, slip)
    assert (held.sorting, reason_of(held)) == (Sorting.HELD, "original_missing")
    assert activities(store) == {}
    take_in(store, TRUST, original)
    here = activities(store)
    assert [here[one].attendance for one in sorted(here)] == [15, 18]
    stand = [
        one for one in records.find(store.reader, Return) if one.state == "accepted"
    ]
    assert [(one.version, one.slip) for one in stand] == [(1, 1)]


def test_taking_the_original_back_holds_its_slip_again(
    store: Store, key: Key, tmp_path: Path
) -> None:
    first = entries_of([an_entry(1)])
    second = entries_of([an_entry(1, attendance=15)])
    take_in(store, TRUST, a_package(tmp_path, second, key, **a_slip(second)))
    original = a_package(tmp_path, first, key)
    take_in(store, TRUST, original)
    intake = records.find(store.reader, Intake)[0]
    take_back_intake(store, intake.id)
    assert activities(store) == {}
    assert ReturnState.HELD in {one.state for one in records.find(store.reader, Return)}
    take_in(store, TRUST, original)
    assert [one.attendance for one in activities(store).values()] == [15]


def test_both_in_one_drop_end_with_the_slips_figures(
    store: Store, key: Key, tmp_path: Path
) -> None:
    first = entries_of([an_entry(1)])
    second = entries_of([an_entry(1, attendance=15)])
    slip = a_package(tmp_path, second, key, **a_slip(second))
    take_in(store, TRUST, slip, a_package(tmp_path, first, key))
    assert [one.attendance for one in activities(store).values()] == [15]
    assert journal.broken_link(store.reader) is None


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


def test_a_changed_photo_is_named_and_nothing_is_stored(
    store: Store, key: Key, tmp_path: Path
) -> None:
    sent, data = a_photo(tmp_path, "a001")
    entries = entries_of([an_entry(1)], evidence=(sent,))
    package = a_package(tmp_path, entries, key, {sent.member: data}, evidence="full")
    whole = package.read_bytes()
    at = whole.index(data) + len(data) // 2
    package.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    before = hashlib.sha256(store.path.read_bytes()).hexdigest()
    (found,) = drop(store, TRUST, package)
    assert found.sorting is Sorting.REFUSED
    assert found.reasons[0] == ("member_changed", "anh-03.jpg")
    assert reason(found.reasons[0]).startswith("Đã bị thay đổi: ảnh 03")
    assert hashlib.sha256(store.path.read_bytes()).hexdigest() == before


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"practice": True}, "practice"),
        ({"recipient": "Sở Thông tin và Truyền thông khác"}, "for_another"),
        ({"control": None}, "package_finding"),
    ],
)
def test_what_is_not_for_this_office_is_refused(
    store: Store,
    key: Key,
    tmp_path: Path,
    changes: dict[str, object],
    reason: str,
) -> None:
    entries = entries_of([an_entry(1)])
    if "control" in changes:
        from desktop.records.exchange import ControlTotal

        changes = {"control": ControlTotal(entries=5, attendance=1, code="x")}
        with pytest.raises(Exception, match="own_check_failed"):
            a_package(tmp_path, entries, key, **changes)
        return
    (found,) = drop(store, TRUST, a_package(tmp_path, entries, key, **changes))
    assert (found.sorting, reason_of(found)) == (Sorting.REFUSED, reason)


def test_a_sender_nobody_knows_is_asked_about_once(
    store: Store, key: Key, tmp_path: Path
) -> None:
    entries = entries_of([an_entry(1, agency="xa-la")], sender="xa-la")
    stranger = Agency(id=AgencyId("xa-la"), name="Ủy ban nhân dân xã Đăk Mar mới")
    entries = replace(entries, agencies=(*entries.agencies, stranger))
    package = a_package(tmp_path, entries, key, agency=stranger.name)
    (found,) = drop(store, TRUST, package)
    assert found.sorting is Sorting.TO_MAP
    (asked,) = found.unmapped
    assert asked.kind is MappedKind.AGENCY
    assert asked.offers[0][0] == COMMUNE
