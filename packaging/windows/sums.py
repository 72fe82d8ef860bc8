"""List the hashes of a release, and sign that list."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from windows.hashes import sha256_of
from windows.refusals import BuildError

if TYPE_CHECKING:
    from pathlib import Path

LIST = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.sig"
_SIGNATURE_BYTES = 64


def write(folder: Path, files: list[Path], key: Path | None) -> None:
    """Write the list as `sha256sum` does, and its signature when there is a key.

    Args:
        folder: Where the list goes; the files lie there too.
        files: What is listed.
        key: An Ed25519 key as PEM, or None.
    """
    lines = [f"{sha256_of(path)}  {path.name}\n" for path in sorted(files)]
    (folder / LIST).write_bytes("".join(lines).encode("ascii"))
    (folder / SIGNATURE).unlink(missing_ok=True)
    if key is not None:
        _sign(folder / LIST, folder / SIGNATURE, key)


def _sign(listed: Path, target: Path, key: Path) -> None:
    """Write the 64 bytes of RFC 8032 over the list."""
    sign = ["openssl", "pkeyutl", "-sign", "-rawin", "-inkey", str(key)]
    words = [*sign, "-in", str(listed), "-out", str(target)]
    done = subprocess.run(words, check=False)
    if done.returncode or target.stat().st_size != _SIGNATURE_BYTES:
        target.unlink(missing_ok=True)
        raise BuildError(f"Không ký được danh sách bằng khóa {key.name}.")
