"""The one file for the successor: whole, locked, and what was put in comes out."""

import datetime as dt
import hashlib
import shutil
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest

from desktop.errors import Cancelled, FileError, HandoverError, LockError
from desktop.files.handing_over import handover_file
from desktop.files.handing_over.handover_file import (
    MAGIC,
    read_handover,
    write_handover,
)
from desktop.files.handing_over.passing import Hashed
from desktop.files.wire.handover import FORMAT, Carried, Header
from desktop.progress import Step

WORDS = "chín con chim trên cành"
CONTENTS = {
    "so.stt": b"SQLite" * 9_000,
    "bao-cao/Báo cáo năm.pdf": b"",
    "a/b.jpg": b"x",
}


def a_header(contents: Mapping[str, bytes], **changes: int) -> Header:
    files = tuple(
        Carried(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest())
        for name, data in contents.items()
    )
    return Header(
        format=changes.get("format", FORMAT),
        program_version="1.0",
        office_file="so.stt",
        agency="Phòng",
        plan_title="Kế hoạch",
        practice=False,
        officer="",
        made_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        files=files,
    )


def laid(folder: Path, contents: Mapping[str, bytes]) -> dict[str, Path]:
    folder.mkdir(parents=True)
    places = {name: folder / f"{n}" for n, name in enumerate(contents)}
    for name, data in contents.items():
        places[name].write_bytes(data)
    return places


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("made")
    path = folder / "so.stt-ban-giao"
    digest = write_handover(
        path, a_header(CONTENTS), laid(folder / "in", CONTENTS), WORDS
    )
    assert path.read_bytes()[-64:].decode() == digest
    assert [one.name for one in folder.iterdir() if one.suffix == ".part"] == []
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, made: bytes) -> Path:
    found = tmp_path / "so.stt-ban-giao"
    found.write_bytes(made)
    return found


def taken(path: Path, words: str = WORDS) -> dict[str, bytes]:
    places = {}

    def place(header: Header) -> dict[str, Path]:
        for number, one in enumerate(header.files):
            places[one.name] = path.parent / f"out{number}"
        return places

    read_handover(path, words, place)
    return {name: place.read_bytes() for name, place in places.items()}


def test_what_was_put_in_comes_out(path: Path) -> None:
    assert taken(path) == CONTENTS


def test_nothing_inside_can_be_read_without_the_words(made: bytes) -> None:
    for inside in (b"SQLite", b"so.stt", "Phòng".encode(), b"ban-giao.json"):
        assert inside not in made[len(MAGIC) :]


def test_the_words_are_the_same_on_every_keyboard(path: Path) -> None:
    typed = unicodedata.normalize("NFD", f"  {WORDS} ")
    assert taken(path, typed) == CONTENTS


def test_wrong_words_are_told_from_a_damaged_file(path: Path) -> None:
    with pytest.raises(LockError) as caught:
        taken(path, "chín con chim trên cây")
    assert caught.value.reason == "wrong_words"
    assert not list(path.parent.glob("out*"))


def test_a_byte_changed_anywhere_is_refused_before_anything_is_written(
    path: Path, made: bytes
) -> None:
    ends = {len(made) - 70, len(made) - 1}
    for at in {*range(0, 40, 3), *range(40, len(made), 1_999), *ends}:
        changed = bytearray(made)
        changed[at] ^= 1
        path.write_bytes(changed)
        with pytest.raises(HandoverError) as caught:
            taken(path)
        told = {"handover_damaged", "handover_too_new"}
        assert caught.value.reason in told, at
    assert not list(path.parent.glob("out*"))


@pytest.mark.parametrize("cut", [0, 5, len(MAGIC), 40, 1_000, -1, -65])
def test_a_file_cut_short_or_made_longer_is_refused(
    path: Path, made: bytes, cut: int
) -> None:
    path.write_bytes(made[:cut] if cut else b"")
    with pytest.raises(HandoverError) as caught:
        taken(path)
    assert caught.value.reason in {"handover_damaged", "handover_foreign"}
    path.write_bytes(made + b"0")
    with pytest.raises(HandoverError) as caught:
        taken(path)
    assert caught.value.reason == "handover_damaged"


def test_a_file_of_another_kind_says_so(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(500))
    with pytest.raises(HandoverError) as caught:
        taken(path)
    assert caught.value.reason == "handover_foreign"


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        read_handover(tmp_path / "x", WORDS, lambda _: None)
    assert caught.value.reason == "missing"


def test_words_too_short_lock_nothing(tmp_path: Path) -> None:
    path = tmp_path / "so.stt-ban-giao"
    with pytest.raises(LockError) as caught:
        write_handover(path, a_header({}), {}, "ngắn")
    assert caught.value.reason == "weak"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_changes_meanwhile_leaves_nothing_behind(tmp_path: Path) -> None:
    contents = {"so.stt": b"before"}
    places = laid(tmp_path / "in", contents)
    places["so.stt"].write_bytes(b"behind")
    path = tmp_path / "so.stt-ban-giao"
    with pytest.raises(HandoverError) as caught:
        write_handover(path, a_header(contents), places, WORDS)
    assert (caught.value.reason, caught.value.facts) == (
        "handover_changed",
        ("so.stt",),
    )
    assert [one.name for one in tmp_path.iterdir()] == ["in"]


def test_stopping_leaves_the_older_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "so.stt-ban-giao"
    path.write_bytes(b"older")

    def stop(step: Step) -> None:
        if step.stage == "packing":
            raise Cancelled

    places = laid(tmp_path / "in", CONTENTS)
    with pytest.raises(Cancelled):
        write_handover(path, a_header(CONTENTS), places, WORDS, stop)
    assert path.read_bytes() == b"older"
    assert not list(tmp_path.glob("*.part"))


def test_a_full_stick_is_told_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 10})
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    with pytest.raises(HandoverError) as caught:
        write_handover(tmp_path / "x", a_header({}), {}, WORDS)
    assert caught.value.reason == "handover_full"
    assert list(tmp_path.iterdir()) == []


def test_a_large_file_passes_through_in_small_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    class Watched(Hashed):
        def write(self, data: bytes) -> int:
            written.append(len(data))
            return super().write(data)

    monkeypatch.setattr(handover_file, "Hashed", Watched)
    contents = {"so.stt": bytes(5_000_000)}
    places = laid(tmp_path / "in", contents)
    write_handover(tmp_path / "x", a_header(contents), places, WORDS)
    assert sum(written) > 5_000_000
    assert max(written) < 600_000
