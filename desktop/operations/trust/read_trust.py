"""List the certificates whose holders' signatures are believed here."""

from pathlib import Path

from desktop import paths
from desktop.operations.outcome import Outcome
from desktop.records.trust import KeptTrust


def trust_folder() -> Path:
    """Return the folder of what an office believes beside what ships."""
    return paths.user_folder() / "trust"


def read_trust() -> Outcome[KeptTrust]:
    """Return every pinned root, helper and list, and what is passed over."""
    from desktop.files.signatures.trust import SHIPPED
    from desktop.files.signatures.trust_folder import survey

    return Outcome(survey(SHIPPED, trust_folder()))
