"""Find the installer in a folder or on a stick somebody chose."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from desktop.errors import UpdateError
from desktop.rules.versions import parse_version

_BEGINNING, _ENDING = "SoTruyenThong-", "-cai-dat.exe"
"""Around the version, in the name the build gives an installer."""
_MOST_LOOKED_AT: Final = 1_000
"""Names on one level: a stick full of pictures must not keep anybody waiting."""


def installer_in(chosen: Path) -> Path:
    """Return what was chosen, or the latest installer in it or one level deeper.

    Raises:
        UpdateError: `no_installer`.
    """
    if chosen.is_file():
        return chosen
    found = [path for path in _names(chosen) if _version(path)]
    for folder in () if found else tuple(_names(chosen)):
        found += [path for path in _names(folder) if _version(path)]
    if not found:
        raise UpdateError(chosen, "no_installer")
    return max(found, key=_version)


def named(version: str) -> str:
    """Return what the installer of a version is called."""
    return f"{_BEGINNING}{version}{_ENDING}"


def _version(path: Path) -> tuple[int, ...]:
    """Return the version in the name of an installer; nothing for other names."""
    name = path.name
    if not (name.startswith(_BEGINNING) and name.endswith(_ENDING)):
        return ()
    return parse_version(name[len(_BEGINNING) : -len(_ENDING)]) or ()


def _names(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            yield from [Path(one.path) for one in islice(entries, _MOST_LOOKED_AT)]
    except OSError:  # a file, or a folder that lets nobody in
        return
