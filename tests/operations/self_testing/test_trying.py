"""Each thing is tried on its own, and told with how long it took."""

from pathlib import Path

import pytest

from desktop.errors import Cancelled, FileError
from desktop.operations.self_testing.trying import Probe, run
from desktop.progress import Step


def no_memory() -> str:
    raise MemoryError


def no_file() -> str:
    try:
        raise PermissionError(13, "denied")
    except OSError as error:
        raise FileError(Path("a.pdf"), "read_only") from error


def test_what_fails_hinders_nothing_behind_it() -> None:
    probes = [
        Probe("first", no_memory),
        Probe("second", no_file),
        Probe("third", lambda: "3.45"),
    ]
    first, second, third = run(probes)
    assert [one.ok for one in (first, second, third)] == [False, False, True]
    assert first.detail == "MemoryError:"
    assert second.detail == "FileError: a.pdf read_only; PermissionError: 13 denied"
    assert third.detail == "3.45"
    assert all(one.took_ms >= 0 for one in (first, second, third))


def test_a_stop_stops() -> None:
    def stop(_step: Step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(run([Probe("first", lambda: "")], stop))
