"""How long a report of ten thousand activities is checked before it is signed."""

from desktop.operations.issuing.check_report import check_report
from desktop.operations.reports.draft_report import Request
from desktop.rules import calendar
from desktop.store.store import Store
from tests.bench import long_offices
from tests.bench.pairs import Row, median

SIZE = 10_000
TURNS = 5
SECONDS = 1.0
"""As long as anybody waits without asking what goes on."""

NAME = f"check of {SIZE:,} activities / {SECONDS:g} s"
LIMITS = {NAME: 1.0}


def run() -> list[Row]:
    """Return the time of a check against what one may take."""
    period = calendar.parse_period(str(long_offices.YEAR))
    request = Request(period=period, period_words="")
    with Store(long_offices.office(SIZE), writable=False) as store:
        taken = median(lambda: check_report(store, request), TURNS)
    return [(NAME, taken / SECONDS, f"{taken * 1000:.0f} ms")]
