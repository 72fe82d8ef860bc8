"""An office goes on where its stick is now, and nowhere else."""

import shutil
from pathlib import Path

import pytest

from desktop import media
from desktop.errors import StoreUnavailableError
from desktop.operations.offices.reopen_office import places, reopen_office
from desktop.records.activity import Activity
from desktop.store import evidence, records
from desktop.store.store import Store
from tests.builders import a_bare_store
from tests.store.deeds import record_one


@pytest.fixture
def moved(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file below a root that can be plugged in elsewhere."""
    monkeypatch.setattr(media, "drive_kind", lambda _path: media.Medium.REMOVABLE)
    folder = tmp_path / "E" / "SoTruyenThong" / "du-lieu"
    folder.mkdir(parents=True)
    return office.rename(folder / "so.stt")


def test_it_is_found_below_another_root_and_goes_on(
    moved: Path, tmp_path: Path
) -> None:
    with Store(moved) as store:
        record_one(store, "before")
        mark = evidence.mark(store.reader)
        root = (tmp_path / "E").rename(tmp_path / "F")
        now = root / "SoTruyenThong" / "du-lieu" / "so.stt"
        assert reopen_office(store, mark, (tmp_path, root)).value == now
        assert store.path == now
        record_one(store, "after")
        assert records.count(store.reader, Activity) == 2
    assert [one.name for one in now.parent.iterdir()] == ["so.stt"]


def test_while_it_is_nowhere_it_is_gone(moved: Path, tmp_path: Path) -> None:
    with Store(moved) as store:
        mark = evidence.mark(store.reader)
        (tmp_path / "E").rename(tmp_path / "ngăn kéo")
        with pytest.raises(StoreUnavailableError) as caught:
            reopen_office(store, mark, (tmp_path / "E",))
    assert caught.value.reason == "gone"


def test_another_office_of_the_same_name_is_left_alone(
    moved: Path, tmp_path: Path
) -> None:
    other = tmp_path / "G" / "so.stt"
    other.parent.mkdir()
    a_bare_store(other).close()
    before = other.read_bytes()
    with Store(moved) as store:
        mark = evidence.mark(store.reader)
        (tmp_path / "E").rename(tmp_path / "ngăn kéo")
        assert list(places(moved, (other.parent,))) == [other]
        with pytest.raises(StoreUnavailableError):
            reopen_office(store, mark, (other.parent,))
    assert other.read_bytes() == before


def test_a_file_that_came_back_locked_leaves_the_store_to_be_tried_again(
    moved: Path, tmp_path: Path
) -> None:
    with Store(moved) as store:
        mark = evidence.mark(store.reader)
        held = Path(shutil.copy(moved, tmp_path / "so.stt"))
        moved.unlink()
        with Store(held), pytest.raises(StoreUnavailableError) as caught:
            reopen_office(store, mark, (tmp_path,))
        assert caught.value.reason == "in_use"
        without_it = store.writable
        assert reopen_office(store, mark, (tmp_path,)).value == held
        assert (without_it, store.writable) == (False, True)
        record_one(store)
