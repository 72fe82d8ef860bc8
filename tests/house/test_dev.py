"""The one-line commands fail with advice, not with a traceback."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.source import ROOT

SCRIPTS = ROOT / "packaging"
COMMANDS = (
    *("demo", "run", "test", "check"),
    *("pictures", "bench", "windows", "nightly"),
)
HAND_OVER = "import sys, dev; sys.exit(dev.hand_over(['--help']))"


def start(*words: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run Python on words as a stranger would, in a bare environment."""
    return subprocess.run(
        [sys.executable, *words],
        cwd=SCRIPTS,
        env={"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "PATH": path or ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("words", [(), ("nonsense",)])
def test_a_wrong_command_shows_the_right_ones(words: tuple[str, ...]) -> None:
    done = start("dev.py", *words)
    assert done.returncode == 2
    for command in COMMANDS:
        assert f"\n  {command} " in done.stdout


def test_asking_for_help_is_no_fault() -> None:
    assert start("dev.py", "--help").returncode == 0


@pytest.mark.parametrize("script", ["dev.py", "machine.py"])
def test_an_old_python_can_read_the_scripts_and_say_it_is_too_old(script: str) -> None:
    ast.parse((SCRIPTS / script).read_text("utf-8"), feature_version=(3, 8))


def test_a_machine_without_apt_is_told_what_it_lacks(tmp_path: Path) -> None:
    lines = "import machine; machine.install_packages(['libegl1', 'poppler-utils'])"
    done = start("-c", lines, path=str(tmp_path))
    assert done.returncode == 1
    assert "machine.SetUpError" in done.stderr
    assert "libegl1 poppler-utils" in done.stderr


def test_what_is_missing_is_found_by_looking(tmp_path: Path) -> None:
    lines = "import machine; print(machine.missing_packages(witnesses=True))"
    done = start("-c", lines, path=str(tmp_path))
    assert done.returncode == 0, done.stderr
    if sys.platform == "linux":
        assert "'poppler-utils'" in done.stdout
        assert "'libegl1'" not in done.stdout


def test_wine_is_asked_for_where_windows_is_tried() -> None:
    lines = (
        "import machine; machine.WINDOWS = {'/nowhere/wine64': 'some-wine'};"
        "print(*('some-wine' in machine.missing_packages(witnesses=False, "
        "windows=one) for one in (True, False)))"
    )
    done = start("-c", lines)
    assert done.returncode == 0, done.stderr
    if sys.platform == "linux":
        assert done.stdout.split() == ["True", "False"]


def test_a_wrong_python_names_those_that_will_do(tmp_path: Path) -> None:
    done = start("-c", HAND_OVER, path=str(tmp_path))
    assert done.returncode == 2
    assert "3.11, 3.12 hoặc 3.13" in done.stdout


def test_a_wrong_python_hands_over_to_one_that_will_do(tmp_path: Path) -> None:
    (tmp_path / "python3.12").symlink_to(sys.executable)
    done = start("-c", HAND_OVER, path=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "dev.py" in done.stdout


def test_what_only_the_night_needs_is_asked_for_at_night() -> None:
    lines = (
        "import machine; machine.NIGHTLY = {'/nowhere/x': 'some-package'};"
        "print(*('some-package' in machine.missing_packages(witnesses=False, "
        "nightly=one) for one in (True, False)))"
    )
    done = start("-c", lines)
    assert done.returncode == 0, done.stderr
    if sys.platform == "linux":
        assert done.stdout.split() == ["True", "False"]


@pytest.mark.parametrize(
    ("left_out", "folder"), [("nightly", "nightly"), ("tests/windows", "windows")]
)
def test_what_takes_rare_tools_stays_out_of_the_usual_tests(
    left_out: str, folder: str
) -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert left_out in told["tool"]["pytest"]["ini_options"]["norecursedirs"]
    assert list((ROOT / "tests" / folder).glob("test_*.py"))
