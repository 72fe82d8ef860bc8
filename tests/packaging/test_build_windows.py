"""The one command says what it can do, on a machine with Python alone."""

import subprocess
import sys
from pathlib import Path

import pytest

import build_windows
from tests.house.source import ROOT

SCRIPT = ROOT / "packaging" / "build_windows.py"


def test_it_explains_itself_before_anything_is_installed() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _BARE, str(SCRIPT.parent), "--help"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for option in ("--python-zip", "--fast", "--stub", "--sign", "--release-key"):
        assert option in done.stdout


_BARE = """
import sys
sys.path.insert(0, sys.argv.pop(1))
import build_windows
sys.exit(build_windows.main(sys.argv[1:]))
"""


@pytest.mark.parametrize("alone", [["--sign", "c.pem"], ["--key", "k.pem"]])
def test_a_certificate_without_its_key_is_refused(
    alone: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        build_windows.arguments(alone)
    assert "--sign và --key phải đi cùng nhau" in capsys.readouterr().err


def test_what_it_makes_goes_where_git_does_not_look() -> None:
    given = build_windows.arguments([])
    for folder in (given.out, build_windows.CACHE):
        ignored = ["git", "check-ignore", "-q", str(Path(folder) / "x")]
        assert subprocess.run(ignored, cwd=ROOT, check=False).returncode == 0
