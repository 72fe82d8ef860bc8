"""Some of the practice entries have pictures, some have none, all of them whole."""

import dataclasses
from pathlib import Path

from desktop.operations.entries.record_entry import record_many
from desktop.operations.evidence.check_evidence import check_evidence
from desktop.operations.evidence.evidence_folder import folder_of
from desktop.operations.evidence.read_evidence import read_proof
from desktop.operations.practice.practise_evidence import (
    forget_pictures,
    practise_evidence,
)
from desktop.records.activity import ActivityState
from desktop.records.identity import AgencyId, RecordId
from desktop.rules.calendar import parse_period
from desktop.store import evidence
from desktop.store.store import Store
from tests.builders import an_activity


def test_every_third_activity_waits_for_its_evidence(store: Store) -> None:
    many = [an_activity(id=f"a{n}") for n in range(9)]
    planned = an_activity(id="planned", state=ActivityState.PLANNED)
    record_many(store, (*many, planned))
    assert practise_evidence(store) == 9
    proof = read_proof(store, parse_period("2024"))
    assert (proof.done, proof.lacking) == (9, 3)
    assert "planned" not in evidence.counts(store.reader, "activities")
    health = check_evidence(store)
    assert health.good
    assert health.files <= 4


def test_an_event_of_several_agencies_is_proven_for_each_of_them(store: Store) -> None:
    lead = an_activity(id="lead")
    record_many(store, [lead])  # the first, which would wait for its evidence
    partner = dataclasses.replace(
        lead, id=RecordId("part"), agency=AgencyId("ubnd-xa-dak-la"), joined_to=lead.id
    )
    record_many(store, [partner])
    assert practise_evidence(store) == 2
    assert evidence.counts(store.reader, "activities") == {"lead": 2}
    assert read_proof(store, parse_period("2024")).lacking == 0


def test_pictures_of_an_office_that_is_not_to_be_are_removed(store: Store) -> None:
    record_many(store, [an_activity(id=f"a{n}") for n in range(3)])
    practise_evidence(store)
    folder: Path = folder_of(store)
    assert folder.exists()
    forget_pictures(store)
    assert not folder.parent.exists()
    forget_pictures(store)
