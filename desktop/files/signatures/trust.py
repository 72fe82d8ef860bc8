"""The certificates we pin: never those of the system, never from the network."""

import base64
import binascii
import csv
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.paths import DATA
from desktop.records.trust import Doubt, PassedOver, TrustKind

SHIPPED: Final = DATA / "trust"
"""What comes with the program; its form is told in the README there."""
PINNED: Final = "pinned.csv"
"""Fingerprints somebody confirmed: an anchor whose own is not among them is nothing."""
FOLDERS: Final = {
    TrustKind.ANCHOR: "anchors",
    TrustKind.INTERMEDIATE: "intermediates",
    TrustKind.LIST: "crls",
}
SIZE_LIMIT: Final = 50_000_000
"""Bytes of one file; lists of large authorities have several millions."""

_ENDINGS: Final = {
    TrustKind.ANCHOR: frozenset({".der", ".cer", ".crt", ".pem"}),
    TrustKind.INTERMEDIATE: frozenset({".der", ".cer", ".crt", ".pem"}),
    TrustKind.LIST: frozenset({".crl", ".pem"}),
}
_ARMOUR: Final = re.compile(
    rb"-----BEGIN (?:X509 |TRUSTED )?(?:CERTIFICATE|CRL)-----(.*?)-----END ", re.DOTALL
)
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What a chain may end in, and what helps to build it; all in DER."""

    anchors: tuple[bytes, ...] = ()
    intermediates: tuple[bytes, ...] = ()
    crls: tuple[bytes, ...] = ()
    """Lists of revoked certificates, brought by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """One trust folder: what is believed in it, and what is passed over."""

    trust: Trust
    passed_over: tuple[PassedOver, ...] = ()


def load_trust(*folders: Path, extra: Iterable[Path] = ()) -> Trust:
    """Return what is believed in each folder that there is, and the files of `extra`.

    Files of `extra` are anchors because somebody names them for this once.

    Raises:
        FileError: `missing` or `unreadable`, for a file of `extra`.
    """
    found = [read_folder(one).trust for one in folders]
    named = [der for file in extra for der in read_certificates(file)]
    return Trust(
        anchors=_once(*(one.anchors for one in found), named),
        intermediates=_once(*(one.intermediates for one in found)),
        crls=_once(*(one.crls for one in found)),
    )


def read_folder(folder: Path) -> Folder:
    """Read `anchors`, `intermediates` and `crls`; what is wrong there is only told.

    An anchor counts when its fingerprint stands in `pinned.csv` of the same folder. A
    folder that is missing gives nothing.
    """
    pins = read_pins(folder)
    anchors, passed = _kept(folder, TrustKind.ANCHOR, read_certificates)
    believed = {der: file for der, file in anchors.items() if fingerprint(der) in pins}
    stray = [
        PassedOver(
            kind=TrustKind.ANCHOR,
            name=file.name,
            doubt=Doubt.NOT_PINNED,
            sha256=fingerprint(der),
        )
        for der, file in anchors.items()
        if der not in believed
    ]
    gone = [
        PassedOver(
            kind=TrustKind.ANCHOR, name=pins[one], doubt=Doubt.MISSING, sha256=one
        )
        for one in sorted(set(pins) - {fingerprint(der) for der in believed})
    ]
    helpers, unread = _kept(folder, TrustKind.INTERMEDIATE, read_certificates)
    lists, unlisted = _kept(folder, TrustKind.LIST, read_lists)
    return Folder(
        trust=Trust(
            anchors=tuple(believed), intermediates=tuple(helpers), crls=tuple(lists)
        ),
        passed_over=(*stray, *gone, *passed, *unread, *unlisted),
    )


def read_pins(folder: Path) -> dict[str, str]:
    """Return the fingerprints confirmed in a folder, each with its name.

    A file that cannot be read confirms nothing.
    """
    named = {
        str(row.get("sha256")): str(row.get("name") or "") for row in pin_rows(folder)
    }
    return {
        sha256: name for sha256, name in named.items() if _FINGERPRINT.fullmatch(sha256)
    }


def pin_rows(folder: Path) -> list[dict[str, str]]:
    """Return the rows of the list of fingerprints; none where it cannot be read.

    Excel puts a mark of its own before the first letter of a list it saves.
    """
    path = folder / PINNED
    if not path.is_file():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error):
        return []


def fingerprint(der: bytes) -> str:
    """Return the SHA-256 of a certificate or a list, hexadecimal."""
    return hashlib.sha256(der).hexdigest()


def read_certificates(file: Path) -> tuple[bytes, ...]:
    """Return every certificate of a file in DER or PEM.

    Raises:
        FileError: `missing` or `unreadable`.
    """
    from cryptography.x509 import load_der_x509_certificate

    return _read(file, load_der_x509_certificate)


def read_lists(file: Path) -> tuple[bytes, ...]:
    """Return every list of revoked certificates of a file in DER or PEM.

    Raises:
        FileError: `missing` or `unreadable`.
    """
    from cryptography.x509 import load_der_x509_crl

    return _read(file, load_der_x509_crl)


def _kept(
    folder: Path, kind: TrustKind, read: Callable[[Path], tuple[bytes, ...]]
) -> tuple[dict[bytes, Path], list[PassedOver]]:
    found: dict[bytes, Path] = {}
    passed = []
    for file in _files(folder / FOLDERS[kind], _ENDINGS[kind]):
        try:
            found |= {der: file for der in read(file) if der not in found}
        except FileError:
            passed.append(PassedOver(kind=kind, name=file.name, doubt=Doubt.UNREADABLE))
    return found, passed


def _files(folder: Path, endings: frozenset[str]) -> Iterator[Path]:
    if folder.is_dir():
        files = sorted(folder.iterdir())
        yield from (one for one in files if one.suffix.lower() in endings)


def _once(*lists: Iterable[bytes]) -> tuple[bytes, ...]:
    return tuple(dict.fromkeys(each for some in lists for each in some))


def _read(file: Path, load: Callable[[bytes], object]) -> tuple[bytes, ...]:
    if file.exists() and not file.is_file():  # a pipe would never come to an end
        raise FileError(file, "unreadable")
    try:
        with file.open("rb") as stream:
            data = stream.read(SIZE_LIMIT)
    except OSError as error:
        reason = "unreadable" if file.exists() else "missing"
        raise FileError(file, reason) from error
    try:
        found = [
            base64.b64decode(b"".join(body.split()), validate=True)
            for body in _ARMOUR.findall(data)
        ] or [data]
        for der in found:  # a whole one, with nothing behind it
            load(der)
    except (ValueError, TypeError, binascii.Error) as error:
        raise FileError(file, "unreadable") from error
    return tuple(found)
