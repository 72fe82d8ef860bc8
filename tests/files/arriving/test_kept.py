"""A file is copied in by its hash and read back; the file itself is only read."""

import hashlib
import os
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.arriving import kept


def test_a_file_is_kept_once_however_often_it_comes(tmp_path: Path) -> None:
    source = tmp_path / "biểu (1).zip.txt"
    source.write_bytes(b"content")
    folder = tmp_path / "kho"
    one = kept.keep(folder, source)
    assert one.sha256 == hashlib.sha256(b"content").hexdigest()
    assert kept.keep(folder, source) == one == kept.keep_bytes(folder, b"content")
    assert kept.find(folder, one.sha256) == one.path
    assert [path for path in folder.rglob("*") if path.is_file()] == [one.path]
    assert source.read_bytes() == b"content"


def test_a_copy_that_was_altered_is_mended_when_the_file_comes_again(
    tmp_path: Path,
) -> None:
    one = kept.keep_bytes(tmp_path, b"content")
    one.path.write_bytes(b"altered")
    assert not kept.whole(tmp_path, one.sha256)
    kept.keep_bytes(tmp_path, b"content")
    assert kept.whole(tmp_path, one.sha256)


@pytest.mark.parametrize(
    ("reason", "data"), [("missing", None), ("empty", b""), ("too_large", b"12345")]
)
def test_what_cannot_be_copied_says_why(
    reason: str, data: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "LIMIT", 4)
    source = tmp_path / "tệp"
    if data is not None:
        source.write_bytes(data)
    with pytest.raises(FileError) as refused:
        kept.keep(tmp_path / "kho", source)
    assert refused.value.reason == reason


def test_only_what_nobody_took_in_and_lay_long_goes(tmp_path: Path) -> None:
    old, spoken, new = (kept.keep_bytes(tmp_path, data) for data in (b"1", b"2", b"3"))
    for one in (old, spoken):
        os.utime(one.path, (0, 0))
    now = kept.LEFT_FOR + 1
    os.utime(new.path, (now, now))
    assert kept.sweep(tmp_path, frozenset({spoken.sha256}), now) == 1
    assert not old.path.exists()
    assert spoken.path.exists()
    assert new.path.exists()


def test_files_are_carried_and_bad_ones_named(tmp_path: Path) -> None:
    good, bad = (kept.keep_bytes(tmp_path / "a", data) for data in (b"1", b"2"))
    bad.path.unlink()
    wanted = (good.sha256, bad.sha256)
    assert kept.carry(tmp_path / "a", tmp_path / "b", wanted) == (1, (bad.sha256,))
    assert kept.whole(tmp_path / "b", good.sha256)
    assert kept.carry(tmp_path / "a", tmp_path / "b", wanted)[0] == 0
