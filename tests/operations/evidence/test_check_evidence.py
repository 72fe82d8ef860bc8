"""Every content is compared with its hash: missing, altered and loose ones are told."""

import pytest

from desktop.errors import Cancelled
from desktop.files.evidence import contents
from desktop.operations.evidence.check_evidence import check_evidence
from desktop.operations.evidence.evidence_folder import content_of, folder_of
from desktop.operations.offices.check_office import check_office
from desktop.progress import Step
from desktop.store.store import Store
from tests.builders import a_clock
from tests.operations.evidence_desk import attached


def test_an_office_without_evidence_is_well(store: Store) -> None:
    found = check_evidence(store)
    assert (found.files, found.good, found.loose) == (0, True, 0)


def test_missing_and_altered_contents_are_named_by_what_they_are_called(
    store: Store,
) -> None:
    photo, paper = attached(store)
    folder = folder_of(store)
    assert check_office(store).value.good
    contents.place_of(folder, content_of(photo)).unlink()
    place = contents.place_of(folder, content_of(paper))
    place.write_bytes(place.read_bytes() + b" ")
    health = check_office(store).value
    assert health.evidence.missing == ("anh.png",)
    assert health.evidence.altered == ("giay moi.pdf",)
    assert health.unbroken
    assert not health.good


def test_half_written_contents_are_cleared_away_if_the_office_may_be_written(
    store: Store,
) -> None:
    attached(store)
    half = folder_of(store) / "ff" / f"{'f' * 64}.jpg.part"
    half.parent.mkdir(exist_ok=True)
    half.write_bytes(b"x")
    with Store(store.path, writable=False, clock=a_clock) as reader:
        assert check_evidence(reader).good
    assert half.exists()
    assert check_evidence(store).loose == 0
    assert not half.exists()


def test_the_check_tells_how_far_it_is_and_can_be_stopped(store: Store) -> None:
    attached(store)
    steps: list[Step] = []
    check_evidence(store, steps.append)
    assert [one.done for one in steps] == [0, 1]

    def stop(_step: Step, /) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        check_evidence(store, stop)
