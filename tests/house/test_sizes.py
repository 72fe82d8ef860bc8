"""Modules stay small, well named, and packages stay empty."""

import pytest

from tests.house.source import PROGRAM, ROOT, modules, place

MOST_LINES = 400
SAYS_NOTHING = {
    "base",
    "common",
    "helper",
    "helpers",
    "manager",
    "managers",
    "misc",
    "service",
    "services",
    "shared",
    "stuff",
    "util",
    "utils",
}


def test_the_walk_finds_the_program() -> None:
    assert PROGRAM / "errors.py" in modules()


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    lengths = {
        place(path): len(path.read_text("utf-8").splitlines()) for path in modules()
    }
    assert not {name: n for name, n in lengths.items() if n > MOST_LINES}


@pytest.mark.parametrize("folder", ["desktop", "packaging", "tests"])
def test_every_name_says_what_is_inside(folder: str) -> None:
    empty_names = [
        place(path)
        for path in modules(ROOT / folder)
        if SAYS_NOTHING & {path.stem, *path.stem.split("_"), path.parent.name}
    ]
    assert not empty_names


def test_package_files_are_empty_but_the_one_with_the_version() -> None:
    full = [
        place(path)
        for path in modules()
        if path.name == "__init__.py" and path.stat().st_size
    ]
    assert full == ["desktop/__init__.py"]
