"""Name everything that can be wrong with a signed package, in one place."""

from typing import Final

from desktop.records.verification import Integrity

OF_PACKAGE: Final = {
    "not_package": "",
    "damaged": "what",
    "encrypted": "part",
    "too_large": "limit or part",
    "unreadable": "kind of error",
    "duplicate_entry": "part",
    "part_name": "name",
    "hidden_bytes": "",
    "ambiguous": "part",
}
"""Why a package cannot be judged at all, and the facts that come with it."""

TWO_FACED: Final = frozenset(
    {"duplicate_entry", "duplicate_id", "part_name", "hidden_bytes", "ambiguous"}
)
"""What matters only to somebody who believes a signature: others may open it."""

OF_PARTS: Final = {
    "unsigned": "",
    "part_changed": "part",
    "part_missing": "part",
    "part_unsigned": "part",
    "relationship_changed": "part of relationships",
    "relationship_unsigned": "part of relationships, id",
    "content_type_changed": "part, type when signed, type now",
    "signature_unreachable": "part",
}
"""What differs between a package and what was signed of it."""

OF_SIGNATURES: Final = {
    "manifest_changed": "signature",
    "manifest_unsigned": "signature",
    "signed_properties_changed": "signature, id of the element",
    "signature_value_wrong": "signature",
    "certificate_differs": "signature",
    "duplicate_id": "part, id",
    "signature_malformed": "signature, what",
    "unsupported": "signature, what",
    "weak": "signature, what",
}
"""What is wrong with one signature; the first fact is the name of its part."""

CODES: Final = frozenset(OF_PACKAGE) | frozenset(OF_PARTS) | frozenset(OF_SIGNATURES)
"""All codes of findings on a signed package."""

GAPS: Final = frozenset({"part_unsigned", "relationship_unsigned"})
"""What a signature leaves out; everything else touches what it covers."""

_INTEGRITY: Final = {
    "signature_malformed": Integrity.UNREADABLE,
    "duplicate_id": Integrity.UNREADABLE,
    "unsupported": Integrity.UNSUPPORTED,
    "weak": Integrity.WEAK,
}
_WORST_FIRST: Final = (
    Integrity.UNREADABLE,
    Integrity.CHANGED,
    Integrity.UNSUPPORTED,
    Integrity.WEAK,
)


def integrity_of(codes: frozenset[str]) -> Integrity:
    """Return what the findings on one signature, but for its gaps, make of it."""
    found = {_INTEGRITY.get(code, Integrity.CHANGED) for code in codes - GAPS}
    return next((one for one in _WORST_FIRST if one in found), Integrity.INTACT)
