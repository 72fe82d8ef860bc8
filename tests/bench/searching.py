"""How long one keystroke of the search over everything takes, and whom it holds up.

Phrases are typed letter by letter, with marks and without; each beginning is looked
for as the window does it, in an office of a hundred thousand activities. Then the
same runs on the reading thread, each key stopping the query before it, while the main
thread counts how long it is kept from its work.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop.gui.global_search import groups, read_found
from desktop.gui.lookout import Lookout
from desktop.gui.session import Session
from tests.bench.long_offices import LONG, office
from tests.bench.pairs import Row, seconds
from tests.gui import entry_office

A_KEY = 0.030
"""Seconds."""
KEY = f"one key of a search over {LONG:,}, 95th percentile / {A_KEY * 1000:.0f} ms"
HELD = f"main thread held up by a search, 95th percentile / {A_KEY * 1000:.0f} ms"
LIMITS = {KEY: 1.0, HELD: 1.0}
PHRASES = (
    "tuyen truyen quyen con nguoi",
    "Tập huấn bình đẳng giới",
    "dak ha",
    "Đắk Mar",
    "hoà bình",
    "tuyên truyen xa dak ui",
    "nha van hoa thon",
    "hội thi 2024",
    "793/STTTT",
)
EVERY = 0.005
"""Seconds between two keys: as fast as a keyboard of Vietnamese sends them."""


def beginnings() -> list[str]:
    """Return what stands in the line after each key of each phrase."""
    return [text[: n + 1] for text in PHRASES for n in range(len(text))]


def key(session: Session, text: str) -> float:
    """Return the seconds from one key to the words of the list."""
    return seconds(lambda: groups(session, read_found(session.store, text)))


def held_up(session: Session) -> list[float]:
    """Return for each key the longest turn of the main thread's loop after it."""
    lookout = Lookout(session.store)
    lookout.answered.connect(lambda _text, answer: groups(session, answer))
    longest = []
    for text in beginnings():
        found = []
        lookout.ask(text, lambda store, text=text: read_found(store, text))  # type: ignore[misc]
        until = time.perf_counter() + EVERY
        while (began := time.perf_counter()) < until:
            QCoreApplication.processEvents()
            found.append(time.perf_counter() - began)
        longest.append(max(found))
    lookout.close()
    return longest


def percentile(found: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(found, n=20)[-1]


def run() -> list[Row]:
    """Measure every key."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    with (
        tempfile.TemporaryDirectory() as name,
        entry_office.opened(office(LONG), Path(name)) as session,
    ):
        key(session, "a")  # reads the pages of help, as the first search does
        keys = [key(session, text) for text in beginnings()]
        held = held_up(session)
    application.processEvents()
    return [
        (KEY, percentile(keys) / A_KEY, _told(keys)),
        (HELD, percentile(held) / A_KEY, _told(held)),
    ]


def _told(found: list[float]) -> str:
    middle, last = statistics.median(found), percentile(found)
    return (
        f"{last * 1000:.1f} ms; median {middle * 1000:.1f} ms, "
        f"longest {max(found) * 1000:.1f} ms, {len(found)} times"
    )
