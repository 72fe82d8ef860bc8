"""Read the words by which sheets of entries are read, from `data`."""

from functools import cache
from pathlib import Path

from desktop import paths
from desktop.files.catalogue import build, read_toml
from desktop.rules.entry_table.words import EntryWords


def load_entry_words(path: Path | None = None) -> EntryWords:
    """Return headings, units and marks. Raise FileError when unreadable."""
    return _load(path or paths.DATA / "entry_headings.toml")


@cache
def _load(path: Path) -> EntryWords:
    return build(read_toml(path), EntryWords, path)
