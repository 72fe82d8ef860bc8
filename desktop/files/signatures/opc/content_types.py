"""Know of what kind each part of a package is, and name those of signatures."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from desktop.files.signatures.opc.markup import parse
from desktop.files.signatures.opc.names import (
    CONTENT_TYPES,
    ORIGIN_CONTENT,
    SIGNATURE_CONTENT,
)

_ROOT: Final = f"{{{CONTENT_TYPES}}}Types"
_DEFAULT: Final = f"{{{CONTENT_TYPES}}}Default"
_OVERRIDE: Final = f"{{{CONTENT_TYPES}}}Override"
_ORIGIN_ENDING: Final = "sigs"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentTypes:
    """What the list of content types says; names and endings ignore case."""

    defaults: dict[str, str]
    """By ending, without its dot."""
    overrides: dict[str, str]
    """By name of the part, without a slash in front."""

    def of(self, name: str) -> str:
        """Return the content type of a part; blank when none is told."""
        ending = name.rpartition("/")[2].rpartition(".")[2]
        found = self.overrides.get(name.casefold())
        return found or self.defaults.get(ending.casefold(), "")


def read(content: bytes) -> ContentTypes:
    """Return what a list of content types says.

    Raises:
        ValueError: It is no such list, or tells of something twice.
    """
    root = parse(content)
    if root.tag != _ROOT:
        raise ValueError(root.tag)
    return ContentTypes(
        defaults=_listed(root, _DEFAULT, "Extension"),
        overrides={
            name.removeprefix("/"): kind
            for name, kind in _listed(root, _OVERRIDE, "PartName").items()
        },
    )


def _listed(root: etree._Element, tag: str, key: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in root.iterchildren(tag):
        name, kind = str(one.get(key, "")).casefold(), str(one.get("ContentType", ""))
        if not name or not kind or name in found:
            raise ValueError(name)
        found[name] = kind
    return found


def with_signature(content: bytes, name: str) -> bytes:
    """Return the list with the part of one more signature, and that of their origin.

    Raises:
        ValueError: It is no list of content types.
    """
    known, root = read(content), parse(content)
    if _ORIGIN_ENDING not in known.defaults:
        default = etree.Element(_DEFAULT, Extension=_ORIGIN_ENDING)
        default.set("ContentType", ORIGIN_CONTENT)
        root.insert(len(known.defaults), default)
    override = etree.SubElement(root, _OVERRIDE, PartName=f"/{name}")
    override.set("ContentType", SIGNATURE_CONTENT)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
