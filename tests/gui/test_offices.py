"""Offices open on the worker; one that cannot leaves the open one as it was."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop import media, paths
from desktop.gui.jobs import Jobs
from desktop.gui.offices import ONLY_SEEN, Offices
from desktop.gui.settings import Settings
from desktop.gui.start import Start, StartChoice
from desktop.gui.ways_out import (
    BRING_HOME,
    ELSEWHERE,
    FROM_BACKUP,
    HERE,
    LOOK,
    OTHER,
)
from desktop.operations.periods.close_period import close_period
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests.fakes import Answers
from tests.store.powerless import read_only


@pytest.fixture
def offices(
    qapp: QApplication, settings: Settings, jobs: Jobs, ask: Answers
) -> Iterator[Offices]:
    made = Offices(settings, jobs, ask)
    yield made
    made.close()


def open_path(offices: Offices) -> Path | None:
    return None if offices.session is None else offices.session.store.path


def test_an_office_opens_and_is_remembered(
    offices: Offices, office: Path, settings: Settings
) -> None:
    offices.open(office)
    assert open_path(offices) == office
    assert settings.recent_offices == (office,)
    assert offices.session is not None
    assert offices.session.store.officer == "Y Hà"


def test_an_office_held_elsewhere_is_told_and_the_open_one_stays(
    offices: Offices, office: Path, tmp_path: Path, ask: Answers
) -> None:
    other = Path(shutil.copy(office, tmp_path / "khac.stt"))
    offices.open(office)
    with Store(other):
        offices.open(other)
    assert open_path(offices) == office
    assert "mở" in ask.faults[0].what + ask.faults[0].why
    assert ask.fault_actions == [(OTHER,)]


@pytest.mark.parametrize("content", [b"", b"not an office", b"SQLite format 3\x00" * 9])
def test_a_file_that_is_no_office_is_told_in_four_lines(
    offices: Offices, tmp_path: Path, ask: Answers, content: bytes
) -> None:
    foreign = tmp_path / "la.stt"
    foreign.write_bytes(content)
    offices.open(foreign)
    assert offices.session is None
    assert all((ask.faults[0].what, ask.faults[0].why, ask.faults[0].next))
    assert foreign.read_bytes() == content


def test_a_damaged_office_with_a_backup_is_restored_from_the_fault(
    offices: Offices, office: Path, ask: Answers
) -> None:
    with Store(office) as store:
        backup = store.back_up()
    office.write_bytes(office.read_bytes()[:5000])
    ask.choose_action = FROM_BACKUP
    ask.script = [backup]
    offices.open(office)
    assert open_path(offices) == office
    assert ask.fault_actions == [(OTHER, FROM_BACKUP)]


def test_a_new_office_is_made_with_its_plan_and_officer(
    offices: Offices, tmp_path: Path
) -> None:
    path = tmp_path / "moi.stt"
    plan = "dak-ha-2023-2028"
    offices.take(StartChoice(kind=Start.NEW, path=path, plan=plan, officer="A Thao"))
    assert open_path(offices) == path
    assert offices.session is not None
    assert offices.session.preferences.officer == "A Thao"


def test_a_new_office_never_replaces_a_file(
    offices: Offices, office: Path, ask: Answers
) -> None:
    before = office.read_bytes()
    plan = "dak-ha-2023-2028"
    offices.take(StartChoice(kind=Start.NEW, path=office, plan=plan))
    assert (office.read_bytes(), len(ask.faults)) == (before, 1)


def test_a_backup_is_made_and_told(offices: Offices, office: Path) -> None:
    said: list[str] = []
    offices.said.connect(said.append)
    offices.open(office)
    offices.back_up()
    assert said[0].startswith("Đã sao lưu và kiểm tra: ")
    assert len(backups_of(office)) == 2  # the day's first, and the one asked for


def test_the_day_begins_with_a_backup_nobody_asked_for(
    offices: Offices, office: Path
) -> None:
    said: list[str] = []
    offices.said.connect(said.append)
    for _ in range(2):
        offices.open(office)
        offices.close()
    assert len(backups_of(office)) == 1
    assert said == []


def backups_of(office: Path) -> list[Path]:
    return list((office.parent / "sao-luu").glob("*.stt"))


def test_a_check_tells_what_it_found(offices: Offices, office: Path) -> None:
    said: list[str] = []
    offices.said.connect(said.append)
    offices.open(office)
    offices.check()
    assert said[0].startswith("Sổ nguyên vẹn: ")


def test_restoring_asks_first_and_a_no_changes_nothing(
    offices: Offices, office: Path, ask: Answers
) -> None:
    offices.open(office)
    offices.back_up()
    backup = next((office.parent / "sao-luu").glob("*.stt"))
    ask.script = [backup, False]
    offices.restore()
    assert open_path(offices) == office
    ask.script = [backup, True]
    offices.restore()
    assert open_path(offices) == office
    assert list(office.parent.glob("so-truoc-khoi-phuc-*.stt"))


def test_a_backup_from_before_a_lock_is_restored_with_a_word(
    offices: Offices, office: Path, ask: Answers
) -> None:
    offices.open(office)
    offices.back_up()
    backup = next((office.parent / "sao-luu").glob("*.stt"))
    assert offices.session is not None
    close_period(offices.session.store, parse_period("2024"))
    ask.script = [backup, True]
    offices.restore()
    assert open_path(offices) == office
    assert "chốt lại kỳ" in ask.told[-1]


def test_closing_lets_another_program_open_the_file(
    offices: Offices, office: Path
) -> None:
    offices.open(office)
    offices.close()
    with Store(office) as store:
        assert store.writable


def test_an_office_that_cannot_be_written_is_told_and_opened_to_be_looked_at(
    offices: Offices, office: Path, ask: Answers
) -> None:
    said: list[str] = []
    offices.said.connect(said.append)
    before = office.read_bytes()
    ask.choose_action = LOOK
    with read_only(office, office.parent):
        offices.open(office)
        assert offices.session is not None
        assert not offices.session.store.writable
        offices.close()
    assert ask.faults[0].what == "Sổ “so.stt” chỉ đọc được, không ghi được."
    assert ask.fault_actions == [(BRING_HOME, LOOK, OTHER)]
    assert said == [ONLY_SEEN]
    assert office.read_bytes() == before
    assert [one.name for one in office.parent.iterdir()] == ["so.stt"]


def test_an_office_on_a_drive_of_the_network_is_copied_here_and_the_copy_opened(
    offices: Offices, office: Path, ask: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_network(path: Path) -> media.Medium:
        far = path.is_relative_to(office.parent)
        return media.Medium.NETWORK if far else media.Medium.FIXED

    monkeypatch.setattr(media, "drive_kind", of_network)
    before = office.read_bytes()
    ask.choose_action = BRING_HOME
    offices.open(office)
    assert ask.faults[0].what == "Không đặt sổ “so.stt” trên ổ mạng."
    opened = open_path(offices)
    assert opened is not None
    assert opened.parent == paths.local_folder()
    assert offices.session is not None
    assert offices.session.store.writable
    assert office.read_bytes() == before
    offices.close()
    opened.unlink()


def test_an_office_carried_away_by_a_service_can_still_be_looked_at(
    offices: Offices, office: Path, ask: Answers
) -> None:
    place = office.parent / "OneDrive - Phong" / "so.stt"
    place.parent.mkdir()
    shutil.copy(office, place)
    ask.choose_action = LOOK
    offices.open(place)
    assert open_path(offices) == place
    assert offices.session is not None
    assert not offices.session.store.writable
    assert "OneDrive" in ask.faults[0].what
    offices.close()
    assert [one.name for one in place.parent.iterdir()] == ["so.stt"]


@pytest.mark.parametrize("way", [HERE, ELSEWHERE])
def test_a_new_office_on_a_stick_is_refused_and_made_in_a_good_place(
    offices: Offices,
    tmp_path: Path,
    ask: Answers,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    stick = tmp_path / "USB"

    def of_stick(path: Path) -> media.Medium:
        there = path.is_relative_to(stick)
        return media.Medium.REMOVABLE if there else media.Medium.FIXED

    monkeypatch.setattr(media, "drive_kind", of_stick)
    ask.choose_action = way
    ask.script = [tmp_path / "may" / "so.stt"] if way == ELSEWHERE else []
    plan = "dak-ha-2023-2028"
    offices.take(StartChoice(kind=Start.NEW, path=stick / "so.stt", plan=plan))
    assert "USB" in ask.faults[0].what
    opened = open_path(offices)
    assert opened is not None
    wanted = tmp_path / "may" if way == ELSEWHERE else paths.user_folder()
    assert opened.parent == wanted
    assert not stick.exists()
    offices.close()
    opened.unlink()


def test_sample_data_that_cannot_be_made_is_told(
    offices: Offices, ask: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "khóa"
    locked.mkdir()
    monkeypatch.setattr(paths, "user_folder", lambda: locked / "du-lieu")
    with read_only(locked):
        offices.open_practice()
    assert offices.session is None
    assert "chỉ đọc" in ask.faults[0].what
