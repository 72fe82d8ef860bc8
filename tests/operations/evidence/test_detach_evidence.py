"""Detached files come back by undo; erased ones never do, and leave a trace."""

import pytest

from desktop.errors import ConflictError
from desktop.files.evidence import contents
from desktop.operations.entries.record_entry import record
from desktop.operations.evidence.attach_evidence import attach_evidence
from desktop.operations.evidence.check_evidence import check_evidence
from desktop.operations.evidence.detach_evidence import detach_evidence, erase_evidence
from desktop.operations.evidence.evidence_folder import content_of, folder_of
from desktop.operations.history.undo import undo
from desktop.records.activity import Activity
from desktop.records.change import ChangeKind
from desktop.records.evidence import Evidence, Exposure
from desktop.store import evidence, records
from desktop.store.store import Store
from tests.builders import an_activity
from tests.operations.evidence_desk import attached


def test_a_detached_file_comes_back_by_undo(store: Store) -> None:
    one, other = attached(store)
    assert detach_evidence(store, [one.id]).value == 1
    assert records.find(store.reader, Evidence) == (other,)
    content = content_of(one)
    assert contents.state_of(folder_of(store), content) is contents.State.WHOLE
    assert check_evidence(store).loose == 1
    undo(store)
    found = records.find(store.reader, Evidence)
    assert {each.id: each for each in found} == {one.id: one, other.id: other}


def test_an_erased_content_is_gone_and_its_trace_and_the_count_stay(
    store: Store,
) -> None:
    one, other = attached(store)
    record(store, an_activity(id="second"))
    source = store.path.parent / "nguon" / "anh.png"
    attach_evidence(store, (Activity, "second"), [source])
    assert erase_evidence(store, one.id, "Phụ huynh đề nghị").value == 2
    assert not contents.place_of(folder_of(store), content_of(one)).exists()
    left = evidence.of(store.reader, "activities", "activity")
    assert [each.id for each in left] == [one.id, other.id]
    trace = left[0]
    assert (trace.name, trace.note, trace.size) == ("", "", 0)
    assert trace.exposure is Exposure.CLOSED
    assert trace.media == evidence.ERASED
    assert evidence.counts(store.reader, "activities")["second"] == 1
    assert check_evidence(store).good
    activity = records.get(store.reader, Activity, "activity")
    assert activity is not None
    assert activity.attendance == an_activity().attendance


def test_an_erasure_says_why_and_cannot_be_undone(store: Store) -> None:
    (one,) = attached(store, ["anh.png"])
    erase_evidence(store, one.id, "Theo đơn ngày 01/7")
    last = store.last_change()
    assert last is not None
    assert (last.kind, last.subject) == (ChangeKind.FIXED, "Theo đơn ngày 01/7")
    with pytest.raises(ConflictError):
        undo(store)  # the deed before it is no longer as it left things
    assert not contents.place_of(folder_of(store), content_of(one)).exists()


def test_erasing_twice_changes_nothing(store: Store) -> None:
    (one,) = attached(store, ["anh.png"])
    erase_evidence(store, one.id)
    before = store.last_change()
    assert erase_evidence(store, one.id).value == 0
    assert erase_evidence(store, "nobody").value == 0
    assert store.last_change() == before


def test_a_file_erased_may_be_attached_again(store: Store) -> None:
    (one,) = attached(store, ["anh.png"])
    erase_evidence(store, one.id)
    source = store.path.parent / "nguon" / "anh.png"
    (again,) = attach_evidence(store, (Activity, "activity"), [source]).value
    assert not again.before
