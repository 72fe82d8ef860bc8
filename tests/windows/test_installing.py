"""Installing needs one user and no administrator, and touches nothing of others."""

import re

import pytest

from tests.windows.built import Built
from tests.windows.pc import KEY, UNINSTALL, Computer
from tests.windows.seen import Moment
from windows import installer

CLASSES = r"Software\Classes"
# What this wine itself writes down of screens and mice whenever a program starts.
OWN_NOISE = re.compile(
    r"^(System\\CurrentControlSet\\(Control\\(Class|DeviceClasses|Video)|Enum|Hardware)"
    r"|System\\ControlSet001|Hardware|Software\\Microsoft\\Windows NT\\CurrentVersion$)"
)
SHORTCUT = "Sổ Truyền Thông.lnk"


def test_it_ends_well(first: Moment, upgraded: Moment, far_away: Moment) -> None:
    assert [one.code for one in (first, upgraded, far_away)] == [0, 0, 0]


def test_files_come_into_the_user_s_own_folders_only(
    pc: Computer, untouched: Moment, first: Moment
) -> None:
    home = pc.prefix.path(pc.home).relative_to(pc.prefix.path("C:\\")).as_posix()
    new = first.files - untouched.files
    assert f"{home}/AppData/Local/Programs/SoTruyenThong/SoTruyenThong.exe" in new
    assert [name for name in sorted(new) if not name.startswith(f"{home}/")] == []
    program = f"{home}/AppData/Local/Programs"
    elsewhere = {name for name in new if not name.startswith(program)}
    assert {name.rpartition("/")[2] for name in elsewhere} == {SHORTCUT}
    assert len(elsewhere) == 2  # on the desktop and in the menu


def lasting(values: dict[str, str] | None) -> dict[str, str] | None:
    """Leave out what a remover asks of the next start, which Windows refuses users."""
    return values and {
        name: value
        for name, value in values.items()
        if name != "PendingFileRenameOperations"
    }


def test_nothing_is_written_into_everybody_s_part_of_the_registry(
    untouched: Moment, first: Moment, upgraded: Moment, removed: Moment
) -> None:
    for later in (first, upgraded, removed):
        changed = {
            key
            for key in untouched.machine.keys() | later.machine.keys()
            if lasting(untouched.machine.get(key)) != lasting(later.machine.get(key))
        }
        assert [key for key in sorted(changed) if not OWN_NOISE.match(key)] == []


def test_windows_lists_the_program_and_knows_how_to_remove_it(
    pc: Computer, built: Built, upgraded: Moment
) -> None:
    listed = upgraded.user[UNINSTALL]
    assert listed["DisplayName"] == "Sổ Truyền Thông"
    assert listed["InstallLocation"] == pc.program
    assert listed["QuietUninstallString"] == rf'"{pc.program}\GoBo.exe" /S'
    assert listed["UninstallString"] == rf'"{pc.program}\GoBo.exe"'
    kilobytes = int(listed["EstimatedSize"].removeprefix("dword:"), 16)
    laid = sum(path.stat().st_size for path in built.stage.rglob("*"))
    assert laid < kilobytes * 1024 < laid * 1.2  # in whole blocks of a disk
    assert listed["NoModify"] == listed["NoRepair"] == "dword:00000001"
    assert upgraded.user[KEY] == {
        "Folder": pc.program,
        "Version": listed["DisplayVersion"],
    }


@pytest.mark.parametrize(
    ("ending", "kind"),
    [(".stt", "SoTruyenThong.So"), (".age", "SoTruyenThong.GoiKhoa")],
)
def test_our_files_open_with_the_program(
    pc: Computer, upgraded: Moment, ending: str, kind: str
) -> None:
    assert upgraded.user[rf"{CLASSES}\{ending}"]["@"] == kind
    command = upgraded.user[rf"{CLASSES}\{kind}\shell\open\command"]["@"]
    assert command == rf'"{pc.program}\SoTruyenThong.exe" "%1"'


def test_archives_stay_with_windows_and_only_our_names_get_a_line_in_the_menu(
    upgraded: Moment,
) -> None:
    assert rf"{CLASSES}\.zip" not in upgraded.user
    verb = rf"{CLASSES}\SystemFileAssociations\.zip\shell\SoTruyenThong"
    assert upgraded.user[verb]["@"] == "Mở bằng Sổ Truyền Thông"
    assert upgraded.user[verb]["AppliesTo"] == (
        'System.FileName:~<"goi_" OR System.FileName:~<"bien-nhan_"'
    )


def test_the_console_program_says_which_version_is_there(
    pc: Computer, upgraded: Moment
) -> None:
    assert upgraded.user[KEY]["Version"] != "0.0.9"
    assert installer.LIST in {name.rpartition("/")[2] for name in upgraded.files}
