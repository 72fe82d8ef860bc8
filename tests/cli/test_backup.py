"""A backup is a checked copy that opens as an office of its own."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop import paths
from desktop.files.known_offices import remember
from desktop.store.store import Store
from tests.cli.practice import Practice
from tests.cli.saying import Say, digest, fault, names

KEYS = {"office", "backup", "evidence"}


def test_a_backup_goes_beside_the_office_and_is_as_good(
    practice: Practice, say: Say
) -> None:
    before = digest(practice.office)
    said = say("backup", practice.office, "--json")
    assert (said.code, set(said.data)) == (0, KEYS)
    made = Path(said.data["backup"])
    assert made.parent == practice.office.parent / "sao-luu"
    assert names(made.parent) == [made.name]
    assert digest(practice.office) == before
    told = say("results", made, "--period", "2024", "--json")
    assert told.data["targets"] == practice.data["targets"]
    assert say("check", made).code == 0


def test_two_backups_of_one_second_are_two_files(office: Path, say: Say) -> None:
    made = {say("backup", office, "--json").data["backup"] for _ in range(2)}
    assert len(made) == 2


def test_a_backup_goes_where_it_is_told(office: Path, say: Say, tmp_path: Path) -> None:
    place = tmp_path / "USB" / "bản sao.stt"
    said = say("backup", office, "--to", place)
    assert said.code == 0
    assert said.out == f"Đã sao lưu và kiểm tra: {place}\n"
    assert say("check", place).code == 0
    assert names(place.parent) == [place.name]


def test_a_place_behind_a_file_is_told(office: Path, say: Say) -> None:
    before = digest(office)
    (office.parent / "file").write_text("mine")
    command = ("backup", office, "--to", office.parent / "file" / "a.stt")
    fault(say, *command, kind="StoreUnavailableError")
    assert names(office.parent) == ["file", "so.stt"]
    assert digest(office) == before


def test_the_office_itself_is_never_written_over(office: Path, say: Say) -> None:
    before = digest(office)
    fault(say, "backup", office, "--to", office, kind="StoreUnavailableError")
    assert digest(office) == before


@pytest.fixture
def largest_file() -> Iterator[Callable[[int], None]]:
    """Let this process write no larger file than told, as a full stick would."""
    import resource  # POSIX alone limits a process so

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_stick_is_told_and_keeps_nothing(
    office: Path, say: Say, largest_file: Callable[[int], None], tmp_path: Path
) -> None:
    place = tmp_path / "USB" / "a.stt"
    before = digest(office)
    largest_file(100_000)
    fault(say, "backup", office, "--to", place, kind="StoreUnavailableError")
    assert names(place.parent) == []
    assert digest(office) == before


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a user's data in which nothing is yet."""
    folder = tmp_path / "profile"
    monkeypatch.setattr(paths, "user_folder", lambda: folder)
    return folder


def test_all_offices_opened_or_among_the_data_are_backed_up(
    office: Path, say: Say, own_folder: Path, tmp_path: Path
) -> None:
    own_folder.mkdir()
    shutil.copy(office, own_folder / "so.stt")
    remember(office, own_folder)
    remember(tmp_path / "USB" / "gone.stt", own_folder)
    said = say("backup", "--all", "--json")
    assert said.code == 0
    fates = {one["office"]: one["fate"] for one in said.data["offices"]}
    assert fates == {
        str(office): "kept",
        str(own_folder / "so.stt"): "kept",
        str(tmp_path / "USB" / "gone.stt"): "missing",
    }
    assert names(own_folder / "sao-luu")
    assert said.data["good"] is True


def test_an_open_office_is_told_and_fails_the_whole(
    office: Path, say: Say, own_folder: Path
) -> None:
    remember(office, own_folder)
    with Store(office):
        said = say("backup", "--all")
    assert said.code == 1
    assert "sổ đang mở" in said.out
    assert str(office) in said.out
    assert not (office.parent / "sao-luu").exists()


def test_without_any_office_there_is_nothing_to_do(say: Say, own_folder: Path) -> None:
    said = say("backup", "--all")
    assert (said.code, said.out) == (0, "Máy này chưa có sổ nào để sao lưu.\n")


@pytest.mark.parametrize("words", [[], ["--all", "a.stt"], ["--all", "--to", "b.stt"]])
def test_either_one_office_or_all_of_them(
    say: Say, words: list[str], own_folder: Path
) -> None:
    fault(say, "backup", *words, kind="UsageError")
