"""Evidence goes with its record, is counted for lists, and is missed where it lacks."""

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import StoreForeignError
from desktop.records.activity import Activity, ActivityState
from desktop.records.evidence import Evidence
from desktop.rules.counting import Span
from desktop.store import evidence, records, undoing
from desktop.store.store import Store
from tests.builders import NOW, a_bare_store, a_clock, a_product, an_activity, task


def a_proof(row_id: str = "activity", **changes: Any) -> Evidence:
    """Return a photo beside a record."""
    values: dict[str, Any] = {
        "id": f"evidence-{row_id}",
        "place": "activities",
        "row_id": row_id,
        "name": "anh.jpg",
        "sha256": "a" * 64,
        "size": 1000,
        "media": "image/jpeg",
        "added_at": NOW,
        "source_sha256": "b" * 64,
    }
    return Evidence(**(values | changes))


def put(store: Store, *those: object) -> None:
    with store.change("record") as change:
        for one in those:
            records.put(change, one)


def test_a_record_that_goes_takes_its_evidence_and_undo_brings_both(
    store: Store,
) -> None:
    other = a_proof(id="other", row_id="elsewhere")
    put(store, an_activity(), a_proof(), other)
    with store.change("remove") as change:
        assert records.remove(change, Activity, "activity")
        assert change.touched == {"activities", "evidence"}
    assert evidence.of(store.reader, "activities", "activity") == ()
    assert records.find(store.reader, Evidence) == (other,)
    undoing.undo(store)
    assert evidence.of(store.reader, "activities", "activity") == (a_proof(),)
    undoing.redo(store)
    assert records.find(store.reader, Evidence) == (other,)


def test_evidence_of_another_register_with_the_same_id_stays(store: Store) -> None:
    put(store, an_activity(id="one"), a_product(id="one"))
    put(store, a_proof("one"), a_proof("one", id="x", place="products"))
    with store.change("remove") as change:
        records.remove(change, Activity, "one")
    assert [one.id for one in records.find(store.reader, Evidence)] == ["x"]


def test_files_are_counted_for_those_asked_for_or_for_all(store: Store) -> None:
    put(store, a_proof("one"), a_proof("one", id="2"), a_proof("two", id="3"))
    db = store.reader
    assert evidence.counts(db, "activities") == {"one": 2, "two": 1}
    assert evidence.counts(db, "activities", ["two", "three"]) == {"two": 1}
    assert evidence.counts(db, "products") == {}


def test_contents_are_told_once_and_erased_ones_not(store: Store) -> None:
    erased = a_proof("c", sha256="c" * 64, media=evidence.ERASED)
    put(store, a_proof("one"), a_proof("two"), erased)
    assert [one.sha256 for one in evidence.contents(store.reader)] == ["a" * 64]
    both = evidence.with_content(store.reader, "a" * 64)
    assert [one.row_id for one in both] == ["one", "two"]


def test_the_mark_of_an_office_outlives_changes_copies_and_backups(
    store: Store, tmp_path: Path
) -> None:
    before = evidence.mark(store.reader)
    put(store, an_activity(), a_proof())
    backup = store.back_up()
    assert evidence.mark(store.reader) == before
    assert evidence.contents_of_file(backup) == (
        before,
        evidence.contents(store.reader),
    )
    other = tmp_path / "other.stt"
    a_bare_store(other).close()
    assert evidence.contents_of_file(other)[0] != before
    shutil.copy(other, tmp_path / "renamed.stt")
    assert (
        evidence.contents_of_file(tmp_path / "renamed.stt")[0]
        == evidence.contents_of_file(other)[0]
    )


def test_contents_are_asked_of_office_files_only(tmp_path: Path) -> None:
    text = tmp_path / "la.stt"
    text.write_text("x")
    with pytest.raises(StoreForeignError):
        evidence.contents_of_file(text)


def test_an_activity_done_with_nothing_to_show_is_missed(store: Store) -> None:
    later = dt.date(2024, 8, 1)
    put(
        store,
        an_activity(id="shown"),
        an_activity(id="bare", title="Không ảnh", last_day=dt.date(2024, 6, 9)),
        an_activity(id="planned", state=ActivityState.PLANNED),
        an_activity(id="later", last_day=later),
        an_activity(id="other", tasks=(task("3.3"),)),
        an_activity(id="account", joined_to="shown"),
        a_proof("shown"),
    )
    june = (store.reader, "2024-06-01", "2024-06-30")
    assert evidence.proof(*june) == evidence.Proof(4, 2)
    found = evidence.unproven(*june)
    assert [one.row_id for one in found] == ["bare", "other"]
    assert (found[0].title, found[0].day) == ("Không ảnh", "2024-06-09")
    assert len(evidence.unproven(*june, limit=1)) == 1
    year = (store.reader, "2024-01-01", "2024-12-31")
    assert evidence.proof_by_task(*year) == {
        task("2.2"): evidence.Proof(4, 2),
        task("3.3"): evidence.Proof(1, 1),
    }
    of_task = evidence.unproven(*year, task=task("3.3"))
    assert [one.row_id for one in of_task] == ["other"]


def test_an_office_of_an_earlier_version_has_no_contents(tmp_path: Path) -> None:
    import lzma

    old = Path(__file__).parent.parent / "databases" / "schema_2.stt.xz"
    copy = tmp_path / "old.stt"
    copy.write_bytes(lzma.decompress(old.read_bytes()))
    assert evidence.contents_of_file(copy)[1] == ()
    with Store(copy, clock=a_clock) as store:
        assert evidence.contents(store.reader) == ()


def test_the_files_of_a_task_are_counted_over_the_days_of_its_entries(
    store: Store,
) -> None:
    both = (task("2.2"), task("1.1"))
    put(
        store,
        an_activity(id="one", tasks=both),
        an_activity(id="two"),
        an_activity(id="old", last_day=dt.date(2023, 6, 5)),
        an_activity(id="off", state=ActivityState.CANCELLED),
        a_product(id="work", tasks=both),
    )
    put(
        store,
        a_proof("one"),
        a_proof("one", id="second"),
        a_proof("one", id="erased", media=evidence.ERASED),
        *(a_proof(one) for one in ("two", "old", "off")),
        a_proof("work", place="products"),
    )
    year = Span(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert evidence.by_task(store.reader, year) == {
        task("2.2"): (4, 3),
        task("1.1"): (3, 2),
    }
