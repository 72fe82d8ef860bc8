"""Bring a workbook into the form in which every verifier reads its signature alike."""

from desktop.files.signatures.opc import relationships
from desktop.files.signatures.opc.manifest import relationship_parts
from desktop.files.signatures.opc.names import CONTENT_TYPES_PART
from desktop.files.signatures.opc.parts import UnfitError

_MISREAD = frozenset("&<>\"'\t\r\n")
"""Characters of a target that libxmlsec up to 1.3.12 writes otherwise when it checks.

LibreOffice carries such a version and would call the workbook forged.
"""


def normal_parts(held: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts with plain relationships and everything else untouched.

    Targets are told from their source, as Excel has them, nothing stands between
    elements, and the list of content types goes first.

    Raises:
        UnfitError: `relationships_unread`; `relationship_target`, with the part and the
            id, for a link that some verifiers would call forged.
    """
    of_relationships = frozenset(relationship_parts(held))
    first = [name for name in held if name == CONTENT_TYPES_PART]
    return {
        name: _plain(name, held[name]) if name in of_relationships else held[name]
        for name in (*first, *held)
    }


def _plain(name: str, content: bytes) -> bytes:
    try:
        found = relationships.read(content)
    except ValueError as error:
        raise UnfitError("relationships_unread", name) from error
    for one in found:
        if _MISREAD.intersection(one.target):
            raise UnfitError("relationship_target", name, one.id)
    return relationships.plain(name, content)
