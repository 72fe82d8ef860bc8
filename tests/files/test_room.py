"""A folder is made where there is room, and left alone where there is none."""

import shutil
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files import room


def test_the_folder_of_a_file_is_made(tmp_path: Path) -> None:
    place = tmp_path / "ab" / "abc.tep"
    room.make_room(place, 1)
    assert place.parent.is_dir()
    assert not place.exists()


def test_a_full_disk_is_told_with_what_is_needed_and_what_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = shutil.disk_usage(tmp_path).free
    monkeypatch.setattr(room, "SPARE", 2 * free)
    with pytest.raises(FileError) as caught:
        room.make_room(tmp_path / "abc.tep", 9)
    assert caught.value.reason == "full"
    assert caught.value.facts[0] == str(2 * free + 9)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "ab").write_bytes(b"")
    with pytest.raises(FileError) as caught:
        room.make_room(tmp_path / "ab" / "abc.tep", 1)
    assert caught.value.reason == "read_only"
