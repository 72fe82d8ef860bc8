"""The top of the checkout holds what a stranger expects there and nothing else."""

import subprocess

from tests.house.source import ROOT

EXPECTED = {
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "data",
    "desktop",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}


def test_the_top_level_holds_exactly_what_it_should() -> None:
    # What a command makes, such as the practice folder, is ignored and no part of it.
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = {line.strip('"').partition("/")[0] for line in listed.stdout.splitlines()}
    assert {name for name in found if not name.startswith(".")} == EXPECTED


def test_the_check_of_every_change_is_there() -> None:
    said = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "packaging/dev.py check" in said
    assert "packaging/dev.py windows" in said


def test_the_fonts_come_with_their_licence() -> None:
    fonts = ROOT / "resources" / "fonts"
    assert list(fonts.glob("*.ttf"))
    assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts / "OFL.txt").read_text("utf-8")
