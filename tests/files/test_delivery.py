"""A copy arrives whole and is read back, or nothing of it stays."""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import taking_place
from desktop.errors import Cancelled, DeliveryError, FileError
from desktop.files.delivery import CHUNK, SPARE, deliver
from desktop.progress import Progress, Step, silent

SIZE = 3 * CHUNK + 17


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "goi.zip"
    path.write_bytes(os.urandom(SIZE))
    return path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    path = tmp_path / "stick"
    path.mkdir()
    return path


def refusal(
    source: Path, folder: Path, progress: Progress = silent
) -> tuple[str, tuple[str, ...]]:
    with pytest.raises(DeliveryError) as caught:
        deliver(source, folder, progress=progress)
    assert caught.value.target in {folder, folder / source.name}
    return caught.value.reason, caught.value.facts


def at(stage: str, act: Callable[[], object]) -> Progress:
    """Act in the middle of a stage."""

    def report(step: Step) -> None:
        if step.stage == stage and step.done == 2 * CHUNK:
            act()

    return report


def cancel() -> None:
    raise Cancelled


def test_a_copy_is_the_same_file_and_leaves_no_part(source: Path, stick: Path) -> None:
    made = deliver(source, stick, progress=silent)
    assert made.path == stick / source.name
    assert made.path.read_bytes() == source.read_bytes()
    assert made.size == SIZE
    assert made.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert list(stick.iterdir()) == [made.path]


@given(size=st.integers(0, 3) | st.just(CHUNK) | st.just(CHUNK + 1))
def test_a_file_of_any_size_arrives(
    size: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "a").write_bytes(bytes(size))
    (folder / "to").mkdir()
    assert deliver(folder / "a", folder / "to", progress=silent).size == size


def test_progress_is_told_for_copying_and_for_reading_back(
    source: Path, stick: Path
) -> None:
    steps: list[Step] = []
    deliver(source, stick, progress=steps.append)
    for stage in ("copying", "rereading"):
        done = [one.done for one in steps if one.stage == stage]
        assert done == [0, CHUNK, 2 * CHUNK, 3 * CHUNK, SIZE]
    assert {one.total for one in steps} == {SIZE}


def test_the_same_file_already_there_is_fine_and_untouched(
    source: Path, stick: Path
) -> None:
    first = deliver(source, stick, progress=silent)
    before = first.path.stat()
    assert deliver(source, stick, progress=silent) == first
    assert first.path.stat().st_mtime_ns == before.st_mtime_ns
    assert first.path.stat().st_ino == before.st_ino


def test_another_file_of_that_name_is_never_replaced(source: Path, stick: Path) -> None:
    (stick / source.name).write_bytes(b"mine")
    assert refusal(source, stick) == ("exists", ())
    assert (stick / source.name).read_bytes() == b"mine"
    assert len(list(stick.iterdir())) == 1


def test_a_file_that_comes_while_we_copy_is_not_replaced(
    source: Path, stick: Path
) -> None:
    mine = stick / source.name
    progress = at("copying", lambda: mine.write_bytes(b"mine"))
    assert refusal(source, stick, progress)[0] == "exists"
    assert [one.read_bytes() for one in stick.iterdir()] == [b"mine"]


def test_a_folder_of_that_name_is_left_alone(source: Path, stick: Path) -> None:
    (stick / source.name).mkdir()
    assert refusal(source, stick)[0] == "exists"


@pytest.mark.parametrize("stage", ["copying", "rereading"])
def test_stopping_midway_leaves_nothing(source: Path, stick: Path, stage: str) -> None:
    with pytest.raises(Cancelled):
        deliver(source, stick, progress=at(stage, cancel))
    assert list(stick.iterdir()) == []


def test_a_destination_that_is_not_there_is_missing(
    source: Path, tmp_path: Path
) -> None:
    assert refusal(source, tmp_path / "none") == ("missing", ())
    assert refusal(source, source) == ("missing", ())


