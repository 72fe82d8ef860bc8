"""Everything of an office is found, and nothing of another one."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.operations.entries.record_entry import record
from desktop.operations.handing_over.gather import Gathered, gather
from desktop.progress import silent
from desktop.records.evidence import Evidence
from desktop.records.identity import RecordId
from desktop.store import records
from desktop.store.store import Store
from tests import builders


def found(store: Store) -> Gathered:
    return gather(store, store.path, silent)


def put(store: Store, name: str) -> None:
    place = store.path.parent / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(name.encode())


def test_the_office_file_comes_first_and_reports_with_it(store: Store) -> None:
    put(store, "bao-cao/Báo cáo.pdf")
    put(store, f"{store.path.stem}.da-xoa.txt")
    put(store, "bao-cao/khoa.PFX")
    put(store, "sao-luu/cu.stt")
    names = [one.name for one in found(store).files]
    removed = f"{store.path.stem}.da-xoa.txt"
    assert names == [store.path.name, removed, "bao-cao/Báo cáo.pdf"]


def test_beside_another_office_only_what_this_one_names_is_taken(
    store: Store,
) -> None:
    put(store, "other.stt")
    put(store, "bao-cao/theirs.pdf")
    assert [one.name for one in found(store).files] == [store.path.name]


def test_evidence_that_is_not_there_is_counted(store: Store) -> None:
    record(store, builders.an_activity(id="a1"))
    one = Evidence(
        id=RecordId("e1"),
        place="activities",
        row_id="a1",
        name="ảnh",
        sha256="0" * 64,
        size=5,
        media="image/jpeg",
        added_at=builders.a_clock(),
        source_sha256="1" * 64,
    )
    with store.change("attach_evidence") as change:
        records.put(change, one)
    assert found(store).missing == 1


def test_a_file_that_cannot_be_read_stops_it(store: Store, tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        gather(store, tmp_path / "nowhere.stt", silent)
    assert caught.value.reason == "unreadable"
