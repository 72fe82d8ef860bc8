"""The top of the checkout holds what a stranger expects there and nothing else."""

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
MADE_BY_RELEASES = {"build", "dist"}


def test_the_top_level_holds_exactly_what_it_should() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert found - MADE_BY_RELEASES == EXPECTED


def test_the_check_of_every_change_is_there() -> None:
    assert "packaging/dev.py check" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_fonts_come_with_their_licence() -> None:
    fonts = ROOT / "resources" / "fonts"
    assert list(fonts.glob("*.ttf"))
    assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts / "OFL.txt").read_text("utf-8")
