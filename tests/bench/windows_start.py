"""Measure the Windows program's start against a bare window, and its installation.

Under wine, with what `python3 packaging/dev.py windows` built. Both starts run on the
shipped interpreter and compiled modules, in turn, each as a whole process as the
launcher would begin it. The quickest of many runs are compared, for whatever else a
machine does makes a run longer and none makes it shorter.
"""

import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.paths import PROGRAM_VARIABLE
from tests.bench.pairs import Row
from tests.house.source import ROOT
from tests.windows.built import Built
from tests.windows.own_suite import windows_path
from tests.windows.pc import Computer
from windows.wine import Prefix

CACHE: Final = ROOT / ".cache" / "windows"
"""Where `dev.py windows` builds."""
FIRST_PAINT: Final = "Windows: start to first paint / bare window"
INSTALLATION: Final = "Windows: silent installation / 20 seconds"
LIMITS: Final = {FIRST_PAINT: 1.2, INSTALLATION: 1.0}
SECONDS: Final = 20
RUNS: Final = 12
BARE: Final = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(7))
application = QApplication(sys.argv)
window = Window()
window.show()
application.exec()
"""
OURS: Final = """
import os
import desktop.gui.app as app
class Program(app.Program):
    def _after_first_paint(self):
        self._one.close()  # no start finds the lock of one just broken off
        os._exit(7)
app.Program = Program
from desktop.__main__ import main
main()
"""
PAINTED: Final = 7
"""What a process exits with at its first paint, and for no other reason."""


def run() -> Iterator[Row]:
    """Give both rows, or say what must be built before."""
    if not list((CACHE / "dist").glob("*-cai-dat.exe")):
        print("         nothing built for Windows: python3 packaging/dev.py windows")
        return
    built = Built.of(CACHE / "dist", CACHE / "unpacked")
    with tempfile.TemporaryDirectory() as folder:
        computer = Computer(Path(folder) / "windows")
        computer.make()
        try:
            done = computer.install(built.installer)
            assert done.code == 0, done.said
            yield INSTALLATION, done.seconds / SECONDS, f"{done.seconds:.1f} s"
            starts = measured(computer.prefix, built.stage)
            yield FIRST_PAINT, starts.ratio, str(starts)
        finally:
            computer.end()


@dataclass(frozen=True, slots=True, kw_only=True)
class Starts:
    """Seconds from the start of a process to its first paint, run by run."""

    bare: tuple[float, ...]
    ours: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Return how many times a bare window our start takes, by the quickest runs."""
        return min(self.ours) / min(self.bare)

    def __str__(self) -> str:
        bare, ours = (statistics.median(each) for each in (self.bare, self.ours))
        return (
            f"quickest {min(self.ours):.2f} s / {min(self.bare):.2f} s, "
            f"medians {ours:.2f} s / {bare:.2f} s, {len(self.ours)} runs each"
        )


def measured(prefix: Prefix, stage: Path, runs: int = RUNS) -> Starts:
    """Start both in turn; once before, so that their files are in memory."""
    for source in (BARE, OURS):
        seconds(prefix, stage, source)
    pairs = [
        (seconds(prefix, stage, BARE), seconds(prefix, stage, OURS))
        for _ in range(runs)
    ]
    bare, ours = zip(*pairs, strict=True)
    return Starts(bare=bare, ours=ours)


def seconds(prefix: Prefix, stage: Path, source: str) -> float:
    """Return how long one process runs to its first paint."""
    python = str(stage / "runtime" / "python.exe")
    begun = time.perf_counter()
    done = prefix.run(
        *(python, "-I", "-B", "-X", "utf8", "-c", source, "-platform", "offscreen"),
        variables={"STT_NO_DIALOG": "1", PROGRAM_VARIABLE: windows_path(stage)},
    )
    taken = time.perf_counter() - begun
    assert done.code == PAINTED, done.said
    return taken
