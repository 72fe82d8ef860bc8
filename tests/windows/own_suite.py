"""Run the program's own tests on the Python for Windows that is shipped.

The modules tried are the compiled ones of the stage; only the tests and what runs them
come from the checkout. How Windows holds open files, what it makes of paths, letters
and line ends, and how it starts and ends processes: Linux never shows any of it.
"""

import re
import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Final

from tests.house.source import ROOT
from tests.windows import leaving_out
from windows import runtime, wheels
from windows.wine import Done, Prefix

LOCK: Final = ROOT / "packaging" / "windows" / "lock-tests.txt"
SETTINGS: Final = Path(__file__).with_name("own_suite.ini")
PATIENCE: Final = 900
"""Seconds after which the run is taken to hang, on a machine that has much to do."""
AT_LEAST: Final = 900
"""Tests that pass there, so that a selection that became empty is seen."""
_TOLD: Final = re.compile(r"(\d+) (passed|failed|errors?|skipped|deselected)\b")
_LAST: Final = re.compile(r" in \d+\.\d+s\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a run came to."""

    code: int
    said: str

    @property
    def counts(self) -> dict[str, int]:
        """Return how many tests passed, failed, and so on, by the last lines."""
        told: Counter[str] = Counter()
        for line in self.said.splitlines():
            if _LAST.search(line):
                for number, what in _TOLD.findall(line):
                    told["error" if what == "errors" else what] += int(number)
        return told


def prepare(stage: Path, work: Path, cache: Path) -> Path:
    """Lay out the stage's interpreter with what runs tests; return its program.

    Args:
        stage: The program's folder as it is installed.
        work: A folder for this alone, made afresh.
        cache: Where fetched wheels are kept.

    Raises:
        BuildError: A wheel cannot be had with exactly the pinned content.
    """
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(stage / "runtime", work / "runtime")
    wheels.unpack(wheels.fetch(wheels.read_lock(LOCK), cache), work / "lib")
    table = work / "runtime" / f"{runtime.read().library}._pth"
    places = [_of_the_stage(stage, line) for line in table.read_text().splitlines()]
    places += [r"..\lib", windows_path(ROOT)]
    table.write_text("\n".join(places) + "\n", "utf-8")
    return work / "runtime" / "python.exe"


def _of_the_stage(stage: Path, place: str) -> str:
    """Return a place that modules come from, seen from another folder."""
    inner = place.removeprefix("..\\")
    if inner == place:  # the interpreter's own, which is copied
        return place
    return windows_path(stage.joinpath(*PureWindowsPath(inner).parts))


def windows_path(path: Path) -> str:
    r"""Return how wine names a file of Linux, as `Z:\home\...`."""
    return "Z:" + str(path.resolve()).replace("/", "\\")


def run(
    prefix: Prefix,
    python: Path,
    *words: str,
    processes: int = 2,
    patience: float = PATIENCE,
) -> Result:
    """Run the selection, or the tests named, on a prepared interpreter.

    Each process gathers its own share of the files alone: opening files is what takes
    longest there, and the pipes of `pytest-xdist` go through wine's one server.

    Raises:
        subprocess.TimeoutExpired: It took longer than `patience` seconds.
    """
    shares = [(*words,)] if words else _shares(processes)
    with ThreadPoolExecutor(len(shares)) as pool:
        runs = [
            pool.submit(_run_share, prefix, python, share, patience) for share in shares
        ]
    done = [one.result() for one in runs]
    return Result(
        code=next((one.code for one in done if one.code), 0),
        said="\n".join(one.said for one in done),
    )


def _shares(processes: int) -> list[tuple[str, ...]]:
    """Deal the files out, so that neighbours, which take alike, go to each process."""
    files = [
        file.relative_to(ROOT).as_posix()
        for name in leaving_out.selected()
        for file in (
            sorted((ROOT / name).rglob("test_*.py"))
            if (ROOT / name).is_dir()
            else [ROOT / name]
        )
    ]
    return [tuple(files[first::processes]) for first in range(processes)]


def _run_share(
    prefix: Prefix, python: Path, words: tuple[str, ...], patience: float
) -> Done:
    compiled = windows_path(python.parents[1] / "compiled")
    root = windows_path(ROOT)
    return prefix.run(
        *(str(python), "-X", "utf8", "-X", f"pycache_prefix={compiled}"),
        *("-m", "pytest", "-c", windows_path(SETTINGS)),
        *("--rootdir", root, "--confcutdir", root, "-p", leaving_out.__name__),
        *words,
        patience=patience,
        folder=ROOT,
        variables={"HYPOTHESIS_PROFILE": "brief"},
    )
