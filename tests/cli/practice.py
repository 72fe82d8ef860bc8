"""The demonstration, run in a process of its own without any screen."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.paths import ROOT

SEED = "1"
SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
WITHOUT_QT = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "qtawesome"}:
            raise RuntimeError(name)
sys.meta_path.insert(0, Refuse())
from desktop.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
"""The front door on a machine that has no Qt at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A folder the demonstration filled, and what it said of it."""

    folder: Path
    data: dict[str, Any]

    @property
    def office(self) -> Path:
        return Path(self.data["office"])

    @property
    def key(self) -> Path:
        """Return the key of the person who signs."""
        return Path(self.data["keys"][0])

    @property
    def seal(self) -> Path:
        """Return the key of the agency, which also sealed the package."""
        return Path(self.data["keys"][1])

    @property
    def pdf(self) -> Path:
        return Path(self.data["pdf"])

    @property
    def workbook(self) -> Path:
        return Path(self.data["workbook"])

    @property
    def package(self) -> Path:
        return Path(self.data["package"])


def run(
    *words: object, given: bytes = b"", **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a verb in a process of its own, without screen and without Qt."""
    surroundings = {name: one for name, one in os.environ.items() if name not in SCREEN}
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *map(str, words)],
        check=False,
        capture_output=True,
        input=given,
        cwd=ROOT,
        env=surroundings | variables,
    )


def demonstrate(folder: Path, *words: object) -> dict[str, Any]:
    """Do the whole job in a folder; return what it says of it."""
    done = run("demo", "--folder", folder, *words, "--json")
    assert (done.returncode, done.stderr.decode()) == (0, "")
    made: dict[str, Any] = json.loads(done.stdout)
    return made
