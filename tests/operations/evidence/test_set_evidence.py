"""What a file is called, noted with and shows is changed, and nothing else."""

from dataclasses import replace

import pytest

from desktop.errors import ConflictError
from desktop.operations.evidence.detach_evidence import detach_evidence
from desktop.operations.evidence.set_evidence import set_evidence
from desktop.operations.history.undo import undo
from desktop.records.evidence import Evidence, Exposure
from desktop.store import records
from desktop.store.store import Store
from tests.operations.evidence_desk import attached


def test_name_note_and_answer_are_changed_and_the_content_is_not(store: Store) -> None:
    one = attached(store)[0]
    changed = replace(
        one,
        name="Quang cảnh lớp học",
        note="  Chụp ngày 05/6  ",
        exposure=Exposure.ALLOWED,
        sha256="f" * 64,
        size=7,
    )
    (new,) = set_evidence(store, [changed]).value
    assert new == replace(
        one,
        name="Quang cảnh lớp học.png",
        note="Chụp ngày 05/6",
        exposure=Exposure.ALLOWED,
    )
    assert records.get(store.reader, Evidence, one.id) == new
    undo(store)
    assert records.get(store.reader, Evidence, one.id) == one


def test_one_answer_for_several_files_is_one_deed(store: Store) -> None:
    those = attached(store)
    set_evidence(store, [replace(one, exposure=Exposure.NOBODY) for one in those])
    undo(store)
    assert records.find(store.reader, Evidence) == tuple(those)


def test_what_is_attached_no_more_cannot_be_changed(store: Store) -> None:
    one = attached(store)[0]
    detach_evidence(store, [one.id])
    with pytest.raises(ConflictError) as refused:
        set_evidence(store, [one])
    assert refused.value.reason == "evidence_gone"
