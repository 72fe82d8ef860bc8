"""Find the signatures of a package the one way that readers find them."""

from dataclasses import dataclass
from typing import Final

from desktop.files.signatures.opc import relationships
from desktop.files.signatures.opc.names import (
    ORIGIN,
    ORIGIN_CONTENT,
    ROOT_RELATIONSHIPS,
    SIGNATURE,
    SIGNATURE_CONTENT,
    SIGNATURES,
)
from desktop.files.signatures.opc.package import Package

SIGNATURE_LIMIT: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The signatures of a package, and what only looks like one."""

    signatures: tuple[str, ...]
    """Names of the parts that hold one."""
    own: frozenset[str]
    """All parts that serve signatures, and nothing else."""
    unreachable: tuple[str, ...]
    """Parts put where signatures lie, or leading there, that do not hold together."""


def find(package: Package) -> Found:
    """Return the signatures that hang on the origin, and the origin on the root."""
    origins = [
        part for one, part in package.targets(ROOT_RELATIONSHIPS) if one.type == ORIGIN
    ]
    lying = {name for name in package.parts if _lies_there(name)}
    if len(origins) != 1 or not _is(package, origins[0], ORIGIN_CONTENT):
        return Found(
            signatures=(),
            own=frozenset(),
            unreachable=tuple(sorted({*lying, *origins})),
        )
    relations = _relationships_of(origins[0])
    signatures = _signatures(package, relations)
    own = {origins[0], relations, *signatures}
    wrong = {
        relationships.target_part(relations, one.target)
        for one in package.relationships.get(relations, ())
        if one.external or one.type != SIGNATURE
    }
    wrong |= {part for _, part in package.targets(relations)} - own
    return Found(
        signatures=signatures,
        own=frozenset(own),
        unreachable=tuple(sorted((lying - own) | wrong)),
    )


def _lies_there(name: str) -> bool:
    return name.casefold().startswith(SIGNATURES)


def _relationships_of(part: str) -> str:
    folder, slash, file = part.rpartition("/")
    return f"{folder}{slash}_rels/{file}.rels"


def _signatures(package: Package, relations: str) -> tuple[str, ...]:
    """Return each part once, in the order of the relationships."""
    found = (
        part
        for one, part in package.targets(relations)
        if one.type == SIGNATURE and _is(package, part, SIGNATURE_CONTENT)
    )
    return tuple(dict.fromkeys(found))[:SIGNATURE_LIMIT]


def _is(package: Package, part: str, kind: str) -> bool:
    """Tell whether a part is of that kind, and lies where nothing else does."""
    held = part in package.parts and _lies_there(part)
    return held and package.types.of(part) == kind
