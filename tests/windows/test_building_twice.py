"""Whoever builds the same state of the project gets the same bytes."""

import subprocess
import sys
from pathlib import Path

from tests.house.source import ROOT
from tests.windows.built import Built

SUMS = "SHA256SUMS"


def test_two_builds_are_the_same_to_the_byte(built: Built, tmp_path: Path) -> None:
    again = tmp_path / "again"
    script = str(ROOT / "packaging" / "build_windows.py")
    subprocess.run([sys.executable, script, "--fast", "--out", str(again)], check=True)
    said = (built.folder / SUMS).read_text("utf-8")
    assert len(said.splitlines()) == len(list(built.folder.iterdir())) - 1
    assert (again / SUMS).read_text("utf-8") == said
