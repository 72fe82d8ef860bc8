"""A new office has its whole plan, or there is no file."""

from pathlib import Path

import pytest

from desktop.errors import Cancelled, StoreUnavailableError, UnknownNameError
from desktop.operations.figures.compute_results import read_office
from desktop.operations.offices.check_office import check_office
from desktop.operations.offices.create_office import create_office
from desktop.progress import Step
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.store import records
from desktop.store.store import Store
from tests.builders import OWN, PLAN, a_clock


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_new_office_holds_the_plan_and_is_sound(tmp_path: Path) -> None:
    path = create_office(tmp_path / "sổ mới.stt", PLAN, officer="Y Hà").value
    assert names(tmp_path) == ["sổ mới.stt"]
    with Store(path, clock=a_clock) as store:
        own = read_office(store).preferences
        assert (own.agency, own.officer, own.practice) == (OWN, "Y Hà", False)
        assert len(records.find(store.reader, Task)) == 19
        assert len(records.find(store.reader, Target)) == 10
        assert records.count(store.reader, Agency) == 39
        assert records.count(store.reader, CatalogueItem) > 150
        assert check_office(store).value.good
        newest = store.last_change()
    assert newest is not None
    assert (newest.verb, newest.by) == ("create_office", "Y Hà")


def test_a_practice_office_says_so(tmp_path: Path) -> None:
    path = create_office(tmp_path / "so.stt", PLAN, practice=True).value
    with Store(path, writable=False) as store:
        assert read_office(store).preferences.practice


def test_an_office_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "so.stt"
    path.write_text("quý giá")
    with pytest.raises(StoreUnavailableError) as caught:
        create_office(path, PLAN)
    assert caught.value.reason == "exists"
    assert path.read_text() == "quý giá"
    assert names(tmp_path) == ["so.stt"]


def test_a_plan_nobody_ships_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError) as caught:
        create_office(tmp_path / "so.stt", "no-such-plan")
    assert "no-such-plan" in caught.value.problems[0].facts
    assert names(tmp_path) == []


@pytest.mark.parametrize("at", [0, 1])
def test_stopping_leaves_nothing(tmp_path: Path, at: int) -> None:
    def stop(step: Step) -> None:
        if step.done == at:
            raise Cancelled

    with pytest.raises(Cancelled):
        create_office(tmp_path / "so.stt", PLAN, progress=stop)
    assert names(tmp_path) == []


def test_a_place_where_nothing_can_be_made_is_told_by_its_name(tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("")
    with pytest.raises(StoreUnavailableError) as caught:
        create_office(in_the_way / "so.stt", PLAN)
    assert caught.value.path == in_the_way / "so.stt"
    assert caught.value.reason == "read_only"


def test_what_a_killed_program_left_half_made_is_no_obstacle(tmp_path: Path) -> None:
    for ending in ("", "-wal", "-shm", ".part"):
        (tmp_path / f"so.stt.moi{ending}").write_bytes(b"half")
    create_office(tmp_path / "so.stt", PLAN)
    assert names(tmp_path) == ["so.stt"]
