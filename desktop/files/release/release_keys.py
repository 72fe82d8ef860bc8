"""Read the public keys of those who publish the program."""

import base64
from pathlib import Path
from typing import Final

from desktop import paths
from desktop.errors import FileError
from desktop.files.catalogue import build, read_toml
from desktop.records.update import ReleaseKey

_PUBLIC_BYTES: Final = 32


def load_release_keys(path: Path | None = None) -> tuple[ReleaseKey, ...]:
    """Return the keys shipped with the program; none is a lawful answer.

    Raise FileError when unreadable, or when a key is no Ed25519 public key.
    """
    path = path or paths.DATA / "release_keys.toml"
    keys = build(read_toml(path).get("keys"), tuple[ReleaseKey, ...], path)
    for key in keys:
        if len(public_bytes(key)) != _PUBLIC_BYTES:
            raise FileError(path, "unreadable", key.name)
    return keys


def public_bytes(key: ReleaseKey) -> bytes:
    """Return the bytes of a public key; none where it is not written in base64."""
    try:
        return base64.b64decode(key.public, validate=True)
    except ValueError:
        return b""
