"""Contents are kept once, whole, under what they are; whatever happens meanwhile."""

import hashlib
import shutil
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import Cancelled, FileError
from desktop.files import room
from desktop.files.evidence import contents
from desktop.files.evidence.contents import Content, State
from desktop.progress import Step

DATA = b"mot tam anh" * 100
SHA = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Nguyễn Văn Á – dữ liệu" / "minh-chung"


def test_a_content_lies_under_its_hash_with_an_ending_of_ours(folder: Path) -> None:
    kept = contents.keep(folder, DATA, "image/jpeg")
    place = contents.place_of(folder, kept)
    assert kept.sha256 == SHA
    assert place == folder / SHA[:2] / f"{SHA}.jpg"
    assert place.name.isascii()
    assert contents.read(folder, kept) == place.read_bytes() == DATA


def test_the_same_content_is_written_once(folder: Path) -> None:
    kept = contents.keep(folder, DATA, "image/jpeg")
    place = contents.place_of(folder, kept)
    before = place.stat()
    assert contents.keep(folder, DATA, "image/jpeg") == kept
    assert place.stat().st_mtime_ns == before.st_mtime_ns
    assert [one for one, _ in contents.every(folder)] == [SHA]


def test_an_altered_content_is_seen_refused_and_mended_by_the_same_file(
    folder: Path,
) -> None:
    kept = contents.keep(folder, DATA, "image/jpeg")
    place = contents.place_of(folder, kept)
    place.write_bytes(DATA[:-1] + b"!")
    assert contents.state_of(folder, kept) is State.ALTERED
    with pytest.raises(FileError) as refused:
        contents.read(folder, kept)
    assert refused.value.reason == "evidence_altered"
    contents.keep(folder, DATA, "image/jpeg")
    assert contents.state_of(folder, kept) is State.WHOLE


def test_a_missing_content_is_named(folder: Path) -> None:
    content = Content(SHA, "image/jpeg")
    assert contents.state_of(folder, content) is State.MISSING
    with pytest.raises(FileError) as refused:
        contents.read(folder, content)
    assert refused.value.reason == "evidence_missing"


def test_no_room_is_told_before_anything_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nearly_full(_: object) -> Any:
        return shutil._ntuple_diskusage(10**9, 10**9, room.SPARE)

    monkeypatch.setattr(shutil, "disk_usage", nearly_full)
    with pytest.raises(FileError) as refused:
        contents.keep(folder, DATA, "image/jpeg")
    assert refused.value.reason == "full"
    assert list(folder.rglob("*.*")) == []


def test_what_is_read_back_otherwise_than_written_is_not_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        contents, "write", lambda path, data: path.write_bytes(data[:-1])
    )
    with pytest.raises(FileError) as refused:
        contents.keep(folder, DATA, "image/jpeg")
    assert refused.value.reason == "differs"
    assert list(contents.every(folder)) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "minh-chung").write_bytes(b"a file in the way")
    with pytest.raises(FileError) as refused:
        contents.keep(tmp_path / "minh-chung", DATA, "image/jpeg")
    assert refused.value.reason == "read_only"


def test_an_erased_content_is_gone(folder: Path) -> None:
    kept = contents.keep(folder, DATA, "image/jpeg")
    assert contents.erase(folder, kept)
    assert contents.state_of(folder, kept) is State.MISSING
    assert not contents.erase(folder, kept)


def test_what_a_killed_program_left_is_swept_and_never_taken_for_a_content(
    folder: Path,
) -> None:
    kept = contents.keep(folder, DATA, "image/jpeg")
    half = folder / "00" / f"{'0' * 64}.jpg.part"
    half.parent.mkdir()
    half.write_bytes(b"half")
    (folder / "ghi chu.txt").write_text("of somebody else")
    assert [one for one, _ in contents.every(folder)] == [SHA]
    assert contents.sweep(folder) == 1
    assert not half.exists()
    assert contents.state_of(folder, kept) is State.WHOLE


def test_only_what_is_lacking_is_carried_and_what_is_bad_is_named(
    folder: Path, tmp_path: Path
) -> None:
    kept = [contents.keep(folder, bytes([n]) * 50, "image/png") for n in range(4)]
    stick = tmp_path / "usb" / "minh-chung"
    contents.keep(stick, bytes([0]) * 50, "image/png")
    contents.place_of(folder, kept[1]).write_bytes(b"altered")
    contents.place_of(folder, kept[2]).unlink()
    steps: list[Step] = []
    carried = contents.carry(folder, stick, tuple(kept), steps.append)
    assert (carried.copied, carried.already) == (1, 1)
    assert carried.bad == (kept[1].sha256, kept[2].sha256)
    assert {one for one, _ in contents.every(stick)} == {
        kept[0].sha256,
        kept[3].sha256,
    }
    assert (steps[0].done, steps[-1].done, steps[-1].total) == (0, 4, 4)


def test_carrying_can_be_stopped_and_goes_on_where_it_was(
    folder: Path, tmp_path: Path
) -> None:
    kept = tuple(contents.keep(folder, bytes([n]), "image/png") for n in range(3))
    stick = tmp_path / "usb"

    def stop(step: Step, /) -> None:
        if step.done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        contents.carry(folder, stick, kept, stop)
    assert len(list(contents.every(stick))) == 2
    assert contents.carry(folder, stick, kept).copied == 1
