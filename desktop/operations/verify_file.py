"""Verify any signed file, from us or from elsewhere."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from desktop import paths
from desktop.files import verification
from desktop.files.signatures.trust import Trust, load_trust
from desktop.records.verification import Chain, FileVerdict, Revocation

_GOOD_CHAINS = (Chain.PINNED, Chain.TEST)


def own_trust(extra: Iterable[Path] = ()) -> Trust:
    """Return the certificates pinned by the program and by the office.

    Raises:
        FileError: A certificate cannot be read.
    """
    return load_trust(paths.DATA / "trust", paths.user_folder() / "trust", extra=extra)


def verify_file(
    path: Path, trust: Trust, *, now: dt.datetime | None = None
) -> FileVerdict:
    """Return what was found of a file and of every signature in it.

    Raises:
        FileError: The file is missing, or there is nothing in it to verify.
        PackageError: It is a package that cannot be opened.
    """
    return verification.verify_file(path, trust, now=now)


def stands(verdict: FileVerdict) -> bool:
    """Tell whether a file is signed, unchanged, whole, and by someone we know.

    A throw-away test key is good for a file that says of itself that it is
    practice; on any other file it is a finding.
    """
    signatures = [
        *verdict.signatures,
        *(one for member in verdict.members for one in member.signatures),
    ]
    return verdict.intact and all(
        one.chain in _GOOD_CHAINS and one.revocation is not Revocation.REVOKED
        for one in signatures
    )
