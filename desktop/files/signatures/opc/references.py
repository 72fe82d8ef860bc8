"""Read the list of parts that a signature covers, and compare it with a package."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desktop.files.signatures.opc import relationships
from desktop.files.signatures.opc.algorithms import digest_named, hashed, is_weak
from desktop.files.signatures.opc.envelope import Element, reference_parts
from desktop.files.signatures.opc.names import (
    C14N,
    CONTENT_TYPES_PART,
    DSIG,
    MDSSI,
    RELATIONSHIP_TRANSFORM,
    SIGNATURES,
)
from desktop.files.signatures.opc.package import Package
from desktop.files.signatures.opc.parts import UnfitError
from desktop.records.verification import Finding

_KIND: Final = "?ContentType="
_CHOICES: Final = {
    f"{{{MDSSI}}}RelationshipReference": "SourceId",
    f"{{{MDSSI}}}RelationshipsGroupReference": "SourceType",
}
_MOST: Final = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PartReference:
    """One part that is signed, as the signature tells of it."""

    part: str
    kind: str
    """Its content type when it was signed."""
    method: str
    """Name of the digest."""
    digest: bytes
    whole: bool
    """All its bytes are signed, not only some of its relationships."""
    ids: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    """Types of which every relationship is signed, if it holds relationships."""

    def chooses(self, one: relationships.Relationship) -> bool:
        """Tell whether a relationship of the part is signed."""
        return self.whole or one.id in self.ids or one.type in self.types


def read(manifest: Element) -> tuple[PartReference, ...]:
    """Return what a list of parts says.

    Raises:
        UnfitError: `signature_malformed`, `unsupported`.
    """
    listed = list(manifest)
    if len(listed) > _MOST or any(one.tag != f"{{{DSIG}}}Reference" for one in listed):
        raise UnfitError("signature_malformed", "Manifest")
    found = tuple(_read_one(one) for one in listed)
    if len({one.part.casefold() for one in found}) < len(found):
        raise UnfitError("signature_malformed", "Manifest")
    return found


def _read_one(reference: Element) -> PartReference:
    name, mark, kind = str(reference.get("URI", "")).partition(_KIND)
    if not name.startswith("/") or not mark:
        raise UnfitError("unsupported", "URI")
    part = name[1:]
    if part.casefold().startswith(SIGNATURES) or part == CONTENT_TYPES_PART:
        raise UnfitError("unsupported", part)
    transforms, method, digest = reference_parts(reference)
    ids, types = _chosen(transforms) if transforms else (set[str](), set[str]())
    if transforms and not relationships.is_relationships(part):
        raise UnfitError("unsupported", "Transform")
    return PartReference(
        part=part,
        kind=kind,
        method=digest_named(method),
        digest=digest,
        whole=not transforms,
        ids=frozenset(ids),
        types=frozenset(types),
    )


def _chosen(transforms: list[Element]) -> tuple[set[str], set[str]]:
    """Return ids and types of the relationships chosen; ECMA-376 part 2, 12.2.4.26."""
    named = [str(one.get("Algorithm", "")) for one in transforms]
    if named != [RELATIONSHIP_TRANSFORM, C14N] or len(transforms[1]):
        raise UnfitError("unsupported", "Transform")
    chosen: dict[str, set[str]] = {"SourceId": set(), "SourceType": set()}
    for one in transforms[0]:
        attribute = _CHOICES.get(str(one.tag), "")
        value = one.get(attribute) if attribute else None
        if not value:
            raise UnfitError("signature_malformed", "RelationshipReference")
        chosen[attribute].add(str(value))
    return chosen["SourceId"], chosen["SourceType"]


def differences(
    listed: tuple[PartReference, ...], package: Package
) -> Iterator[Finding]:
    """Yield what is no longer as it was signed.

    Findings: `part_missing`, `content_type_changed`, `part_changed`,
    `relationship_changed`, `weak`, the last without the name of the signature.
    """
    for one in listed:
        if one.part not in package.parts:
            yield Finding(code="part_missing", facts=(one.part,))
            continue
        kind = package.types.of(one.part)
        if kind != one.kind:
            facts = (one.part, one.kind, kind)
            yield Finding(code="content_type_changed", facts=facts)
        if _digest(one, package) != one.digest:
            held = relationships.is_relationships(one.part)
            code = "relationship_changed" if held else "part_changed"
            yield Finding(code=code, facts=(one.part,))
    for weak in sorted({one.method for one in listed if is_weak(one.method)}):
        yield Finding(code="weak", facts=(weak,))


def _digest(one: PartReference, package: Package) -> bytes:
    if one.whole:
        return package.digest(one.part, one.method)
    held = package.relationships[one.part]
    ids = {each.id for each in held if one.chooses(each)}
    return hashed(relationships.transform(package.parts[one.part], ids), one.method)
