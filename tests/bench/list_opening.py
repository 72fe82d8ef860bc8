"""How long a register takes to open with a thousand and with a hundred thousand rows.

Opening is all that must stay within its limit; the sums look at every row, and so
grow with them.
"""

import contextlib
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # it has no windows

from PySide6.QtWidgets import QApplication

from desktop.gui.session import Session
from desktop.gui.sheet.register_view import RegisterView
from desktop.gui.tables.reading_names import read_names
from desktop.gui.tables.register_table import RegisterModel
from tests.bench.long_offices import LONG, SHORT, office
from tests.bench.pairs import Row
from tests.gui import entry_office
from tests.gui.entry_office import YEAR

OPENING = f"opening a list of {LONG:,} rows / of {SHORT:,}"
LIMITS = {OPENING: 3.0}
ROUNDS = 7


def opening(session: Session) -> float:
    """Return the milliseconds from nothing to a painted table."""
    names = read_names(session)
    register = entry_office.register(session, "training")
    began = time.perf_counter()
    model = RegisterModel(session.store, register, names, YEAR)
    view = RegisterView(model, session.settings)
    view.resize(900, 600)
    view.show()
    view.grab()
    taken = time.perf_counter() - began
    view.close()
    model.deleteLater()
    view.deleteLater()
    return taken * 1000


def summing(session: Session) -> float:
    """Return the milliseconds the row of sums takes, after the rows are there."""
    register = entry_office.register(session, "training")
    model = RegisterModel(session.store, register, read_names(session), YEAR)
    began = time.perf_counter()
    model.totals()
    return (time.perf_counter() - began) * 1000


@contextlib.contextmanager
def filled(count: int, folder: Path) -> Iterator[Session]:
    """Open an office with as many trainings."""
    folder.mkdir()
    with entry_office.opened(office(count), folder) as session:
        yield session


def compared(long: Session, short: Session) -> Iterator[tuple[str, float, float]]:
    """Yield what takes how many milliseconds in either; openings take turns."""
    for session in (long, short):
        opening(session)
    pairs = [(opening(long), opening(short)) for _ in range(ROUNDS)]
    slow, fast = (statistics.median(each) for each in zip(*pairs, strict=True))
    yield OPENING, slow, fast
    yield "its row of sums", summing(long), summing(short)


def run() -> list[Row]:
    """Measure both lists and compare."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (
            filled(LONG, folder / "long") as long,
            filled(SHORT, folder / "short") as short,
        ):
            found = list(compared(long, short))
    application.processEvents()
    return [
        (name, slow / fast, f"{slow:.1f} ms / {fast:.1f} ms")
        for name, slow, fast in found
    ]
