"""Read the words of a correction slip that ship in `resources/templates`."""

from collections.abc import Mapping
from functools import cache

from desktop import paths
from desktop.files.catalogue import read_toml


@cache  # what ships does not change while the program runs
def load_words() -> Mapping[str, str]:
    """Return the words of a slip. Raise FileError when they cannot be read."""
    raw = read_toml(paths.RESOURCES / "templates" / "correction.toml")
    return {key: str(text) for key, text in raw.items()}
