"""How computing every target grows with the number of activities."""

import tempfile
from pathlib import Path

from desktop.operations.figures.compute_results import compute_results
from desktop.rules import calendar
from desktop.store.store import Store
from tests.bench.offices import YEAR, an_office
from tests.bench.pairs import Row, median

SIZES = (1_000, 10_000, 100_000)
TURNS = 7


def run() -> list[Row]:
    """Return each size's time against that of the smallest."""
    period = calendar.parse_period(str(YEAR))
    taken: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as name:
        for size in SIZES:
            with Store(an_office(Path(name), size), writable=False) as store:
                taken[size] = median(lambda: compute_results(store, period), TURNS)
    return [
        (
            f"results of {size:,} activities / of {SIZES[0]:,}",
            taken[size] / taken[SIZES[0]],
            f"{taken[size] * 1000:.1f} ms",
        )
        for size in SIZES
    ]
