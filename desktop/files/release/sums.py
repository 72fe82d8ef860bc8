"""Read the list of hashes beside an installer, and whose signature it bears.

Nothing in the list is ever used as a path: names are only compared. A list with one
line out of order is refused whole, for no honest build writes such a line.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import UpdateError
from desktop.files.release.release_keys import public_bytes
from desktop.records.update import ListSignature, ReleaseKey

LIST: Final = "SHA256SUMS"
SIGNATURE: Final = "SHA256SUMS.sig"
LARGEST_LIST: Final = 64_000
"""Bytes: hundreds of lines, where a release has four."""
_SIGNATURE_BYTES: Final = 64
"""RFC 8032, 5.1.6."""
_LINE: Final = re.compile(r"([0-9a-f]{64}) [ *]([A-Za-z0-9_][A-Za-z0-9._-]{0,119})")
"""As `sha256sum` writes them; a name has no folder, no blank and no accent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """The list as read: one reading serves the hashes and the signature."""

    path: Path
    raw: bytes
    hashes: Mapping[str, str]
    """SHA-256 in small hexadecimal digits, by the name of the file."""

    def names_of(self, sha256: str) -> tuple[str, ...]:
        """Return the names under which a hash is listed."""
        return tuple(name for name, one in self.hashes.items() if one == sha256)


def read_sums(folder: Path) -> Sums:
    """Read the list in a folder.

    Raises:
        UpdateError: `list_missing`, `list_too_large`, or `list_unreadable` with the
            number of the line.
    """
    path = folder / LIST
    raw = read_bounded(path, LARGEST_LIST, refused_as="list_missing")
    if len(raw) > LARGEST_LIST:
        raise UpdateError(path, "list_too_large")
    return Sums(path=path, raw=raw, hashes=_hashes(path, raw))


def who_signed(
    sums: Sums, keys: Iterable[ReleaseKey]
) -> tuple[ListSignature, ReleaseKey | None]:
    """Return how the list is signed, and with which of the keys.

    Raises:
        UpdateError: `list_forged`: there is a signature, and it is none of theirs.
    """
    path = sums.path.with_name(SIGNATURE)
    try:
        signature = read_bounded(path, _SIGNATURE_BYTES, refused_as="list_missing")
    except UpdateError:
        return ListSignature.NONE, None
    if len(signature) != _SIGNATURE_BYTES:
        raise UpdateError(path, "list_forged")
    known = tuple(keys)
    if not known:
        return ListSignature.UNCHECKED, None
    signer = next((key for key in known if _signed(sums.raw, signature, key)), None)
    if signer is None:
        raise UpdateError(path, "list_forged")
    return ListSignature.KNOWN, signer


def read_bounded(path: Path, most: int, *, refused_as: str) -> bytes:
    """Return a file, or its first bytes if it is larger: one more than `most`.

    Raises:
        UpdateError: It is no file or cannot be read; `refused_as` is the reason.
    """
    if not path.is_file():  # a pipe would keep us waiting for ever
        raise UpdateError(path, refused_as)
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise UpdateError(path, refused_as) from error


def _hashes(path: Path, raw: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    taken: set[str] = set()
    lines = raw.decode("latin-1").removesuffix("\n").split("\n")
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line.removesuffix("\r"))
        # Windows holds two names for one that differ in their case only.
        if match is None or match[2].casefold() in taken:
            raise UpdateError(path, "list_unreadable", str(number))
        taken.add(match[2].casefold())
        found[match[2]] = match[1]
    return found


def _signed(message: bytes, signature: bytes, key: ReleaseKey) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_bytes(key)).verify(signature, message)
    except InvalidSignature:
        return False
    return True
