"""The file for the successor is made beside a living office, which stays as it is."""

from pathlib import Path

import pytest

from desktop.errors import LockError
from desktop.files.handing_over.handover_file import read_handover
from desktop.files.wire.handover import Header
from desktop.operations.handing_over.hand_over import hand_over, handover_name
from desktop.store.store import Store
from tests import builders

WORDS = "chín con chim trên cành"


def test_the_file_tells_whose_office_it_holds(store: Store, tmp_path: Path) -> None:
    made = hand_over(store, tmp_path / "g.stt-ban-giao", WORDS).value
    told: list[Header] = []
    read_handover(made.path, WORDS, told.append)
    assert told[0].office_file == store.path.name
    assert told[0].agency
    assert told[0].made_at == builders.a_clock()
    assert made.size == made.path.stat().st_size
    assert [one.name for one in told[0].files] == [store.path.name]


def test_words_too_short_leave_no_copy_behind(store: Store, tmp_path: Path) -> None:
    before = {one.name for one in store.path.parent.iterdir()}
    with pytest.raises(LockError):
        hand_over(store, tmp_path / "g", "ngắn")
    assert {one.name for one in store.path.parent.iterdir()} == before


def test_the_name_proposed_bears_the_office_and_the_day(store: Store) -> None:
    name = handover_name(store)
    assert name == f"{store.path.stem}-{builders.a_clock():%Y%m%d}.stt-ban-giao"
