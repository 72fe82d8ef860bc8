"""Hold the process that reads a foreign file to memory and time.

POSIX: the process limits itself. Windows: whoever started it puts it into a job, which
was written from the documentation and still has to be tried there.
"""

import math
import subprocess
import sys
import time
from typing import Any, Final

_GRACE: Final = 2.0
"""Seconds of computing beyond the time allowed, for when nobody is left to stop it."""
_WRITES: Final = 1_000_000
"""Bytes of any file the process may write: it writes none, but for what it logs."""


def confine(memory: int, seconds: float) -> None:
    """Limit this process for good: bytes of memory, seconds of computing."""
    if sys.platform == "win32":
        return
    import resource

    computing = math.ceil(seconds + _GRACE)
    for limit, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, computing),
        (resource.RLIMIT_FSIZE, _WRITES),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(limit)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(limit, (allowed, hard))


def allow_more(seconds: float) -> None:
    """Let this process compute for so many seconds more, within what was set first.

    A process that reads many files is held to a time for each of them.
    """
    if sys.platform == "win32":
        return
    import resource

    used = time.process_time()
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = math.ceil(used + seconds + _GRACE)
    allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (allowed, hard))


def put_into_job(process: subprocess.Popen[bytes], memory: int) -> Any:  # noqa: ANN401
    """Put a started process into a job that ends with us; None where there are none.

    Returns:
        What has to be kept as long as the process may live.
    """
    if sys.platform == "win32":
        from desktop.files.foreign.windows_job import Job

        return Job(process, memory)
    return None
