"""Try everything the program needs, each thing on its own, on data of its own.

No office of anybody is opened: what is needed is made for it and removed after it.
"""

import datetime as dt
from collections.abc import Iterable

from desktop import paths
from desktop.operations.outcome import Outcome
from desktop.operations.self_testing.bench import Bench
from desktop.operations.self_testing.probes import probes
from desktop.operations.self_testing.trying import Probe, run
from desktop.operations.self_testing.versions import versions
from desktop.progress import Progress, silent
from desktop.records.self_test import SelfTest


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


def _places() -> tuple[tuple[str, str], ...]:
    return (
        ("program", str(paths.ROOT)),
        ("data", str(paths.user_folder())),
        ("logs", str(paths.log_folder())),
    )
