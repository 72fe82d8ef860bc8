"""Read the fixed words of charts from their template."""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from desktop.paths import RESOURCES


@cache
def words(part: str) -> Mapping[str, str]:
    """Return the words of one part of `templates/charts.toml`, by key.

    Raises:
        KeyError: The template has no such part.
    """
    path = RESOURCES / "templates" / "charts.toml"
    template: dict[str, dict[str, str]] = tomllib.loads(path.read_text("utf-8"))
    return MappingProxyType(template[part])
