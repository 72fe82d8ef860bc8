"""Run the program's own tests on the Python for Windows that is shipped.

The modules tried are the compiled ones of the stage; only the tests and what runs them
come from the checkout. How Windows holds open files, what it makes of paths, letters
and line ends, and how it starts and ends processes: Linux never shows any of it.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.house.source import ROOT
from tests.windows import leaving_out
from windows import runtime, wheels
from windows.wine import Prefix

LOCK: Final = ROOT / "packaging" / "windows" / "lock-tests.txt"
SETTINGS: Final = Path(__file__).with_name("own_suite.ini")
PATIENCE: Final = 900
"""Seconds after which the run is taken to hang; alone on two cores it takes 240."""
AT_LEAST: Final = 4000
"""Tests that pass there, so that a selection that became empty is seen."""
_TOLD: Final = re.compile(r"(\d+) (passed|failed|errors?|skipped|deselected)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a run came to."""

    code: int
    said: str

    @property
    def counts(self) -> dict[str, int]:
        """Return how many tests passed, failed, and so on, by the last line."""
        lines = [line for line in self.said.splitlines() if " passed" in line]
        return {
            what.rstrip("s") if what == "errors" else what: int(number)
            for number, what in _TOLD.findall(lines[-1] if lines else "")
        }


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
    library = runtime.read().library
    places = [f"{library}.zip", "."]
    places += [windows_path(stage / name) for name in ("lib", "app")]
    places += [r"..\lib", windows_path(ROOT)]
    (work / "runtime" / f"{library}._pth").write_text("\n".join(places) + "\n", "utf-8")
    return work / "runtime" / "python.exe"


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

    Raises:
        subprocess.TimeoutExpired: It took longer than `patience` seconds.
    """
    compiled = windows_path(python.parents[1] / "compiled")
    done = prefix.run(
        *(str(python), "-X", "utf8", "-X", f"pycache_prefix={compiled}"),
        *(
            "-m",
            "pytest",
            "-c",
            windows_path(SETTINGS),
            "--rootdir",
            windows_path(ROOT),
        ),
        *("--confcutdir", windows_path(ROOT)),
        *("-p", leaving_out.__name__, "-n", str(processes), "--dist", "loadfile"),
        *(words or leaving_out.selected()),
        patience=patience,
        folder=ROOT,
        variables={"HYPOTHESIS_PROFILE": "brief"},
    )
    return Result(code=done.code, said=done.said)
