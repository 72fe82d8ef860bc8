"""The stick edition keeps to its stick, wherever that is plugged in."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

import desktop
from tests.windows.built import FOLDER, STALE, Built
from tests.windows.pc import KEY, KNOWN, NO_BOXES, PLAN, Computer
from tests.windows.seen import Moment, Office, Ran
from windows import installer

DOWNGRADE, NO_RUNTIME = 7, 70
ELSEWHERE = "Sổ của Phòng"
SAFETY = re.compile(r"/AppData/Local/SoTruyenThong/(so-da-thay\.json$|tu-usb/)")
"""How far each office was, and copies of those on a stick that may get lost."""


@dataclass(frozen=True, slots=True)
class Travelled:
    """What was seen of a stick on its way."""

    before: Moment
    written: Ran
    moved: Ran
    updated: Ran
    put_back: Ran
    after: Moment
    place: Path
    office: Office


@pytest.fixture(scope="module")
def stick(
    pc: Computer,
    built: Built,
    older: Path,
    far_away: Moment,
    tmp_path_factory: pytest.TempPathFactory,
) -> Travelled:
    """Keep an office on a stick, move its folder, plug it in as another letter."""
    first, other = (tmp_path_factory.mktemp(name) for name in ("usb", "other"))
    shutil.copytree(built.stage, first / FOLDER)
    pc.prefix.lead("e", first)
    before = pc.moment()
    windows = rf"E:\{FOLDER}\So.stt"
    made = pc.stt("new", windows, "--plan", PLAN, folder=rf"E:\{FOLDER}")
    assert made.code == 0, made.said
    office = Office(windows, first / FOLDER / "So.stt", first)
    with pc.showing(office, rf"E:\{FOLDER}", rf"E:\{FOLDER}\du-lieu"):
        pass
    shutil.move(first / FOLDER, other / ELSEWHERE)
    (pc.prefix.folder / "dosdevices" / "e:").unlink()
    pc.prefix.lead("f", other)
    moved = pc.stt("backup", "--all", folder=rf"F:\{ELSEWHERE}")
    (other / ELSEWHERE / STALE).write_text("cũ", "utf-8")
    with (other / ELSEWHERE / installer.LIST).open("a", encoding="ascii") as listed:
        listed.write(STALE.replace("/", "\\") + "\r\n..\\ngoai.txt\r\n")
    (other / "ngoai.txt").write_text("không phải của chương trình", "utf-8")
    updated = pc.install(built.installer, "/PORTABLE", rf"/D=F:\{ELSEWHERE}")
    put_back = pc.install(older, "/PORTABLE", rf"/D=F:\{ELSEWHERE}")
    place, after = other / ELSEWHERE, pc.moment()
    return Travelled(before, made, moved, updated, put_back, after, place, office)


def test_its_data_lie_beside_the_program(stick: Travelled) -> None:
    assert (stick.place / "du-lieu" / KNOWN).is_file()


def test_a_moved_folder_still_knows_its_offices(stick: Travelled) -> None:
    assert stick.moved.code == 0, stick.moved.said
    assert "So.stt" in stick.moved.said
    assert list((stick.place / "sao-luu").glob("*.stt"))


def test_only_its_safety_copies_come_onto_the_pc(stick: Travelled) -> None:
    new = stick.after.files - stick.before.files
    left = {name for name in new if "/Temp/" not in name}
    assert [name for name in sorted(left) if not SAFETY.search(name)] == []
    assert stick.after.user.get(KEY) == stick.before.user.get(KEY)


def test_an_update_there_takes_away_what_is_old_and_nothing_else(
    stick: Travelled,
) -> None:
    assert stick.updated.code == 0, stick.updated.said
    assert not (stick.place / STALE).exists()
    assert (stick.place / "So.stt").is_file()
    assert (stick.place / installer.MARKER.name).is_file()
    assert not (stick.place / "GoBo.exe").exists()


def test_an_older_version_is_refused_there_too(stick: Travelled) -> None:
    assert stick.put_back.code == DOWNGRADE


def test_a_list_that_leads_out_of_the_folder_is_not_followed(stick: Travelled) -> None:
    assert (stick.place.parent / "ngoai.txt").is_file()


def test_an_updated_stick_still_runs(pc: Computer, stick: Travelled) -> None:
    done = pc.stt("--version", folder=rf"F:\{ELSEWHERE}")
    assert (done.code, desktop.__version__ in done.said) == (0, True), done.said


def test_without_its_runtime_the_program_says_so_and_ends(
    pc: Computer, built: Built, apart: Path
) -> None:
    for name in ("SoTruyenThong.exe", "stt.exe"):
        shutil.copy(built.stage / name, apart / name)
    pc.prefix.lead("g", apart)
    for name in ("SoTruyenThong.exe", "stt.exe"):
        done = pc.prefix.run(rf"G:\{name}", "check", variables=NO_BOXES)
        assert done.code == NO_RUNTIME, done.said
