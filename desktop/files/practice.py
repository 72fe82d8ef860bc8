"""Read the patterns of a practice year shipped in `data/practice`."""

from pathlib import Path
from typing import Any

from desktop import paths
from desktop.files.catalogue import build, read_toml
from desktop.rules.practice.book import PracticeBook

PARTS = {"setting": "office", "works": "works", "papers": "papers"}
"""Part of the book, and the file it is written in."""


def load_practice(folder: Path | None = None) -> PracticeBook:
    """Return the patterns of a practice year. Raise FileError when unreadable."""
    folder = folder or paths.DATA / "practice"
    raw: dict[str, Any] = {
        part: read_toml(folder / f"{name}.toml") for part, name in PARTS.items()
    }
    raw |= read_toml(folder / "activities.toml")
    return build(raw, PracticeBook, folder)
