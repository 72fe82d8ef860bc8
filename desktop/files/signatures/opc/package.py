"""Hold a package that claims to be signed, and refuse one that two readers read twice.

What is refused here opens without a word in one program and otherwise in another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from desktop.files.signatures.opc import (
    content_types,
    parts,
    relationships,
    zip_headers,
)
from desktop.files.signatures.opc.algorithms import hashed
from desktop.files.signatures.opc.content_types import ContentTypes
from desktop.files.signatures.opc.markup import parse
from desktop.files.signatures.opc.names import CONTENT_TYPES, CONTENT_TYPES_PART
from desktop.files.signatures.opc.parts import UnfitError
from desktop.files.signatures.opc.relationships import Relationship

MARKUP_LIMIT: Final = 20_000_000
"""Bytes of all that is read as XML before any signature is: as a tree it grows tenfold.

A sheet may have 66,530 links, which take about ten million.
"""
_LISTED: Final = frozenset(
    {f"{{{CONTENT_TYPES}}}Default", f"{{{CONTENT_TYPES}}}Override"}
)
_HELD: Final = frozenset({"Id", "Type", "Target", "TargetMode"})
_MODES: Final = frozenset({None, "Internal", "External"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The parts of a package, what each is, and where relationships lead."""

    parts: Mapping[str, bytes]
    types: ContentTypes
    relationships: Mapping[str, tuple[Relationship, ...]]
    """By the name of the part that holds them, those of signatures too."""
    _digests: dict[tuple[str, str], bytes] = field(default_factory=dict, repr=False)

    def digest(self, name: str, kind: str) -> bytes:
        """Return the digest of a part, reckoned once however many signed it."""
        found = self._digests.get((name, kind))
        if found is None:
            found = self._digests[name, kind] = hashed(self.parts[name], kind)
        return found

    def targets(self, name: str) -> Iterator[tuple[Relationship, str]]:
        """Yield the internal relationships of a part, and the parts they lead to."""
        for one in self.relationships.get(name, ()):
            if not one.external:
                yield one, relationships.target_part(name, one.target)


def read(data: bytes) -> Package:
    """Return a package that there is only one way to read.

    Raises:
        UnfitError: Any code of `faults.OF_PACKAGE`, or `duplicate_id`.
    """
    held = parts.read(data)
    zip_headers.check(data)
    _check_markup(held)
    return Package(
        parts=held,
        types=_types(held),
        relationships={
            name: _relationships(name, content)
            for name, content in held.items()
            if relationships.is_relationships(name)
        },
    )


def _check_markup(held: Mapping[str, bytes]) -> None:
    room = MARKUP_LIMIT
    for name, content in held.items():
        if name == CONTENT_TYPES_PART or relationships.is_relationships(name):
            room -= len(content)
            if room < 0:
                raise UnfitError("too_large", name)


def _types(held: Mapping[str, bytes]) -> ContentTypes:
    try:
        content = held[CONTENT_TYPES_PART]
        if any(one.tag not in _LISTED or len(one) for one in parse(content)):
            raise UnfitError("ambiguous", CONTENT_TYPES_PART)
        return content_types.read(content)
    except (KeyError, ValueError) as error:
        raise UnfitError("ambiguous", CONTENT_TYPES_PART) from error


def _relationships(name: str, content: bytes) -> tuple[Relationship, ...]:
    """Return relationships, of a part in which nothing else stands.

    Before a digest is taken everything else is dropped, so that it could be added.
    """
    try:
        root = parse(content)
        found = relationships.read(content)
    except ValueError as error:
        raise UnfitError("ambiguous", name) from error
    if len(root) != len(found) or root.attrib or not all(map(_is_plain, root)):
        raise UnfitError("ambiguous", name)
    seen: set[str] = set()
    for one in found:
        if one.id in seen:
            raise UnfitError("duplicate_id", name, one.id)
        seen.add(one.id)
    return found


def _is_plain(one: object) -> bool:
    attributes = getattr(one, "attrib", {})
    return (
        not len(one)  # type: ignore[arg-type]  # an element of lxml
        and set(attributes) <= _HELD
        and attributes.get("TargetMode") in _MODES
    )
