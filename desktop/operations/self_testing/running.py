"""Try everything the program needs, each thing on its own, on data of its own.

No office of anybody is opened: what is needed is made for it and removed after it.
"""

import datetime as dt
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

from desktop import paths
from desktop.errors import Cancelled
from desktop.operations.outcome import Outcome
from desktop.operations.self_testing.bench import Bench
from desktop.operations.self_testing.versions import versions
from desktop.progress import Progress, Step, silent
from desktop.records.self_test import Check, SelfTest

STAGE = "self_testing"


class Probe(NamedTuple):
    """One thing to try: it returns facts, and raises where it does not work."""

    name: str
    work: Callable[[], str]


def self_test(
    more: Iterable[Probe] = (), progress: Progress = silent
) -> Outcome[SelfTest]:
    """Try everything; what fails is a finding and hinders nothing else.

    Args:
        more: What only others can try, such as the screen.
        progress: Told before each thing.

    Raises:
        Cancelled: The user asked to stop; nothing is left behind.
    """
    from desktop.operations.self_testing.probes import probes

    with Bench() as bench:
        wanted = [*probes(bench), *more]
        checks = tuple(run(wanted, progress))
    found = SelfTest(
        made_at=dt.datetime.now().astimezone(),
        versions=tuple(versions().items()),
        places=_places(),
        checks=checks,
    )
    return Outcome(found)


def run(probes: Iterable[Probe], progress: Progress = silent) -> Iterable[Check]:
    """Yield what was found of each thing, in their order."""
    wanted = list(probes)
    for number, probe in enumerate(wanted):
        progress(Step(STAGE, number, len(wanted)))
        yield _tried(probe)


def _tried(probe: Probe) -> Check:
    begun = time.perf_counter()
    try:
        detail, ok = probe.work(), True
    except Cancelled:
        raise
    except Exception as error:  # noqa: BLE001  whatever is wrong with the machine
        detail, ok = _told(error), False
    took = round((time.perf_counter() - begun) * 1000)
    return Check(name=probe.name, ok=ok, took_ms=took, detail=detail)


def _told(error: BaseException) -> str:
    """Return an error with what caused it, on one line."""
    told = f"{type(error).__name__}: {' '.join(map(str, error.args))}"
    cause = error.__cause__
    return " ".join(f"{told}; {_told(cause)}".split() if cause else told.split())


def _places() -> tuple[tuple[str, str], ...]:
    return (
        ("program", str(paths.ROOT)),
        ("data", str(paths.user_folder())),
        ("logs", str(paths.log_folder())),
    )
