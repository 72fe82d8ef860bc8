"""A report in several packages: any of them first, each once, none counted twice."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from desktop.errors import ConflictError
from desktop.files.receipt_file import PAGE, read_receipt
from desktop.files.signatures.keys import Key
from desktop.files.zip_members import read
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.give_receipt import give_receipt
from desktop.operations.intake.parts_held import parts_held
from desktop.operations.intake.take_back_intake import take_back_intake
from desktop.records.arrival import Sorting
from desktop.records.evidence import Evidence
from desktop.records.exchange import EvidenceCarried
from desktop.records.returns import Intake, Return, ReturnState
from desktop.store import records
from desktop.store.store import Store
from desktop.wording.arrivals import reason
from tests.files.pki import NOW, pki
from tests.operations.intake.sent_packages import (
    COMMUNE,
    a_package,
    a_photo,
    a_receiver,
    a_slip,
    activities,
    an_entry,
    drop,
    entries_of,
    reason_of,
    take_in,
)

TRUST: Final = pki().trust
PARTS: Final = 3
Parts = list[Path]


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Key:
    return pki().agency.key(tmp_path_factory.mktemp("key"))


def in_parts(folder: Path, key: Key, attendance: int = 10, **changes: Any) -> Parts:
    """Return the packages of a report of three entries, each with a photo of one."""
    rows = [an_entry(number, attendance=attendance) for number in (1, 2, 3)]
    made = []
    for number in range(1, PARTS + 1):
        photo, data = a_photo(_made(folder), f"a{number:03}")
        entries = entries_of(rows, evidence=(photo,))
        about = {"part": number, "parts": PARTS, "evidence": EvidenceCarried.FULL}
        files = {photo.member: data}
        made.append(a_package(folder, entries, key, files, **(about | changes)))
    return made


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def parts(key: Key, tmp_path: Path) -> Parts:
    return in_parts(tmp_path / "sent", key)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_receiver(tmp_path / "here" / "so.stt") as found:
        yield found


def evidence(store: Store) -> set[str]:
    found = records.find(store.reader, Evidence)
    assert len({one.id for one in found}) == len(found)
    return {str(one.row_id).rpartition(".")[2] for one in found}


def accepted(store: Store) -> list[Return]:
    where = {"state": str(ReturnState.ACCEPTED)}
    return list(records.find(store.reader, Return, where=where))


@pytest.mark.parametrize("order", list(itertools.permutations(range(PARTS))))
def test_the_order_of_arrival_does_not_matter(
    store: Store, parts: Parts, order: tuple[int, ...]
) -> None:
    for done, number in enumerate(order, start=1):
        (found,) = take_in(store, TRUST, parts[number])
        assert found.sorting is Sorting.READY, found.reasons
        assert found.reasons[0][:3] == ("package_part", str(number + 1), str(PARTS))
        assert f"Gói {number + 1}/{PARTS}" in reason(found.reasons[0])
        assert len(evidence(store)) == done
    assert evidence(store) == {"a001", "a002", "a003"}
    assert {one.attendance for one in activities(store).values()} == {10}
    assert len(activities(store)) == 3
    (stands,) = accepted(store)
    assert parts_held(store, stands.sender, stands.package_id) == {1, 2, 3}


def test_all_together_are_one_statement_and_counted_once(
    store: Store, parts: Parts
) -> None:
    found = drop(store, TRUST, *parts)
    assert {one.sorting for one in found} == {Sorting.READY}
    assert not [one for each in found for one in each.reasons if one[0] == "rival"]
    counts = accept_arrivals(store, found, frozenset()).value.counts
    assert (counts.seen, counts.accepted, counts.unchanged) == (9, 3, 6)
    assert counts.seen == counts.accepted + counts.refused + counts.unchanged
    assert len(accepted(store)) == 1
    assert len(activities(store)) == 3
    assert evidence(store) == {"a001", "a002", "a003"}


def test_each_of_them_again_is_known_and_changes_nothing(
    store: Store, parts: Parts
) -> None:
    take_in(store, TRUST, *parts)
    for one in parts:
        (again,) = drop(store, TRUST, one)
        assert again.sorting is Sorting.DUPLICATE, again.reasons
        assert reason_of(again) == "taken_before"
    (third,) = drop(store, TRUST, parts[2])
    with pytest.raises(ConflictError):
        accept_arrivals(store, [third], frozenset())


def test_which_came_before_is_told(store: Store, parts: Parts) -> None:
    take_in(store, TRUST, parts[2])
    (found,) = drop(store, TRUST, parts[0])
    assert found.reasons[0] == ("package_part", "1", "3", "3")
    assert reason(found.reasons[0]).startswith("Gói 1/3 (đã nhận gói 3): ")


def test_taking_an_intake_back_takes_what_its_part_brought(
    store: Store, parts: Parts
) -> None:
    take_in(store, TRUST, parts[0])
    take_in(store, TRUST, parts[1])
    second = records.find(store.reader, Intake)[0]
    take_back_intake(store, second.id)
    assert evidence(store) == {"a001"}
    assert len(activities(store)) == 3
    (stands,) = accepted(store)
    assert parts_held(store, stands.sender, stands.package_id) == {1}
    (again,) = take_in(store, TRUST, parts[1])
    assert again.sorting is Sorting.READY
    assert evidence(store) == {"a001", "a002"}


@pytest.mark.parametrize("first", [0, 1])
def test_intakes_of_parts_are_taken_back_in_any_order(
    store: Store, parts: Parts, first: int
) -> None:
    take_in(store, TRUST, parts[0])
    take_in(store, TRUST, parts[1])
    intakes = records.find(store.reader, Intake)[::-1]
    take_back_intake(store, intakes[first].id)
    assert len(activities(store)) == 3, "the other part still tells of them"
    assert evidence(store) == {f"a00{2 - first}"}
    assert len(accepted(store)) == 1
    take_back_intake(store, intakes[1 - first].id)
    assert (evidence(store), activities(store), accepted(store)) == (set(), {}, [])


def test_taking_back_all_at_once_leaves_nothing(store: Store, parts: Parts) -> None:
    take_in(store, TRUST, *parts)
    (intake,) = records.find(store.reader, Intake)
    take_back_intake(store, intake.id)
    assert (evidence(store), activities(store), accepted(store)) == (set(), {}, [])


def test_a_part_of_another_report_is_refused_or_outdated(
    store: Store, parts: Parts, key: Key, tmp_path: Path
) -> None:
    take_in(store, TRUST, parts[0])
    other = in_parts(tmp_path / "other", key, attendance=99)
    (found,) = drop(store, TRUST, other[1])
    assert (found.sorting, reason_of(found)) == (Sorting.REFUSED, "version_differs")
    newer = in_parts(tmp_path / "newer", key, attendance=20, version=2)
    take_in(store, TRUST, newer[2])
    (late,) = drop(store, TRUST, parts[1])
    assert late.sorting is Sorting.OLDER
    assert {one.attendance for one in activities(store).values()} == {20}


def test_two_packages_with_the_number_of_one_part_are_rivals(
    store: Store, parts: Parts, key: Key, tmp_path: Path
) -> None:
    rows = [an_entry(number, attendance=10) for number in (1, 2, 3)]
    about: dict[str, Any] = {
        "part": 1,
        "parts": PARTS,
        "evidence": EvidenceCarried.FULL,
    }
    twin = a_package(tmp_path / "twin", entries_of(rows), key, **about)
    found = drop(store, TRUST, parts[0], twin)
    assert all("rival" in {one[0] for one in each.reasons} for each in found)
    with pytest.raises(ConflictError, match="rivals"):
        accept_arrivals(store, found, frozenset())


def test_parts_of_a_slip_wait_for_the_report_they_correct(
    store: Store, key: Key, tmp_path: Path
) -> None:
    before = [an_entry(number) for number in (1, 2, 3)]
    about = a_slip(entries_of(before))
    slips = in_parts(tmp_path / "slip", key, attendance=50, **about)
    for one in take_in(store, TRUST, *slips[:2]):
        assert one.sorting is Sorting.HELD, one.reasons
    assert activities(store) == {}
    take_in(store, TRUST, a_package(tmp_path / "first", entries_of(before), key))
    assert {one.attendance for one in activities(store).values()} == {50}
    assert evidence(store) == {"a001", "a002"}
    assert len(accepted(store)) == 1
    (last,) = take_in(store, TRUST, slips[2])
    assert last.sorting is Sorting.READY
    assert evidence(store) == {"a001", "a002", "a003"}


def test_a_receipt_tells_how_many_of_the_packages_are_here(
    store: Store, parts: Parts, key: Key, tmp_path: Path
) -> None:
    take_in(store, TRUST, parts[0], parts[2])
    (stands,) = accepted(store)
    path = give_receipt(store, stands.id, tmp_path / "out", key).value.path
    told = read_receipt(path, TRUST, now=NOW).told
    assert (told.parts, told.parts_held) == (3, 2)
    page = read(path.read_bytes(), path).files[PAGE].decode()
    assert "2 trong 3 gói" in page
    take_in(store, TRUST, parts[1])
    (stands,) = accepted(store)
    path = give_receipt(store, stands.id, tmp_path / "all", key).value.path
    assert read_receipt(path, TRUST, now=NOW).told.parts_held == 3
    assert stands.sender == COMMUNE
