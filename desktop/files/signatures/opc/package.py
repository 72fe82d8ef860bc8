"""Hold a package that claims to be signed, and refuse one that two readers read twice.

What is refused here opens without a word in one program and otherwise in another.
"""

import struct
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final

from desktop.files.signatures.opc import content_types, parts, relationships
from desktop.files.signatures.opc.algorithms import hashed
from desktop.files.signatures.opc.content_types import ContentTypes
from desktop.files.signatures.opc.markup import parse
from desktop.files.signatures.opc.names import CONTENT_TYPES, CONTENT_TYPES_PART
from desktop.files.signatures.opc.parts import UnfitError
from desktop.files.signatures.opc.relationships import Relationship

_LISTED: Final = frozenset(
    {f"{{{CONTENT_TYPES}}}Default", f"{{{CONTENT_TYPES}}}Override"}
)
_HELD: Final = frozenset({"Id", "Type", "Target", "TargetMode"})
_MODES: Final = frozenset({None, "Internal", "External"})

_LOCAL_HEADER: Final = struct.Struct("<26xHH")
_DESCRIBED_AFTER: Final = 0x8
"""Flag of an entry whose sizes follow its content, as a stream writes them."""
_DESCRIPTORS: Final = frozenset({12, 16, 20, 24})
"""Bytes that such sizes may take."""
_END: Final = 22
"""Bytes of the end of a zip without a comment."""
_END_64: Final = 98
"""Bytes of it with what a zip of more than 4 GB adds."""


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
    if hides_bytes(data):
        raise UnfitError("hidden_bytes")
    return Package(
        parts=held,
        types=_types(held),
        relationships={
            name: _relationships(name, content)
            for name, content in held.items()
            if relationships.is_relationships(name)
        },
    )


def hides_bytes(data: bytes) -> bool:
    """Tell whether a zip holds anything that its list of entries does not account for.

    A reader that goes from entry to entry, or repairs the file, would find it.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = sorted(archive.infolist(), key=lambda one: one.header_offset)
        listed = archive.start_dir
    rest = len(data) - listed - sum(map(_listed_size, entries))
    if rest not in (_END, _END_64):
        return True
    reached = 0
    for entry in entries:
        if entry.header_offset != reached:
            return True
        lengths = _LOCAL_HEADER.unpack_from(data, entry.header_offset)
        reached = entry.header_offset + _LOCAL_HEADER.size + sum(lengths)
        reached += entry.compress_size
        if entry.flag_bits & _DESCRIBED_AFTER:
            reached = _after_descriptor(entries, reached, listed)
    return reached != listed


def _listed_size(entry: zipfile.ZipInfo) -> int:
    """Return the bytes an entry takes in the list."""
    name = entry.orig_filename.encode("utf-8" if entry.flag_bits & 0x800 else "cp437")
    return 46 + len(name) + len(entry.extra) + len(entry.comment)


def _after_descriptor(entries: list[zipfile.ZipInfo], reached: int, listed: int) -> int:
    """Return where the next entry begins, if only sizes stand in between."""
    later = (one.header_offset for one in entries if one.header_offset >= reached)
    begins = min((*later, listed))
    return begins if begins - reached in _DESCRIPTORS else reached


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
