"""No file tells of the machine on which it was written."""

import re
from pathlib import Path

import pytest

from tests.house.source import ROOT, place

FOLDERS = (".ci", "data", "desktop", "packaging", "resources", "tests")
TEXTS = {
    ".bat",
    ".cfg",
    ".csv",
    ".html",
    ".iss",
    ".json",
    ".md",
    ".py",
    ".qss",
    ".spec",
    ".svg",
    ".toml",
    ".ts",
    ".txt",
    ".xml",
}
TRACES = re.compile(
    r"(?<![\w.])/(?:work|root|opt)/"  # folders of one machine
    r"|(?<![\w.])/home/\w"
    r"|[A-Z]:\\Users\\\w"
    r"|files\.pythonhosted\.org|pypi\.(?:org|python)"  # where a lock was resolved
    r"|--(?:extra-)?index-url|--find-links"
)


def texts() -> list[Path]:
    """List every text file of the project."""
    inside = [path for name in FOLDERS for path in sorted((ROOT / name).rglob("*"))]
    files = [path for path in (*ROOT.iterdir(), *inside) if path.is_file()]
    named = {"LICENSE", "run"}
    return [path for path in files if path.suffix in TEXTS or path.name in named]


def test_no_text_holds_a_path_or_a_host_of_some_machine() -> None:
    read = texts()
    assert ROOT / "pyproject.toml" in read
    own = Path(__file__)
    traces = {
        place(path): found
        for path in read
        if path != own and (found := TRACES.findall(path.read_text("utf-8")))
    }
    assert not traces


@pytest.mark.parametrize(
    "text",
    ["see /work/x.py", "'/home/an/x'", r"C:\Users\an", "pip --index-url x"],
)
def test_the_search_knows_a_trace(text: str) -> None:
    assert TRACES.search(text)


@pytest.mark.parametrize("text", ["tests/work/x", "../opt/", "/usr/share/fonts"])
def test_the_search_spares_other_paths(text: str) -> None:
    assert not TRACES.search(text)
