"""Tell whether a signed workbook is, but for its signatures, a given other one."""

from collections.abc import Mapping

from desktop.files.signatures.opc import content_types, parts, relationships
from desktop.files.signatures.opc.names import (
    CONTENT_TYPES_PART,
    ORIGIN,
    ROOT_RELATIONSHIPS,
    SIGNATURES,
)
from desktop.files.signatures.opc.normal import normal_parts

_LISTS = frozenset({CONTENT_TYPES_PART, ROOT_RELATIONSHIPS})
"""Parts that signing adds to."""


def same_content(signed: bytes, plain: bytes) -> bool:
    """Tell whether both hold the same parts, kinds and relationships.

    What signatures add does not count, in either of them. Never raises on what is in
    the bytes: what cannot be read is the same as nothing.
    """
    try:
        return _content(signed) == _content(plain)
    except ValueError:
        return False


def _content(data: bytes) -> tuple[object, ...]:
    held = normal_parts(parts.read(data))
    own = {name: content for name, content in held.items() if _is_own(name)}
    kinds = content_types.read(held.get(CONTENT_TYPES_PART, b""))
    root = relationships.read(held.get(ROOT_RELATIONSHIPS, b""))
    return (
        own,
        _kinds(own, kinds),
        sorted(_told(one) for one in root if one.type != ORIGIN),
    )


def _is_own(name: str) -> bool:
    return not name.startswith(SIGNATURES) and name not in _LISTS


def _kinds(
    own: Mapping[str, bytes], kinds: content_types.ContentTypes
) -> dict[str, str]:
    return {name: kinds.of(name) for name in own}


def _told(one: relationships.Relationship) -> tuple[str, str, str, bool]:
    return one.id, one.type, one.target, one.external
