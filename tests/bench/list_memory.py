"""How much memory the window takes with a thousand and with a hundred thousand rows.

Whole processes: the window opens an office, shows its activities, is scrolled to the
end, sorted by title and searched.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.long_offices import LONG, SHORT, office
from tests.bench.pairs import Row

ROOT = Path(__file__).resolve().parents[2]
SHOWN = f"memory of the window with {LONG:,} activities / with {SHORT:,}"
SORTED = "the same after sorting, filtering and searching"
LIMITS = {SHOWN: 1.5, SORTED: 1.5}

WINDOW = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from desktop.gui.app import Program
from desktop.gui.application import make_application
from desktop.gui.ask import AskUser
from desktop.gui.jobs import Jobs
from desktop.gui import theme
from desktop.gui.settings import Settings
from desktop.rules.calendar import parse_period

def until(there):
    for _ in range(2000):
        if there():
            return
        QTest.qWait(10)
    sys.exit(3)

def resident():
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1])

application = make_application()
settings = Settings(Path(sys.argv[2]))
theme.apply(application, "light", 100)
program = Program(settings, Jobs(), AskUser(settings))
program.begin(Path(sys.argv[1]))
window = program.window
window.resize(1366, 768)
until(lambda: window.session is not None)
window.session.set_period(parse_period("2024"))
window.go_to("activities")
page = window.page("activities")
count = int(sys.argv[3])
until(lambda: page.model.rowCount() == count)
page.view.rows.scrollToBottom()
window.grab()
print(resident())
title = next(n for n, c in enumerate(page.model.columns) if c.field.name == "title")
page.model.sort(title)
page.model.set_filter(title, "quyen")
until(lambda: page.model.rowCount() < count)
page.model.set_text("tap huan")
seen = page.model.rowCount()
until(lambda: page.model.rowCount() < seen)
page.clear_filters()
until(lambda: page.model.rowCount() == count)
window.grab()
print(resident())
program.end()
"""


def resident(count: int) -> tuple[int, int]:
    """Return the KiB a window holds: showing a list, and after work in it."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(shutil.copy(office(count), name))
        surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        settings = Path(name) / "m.ini"
        command = [sys.executable, "-c", WINDOW, str(path), str(settings), str(count)]
        ran = subprocess.run(
            command, cwd=ROOT, env=surroundings, check=True, stdout=subprocess.PIPE
        )
    shown, worked = ran.stdout.split()
    return int(shown), int(worked)


def run() -> list[Row]:
    """Measure one process of either kind."""
    pairs = zip(resident(LONG), resident(SHORT), strict=True)
    return [
        (label, long / short, f"{long / 1024:.0f} MiB / {short / 1024:.0f} MiB")
        for label, (long, short) in zip((SHOWN, SORTED), pairs, strict=True)
    ]
