"""Keep an issuing certificate that senders forget to include."""

from pathlib import Path

from desktop.operations.outcome import Outcome
from desktop.operations.trust.read_trust import trust_folder
from desktop.records.trust import Pinned


def import_intermediate(path: Path) -> Outcome[Pinned]:
    """Keep a helper that was issued under what is believed here.

    Raises:
        TrustError: `not_certificate`, `several`, `not_authority`, `issuer_unknown`,
            `kept_already`.
        FileError: `missing`, or the folder cannot be written to.
    """
    from desktop.files.signatures.trust_folder import keep_intermediate

    return Outcome(keep_intermediate(trust_folder(), path))
