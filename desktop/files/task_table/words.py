"""Read the words a task table is read and written by, from `data`."""

from pathlib import Path

from desktop import paths
from desktop.files.catalogue import build, read_toml
from desktop.rules.task_table.words import TableWords


def load_words(folder: Path | None = None) -> TableWords:
    """Return headings, times, layouts and phrases. Raise FileError when unreadable."""
    folder = folder or paths.DATA
    table = folder / "task_table.toml"
    phrases = folder / "agency_phrases.toml"
    raw = {**read_toml(table), **read_toml(phrases)}
    return build(raw, TableWords, table)
