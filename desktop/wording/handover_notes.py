"""Words the printed pages for a successor take from what screens and lists say."""

from desktop.records.signing import SignerRole
from desktop.wording.deadlines import subject
from desktop.wording.labels import label
from desktop.wording.periods import period_phrase as period
from desktop.wording.unit_states import call

__all__ = ["call", "period", "role", "subject"]


def role(one: SignerRole) -> str:
    """Return who signs, in the middle of a sentence."""
    return label(one).lower()
