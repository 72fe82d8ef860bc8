"""Know which edition is running, and start the installer that replaces it."""

import hashlib
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop import paths
from desktop.errors import UpdateError
from desktop.records.update import Edition

_BUILD: Final = "PHIEN_BAN.json"
_LARGEST_BUILD: Final = 64_000
_DETACHED: Final = 0x0000_0008 | 0x0000_0200
"""DETACHED_PROCESS and CREATE_NEW_PROCESS_GROUP of Windows."""


def edition(program: Path | None) -> Edition:
    """Return which kind of the program lies in a folder."""
    if program is None:
        return Edition.CHECKOUT
    carried = (program / paths.PORTABLE_MARK).is_file()
    return Edition.CARRIED if carried else Edition.INSTALLED


def build_hash(program: Path | None) -> str:
    """Return the SHA-256 of what the build wrote about itself; blank without."""
    if program is None:
        return ""
    with suppress(OSError), (program / _BUILD).open("rb") as file:
        return hashlib.sha256(file.read(_LARGEST_BUILD)).hexdigest()
    return ""


def may_write(program: Path) -> bool:
    """Tell whether this user may replace the program's files."""
    probe = program / f"thu-ghi-{os.getpid()}.tmp"
    try:
        probe.touch(exist_ok=False)
        probe.unlink()
    except OSError:
        return False
    return True


def switches(program: Path) -> str:
    """Return the words that make an installer replace the program in a folder.

    The folder comes last and without quotes, whatever is in it: NSIS takes all that
    follows `/D=` as it stands.
    """
    carried = "/PORTABLE " if edition(program) is Edition.CARRIED else ""
    return f"{carried}/D={program}"


def start_installer(installer: Path, program: Path) -> None:
    """Start an installer that outlives this program.

    Raises:
        UpdateError: `not_started`, with what the system said.
    """
    words = switches(program)
    windows = sys.platform == "win32"
    try:
        process = subprocess.Popen(  # noqa: S603  our own copy, whose hash was checked
            f'"{installer}" {words}' if windows else [str(installer), words],
            cwd=installer.parent,  # not the folder that is to be replaced
            creationflags=_DETACHED if windows else 0,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        raise UpdateError(installer, "not_started", str(error)) from error
    process.returncode = 0  # nobody waits for it: it waits for us
