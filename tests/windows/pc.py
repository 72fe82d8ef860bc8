"""A Windows PC on which the program is installed, used and removed."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.windows.seen import Moment, Office, Ran
from windows.wine import Prefix, at_hand, stop

KEY = r"Software\SoTruyenThong"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\SoTruyenThong"
PLAN = "dak_ha_2023_2028"
KNOWN = "so-da-mo.txt"
"""Where the program writes down each office it has opened."""
OFFSCREEN = ("-platform", "offscreen")
NO_BOXES = {"STT_NO_DIALOG": "1"}
OPEN_WITHIN = 120
"""Seconds within which a window has opened its office, on a busy machine."""


class Computer:
    """One user's Windows, with what the checks do there."""

    VIETNAMESE = r"C:\Cán bộ\Nguyễn Thị Đậu\Sổ (thử)"

    def __init__(self, folder: Path) -> None:
        """Name the folder in which this Windows lies."""
        self.prefix = Prefix(folder)

    def make(self) -> None:
        """Make it afresh."""
        self.prefix.make()
        self.local = self.prefix.variable("LOCALAPPDATA")
        self.home = self.prefix.variable("USERPROFILE")
        self.program = rf"{self.local}\Programs\SoTruyenThong"
        self.data = rf"{self.local}\SoTruyenThong"

    def end(self) -> None:
        """Switch it off."""
        self.prefix.end()

    def moment(self, ran: Ran | None = None) -> Moment:
        """See what is there now."""
        user, machine = self.prefix.registry("user"), self.prefix.registry("system")
        return Moment(ran, self.prefix.files(), user, machine)

    def run(self, *words: str, patience: float = 180) -> Ran:
        """Run a program to its end; no message may wait for somebody to read it."""
        began = time.monotonic()
        done = self.prefix.run(*words, patience=patience, variables=NO_BOXES)
        return Ran(done.code, time.monotonic() - began, done.said)

    def install(self, setup: Path, *further: str) -> Ran:
        """Run an installer without its pages.

        NSIS takes the folder after /D= as it stands, without quotes: word by word.
        """
        return self.run(str(setup), "/S", *" ".join(further).split())

    def remove(self) -> Ran:
        """Remove the program as Windows does where no pages are wanted."""
        quiet = self.prefix.registry("user")[UNINSTALL]["QuietUninstallString"]
        assert quiet == rf'"{self.program}\GoBo.exe" /S'
        done = self.run(rf"{self.program}\GoBo.exe", "/S")
        self.prefix.settle()  # it goes on from a copy of itself
        return done

    def stt(self, *words: str, folder: str = "") -> Ran:
        """Give a command to the installed program."""
        return self.run(rf"{folder or self.program}\stt.exe", *words)

    def keep_office(self) -> Office:
        """Make an office, and show it once so that the program knows it."""
        windows = rf"{self.home}\Documents\Sổ của tôi.stt"
        made = self.stt("new", windows, "--plan", PLAN, "--practice")
        assert made.code == 0, made.said
        foreign = self.prefix.path(self.program) / "lib" / "của-tôi.txt"
        foreign.write_text("của tôi", "utf-8")
        office = Office(windows, self.prefix.path(windows), foreign)
        with self.showing(office):
            pass
        return office

    @contextmanager
    def showing(
        self, office: Office, folder: str = "", data: str = ""
    ) -> Iterator[None]:
        """Let the window show an office meanwhile."""
        exe = rf"{folder or self.program}\SoTruyenThong.exe"
        known = self.prefix.path(data or self.data) / KNOWN
        before = written(known)
        running = self.prefix.start(exe, office.windows, *OFFSCREEN, variables=NO_BOXES)
        try:
            last = time.monotonic() + OPEN_WITHIN
            while written(known) == before:
                assert running.poll() is None, at_hand(running, 1).decode()
                assert time.monotonic() < last, "the office was never opened"
                time.sleep(0.2)
            yield
        finally:
            stop(running)


def written(path: Path) -> int:
    """Return when a file was written, 0 when there is none."""
    return path.stat().st_mtime_ns if path.is_file() else 0
