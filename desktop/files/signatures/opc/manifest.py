"""List what of a workbook is signed, as Excel does, and leave nothing else over."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.files.signatures.opc import content_types, relationships
from desktop.files.signatures.opc.names import (
    CONTENT_TYPES_PART,
    RELATIONSHIPS_CONTENT,
    ROOT_RELATIONSHIPS,
    SIGNATURES,
    UNSIGNED_TYPES,
)
from desktop.files.signatures.opc.parts import UnfitError
from desktop.files.signatures.opc.relationships import Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One part and its digest."""

    uri: str
    """Name of the part with its content type, as the signature writes it."""
    digest: str
    """In base64."""
    ids: tuple[str, ...] = ()
    """Relationships that are signed, of a part that holds them."""


def references(parts: Mapping[str, bytes], digest: str) -> tuple[Reference, ...]:
    """Return a reference for everything that is signed, by name of the part.

    ECMA-376 part 2, 12; what is left out is what Office leaves out. `digest` is one
    of `hashlib`'s names.

    Raises:
        UnfitError: `relationships_unread`, `part_missing`, `part_unreachable`,
            `content_type_unread`, `content_type_missing`.
    """
    held = {name: _read(name, parts[name]) for name in relationship_parts(parts)}
    signed = {name: _listed(name, found) for name, found in held.items()}
    reached = _targets(signed)
    _check(parts, held, reached)
    kinds = _kinds(parts)
    of_relationships = (
        Reference(
            uri=f"/{name}?ContentType={RELATIONSHIPS_CONTENT}",
            digest=_hash(relationships.transform(parts[name], ids), digest),
            ids=ids,
        )
        for name, found in signed.items()
        if (ids := tuple(one.id for one in found))
    )
    of_parts = (
        Reference(
            uri=f"/{name}?ContentType={_kind(kinds, name)}",
            digest=_hash(parts[name], digest),
        )
        for name in reached
    )
    return tuple(sorted((*of_relationships, *of_parts), key=lambda one: one.uri))


def relationship_parts(parts: Iterable[str]) -> list[str]:
    """Return the names of those that hold relationships, but for signatures' own."""
    return [
        name
        for name in parts
        if relationships.is_relationships(name) and not name.startswith(SIGNATURES)
    ]


def left_out(name: str, one: Relationship) -> bool:
    """Tell whether Office leaves a relationship, and its target, out of a signature.

    It does so with properties and the thumbnail, which hang on the root alone.
    """
    return name == ROOT_RELATIONSHIPS and one.type in UNSIGNED_TYPES


def _read(name: str, content: bytes) -> tuple[Relationship, ...]:
    try:
        found = relationships.read(content)
    except ValueError as error:
        raise UnfitError("relationships_unread", name) from error
    if len({one.id for one in found}) < len(found):
        raise UnfitError("relationships_unread", name)
    return found


def _listed(name: str, found: tuple[Relationship, ...]) -> tuple[Relationship, ...]:
    return tuple(one for one in found if not left_out(name, one))


def _targets(held: Mapping[str, tuple[Relationship, ...]]) -> set[str]:
    return {
        relationships.target_part(name, one.target)
        for name, found in held.items()
        for one in found
        if not one.external
    }


def _check(
    parts: Mapping[str, bytes],
    held: Mapping[str, tuple[Relationship, ...]],
    reached: set[str],
) -> None:
    """Refuse a target that is not there, and a part nobody leads to."""
    for name in sorted(reached - parts.keys()):
        raise UnfitError("part_missing", name)
    spared = _targets(held) | held.keys() | {CONTENT_TYPES_PART}
    for name in sorted(parts.keys() - spared):
        if not name.startswith(SIGNATURES):
            raise UnfitError("part_unreachable", name)


def _kinds(parts: Mapping[str, bytes]) -> content_types.ContentTypes:
    try:
        return content_types.read(parts[CONTENT_TYPES_PART])
    except (KeyError, ValueError) as error:
        raise UnfitError("content_type_unread", CONTENT_TYPES_PART) from error


def _kind(kinds: content_types.ContentTypes, name: str) -> str:
    kind = kinds.of(name)
    if not kind:
        raise UnfitError("content_type_missing", name)
    return kind


def _hash(content: bytes, digest: str) -> str:
    return b64encode(hashlib.new(digest, content).digest()).decode()
