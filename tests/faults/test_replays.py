"""Packages told twice, too late, of another's, or of a time to come (rows B5 to B8)."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from desktop.files import zip_members
from desktop.files.signatures.keys import Key
from desktop.files.wire.manifest import MANIFEST_FORMAT
from desktop.operations.intake.inspect_arrivals import inspect_arrivals
from desktop.operations.periods.close_period import close_period
from desktop.records.activity import Activity
from desktop.records.arrival import Arrival, Sorting
from desktop.records.returns import Return
from desktop.rules.calendar import parse_period
from desktop.rules.intake.statements import ticked_at_first
from desktop.store import records
from desktop.store.store import Store
from desktop.wording.arrivals import reason
from tests.files.pki import pki
from tests.operations.intake.sent_packages import (
    COMMUNE,
    OTHER,
    a_package,
    a_receiver,
    a_slip,
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


def rows(store: Store) -> dict[str, int | None]:
    return {str(one.id): one.attendance for one in records.each(store.reader, Activity)}


def sorted_as(store: Store, path: Path) -> Arrival:
    (found,) = drop(store, TRUST, path)
    return found


def bytes_of(store: Store) -> str:
    return hashlib.sha256(store.path.read_bytes()).hexdigest()


def test_b5_the_same_package_again_is_named_whatever_it_is_called_or_packed_in(
    store: Store, key: Key, tmp_path: Path
) -> None:
    package = a_package(tmp_path, entries_of([an_entry(1), an_entry(2)]), key)
    take_in(store, TRUST, package)
    before = bytes_of(store)
    renamed = tmp_path / "Bản sao (1).zip.txt"
    renamed.write_bytes(package.read_bytes())
    again = tmp_path / "nen-lai.zip"
    again.write_bytes(_zipped_otherwise(package))
    for one in (package, renamed, again):
        found = sorted_as(store, one)
        assert found.sorting is Sorting.DUPLICATE, found.reasons
        assert found.reasons[0][0] == "taken_before"
        assert "đã nhận ngày" in reason(found.reasons[0])
    assert bytes_of(store) == before
    assert len(records.find(store.reader, Return)) == 1


def _zipped_otherwise(package: Path) -> bytes:
    """Return the same members in an archive another program wrote."""
    import io
    import zipfile

    files = zip_members.read(package.read_bytes(), package).files
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, reverse=True):
            archive.writestr(name, files[name])
    return output.getvalue()


def test_b6_versions_that_come_as_1_3_2_3_1_end_with_the_third(
    store: Store, key: Key, tmp_path: Path
) -> None:
    made = {
        number: a_package(
            tmp_path,
            entries_of([an_entry(1, attendance=100 + number)]),
            key,
            version=number,
        )
        for number in (1, 2, 3)
    }
    found = []
    for number in (1, 3, 2, 3, 1):
        (one,) = take_in(store, TRUST, made[number])
        found.append(one.sorting)
    assert found == [
        Sorting.READY,
        Sorting.READY,
        Sorting.OLDER,
        Sorting.DUPLICATE,
        Sorting.OLDER,
    ]
    assert rows(store) == {f"{COMMUNE}.a001": 103}


def test_b6_another_content_under_a_version_already_taken_is_refused(
    store: Store, key: Key, tmp_path: Path
) -> None:
    take_in(store, TRUST, a_package(tmp_path, entries_of([an_entry(1)]), key))
    other = a_package(tmp_path, entries_of([an_entry(1, attendance=7)]), key)
    found = sorted_as(store, other)
    assert (found.sorting, found.reasons[0][0]) == (Sorting.REFUSED, "version_differs")


def test_b6_a_slip_that_comes_after_the_next_version_changes_nothing(
    store: Store, key: Key, tmp_path: Path
) -> None:
    first = entries_of([an_entry(1)])
    slip = entries_of([an_entry(1, attendance=15)])
    second = entries_of([an_entry(1, attendance=20)])
    take_in(store, TRUST, a_package(tmp_path, slip, key, **a_slip(slip)))
    take_in(store, TRUST, a_package(tmp_path, second, key, version=2))
    assert rows(store) == {f"{COMMUNE}.a001": 20}
    take_in(store, TRUST, a_package(tmp_path, first, key))
    assert rows(store) == {f"{COMMUNE}.a001": 20}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"recipient": "Sở khác", "recipient_id": "so-khac"}, "for_another"),
        ({"practice": True}, "practice"),
    ],
)
def test_b7_what_is_for_another_office_is_refused(
    store: Store, key: Key, tmp_path: Path, changes: dict[str, Any], code: str
) -> None:
    package = a_package(tmp_path, entries_of([an_entry(1)]), key, **changes)
    before = bytes_of(store)
    found = sorted_as(store, package)
    assert (found.sorting, found.reasons[0][0]) == (Sorting.REFUSED, code)
    assert bytes_of(store) == before


def test_b7_what_is_of_another_period_is_said_to_be_and_not_ticked(
    store: Store, key: Key, tmp_path: Path
) -> None:
    package = a_package(tmp_path, entries_of([an_entry(1)]), key)
    before = bytes_of(store)
    asked = parse_period("2024-Q1")
    (found,) = inspect_arrivals(store, [package], TRUST, period=asked)
    assert found.sorting is Sorting.OTHER_PERIOD
    assert found.reasons[0] == ("other_period", "2024-Q2", "2024-Q1")
    assert not ticked_at_first(found)
    assert bytes_of(store) == before


def test_b7_a_locked_period_refuses_and_says_to_open_it_again(
    store: Store, key: Key, tmp_path: Path
) -> None:
    close_period(store, parse_period("2024-Q2"))
    found = sorted_as(store, a_package(tmp_path, entries_of([an_entry(1)]), key))
    assert (found.sorting, found.reasons[0][0]) == (Sorting.REFUSED, "period_locked")
    assert "mở lại kỳ" in reason(found.reasons[0])
    other = entries_of([an_entry(1, agency=OTHER)], sender=OTHER)
    assert sorted_as(store, a_package(tmp_path, other, key)).sorting is Sorting.REFUSED


@pytest.mark.parametrize("what", ["schema", "part", "field", "value"])
def test_b8_what_a_later_program_made_is_refused_by_its_version(
    store: Store, tmp_path: Path, what: str
) -> None:
    package = a_package(tmp_path, entries_of([an_entry(1)]), None)
    files = dict(zip_members.read(package.read_bytes(), package).files)
    told = json.loads(files["manifest.json"])
    if what == "schema":
        told["format_version"] = MANIFEST_FORMAT + 1
    elif what == "part":
        told["format_version"] = MANIFEST_FORMAT  # and it tells of no part
    elif what == "field":
        told["smell"] = "ocean"
    else:
        told["evidence"] = "holographic"
    files["manifest.json"] = json.dumps(told, sort_keys=True).encode()
    package.write_bytes(zip_members.build(files))
    before = bytes_of(store)
    found = sorted_as(store, package)
    assert found.sorting is Sorting.REFUSED
    expected = "package_format" if what == "schema" else "package_content"
    assert found.reasons[0][0] == expected
    assert reason(found.reasons[0])
    assert found.path.is_file()
    assert bytes_of(store) == before
