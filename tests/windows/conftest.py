"""One Windows, one build, and what was seen there at each step; all made when asked."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import ROOT
from tests.windows.built import Built, older_installer
from tests.windows.pc import Computer
from tests.windows.seen import Moment, Office, Ran

CACHE = ROOT / ".cache" / "windows"
"""Where `dev.py windows` builds, and what the checks leave for whoever looks."""


@pytest.fixture(scope="session")
def built() -> Built:
    return Built.of(CACHE / "dist", CACHE / "unpacked")


@pytest.fixture(scope="session")
def older(built: Built) -> Path:
    return older_installer(built, CACHE / "older")


@pytest.fixture(scope="session")
def pc() -> Iterator[Computer]:
    made = Computer(CACHE / "prefix")
    made.make()
    yield made
    made.end()


@pytest.fixture
def apart() -> Iterator[Path]:
    """Give a folder of Linux whose path Windows can have under a letter of its own."""
    folder = CACHE / "usb"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


# --- the life of a program on a PC, step by step ---------------------------------


@pytest.fixture(scope="session")
def untouched(pc: Computer) -> Moment:
    return pc.moment()


@pytest.fixture(scope="session")
def first(pc: Computer, untouched: Moment, older: Path) -> Moment:
    """Install an older version, silently, where it goes by itself."""
    return pc.moment(pc.install(older))


@pytest.fixture(scope="session")
def office(pc: Computer, first: Moment) -> Office:
    """Keep an office with the older version, and lay a file of one's own beside it."""
    return pc.keep_office()


@pytest.fixture(scope="session")
def while_open(pc: Computer, office: Office, built: Built) -> Moment:
    """Start the newer installer while the program shows the office."""
    with pc.showing(office):
        done = pc.install(built.installer)
    return pc.moment(done)


@pytest.fixture(scope="session")
def upgraded(pc: Computer, while_open: Moment, built: Built) -> Moment:
    return pc.moment(pc.install(built.installer))


@pytest.fixture(scope="session")
def checked(pc: Computer, upgraded: Moment, office: Office) -> Ran:
    """Let the newer version look the office through."""
    assert upgraded.code == 0
    return pc.stt("check", office.windows)


@pytest.fixture(scope="session")
def refused(pc: Computer, checked: Ran, built: Built, older: Path) -> list[Moment]:
    """Try the older one, a full drive, an old Windows and a folder nobody may fill."""
    pc.prefix.lead("y", Path("/proc"))  # a drive that has no byte free
    tried = [
        pc.moment(pc.install(older)),
        pc.moment(pc.install(built.installer, r"/D=Y:\SoTruyenThong")),
    ]
    pc.prefix.be_windows("win81")
    tried.append(pc.moment(pc.install(built.installer)))
    pc.prefix.be_windows("win10")
    return tried


@pytest.fixture(scope="session")
def removed(pc: Computer, refused: list[Moment]) -> Moment:
    return pc.moment(pc.remove())


@pytest.fixture(scope="session")
def far_away(pc: Computer, removed: Moment, built: Built) -> Moment:
    """Install into a folder whose name is Vietnamese, with blanks and brackets."""
    return pc.moment(pc.install(built.installer, rf"/D={pc.VIETNAMESE}"))


@pytest.fixture(scope="session")
def repaired(pc: Computer, office: Office, far_away: Moment, built: Built) -> Moment:
    """Install over a program that no longer starts, because a file of it is gone."""
    assert far_away.code == 0
    (library,) = pc.prefix.path(pc.VIETNAMESE).glob("runtime/python3??.dll")
    library.unlink()
    return pc.moment(pc.install(built.installer))
