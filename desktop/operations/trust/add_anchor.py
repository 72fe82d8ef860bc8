"""Believe a root certificate, after somebody compared its fingerprint."""

import datetime as dt
from pathlib import Path

from desktop.operations.outcome import Outcome
from desktop.operations.trust.read_trust import trust_folder
from desktop.records.trust import Pinned


def look_at_anchor(path: Path) -> Pinned:
    """Return what a file says and its fingerprint, to be compared before `add_anchor`.

    Raises:
        TrustError: `not_certificate`, `several`, `not_authority`.
        FileError: `missing`.
    """
    from desktop.files.signatures.trust_folder import look_at

    return look_at(path)


def add_anchor(
    path: Path, sha256: str, *, now: dt.datetime | None = None
) -> Outcome[Pinned]:
    """Pin the certificate of a file, whose fingerprint somebody confirmed.

    It is copied into the user's own folder, with its fingerprint: the file may go.

    Args:
        path: A file with that one certificate.
        sha256: Fingerprint in hexadecimal; spaces, colons and capitals do no harm.
        now: The day that is noted.

    Raises:
        TrustError: As `look_at_anchor`; `fingerprint_differs`, `pinned_already`.
        FileError: The folder cannot be written to.
    """
    from desktop.files.signatures.trust_folder import pin

    typed = "".join(sha256.replace(":", " ").split()).lower()
    return Outcome(pin(trust_folder(), path, typed, now or dt.datetime.now(dt.UTC)))
