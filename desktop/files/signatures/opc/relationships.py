"""Read relationships of a package's parts, and bring them into the form to sign."""

import posixpath
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from desktop.files.signatures.opc.markup import parse
from desktop.files.signatures.opc.names import RELATIONSHIPS

_ROOT: Final = f"{{{RELATIONSHIPS}}}Relationships"
_EACH: Final = f"{{{RELATIONSHIPS}}}Relationship"
_PLAIN: Final[Any] = {None: RELATIONSHIPS}
"""No prefix for anything."""
_EXTERNAL: Final = "External"
_ENDING: Final = ".rels"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """One relationship, as it is written."""

    id: str
    type: str
    target: str
    external: bool = False
    """The target lies outside the package, such as a page of the web."""


def is_relationships(name: str) -> bool:
    """Tell whether a part holds relationships, by its name."""
    folder, _, file = name.rpartition("/")
    return file.endswith(_ENDING) and folder.rpartition("/")[2] == "_rels"


def read(content: bytes) -> tuple[Relationship, ...]:
    """Return the relationships of a part in the order in which they are written.

    Raises:
        ValueError: It is no such part, or says less than it must.
    """
    root = parse(content)
    if root.tag != _ROOT:
        raise ValueError(root.tag)
    return tuple(
        Relationship(
            id=_held(one, "Id"),
            type=_held(one, "Type"),
            target=_held(one, "Target"),
            external=one.get("TargetMode") == _EXTERNAL,
        )
        for one in root.iterchildren(_EACH)
    )


def _held(one: etree._Element, name: str) -> str:
    value = one.get(name)
    if not value:
        raise ValueError(name)
    return str(value)


def target_part(name: str, target: str) -> str:
    """Return the part an internal target leads to, told from where it is named.

    `name` is that of the part of relationships. Parts are named without a slash in
    front; what would lead out of the package is held at its root.
    """
    folder = posixpath.dirname(posixpath.dirname(name))
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def transform(rels: bytes, ids: Collection[str]) -> bytes:
    """Return the chosen relationships in the form of which the digest is taken.

    ECMA-376 part 2, 12.2.4.26: sorted by id as plain text, with every target mode
    written out, and by Canonical XML 1.0.

    Raises:
        ValueError: It is no part of relationships.
    """
    chosen = [one for one in read(rels) if one.id in ids]
    root = etree.Element(_ROOT, nsmap=_PLAIN)
    for one in sorted(chosen, key=lambda one: one.id):
        etree.SubElement(
            root,
            _EACH,
            Id=one.id,
            Target=one.target,
            TargetMode=_EXTERNAL if one.external else "Internal",
            Type=one.type,
        )
    return bytes(etree.tostring(root, method="c14n"))


def write(found: Collection[Relationship]) -> bytes:
    """Return a part of relationships as Office writes it: no space in between."""
    root = etree.Element(_ROOT, nsmap=_PLAIN)
    for one in found:
        each = etree.SubElement(root, _EACH, Id=one.id, Type=one.type)
        each.set("Target", one.target)
        if one.external:
            each.set("TargetMode", _EXTERNAL)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def plain(name: str, content: bytes) -> bytes:
    """Return a part of relationships with targets told from its source, as Excel does.

    They stay in their order. `name` is that of the part.

    Raises:
        ValueError: It is no part of relationships.
    """
    folder = "/" + posixpath.dirname(posixpath.dirname(name))
    return write([_relative(one, folder) for one in read(content)])


def _relative(one: Relationship, folder: str) -> Relationship:
    if one.external or not one.target.startswith("/"):
        return one
    target = posixpath.relpath(one.target, folder)
    return Relationship(id=one.id, type=one.type, target=target)
