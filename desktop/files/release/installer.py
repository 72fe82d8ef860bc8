"""Tell whether a file is an installer of this program, and of which version."""

import struct
from pathlib import Path
from typing import Final

from desktop.errors import UpdateError
from desktop.files.release.resources import (
    Program,
    Read,
    read_program,
    reader,
    version_resource,
)
from desktop.files.release.version_block import read_version
from desktop.records.update import InstallerFacts
from desktop.rules.versions import parse_version

PRODUCT: Final = "Sổ Truyền Thông"
"""What the installer's version information says; the build writes the same."""
_MARK: Final = b"\xef\xbe\xad\xdeNullsoftInst"
"""Where what is to be installed begins: NSIS, Source/exehead/fileform.h."""
_ALIGNED: Final = 512
_HEADER_BYTES: Final = 28
_LENGTH_AT: Final = 24


def read_installer(path: Path) -> InstallerFacts:
    """Return what an installer says of itself.

    Raises:
        UpdateError: `not_installer`, `not_ours`, `version_unclear` where it tells two
            versions or none, or `changed_meanwhile` where the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            read = reader(file, path.stat().st_size)
            program = read_program(read)
            _payload_at(read, program)
            facts = read_version(version_resource(read, program))
    except OSError as error:
        raise UpdateError(path, "changed_meanwhile") from error
    except (ValueError, struct.error) as error:
        raise UpdateError(path, "not_installer") from error
    if facts.product != PRODUCT:
        raise UpdateError(path, "not_ours", facts.product[:60])
    if parse_version(facts.version) is None or facts.number != f"{facts.version}.0":
        raise UpdateError(path, "version_unclear", facts.version[:60])
    return facts


def told_length(path: Path) -> int | None:
    """Return how many bytes an installer says it has, or None where it says nothing."""
    try:
        with path.open("rb") as file:
            read = reader(file, path.stat().st_size)
            program = read_program(read)
            at = _payload_at(read, program)
            (length,) = struct.unpack("<I", read(at + _LENGTH_AT, 4))
    except (OSError, ValueError, struct.error):
        return None
    return int(max(at + length, sum(program.certificates)))


def _payload_at(read: Read, program: Program) -> int:
    """Return where the installer's own header lies: behind the program's parts."""
    at = program.end + -program.end % _ALIGNED
    if read(at, _HEADER_BYTES)[4:20] != _MARK:
        raise ValueError(at)
    return at
