"""Time two ways of doing a thing against each other, fairly.

Both take turns, so that whatever else the machine does slows both; the first turn
of each is not counted, and nothing is collected while the clock runs.
"""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Row = tuple[str, float, str]
"""Name, ratio, and a remark on what was compared."""

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Pair:
    """Median seconds of two ways, and the median of their ratios turn by turn."""

    ours: float
    bare: float
    ratio: float

    @property
    def remark(self) -> str:
        """Tell the seconds behind the ratio."""
        return f"{self.ours:.3f} s / {self.bare:.3f} s"


def seconds(work: Work) -> float:
    """Return how long some work takes."""
    gc.collect()
    gc.disable()
    try:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began
    finally:
        gc.enable()


def median(work: Work, turns: int) -> float:
    """Return the median of some turns after one that is not counted."""
    work()
    return statistics.median(seconds(work) for _ in range(turns))


def compare(ours: Work, bare: Work, turns: int = 5) -> Pair:
    """Return the medians of alternating turns."""
    ours()
    bare()
    found = [(seconds(ours), seconds(bare)) for _ in range(turns)]
    return Pair(
        statistics.median(one for one, _ in found),
        statistics.median(two for _, two in found),
        statistics.median(one / two for one, two in found),
    )
