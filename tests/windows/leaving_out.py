"""Choose the tests that run on Windows, and leave out what wine cannot show.

A plugin of the test runner. Nothing is skipped in silence: the end of the run tells
each reason and how many names it takes, and a name that fits nothing ends the run.
"""

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

TABLE: Final = Path(__file__).with_name("own_suite.toml")


if sys.platform == "win32":
    import _winapi
    import ctypes

    # Python 3.13 copies files by a call that this wine lacks, and dies of it; without
    # it `shutil` copies as on any system.
    if hasattr(ctypes.windll.ntdll, "wine_get_version"):
        del _winapi.CopyFile2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why some tests do not run there."""

    why: str
    tests: tuple[str, ...]
    """Files, or `tests/room/test_file.py::test_name`, with an example or for all."""


def _told() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text("utf-8"))


def selected() -> tuple[str, ...]:
    """Return the folders and files whose tests run on Windows."""
    return tuple(_told()["selected"])


def reasons() -> tuple[Reason, ...]:
    """Return what is left out of them, and why."""
    return tuple(
        Reason(why=one["why"], tests=tuple(one["tests"])) for one in _told()["left_out"]
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what was left out, below what passed."""
    for one in reasons():
        terminalreporter.write_line(f"left out, {len(one.tests)}: {one.why}")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out whole files."""
    name = collection_path.relative_to(config.rootpath).as_posix()
    return True if any(name in one.tests for one in reasons()) else None


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out single tests; one named that does not exist is an error."""
    names = {name for one in reasons() for name in one.tests if "::" in name}
    out = [item for item in items if names & _names(item)]
    files = {item.nodeid.partition("::")[0] for item in items}
    found = {name for item in out for name in _names(item)}
    gone = {name for name in names - found if name.partition("::")[0] in files}
    if gone and not any("::" in word for word in config.args):
        raise pytest.UsageError("no such tests: " + ", ".join(sorted(gone)))
    items[:] = [item for item in items if item not in out]
    config.hook.pytest_deselected(items=out)


def _names(item: pytest.Item) -> set[str]:
    """Return the names of a test: with its example, and of all its examples."""
    return {item.nodeid, item.nodeid.partition("[")[0]}
