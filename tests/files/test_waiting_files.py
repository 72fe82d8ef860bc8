"""A file waits whole beside its place, and takes it only if it is the one noted."""

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from desktop import taking_place
from desktop.errors import FileError
from desktop.files import waiting_files


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def names(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


def test_what_waits_leaves_what_stands_there_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    waiting_files.wait(path, b"new")
    assert path.read_bytes() == b"old"
    assert (tmp_path / "a.pdf.moi").read_bytes() == b"new"


def test_the_file_that_was_noted_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    waiting_files.wait(path, b"new")
    assert waiting_files.settle(path, digest(b"new"))
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.pdf"]
    assert not waiting_files.settle(path, digest(b"new"))


def test_a_file_nobody_noted_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    waiting_files.wait(path, b"new")
    assert not waiting_files.settle(path, digest(b"another"))
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.pdf"]


def test_a_file_may_wait_for_a_place_that_is_free(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    waiting_files.wait(path, b"new")
    waiting_files.drop(path)
    waiting_files.drop(path)
    assert names(tmp_path) == []


def test_a_place_that_may_not_be_written_is_told_before_anything_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: Any, **__: Any) -> int:
        raise PermissionError(13, "held")

    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "open", held)
    with pytest.raises(FileError) as caught:
        waiting_files.wait(path, b"new")
    assert (caught.value.path, caught.value.reason) == (path, "read_only")
    monkeypatch.undo()
    assert names(tmp_path) == ["a.pdf"]


def test_what_is_held_when_the_place_is_taken_waits_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: Any) -> None:
        raise PermissionError(13, "held")

    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    waiting_files.wait(path, b"new")
    monkeypatch.setattr(waiting_files, "take_place", held)
    with pytest.raises(FileError) as caught:
        waiting_files.settle(path, digest(b"new"))
    assert (caught.value.reason, caught.value.facts) == ("signed_waits", ("a.pdf.moi",))
    assert path.read_bytes() == b"old"
    monkeypatch.setattr(waiting_files, "take_place", taking_place.take_place)
    assert waiting_files.settle(path, digest(b"new"))
    assert path.read_bytes() == b"new"