def test_a_source_that_is_not_there_is_told_as_such(
    tmp_path: Path, stick: Path
) -> None:
    with pytest.raises(FileError) as caught:
        deliver(tmp_path / "none.zip", stick, progress=silent)
    assert caught.value.reason == "missing"


@pytest.mark.parametrize("stage", ["copying", "rereading"])
def test_a_stick_pulled_out_midway_is_gone(
    source: Path, stick: Path, stage: str
) -> None:
    progress = at(stage, lambda: shutil.rmtree(stick))
    assert refusal(source, stick, progress) == ("gone", ())
    assert not stick.exists()


def test_a_stick_that_writes_something_else_is_told(source: Path, stick: Path) -> None:
    def spoil() -> None:
        part = next(stick.iterdir())
        kept = bytearray(part.read_bytes())
        kept[SIZE - 5] ^= 1
        part.write_bytes(kept)

    def report(step: Step) -> None:
        if (step.stage, step.done) == ("rereading", 0):
            spoil()

    assert refusal(source, stick, report) == ("differs", ())
    assert list(stick.iterdir()) == []


def test_a_stick_with_too_little_room_is_told_before_anything_is_written(
    source: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(stick)
    tight = usage._replace(free=SIZE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: tight)
    assert refusal(source, stick) == ("full", (str(SIZE + SPARE), str(SIZE)))
    assert list(stick.iterdir()) == []


@pytest.fixture
def file_size_limit() -> Iterator[Callable[[int], None]]:
    """Let this process write no larger file than told, as a full disk would."""
    import resource  # no other system than POSIX has such a limit

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_stick_that_fills_up_midway_is_full_and_keeps_nothing(
    source: Path, stick: Path, file_size_limit: Callable[[int], None]
) -> None:
    file_size_limit(2 * CHUNK)
    reason, (needed, free) = refusal(source, stick)
    assert (reason, int(needed)) == ("full", SIZE + SPARE)
    assert int(free) > 0
    assert list(stick.iterdir()) == []


def test_a_folder_protected_from_writing_is_read_only(
    source: Path, tmp_path: Path
) -> None:
    """Run as somebody else when we are root, whom no protection stops."""
    folder = tmp_path / "protected"
    folder.mkdir(mode=0o555)
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from desktop.errors import DeliveryError\n"
        "from desktop.files.delivery import deliver\n"
        "from desktop.progress import silent\n"
        "opened = [os.open(one, os.O_RDONLY) for one in sys.argv[1:]]\n"
        "source, folder = (Path(f'/proc/self/fd/{one}') for one in opened)\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "try: deliver(source, folder, progress=silent)\n"
        "except DeliveryError as error: print(error.reason)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(source), str(folder)],
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.stdout.strip(), done.stderr) == ("read_only", "")
    assert list(folder.iterdir()) == []


def test_a_part_left_by_an_earlier_crash_does_no_harm(
    source: Path, stick: Path
) -> None:
    (stick / f"{source.name}.part").write_bytes(b"x" * (SIZE + 9))
    made = deliver(source, stick, progress=silent)
    assert made.path.read_bytes() == source.read_bytes()
    assert list(stick.iterdir()) == [made.path]


class HeldError(OSError):
    """What Windows raises while a virus scanner holds the file."""

    winerror = 32


def test_a_file_held_for_a_moment_is_waited_for(
    source: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[Path] = []
    really = Path.replace

    def busy(part: Path, target: Path) -> Path:
        calls.append(part)
        if len(calls) < 3:
            raise HeldError(errno.EACCES, "held")
        return really(part, target)

    monkeypatch.setattr(taking_place, "PAUSE", 0.0)
    monkeypatch.setattr(Path, "replace", busy)
    assert deliver(source, stick, progress=silent).size == SIZE
    assert len(calls) == 3


def test_a_file_held_for_ever_is_given_up(
    source: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(part: Path, target: Path) -> Path:
        raise HeldError(errno.EACCES, "held")

    monkeypatch.setattr(taking_place, "PAUSE", 0.0)
    monkeypatch.setattr(Path, "replace", busy)
    assert refusal(source, stick)[0] == "read_only"
    assert list(stick.iterdir()) == []
