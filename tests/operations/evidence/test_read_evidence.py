"""Evidence is listed with its record, counted, missed, and opened as a copy."""

import datetime as dt
from pathlib import Path

import pytest

from desktop.errors import ConflictError, FileError
from desktop.files.evidence import contents
from desktop.files.evidence.media import Sort
from desktop.operations.entries.record_entry import record
from desktop.operations.evidence.detach_evidence import erase_evidence
from desktop.operations.evidence.evidence_folder import content_of, folder_of
from desktop.operations.evidence.read_evidence import (
    copy_to_view,
    read_evidence,
    read_proof,
    read_unproven,
)
from desktop.records.activity import Activity
from desktop.records.identity import TaskId
from desktop.rules.calendar import parse_period
from desktop.store import evidence
from desktop.store.store import Store
from tests.builders import an_activity, task
from tests.operations.evidence_desk import FILES, attached


def test_a_record_shows_its_files_in_the_order_they_came(store: Store) -> None:
    attached(store)
    found = read_evidence(store, Activity, "activity")
    assert [one.sort for one in found] == [Sort.PHOTO, Sort.DOCUMENT]
    assert all(one.place.is_file() for one in found)
    assert not any(one.erased for one in found)
    assert read_evidence(store, Activity, "another") == ()
    assert evidence.counts(store.reader, "activities") == {"activity": 2}


def test_a_viewer_gets_a_copy_it_cannot_save_over(store: Store, tmp_path: Path) -> None:
    _, one = attached(store)
    copy = copy_to_view(store, one.id, tmp_path / "xem").value
    assert copy.name == "giay-moi.pdf"
    assert copy.read_bytes() == FILES["giay moi.pdf"]
    assert not copy.stat().st_mode & 0o222
    assert folder_of(store) not in copy.parents
    assert copy_to_view(store, one.id, tmp_path / "xem").value == copy


@pytest.mark.parametrize("harm", ["missing", "altered"])
def test_what_is_missing_or_altered_is_named_and_not_opened(
    store: Store, tmp_path: Path, harm: str
) -> None:
    one = attached(store)[0]
    place = contents.place_of(folder_of(store), content_of(one))
    if harm == "missing":
        place.unlink()
    else:
        place.write_bytes(place.read_bytes()[:-1])
    with pytest.raises(FileError) as refused:
        copy_to_view(store, one.id, tmp_path / "xem")
    assert refused.value.reason == f"evidence_{harm}"
    assert not (tmp_path / "xem").exists()


def test_what_was_erased_cannot_be_opened(store: Store, tmp_path: Path) -> None:
    (one,) = attached(store, ["anh.png"])
    erase_evidence(store, one.id)
    with pytest.raises(ConflictError) as refused:
        copy_to_view(store, one.id, tmp_path)
    assert refused.value.reason == "evidence_gone"
    assert read_evidence(store, Activity, "activity")[0].erased


def test_activities_with_nothing_to_show_are_told_per_period_and_task(
    store: Store,
) -> None:
    attached(store)
    record(store, an_activity(id="bare", last_day=dt.date(2024, 9, 1)))
    year = parse_period("2024")
    whole = read_proof(store, year)
    assert (whole.done, whole.lacking) == (2, 1)
    assert [one.row_id for one in read_unproven(store, year)] == ["bare"]
    assert read_proof(store, parse_period("2024-H1")).lacking == 0
    here, elsewhere = TaskId(task("2.2")), TaskId(task("3.3"))
    assert len(read_unproven(store, year, here)) == 1
    assert read_unproven(store, year, elsewhere) == ()
