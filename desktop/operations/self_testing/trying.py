"""Try one thing after the other; what fails is a finding and hinders nothing else."""

import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

from desktop.errors import Cancelled
from desktop.progress import Progress, Step, silent
from desktop.records.self_test import Trial

STAGE = "self_testing"


class Probe(NamedTuple):
    """One thing to try: it returns facts, and raises where it does not work."""

    name: str
    work: Callable[[], str]


def run(probes: Iterable[Probe], progress: Progress = silent) -> Iterable[Trial]:
    """Yield what was found of each thing, in their order."""
    wanted = list(probes)
    for number, probe in enumerate(wanted):
        progress(Step(STAGE, number, len(wanted)))
        yield _tried(probe)


def _tried(probe: Probe) -> Trial:
    begun = time.perf_counter()
    try:
        detail, ok = probe.work(), True
    except Cancelled:
        raise
    except Exception as error:  # noqa: BLE001  whatever is wrong with the machine
        detail, ok = _told(error), False
    took = round((time.perf_counter() - begun) * 1000)
    return Trial(name=probe.name, ok=ok, took_ms=took, detail=detail)


def _told(error: BaseException) -> str:
    """Return an error with what caused it, on one line."""
    told = f"{type(error).__name__}: {' '.join(map(str, error.args))}"
    cause = error.__cause__
    return " ".join(f"{told}; {_told(cause)}".split() if cause else told.split())
