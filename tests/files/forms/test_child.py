"""The process that reads forms answers each path, and ends with its input."""

import json
import subprocess
import sys
from pathlib import Path

from tests.files.foreign.workbooks import a_book, cells
from tests.house.source import ROOT

WORDS = [sys.executable, "-m", "desktop.files.forms.child", "512000000", "20"]


def asked(*paths: Path) -> tuple[int, list[list[object]]]:
    """Return how the process ended, and every line it told."""
    said = "".join(f"{json.dumps([str(path)])}\n" for path in paths)
    done = subprocess.run(
        WORDS, cwd=ROOT, input=said.encode(), capture_output=True, check=False
    )
    return done.returncode, [json.loads(one) for one in done.stdout.splitlines()]


def test_each_path_is_answered_and_then_it_ends(tmp_path: Path) -> None:
    good = a_book(tmp_path / "a.xlsx", cells("một"))
    bad = tmp_path / "b.xlsx"
    bad.write_bytes(b"no workbook")
    code, lines = asked(*[good, bad] * 10)
    assert code == 0
    kinds = [one[0] for one in lines]
    assert kinds.count("done") == 20
    assert kinds.count("fault") == 10
    assert lines[-2:] == [["fault", "not_workbook"], ["done"]]


def test_without_a_path_nothing_is_told() -> None:
    assert asked() == (0, [])
