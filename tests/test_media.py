"""Where a path lies is known by its drive, its mount and the names of its folders."""

from pathlib import Path, PureWindowsPath
from typing import cast

import pytest

from desktop import media, paths
from desktop.media import Medium, cloud, is_stick, logs_ahead, medium, unfit


@pytest.fixture
def drive(monkeypatch: pytest.MonkeyPatch) -> list[Medium]:
    """Let the system say of every drive what stands last in this list."""
    said = [Medium.FIXED]
    monkeypatch.setattr(media, "drive_kind", lambda _path: said[-1])
    return said


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run as the stick edition from a folder that is a drive of its own."""
    monkeypatch.setattr(media, "same_drive", lambda one, other: other in one.parents)
    folder = tmp_path / "USB" / "SoTruyenThong"
    folder.mkdir(parents=True)
    (folder / paths.PORTABLE_MARK).touch()
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(folder))
    return folder


@pytest.mark.parametrize(
    "root", ["/media/an/KINGSTON", "/run/media/an/USB", "/media/usb0"]
)
def test_what_a_desktop_mounts_is_a_stick(root: str) -> None:
    assert is_stick(root)


@pytest.mark.parametrize(
    "root", ["/", "/home", "/media", "/run/media", "/mnt/data", "/mediaeval/x"]
)
def test_other_file_systems_are_not(root: str) -> None:
    assert not is_stick(root)


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (r"C:\Nguyen Van A\OneDrive\So", "OneDrive"),
        (r"C:\A\OneDrive - Sở Văn hóa\Documents", "OneDrive"),
        (r"D:\Dropbox (Phòng VHTT)\so.stt", "Dropbox"),
        (r"G:\My Drive\so.stt", "Google Drive"),
        (r"G:\Drive của tôi\so.stt", "Google Drive"),
        (r"C:\A\iCloudDrive\so.stt", "iCloud"),
        (r"C:\A\Documents\so.stt", ""),
        (r"C:\A\Dropboxes\so.stt", ""),
        (r"C:\A\My Drivers\so.stt", ""),
    ],
)
def test_folders_of_services_are_known_by_their_names(
    folder: str, service: str
) -> None:
    assert cloud(cast("Path", PureWindowsPath(folder)), {}) == service


def test_a_folder_carried_away_is_known_by_the_variables_of_the_system(
    tmp_path: Path,
) -> None:
    told = {"OneDriveCommercial": str(tmp_path / "Tài liệu"), "OneDrive": ""}
    assert cloud(tmp_path / "Tài liệu" / "Sổ" / "so.stt", told) == "OneDrive"
    assert cloud(tmp_path / "Tài liệu khác" / "so.stt", told) == ""


@pytest.mark.parametrize(
    ("kind", "ahead"),
    [
        (Medium.FIXED, True),
        (Medium.REMOVABLE, False),
        (Medium.NETWORK, False),
        (Medium.DISC, False),
    ],
)
def test_only_a_fixed_disk_lets_changes_be_logged_ahead(
    drive: list[Medium], tmp_path: Path, kind: Medium, ahead: bool
) -> None:
    drive.append(kind)
    assert logs_ahead(tmp_path / "so.stt") is ahead


@pytest.mark.parametrize(
    ("kind", "new", "opened"),
    [
        (Medium.FIXED, (), ()),
        (Medium.REMOVABLE, ("removable",), ()),
        (Medium.NETWORK, ("network",), ("network",)),
        (Medium.DISC, ("disc",), ()),
    ],
)
def test_an_office_is_made_on_a_fixed_disk_and_never_written_over_a_network(
    drive: list[Medium],
    tmp_path: Path,
    kind: Medium,
    new: tuple[str, ...],
    opened: tuple[str, ...],
) -> None:
    drive.append(kind)
    assert unfit(tmp_path / "so.stt", new=True) == new
    assert unfit(tmp_path / "so.stt") == opened


def test_a_folder_of_a_service_is_unfit_for_old_and_new(
    drive: list[Medium], tmp_path: Path
) -> None:
    office = tmp_path / "OneDrive" / "so.stt"
    assert unfit(office) == unfit(office, new=True) == ("cloud", "OneDrive")


def test_the_folder_of_the_user_s_own_data_is_always_good(
    drive: list[Medium],
) -> None:
    drive.append(Medium.NETWORK)
    assert unfit(paths.user_folder() / "so.stt", new=True) == ()


def test_the_stick_edition_keeps_its_data_on_its_own_stick(
    drive: list[Medium], stick: Path, tmp_path: Path
) -> None:
    own = paths.user_folder() / "so.stt"
    assert own.parent == stick / "du-lieu"
    assert medium(own) is Medium.REMOVABLE, "some sticks call themselves fixed"
    assert medium(tmp_path / "so.stt") is Medium.FIXED
    drive.append(Medium.REMOVABLE)
    assert unfit(own, new=True) == ()
    assert unfit(tmp_path / "so.stt", new=True) == ("removable",)


def test_this_machine_s_own_mounts_are_read() -> None:
    assert medium(Path(__file__)) is Medium.FIXED
