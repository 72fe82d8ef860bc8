"""The PKCS#11 modules of token makers: the suggestions of `data/tokens.toml`."""

import os
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desktop.errors import FileError, SignatureError
from desktop.files.signatures.token.binaries import bits_of, own_bits
from desktop.paths import DATA

TABLE: Final = DATA / "tokens.toml"
SYSTEM: Final = "windows" if sys.platform == "win32" else "linux"
"""Heading of the paths in the table that are meant for this system."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A module a maker's software may have put on this machine."""

    family: str
    """Name of the family of tokens, as people call it."""
    path: Path
    present: bool
    """Whether the file lies on this machine."""
    bits: int = 0
    """32 or 64, read from the file; 0 when unknown."""
    verified: bool = False
    """Somebody has signed with such a token by this module."""

    @property
    def loadable(self) -> bool:
        """Tell whether the program can load it: it is there and of the same bits."""
        return self.present and self.bits in {0, own_bits()}


def suggestions(table: Path = TABLE, system: str = SYSTEM) -> tuple[Suggestion, ...]:
    """List the modules known for a system, those that can be loaded first.

    Raises:
        FileError: The table is missing or damaged.
    """
    found: dict[Path, Suggestion] = {}
    for one in _read(table, system):
        found.setdefault(one.path.resolve(), one)  # several paths may lead to a module
    return tuple(sorted(found.values(), key=lambda one: not one.loadable))


def check_module(path: Path) -> None:
    """Refuse a module that cannot be loaded, before anything is started.

    Raises:
        SignatureError: `module_missing`; `module_bits` with the bits of the file and
            of the program.
    """
    if not path.is_file():
        raise SignatureError("module_missing", str(path))
    bits = bits_of(path)
    if bits not in {0, own_bits()}:
        raise SignatureError("module_bits", path.name, str(bits), str(own_bits()))


def _read(table: Path, system: str) -> Iterator[Suggestion]:
    try:
        families = tomllib.loads(table.read_text("utf-8"))["family"]
        for family in families:
            yield from _of_family(family, system)
    except OSError as error:
        raise FileError(table, "missing") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FileError(table, "unreadable") from error


def _of_family(family: dict[str, Any], system: str) -> Iterator[Suggestion]:
    for written in family.get(system, []):
        path = Path(os.path.expandvars(written))
        present = path.is_file()
        yield Suggestion(
            family=str(family["name"]),
            path=path,
            present=present,
            bits=bits_of(path) if present else 0,
            verified=family.get("verified", False) is True,
        )
