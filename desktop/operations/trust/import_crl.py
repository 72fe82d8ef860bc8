"""Keep a list of revoked certificates that was brought by hand."""

import datetime as dt
from pathlib import Path

from desktop.operations.outcome import Outcome
from desktop.operations.trust.read_trust import trust_folder
from desktop.records.trust import RevocationList


def import_crl(
    path: Path, *, now: dt.datetime | None = None
) -> Outcome[RevocationList]:
    """Keep a list when a certificate kept here signed it and none newer is kept.

    Raises:
        TrustError: `not_list`, `several`, `list_partial`, `list_unknown`,
            `list_early`, `list_older`, `kept_already`.
        FileError: `missing`, or the folder cannot be written to.
    """
    from desktop.files.signatures.trust_folder import keep_list

    return Outcome(keep_list(trust_folder(), path, now or dt.datetime.now(dt.UTC)))
