"""Stop believing a root certificate the office added."""

from desktop.operations.outcome import Outcome
from desktop.operations.trust.read_trust import trust_folder


def remove_anchor(sha256: str) -> Outcome[str]:
    """Unpin the certificate of a fingerprint; return its name.

    Raises:
        TrustError: `shipped`: it came with the program; `not_pinned`.
        FileError: The folder cannot be written to.
    """
    from desktop.files.signatures.trust_folder import unpin

    typed = "".join(sha256.replace(":", " ").split()).lower()
    return Outcome(unpin(trust_folder(), typed))
