"""How long the page waits for the draft of a year with ten thousand activities.

The first opening counts everything; the second finds that nothing has changed; after
one more entry everything is counted again, without the data sheets, which only the
preview and the issued copies need. The time allowed is what somebody waits without
noticing.
"""

import tempfile
from pathlib import Path

from desktop.operations.reports.draft_report import Drafts, Request
from desktop.rules import calendar
from desktop.store import records
from desktop.store.store import Store
from desktop.wording.periods import period_phrase
from tests import builders
from tests.bench.offices import YEAR, an_office
from tests.bench.pairs import Row, median, seconds

ACTIVITIES = 10_000
SMALL = 1_000
TURNS = 7
ALLOWED = 0.3
"""Seconds."""

SECOND = "second opening of a draft of 10,000 activities / 300 ms"
CHANGED = "the same after one more entry / 300 ms"
GROWTH = "the same after one more entry / of 1,000 activities"
LIMITS = {SECOND: 0.25, CHANGED: 1.0, GROWTH: 8.0}


def run() -> list[Row]:
    """Return the times of both openings against what is allowed, and their growth."""
    with tempfile.TemporaryDirectory() as name:
        again, changed = _openings(Path(name), ACTIVITIES)
        _, small = _openings(Path(name), SMALL)
    return [
        (SECOND, again / ALLOWED, f"{again * 1000:.1f} ms"),
        (CHANGED, changed / ALLOWED, f"{changed * 1000:.1f} ms"),
        (GROWTH, changed / small, f"{small * 1000:.1f} ms"),
    ]


def _openings(folder: Path, count: int) -> tuple[float, float]:
    """Return the seconds of an opening without and with a change before it."""
    period = calendar.parse_period(str(YEAR))
    request = Request(period=period, period_words=period_phrase(period))
    with Store(an_office(folder, count)) as store:
        drafts = Drafts()
        again = median(lambda: drafts.read(store, request), TURNS)
        changed = [_after_entry(store, drafts, request, n) for n in range(TURNS)]
    return again, sorted(changed)[TURNS // 2]


def _after_entry(store: Store, drafts: Drafts, request: Request, number: int) -> float:
    """Return the seconds of an opening after one more entry."""
    with store.change("record") as change:
        records.put(change, builders.an_activity(id=f"more{number}"))
    # Reading it once more would find nothing changed: it is timed the first time.
    return seconds(lambda: drafts.read(store, request))
