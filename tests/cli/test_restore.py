"""A backup takes the office's place, and what stood there is kept."""

from pathlib import Path

import pytest

from desktop.store import upkeep
from tests.cli.entries import a_file, a_training
from tests.cli.saying import Say, digest, fault, names
from tests.cli.test_options import damaged, newer

KEYS = {"office", "backup", "kept_aside"}


@pytest.fixture
def backup(office: Path, say: Say, tmp_path: Path) -> Path:
    """Make a backup, and then record something more."""
    place = tmp_path / "backup" / "so.stt"
    assert say("backup", office, "--to", place).code == 0
    source = a_file(tmp_path, a_training())
    assert say("record", office, source, "--register", "training").code == 0
    source.unlink()
    return place


def changes(say: Say, office: Path) -> int:
    return int(say("check", office, "--json").data["changes"])


def test_the_office_is_as_it_was_and_the_newer_file_is_kept(
    office: Path, backup: Path, say: Say
) -> None:
    assert changes(say, office) == 2
    said = say("restore", office, backup, "--json")
    assert (said.code, set(said.data)) == (0, KEYS)
    assert changes(say, office) == 1
    assert changes(say, Path(said.data["kept_aside"])) == 2
    assert changes(say, backup) == 1


def test_a_lost_office_comes_back(office: Path, backup: Path, say: Say) -> None:
    office.unlink()
    said = say("restore", office, backup, "--json")
    assert (said.code, said.data["kept_aside"]) == (0, None)
    assert say("check", office).code == 0


def test_a_damaged_office_is_replaced_and_kept(
    office: Path, backup: Path, say: Say
) -> None:
    wreck = digest(damaged(office))
    said = say("restore", office, backup)
    assert said.code == 0
    assert "được giữ tại: " in said.out
    (kept,) = office.parent.glob("so-truoc-khoi-phuc-*.stt")
    assert digest(kept) == wreck
    assert say("check", office).code == 0


def test_a_backup_that_is_none_changes_nothing(
    office: Path, backup: Path, say: Say
) -> None:
    before = digest(office)
    for spoil, kind in ((damaged, "StoreDamagedError"), (newer, "StoreTooNewError")):
        copy = backup.with_name(f"{spoil.__name__}.stt")
        copy.write_bytes(backup.read_bytes())
        fault(say, "restore", office, spoil(copy), kind=kind)
    backup.write_text("a letter")
    fault(say, "restore", office, backup, kind="StoreForeignError")
    missing = backup.with_name("none.stt")
    fault(
        say, "restore", office, missing, kind="StoreUnavailableError", reason="missing"
    )
    assert digest(office) == before
    assert names(office.parent) == ["backup", "so.stt"]


def test_an_office_open_elsewhere_is_left_alone(
    office: Path, backup: Path, say: Say
) -> None:
    before = digest(office)
    with upkeep.locked(office):
        command = ("restore", office, backup)
        fault(say, *command, kind="StoreUnavailableError", reason="in_use")
    assert digest(office) == before


def test_a_period_that_is_open_again_is_told(office: Path, say: Say) -> None:
    place = office.with_name("truoc.stt")
    assert say("backup", office, "--to", place).code == 0
    assert say("periods", "close", office, "--period", "2024").code == 0
    said = say("restore", office, place)
    assert said.code == 0
    assert "▲ Năm 2024 (01/01/2024 - 31/12/2024): đã chốt từ ngày" in said.out
    assert "chốt lại kỳ" in said.out
