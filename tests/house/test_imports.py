"""Imports run downhill, and the contract that says so has teeth."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import PROGRAM, ROOT

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Judge the `desktop` in a folder by the contracts in its pyproject.toml."""
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PYTHONUTF8": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_program_keeps_every_contract() -> None:
    judged = lint(ROOT)
    assert judged.returncode == 0, judged.stdout + judged.stderr


@pytest.mark.parametrize(
    ("intruder", "line", "contract"),
    [
        ("rules", "import PySide6.QtCore", "Qt lives in gui"),
        ("gui", "import sqlite3", "SQLite and its lock live in store"),
        ("operations", "import openpyxl", "file formats live in files"),
        ("wording", "import msgspec", "msgspec guards the borders"),
        ("store", "import desktop.files.intruder", "imports run downhill"),
    ],
)
def test_a_forbidden_import_breaks_its_contract_by_name(
    tmp_path: Path, intruder: str, line: str, contract: str
) -> None:
    shutil.copytree(
        PROGRAM, tmp_path / "desktop", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "desktop" / "files" / "intruder.py").touch()
    (tmp_path / "desktop" / intruder / "intruder.py").write_text(line, "utf-8")
    judged = lint(tmp_path)
    assert judged.returncode == 1, judged.stdout + judged.stderr
    assert f"{contract} BROKEN" in judged.stdout
