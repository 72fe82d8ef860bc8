"""Know the words that tell what a figure is made of."""

import tomllib
from collections.abc import Mapping

from desktop.paths import RESOURCES


def trace_words() -> Mapping[str, str]:
    """Read the words from `resources/templates/trace.toml`."""
    path = RESOURCES / "templates" / "trace.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
