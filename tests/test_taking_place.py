"""A file takes its place in one step, and waits while something holds it."""

import errno
from pathlib import Path

import pytest

from desktop import taking_place
from desktop.taking_place import TRIES, take_place


class HeldError(OSError):
    """What Windows raises for a file that something else has open."""

    def __init__(self, winerror: int) -> None:
        """Say why, as Windows numbers it."""
        super().__init__(errno.EACCES, "held")
        self.winerror = winerror


class Disk:
    """A disk that refuses the first renames, and then renames."""

    def __init__(self, *refusals: OSError) -> None:
        """Begin with what it will raise."""
        self.refusals = list(refusals)
        self.calls = 0
        self._really = Path.replace

    def replace(self, part: Path, target: Path) -> Path:
        """Raise the next refusal, or rename."""
        self.calls += 1
        if self.refusals:
            raise self.refusals.pop(0)
        return self._really(part, target)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    monkeypatch.setattr(taking_place, "PAUSE", 0.0)
    part, target = tmp_path / "a.xlsx.part", tmp_path / "a.xlsx"
    part.write_bytes(b"new")
    target.write_bytes(b"old")
    return part, target


def use(monkeypatch: pytest.MonkeyPatch, *refusals: OSError) -> Disk:
    disk = Disk(*refusals)

    def replace(part: Path, target: Path) -> Path:
        return disk.replace(part, target)

    monkeypatch.setattr(Path, "replace", replace)
    return disk


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_held_for_a_moment_is_waited_for(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, winerror: int
) -> None:
    disk = use(monkeypatch, HeldError(winerror), HeldError(winerror))
    take_place(*files)
    assert disk.calls == 3
    assert files[1].read_bytes() == b"new"
    assert not files[0].exists()


def test_a_file_held_for_ever_is_given_up_and_the_old_one_stands(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = use(monkeypatch, *(HeldError(32) for _ in range(TRIES + 1)))
    with pytest.raises(HeldError):
        take_place(*files)
    assert disk.calls == TRIES
    assert files[1].read_bytes() == b"old"


@pytest.mark.parametrize(
    "refusal", [OSError(errno.EACCES, "denied"), HeldError(112)], ids=["posix", "full"]
)
def test_what_no_waiting_helps_is_told_at_once(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, refusal: OSError
) -> None:
    disk = use(monkeypatch, refusal)
    with pytest.raises(OSError, match=r"denied|held"):
        take_place(*files)
    assert disk.calls == 1


@pytest.mark.parametrize(
    ("number", "reason"),
    [(112, "full"), (39, "full"), (21, "gone"), (1167, "gone"), (19, "read_only")],
)
def test_what_windows_says_of_a_stick_is_told(number: int, reason: str) -> None:
    assert taking_place.reason_of(HeldError(number)) == reason


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EFBIG, "full"),
        (errno.ENOTDIR, "no_folder"),
        (errno.ENXIO, "gone"),
        (errno.EACCES, "read_only"),
        (errno.EISDIR, "read_only"),
    ],
)
def test_what_other_systems_say_is_told(number: int, reason: str) -> None:
    assert taking_place.reason_of(OSError(number, "the disk")) == reason
