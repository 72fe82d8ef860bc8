"""The certificates we pin: never those of the system, never from the network."""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.paths import DATA

SHIPPED: Final = DATA / "trust"
"""What comes with the program; its form is told in the README there."""

_CERTIFICATES: Final = frozenset({".der", ".cer", ".crt", ".pem"})
_LISTS: Final = frozenset({".crl", ".pem"})
_ARMOUR: Final = re.compile(
    rb"-----BEGIN (?:X509 |TRUSTED )?(?:CERTIFICATE|CRL)-----(.*?)-----END ", re.DOTALL
)
_SEQUENCE: Final = 0x30


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What a chain may end in, and what helps to build it; all in DER."""

    anchors: tuple[bytes, ...] = ()
    intermediates: tuple[bytes, ...] = ()
    crls: tuple[bytes, ...] = ()
    """Lists of revoked certificates, brought by hand."""


def load_trust(*folders: Path, extra: Iterable[Path] = ()) -> Trust:
    """Read `anchors`, `intermediates` and `crls` of each folder that has them.

    Files of `extra` are anchors too. A folder that is missing gives nothing.

    Raises:
        FileError: `missing` or `unreadable`, for a file that should be there.
    """
    files = [*_inside(folders, "anchors", _CERTIFICATES), *extra]
    return Trust(
        anchors=_all(files),
        intermediates=_all(_inside(folders, "intermediates", _CERTIFICATES)),
        crls=_all(_inside(folders, "crls", _LISTS)),
    )


def _inside(
    folders: Iterable[Path], name: str, endings: frozenset[str]
) -> Iterator[Path]:
    for folder in folders:
        if (folder / name).is_dir():
            files = sorted((folder / name).iterdir())
            yield from (one for one in files if one.suffix.lower() in endings)


def _all(files: Iterable[Path]) -> tuple[bytes, ...]:
    return tuple(dict.fromkeys(der for file in files for der in _read(file)))


def _read(file: Path) -> Iterator[bytes]:
    try:
        data = file.read_bytes()
    except OSError as error:
        reason = "unreadable" if file.exists() else "missing"
        raise FileError(file, reason) from error
    try:
        found = [
            base64.b64decode(b"".join(body.split()), validate=True)
            for body in _ARMOUR.findall(data)
        ] or [data]
    except binascii.Error as error:
        raise FileError(file, "unreadable") from error
    for der in found:
        _check(der, file)
        yield der


def _check(der: bytes, file: Path) -> None:
    """Refuse what is not at least a whole DER sequence; `chain` parses the rest."""
    from asn1crypto.crl import CertificateList
    from asn1crypto.x509 import Certificate

    for kind in (Certificate, CertificateList):
        try:
            _ = kind.load(der, strict=True).native
        except (ValueError, TypeError, KeyError):
            continue
        return
    raise FileError(file, "unreadable")
