"""Read the certificate a report was last signed with, from the file it was signed in.

No key is opened: a certificate stands in every signature made with it.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from desktop.operations.read_report import export_folder
from desktop.records.issued import IssuedCopy
from desktop.store import records
from desktop.store.store import Store

LARGEST: Final = 50_000_000
"""Bytes of a file that is looked into."""
_SIGNATURE: Final = re.compile(rb"/Contents\s*<([0-9A-Fa-f\s]+)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class LastCertificate:
    """Whose certificate it is, and when it ends."""

    name: str
    ends: datetime
    test: bool


def last_certificate(store: Store) -> LastCertificate | None:
    """Return the certificate of the newest signed copy that still lies here, or None.

    A copy that was moved away, changed or signed with something odd tells nothing.
    """
    signed = (one for one in records.find(store.reader, IssuedCopy) if one.signed_by)
    newest = next(signed, None)
    data = None if newest is None else _bytes(store, newest)
    return None if data is None else _certificate(data)


def _bytes(store: Store, copy: IssuedCopy) -> bytes | None:
    folder = export_folder(store)
    for place in (folder / copy.file_name, folder / "da-ky" / copy.file_name):
        data = _read(place)
        if data is not None and hashlib.sha256(data).hexdigest() == copy.sha256:
            return data
    return None


def _read(place: Path) -> bytes | None:
    try:
        return place.read_bytes() if place.stat().st_size <= LARGEST else None
    except OSError:
        return None


def _certificate(pdf: bytes) -> LastCertificate | None:
    """Return what the signer's certificate in a PDF's first signature tells."""
    from desktop.files.signatures.signer_of import signer_of

    for found in _SIGNATURE.finditer(pdf):
        facts = signer_of(bytes.fromhex(found[1].decode("ascii")))
        if facts is not None:
            return LastCertificate(
                name=facts.name, ends=facts.not_after, test=facts.test
            )
    return None
