"""Know a file by its SHA-256, and refuse one that is another."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from windows.refusals import BuildError

if TYPE_CHECKING:
    from pathlib import Path


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def expect(path: Path, wanted: str) -> None:
    """Raise BuildError unless the file has the wanted SHA-256."""
    found = sha256_of(path)
    if found != wanted:
        raise BuildError(
            f"Tệp {path.name} không đúng mã băm đã ghim, nên không dùng.\n"
            f"  SHA-256 phải là {wanted}\n"
            f"  nhưng tệp có    {found}"
        )
