"""Read the fixed words of a printed report from its template."""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from desktop.paths import RESOURCES


@cache
def words(part: str) -> Mapping[str, str]:
    """Return the words of one part of `templates/pdf.toml`, by key.

    Raises:
        KeyError: The template has no such part.
    """
    return MappingProxyType(_template()[part])


@cache
def program() -> str:
    """Return the name of the program, as written into the document's properties."""
    return str(_template()["program"])


def _template() -> dict[str, dict[str, str]]:
    path = RESOURCES / "templates" / "pdf.toml"
    template: dict[str, dict[str, str]] = tomllib.loads(path.read_text("utf-8"))
    return template
