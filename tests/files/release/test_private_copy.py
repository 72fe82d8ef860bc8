"""What is checked and started is our copy, whatever happens to the stick."""

import hashlib
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from desktop.errors import Cancelled, UpdateError
from desktop.files.release import private_copy
from desktop.files.release.private_copy import discard, sha256_of, take_in
from desktop.progress import Step

pytestmark = pytest.mark.usefixtures("temporary")
CONTENT = bytes(range(256)) * 10_000


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "a.exe"
    path.write_bytes(CONTENT)
    return path


def test_the_copy_is_whole_ours_alone_and_outlives_its_source(source: Path) -> None:
    steps: list[Step] = []
    copy, sha256 = take_in(source, steps.append)
    source.write_bytes(b"swapped")
    assert copy.read_bytes() == CONTENT
    assert sha256 == hashlib.sha256(CONTENT).hexdigest() == sha256_of(copy)
    assert steps[-1] == Step("copying_in", len(CONTENT), len(CONTENT))
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    discard(copy)
    assert not copy.parent.exists()


def test_stopping_leaves_nothing(source: Path, temporary: Path) -> None:
    def stop(_step: Step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        take_in(source, stop)
    assert not list(temporary.iterdir())


def test_a_file_that_grows_or_shrinks_while_it_is_copied_is_refused(
    source: Path, temporary: Path
) -> None:
    for size in (len(CONTENT) + 5, 2_000_000):

        def meddle(_step: Step, size: int = size) -> None:
            os.truncate(source, size)

        source.write_bytes(CONTENT)
        with pytest.raises(UpdateError, match="changed_meanwhile"):
            take_in(source, meddle)
    assert not list(temporary.iterdir())


def test_too_large_missing_and_no_room_are_told_before_anything_is_copied(
    source: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UpdateError, match="no_installer"):
        take_in(source.with_name("gone.exe"))
    monkeypatch.setattr(private_copy, "free_bytes", lambda _: 1_000)
    with pytest.raises(UpdateError) as caught:
        take_in(source)
    assert (caught.value.reason, caught.value.facts[1]) == ("no_room", "1000")
    monkeypatch.setattr(private_copy, "LARGEST", 1_000)
    with pytest.raises(UpdateError, match="too_large"):
        take_in(source)
    assert not list(temporary.iterdir())


def test_what_an_earlier_update_left_is_swept_away_after_a_day(
    source: Path, temporary: Path
) -> None:
    old = take_in(source)[0].parent
    fresh = take_in(source)[0].parent
    foreign = temporary / "của người khác"
    foreign.mkdir()
    yesterday = time.time() - 100_000
    for folder in (old, foreign):
        os.utime(folder, (yesterday, yesterday))
    discard(take_in(source)[0])
    assert set(temporary.iterdir()) == {fresh, foreign}


def test_only_a_copy_of_ours_is_removed(source: Path) -> None:
    discard(source)
    assert source.exists()


def test_a_copy_that_is_gone_has_no_hash(tmp_path: Path) -> None:
    with pytest.raises(UpdateError, match="changed_meanwhile"):
        sha256_of(tmp_path / "gone")
