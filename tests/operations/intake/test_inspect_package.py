"""Packages that come in are verified, sorted, written under ids of their own, held."""

import datetime as dt
import hashlib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from desktop.files.signatures.keys import Key
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.inspect_package import STRANGERS_NAMED
from desktop.operations.periods.close_period import close_period
from desktop.records.agency import Agency
from desktop.records.arrival import Fate, Sorting
from desktop.records.exchange import MappedKind
from desktop.records.identity import AgencyId, GoalId, RecordId, StepId
from desktop.records.returns import Return
from desktop.records.target import Achievement, Estimate
from desktop.rules.calendar import parse_period
from desktop.rules.intake.statements import ticked_at_first
from desktop.store import journal, received, records
from desktop.store.store import Store
from desktop.wording.arrivals import reason
from tests.builders import OWN
from tests.files.pki import pki
from tests.operations.intake.sent_packages import (
    COMMUNE,
    LAST,
    NAMES,
    OTHER,
    a_package,
    a_photo,
    activities,
    an_entry,
    drop,
    entries_of,
    reason_of,
)

TRUST: Final = pki().trust


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
    ],
)
def test_what_is_not_for_this_office_is_refused(
    store: Store, key: Key, tmp_path: Path, changes: dict[str, Any], reason: str
) -> None:
    package = a_package(tmp_path, entries_of([an_entry(1)]), key, **changes)
    (found,) = drop(store, TRUST, package)
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


def test_entries_of_a_unit_the_sender_does_not_speak_for_are_doubted(
    store: Store, key: Key, tmp_path: Path
) -> None:
    rows = [an_entry(1), an_entry(2, agency=OTHER), an_entry(3, agency=OWN)]
    (found,) = drop(store, TRUST, a_package(tmp_path, entries_of(rows), key))
    assert found.sorting is Sorting.READY
    assert found.reasons[0][:2] == ("agencies_outside", "2")
    assert set(found.tells_of) == {COMMUNE, OTHER, OWN}
    assert NAMES[OTHER] in found.reasons[0][2]
    assert not ticked_at_first(found), "whoever takes it in all the same has chosen to"


def test_of_many_agencies_outside_the_first_are_named_and_all_counted(
    store: Store, key: Key, tmp_path: Path
) -> None:
    others = [one for one in NAMES if one.startswith("ubnd-xa-") and one != COMMUNE]
    rows = [an_entry(n, agency=one) for n, one in enumerate(others[:9])]
    (found,) = drop(store, TRUST, a_package(tmp_path, entries_of(rows), key))
    code, many, names = found.reasons[0]
    assert (code, many) == ("agencies_outside", "9")
    assert names.count(", ") == STRANGERS_NAMED - 1
    assert names.endswith("…")


def test_all_that_is_left_out_is_told_before_anything_is_taken_in(
    store: Store, key: Key, tmp_path: Path
) -> None:
    goal = GoalId("ke-hoach-xa/C1")
    guess = Estimate(
        id=RecordId("u1"), goal=goal, year=2024, value=Decimal(9), made_on=LAST
    )
    reached = Achievement(
        id=RecordId("d1"),
        title="Xong lộ trình",
        reached_on=LAST,
        agency=AgencyId(COMMUNE),
        steps=(StepId("ke-hoach-xa/buoc-1"),),
    )
    event = an_entry(1, joined_to=RecordId("a999"))
    early = an_entry(2, last_day=dt.date(2024, 2, 1))
    close_period(store, parse_period("2024-Q1"))
    entries = entries_of([event, reached, guess], earlier=(early,))
    (found,) = drop(store, TRUST, a_package(tmp_path, entries, key))
    assert found.sorting is Sorting.READY
    told = {one[0]: one[1] for one in found.reasons}
    left = ("estimates_left", "steps_left", "links_left", "earlier_closed")
    assert [told.get(one) for one in left] == ["1", "1", "2", "1"], told
    assert (found.counts.accepted, found.counts.refused) == (2, 1)
    accept_arrivals(store, [found], frozenset())
    assert set(activities(store)) == {f"{COMMUNE}.a001"}
    (kept,) = records.find(store.reader, Achievement)
    assert kept.steps == ()
