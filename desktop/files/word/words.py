"""Know the words a Word document has besides those of the printed page."""

import tomllib
from dataclasses import dataclass

from desktop.paths import RESOURCES


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Every such word."""

    not_read: str
    """At the foot of the first page: what comes back is not read."""
    chart: str
    """What a reader that cannot see is told of a chart."""
    bar: str


def words() -> Words:
    """Read the words from `resources/templates/word.toml`."""
    path = RESOURCES / "templates" / "word.toml"
    return Words(**tomllib.loads(path.read_text(encoding="utf-8")))
