"""Every text of the plans that ship: thousands of words of official Vietnamese."""

import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from tests.house.source import ROOT


@cache
def plan_texts() -> tuple[str, ...]:
    """Return the texts in order, each once, composed."""
    files = sorted((ROOT / "data" / "plans").glob("*.toml"))
    found = (
        unicodedata.normalize("NFC", text)
        for path in files
        for text in _texts(tomllib.loads(path.read_text("utf-8")))
    )
    return tuple(dict.fromkeys(found))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
