"""What is tried lives among the user's data for a moment, and leaves nothing."""

from pathlib import Path

import pytest

from desktop import paths
from desktop.operations.self_testing.bench import FOLDER, Bench


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "hồ sơ" / "SoTruyenThong"
    monkeypatch.setattr(paths, "user_folder", lambda: folder)
    return folder


def test_what_was_made_is_gone_and_so_is_a_folder_made_for_it(
    own_folder: Path, tmp_path: Path
) -> None:
    with Bench() as bench:
        file = bench.file("a.txt", b"x")
        assert file.parent.parent == own_folder
        assert file.parent.name.startswith(FOLDER)
    assert list(tmp_path.iterdir()) == []


def test_what_was_there_before_stays(own_folder: Path) -> None:
    own_folder.mkdir(parents=True)
    (own_folder / "so.stt").write_bytes(b"mine")
    with Bench() as bench:
        assert bench.file("so.stt", b"x").read_bytes() == b"x"
    assert [one.name for one in own_folder.iterdir()] == ["so.stt"]
    assert (own_folder / "so.stt").read_bytes() == b"mine"


def test_an_open_office_is_closed_before_its_folder_goes(own_folder: Path) -> None:
    with Bench() as bench:
        assert bench.store.writable
        assert bench.office.is_file()
    assert not own_folder.exists()


def test_each_thing_is_made_once(bench: Bench) -> None:
    assert bench.copies is bench.copies
    assert bench.key is bench.key
    assert bench.key.test
