"""Two districts tell one meeting: it is offered once as what may be one event."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.files.signatures.trust import Trust
from desktop.operations.entries.join_events import join
from desktop.operations.intake import joint_offers as module
from desktop.operations.intake.joint_offers import JointOffers, joint_offers
from desktop.operations.intake.read_intakes import read_intakes
from desktop.records.identity import RecordId
from desktop.store import journal
from desktop.store.store import Store
from tests.operations.intake.sent_packages import (
    COMMUNE,
    OTHER,
    a_package,
    a_receiver,
    an_entry,
    entries_of,
    take_in,
)

TITLE = "Hội nghị truyền thông liên xã về quyền trẻ em"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an office that took in one meeting twice, and what each held alone."""
    with a_receiver(tmp_path / "here" / "so.stt") as found:
        for sender, number in ((COMMUNE, 1), (OTHER, 5)):
            shared = an_entry(
                99, agency=sender, title=TITLE, place="Nhà văn hóa cụm xã"
            )
            alone = an_entry(number, agency=sender, place=f"Thôn {number}")
            entries = entries_of((alone, shared), sender=sender)
            take_in(found, Trust(), a_package(tmp_path, entries, None))
        yield found


def newest(store: Store) -> str:
    return read_intakes(store)[0].intake.id


def test_an_event_of_another_unit_is_told_and_nothing_is_joined_by_itself(
    store: Store,
) -> None:
    before = journal.head(store.reader)
    assert joint_offers(store, newest(store)) == JointOffers(many=1, whole=True)
    assert joint_offers(store, "không có") == JointOffers(many=0, whole=True)
    assert journal.head(store.reader) == before


def test_what_was_joined_is_told_no_more(store: Store) -> None:
    ids = [RecordId(f"{sender}.a099") for sender in (COMMUNE, OTHER)]
    join(store, ids[0], ids[1:])
    assert joint_offers(store, newest(store)).many == 0


def test_of_very_many_only_the_first_are_compared_and_that_is_told(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST", 1)
    assert not joint_offers(store, newest(store)).whole
