"""The built installer is what the program takes for an update, here and on Windows."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

import desktop
from desktop.files.release.installer import told_length
from desktop.operations.offices.check_update import check_update, forget_update
from desktop.records.update import Standing, UpdateVerdict
from tests.windows.built import Built
from tests.windows.pc import Computer
from tests.windows.seen import Moment

TELLS = """
Unicode true
Target amd64-unicode
Name "x"
OutFile "{target}"
SilentInstall silent
RequestExecutionLevel user
!include FileFunc.nsh
Section
  ${{GetParameters}} $1
  FileOpen $0 "$EXEDIR\\told.txt" w
  FileWriteUTF16LE $0 "$INSTDIR|$1"
  FileClose $0
SectionEnd
"""
"""An installer that only tells where it would install, and how it was started."""
ASKING = r"""
import sys, time
from pathlib import Path
from desktop.files.release.running import start_installer
from desktop.files.release.system_trust import ask_system
folder = Path(r"C:\thử cập nhật")
for name in ("python.exe", "python-changed.exe", "cai-dat.exe"):
    print(name, ask_system(folder / name), flush=True)
program = Path(r"C:\Sổ (thử) & bạn")
program.mkdir()
(program / "ban-usb.txt").touch()
start_installer(folder / "cai-dat.exe", program)
last = time.monotonic() + 60
while time.monotonic() < last and not (folder / "told.txt").exists():
    time.sleep(0.2)
time.sleep(0.5)
print((folder / "told.txt").read_bytes().decode("utf-16-le"))
"""


def verdict(folder: Path) -> UpdateVerdict:
    checked = check_update(folder, own="0.0.9", keys=()).value
    forget_update(checked)
    return checked.verdict


def test_the_release_is_accepted_by_an_older_program(built: Built) -> None:
    found = verdict(built.folder)
    assert (found.standing, found.reason) == (Standing.LISTED, "")
    assert found.version == desktop.__version__
    assert [one.version for one in found.changes] == [desktop.__version__]
    assert told_length(built.installer) == found.size


def test_a_byte_cut_off_added_or_changed_is_refused(
    built: Built, tmp_path: Path
) -> None:
    for one in built.folder.iterdir():
        if one.suffix != ".zip":
            shutil.copy(one, tmp_path)
    raw = built.installer.read_bytes()
    middle = len(raw) // 2
    for other, reason in (
        (raw[:-1], "truncated"),
        (raw + b"\0", "extended"),
        (raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :], "differs"),
    ):
        (tmp_path / built.installer.name).write_bytes(other)
        found = verdict(tmp_path)
        assert (found.standing, found.reason) == (Standing.REFUSED, reason)


def test_the_installed_program_tells_it_is_the_same_version(
    pc: Computer, far_away: Moment, built: Built
) -> None:
    assert far_away.code == 0
    pc.prefix.lead("u", built.folder)
    done = pc.stt("update", "U:\\", "--json", folder=pc.VIETNAMESE)
    told = json.loads(done.said[done.said.index("{") : done.said.rindex("}") + 1])
    assert (done.code, told["standing"]) == (1, "same"), done.said
    assert told["system"] == "unsigned"


@pytest.fixture(scope="module")
def asked(
    pc: Computer,
    far_away: Moment,
    built: Built,
    tmp_path_factory: pytest.TempPathFactory,
) -> list[str]:
    """Let Windows judge three programs, and start one as an update is started."""
    folder = pc.prefix.path(r"C:\thử cập nhật")
    folder.mkdir()
    theirs = (built.stage / "runtime" / "python.exe").read_bytes()
    (folder / "python.exe").write_bytes(theirs)
    changed = theirs[:3000] + bytes([theirs[3000] ^ 1]) + theirs[3001:]
    (folder / "python-changed.exe").write_bytes(changed)
    script = tmp_path_factory.mktemp("tells") / "a.nsi"
    script.write_text(TELLS.format(target=folder / "cai-dat.exe"), "utf-8")
    makensis = ["makensis", "-INPUTCHARSET", "UTF8", "-V1", str(script)]
    subprocess.run(makensis, check=True, capture_output=True)
    (folder / "a.py").write_text(ASKING, "utf-8")
    python = rf"{pc.VIETNAMESE}\runtime\python.exe"
    done = pc.run(python, "-X", "utf8", r"C:\thử cập nhật\a.py")
    assert done.code == 0, done.said
    return done.said.splitlines()


def test_windows_is_asked_and_knows_signed_changed_and_unsigned(
    asked: list[str],
) -> None:
    assert asked[:3] == [
        "python.exe trusted",
        "python-changed.exe broken",
        "cai-dat.exe unsigned",
    ]


def test_an_installer_learns_the_folder_whatever_is_in_its_name(
    asked: list[str],
) -> None:
    assert asked[3] == "C:\\Sổ (thử) & bạn|/PORTABLE"
