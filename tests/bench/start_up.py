"""Measure how long the window takes to appear, against a bare one of Qt's.

Both are whole processes, run in turn, from their start to the first paint.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.pairs import Row

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5
FIRST_PAINT = "start to first paint / bare window"
LIMITS = {FIRST_PAINT: 2.0}

BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))
application = QApplication(sys.argv[:1])
window = Window()
window.show()
application.exec()
"""

OURS = """
import os, sys
from pathlib import Path
import desktop.gui.app as app
class Program(app.Program):
    def _after_first_paint(self):
        os._exit(0)
app.Program = Program
from desktop.__main__ import main
sys.exit(main([]))
"""


def seconds(source: str, home: str) -> float:
    """Return how long one process runs, from its start to its first paint."""
    folders = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    # The last is where each start asks whether it is the first.
    surroundings = os.environ | dict.fromkeys((*folders, "TMPDIR"), home)
    surroundings.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", source], cwd=ROOT, env=surroundings, check=True
    )
    return time.perf_counter() - begun


def run() -> list[Row]:
    """Return the ratio of medians of alternating runs."""
    with tempfile.TemporaryDirectory() as home:
        for source in (BARE, OURS):
            seconds(source, home)  # once, so that both are in the disk's cache
        pairs = [(seconds(BARE, home), seconds(OURS, home)) for _ in range(RUNS)]
    bare, ours = (statistics.median(each) for each in zip(*pairs, strict=True))
    return [(FIRST_PAINT, ours / bare, f"{ours:.3f} s / {bare:.3f} s")]
