"""Check every element of a package against the schemas of ECMA-376.

The schemas are those openxml-audit carries (MIT), made of Microsoft's Open XML SDK
(MIT): types of elements with their attributes, and the order and number of their
children. The library's own checker looks away at leaves and at some attributes, so
the schemas are read here, and every element of every part is held to its type.
"""

import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import openxml_audit
from lxml import etree

Type = Mapping[str, Any]

_FOLDER: Final = Path(openxml_audit.__file__).parent / "data" / "openxml"
_FREE: Final = (
    "{http://www.w3.org/XML/1998/namespace}",
    "{http://www.w3.org/2001/XMLSchema-instance}",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}",
)
"""Namespaces whose attributes may stand anywhere."""
PACKAGING: Final = (
    "http://schemas.openxmlformats.org/package/2006/content-types",
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
)
"""Part 2 of the standard, whose three kinds of parts are checked in words below."""
_CORE: Final = frozenset(
    {
        *("category", "contentStatus", "created", "creator", "description"),
        *("identifier", "keywords", "language", "lastModifiedBy", "lastPrinted"),
        *("modified", "revision", "subject", "title", "version"),
    }
)
"""Core properties; each at most once."""
_NUMBERS: Final = {
    "UInt32Value": r"\d+",
    "Int32Value": r"[+-]?\d+",
    "ByteValue": r"\d+",
    "UInt16Value": r"\d+",
    "DoubleValue": r"[+-]?[\d.]+([eE][+-]?\d+)?",
    "BooleanValue": "0|1|true|false",
    "OnOffValue": "0|1|true|false|on|off",
    "HexBinaryValue": "([0-9A-Fa-f]{2})+",
}


@cache
def prefixes() -> dict[str, str]:
    """Return namespaces by the prefixes the schemas use."""
    listed = json.loads((_FOLDER / "namespaces.json").read_text("utf-8"))
    return {one["Prefix"]: one["Uri"] for one in listed}


@cache
def schema(namespace: str) -> tuple[dict[str, Type], dict[str, Type], dict[str, Any]]:
    """Return the types of a namespace by name and by class, and its enumerations."""
    for path in sorted((_FOLDER / "schemas").glob("*.json")):
        read = json.loads(path.read_text("utf-8"))
        if read["TargetNamespace"] == namespace:
            types = {one["Name"]: one for one in read["Types"]}
            classes = {one["ClassName"]: one for one in read["Types"]}
            return types, classes, {e["Name"]: e for e in read.get("Enums", ())}
    return {}, {}, {}


def tag(name: str) -> str:
    """Return the tag of `x:CT_Row/x:row` or `x14:id`, as the parser has it."""
    prefix, _, local = name.rpartition("/")[2].rpartition(":")
    uri = prefixes()[prefix]
    return f"{{{uri}}}{local}" if uri else local


def found_type(name: str) -> Type:
    """Return the type of that full name."""
    prefix = name.rpartition("/")[2].partition(":")[0]
    return schema(prefixes()[prefix])[0][name]


def lineage(one: Type) -> Iterator[Type]:
    """Yield a type and those it is derived from."""
    yield one
    prefix = one["Name"].partition(":")[0]
    if one.get("IsDerived"):
        base = schema(prefixes()[prefix])[1].get(one["BaseClass"])
        if base is not None:
            yield from lineage(base)


@cache
def children(name: str) -> dict[str, str]:
    """Return the names of the types of the children of a type, by tag."""
    return {
        tag(child["Name"]): child["Name"]
        for one in lineage(found_type(name))
        for child in one.get("Children", ())
    }


@cache
def attributes(name: str) -> dict[str, Type]:
    """Return the attributes of a type, by name as the parser has it."""
    return {
        tag(held["QName"]): held
        for one in lineage(found_type(name))
        for held in one.get("Attributes", ())
    }


@cache
def order(name: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """Return a pattern the children's letters match, and the letter of each tag."""
    letters = {t: chr(0xE000 + n) for n, t in enumerate(children(name))}
    particle = next(
        (one["Particle"] for one in lineage(found_type(name)) if "Particle" in one),
        None,
    )
    if particle is None:
        return None, letters
    return re.compile(_pattern(particle, letters)), letters


def _pattern(particle: Type, letters: Mapping[str, str]) -> str:
    if "Name" in particle and "Items" not in particle:
        inner = letters.get(tag(particle["Name"]), "")
    else:
        parts = [_pattern(item, letters) for item in particle.get("Items", ())]
        parts = [part for part in parts if part]
        inner = _joined(particle.get("Kind", "Sequence"), parts)
    return f"(?:{inner}){_times(particle)}" if inner else ""


def _joined(kind: str, parts: list[str]) -> str:
    if kind == "All":
        return f"(?:{'|'.join(parts)})*"
    return ("|" if kind == "Choice" else "").join(parts)


def _times(particle: Type) -> str:
    """Return how often; one without a limit may be left out or repeated."""
    occurs = particle.get("Occurs")
    if occurs is None:
        return ""
    least, most = occurs[0].get("Min", 0), occurs[0].get("Max", 0)
    return f"{{{least},{most or ''}}}"


# --- checking ----------------------------------------------------------------


def faults(package: bytes) -> list[str]:
    """Return what is wrong in any part of a package, with the part and the place."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return [
            f"{name}{fault}"
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
            for fault in part_faults(archive.read(name))
        ]


def part_faults(content: bytes) -> Iterator[str]:
    """Yield what is wrong in one part; a part of no known schema is a fault."""
    root = etree.fromstring(content)
    name = etree.QName(root)
    if name.namespace in PACKAGING:
        yield from _packaging_faults(root)
        return
    wanted = [
        one["Name"]
        for one in schema(str(name.namespace))[0].values()
        if one["Name"].rpartition("/")[2].partition(":")[2] == name.localname
    ]
    whole = [one for one in wanted if "Part" in found_type(one)] or wanted
    if not whole:
        yield f": nothing is known of <{name.localname}>"
        return
    yield from _element_faults(root, whole[0], f"/{name.localname}")


def _element_faults(element: Any, name: str, place: str) -> Iterator[str]:
    yield from _attribute_faults(element, name, place)
    known = children(name)
    inside = [child for child in element if isinstance(child.tag, str)]
    strange = [child.tag for child in inside if child.tag not in known]
    if strange and not _takes_any(name):
        yield f"{place}: holds {strange[0]}"
        return
    pattern, letters = order(name)
    held = "".join(letters.get(child.tag, "") for child in inside)
    if pattern and not _takes_any(name) and not pattern.fullmatch(held):
        yield f"{place}: {[etree.QName(c).localname for c in inside]} out of order"
    for child in inside:
        if child.tag in known:
            deeper = f"{place}/{etree.QName(child).localname}"
            yield from _element_faults(child, known[child.tag], deeper)


@cache
def _takes_any(name: str) -> bool:
    return any('"Any"' in json.dumps(one) for one in lineage(found_type(name)))


def _attribute_faults(element: Any, name: str, place: str) -> Iterator[str]:
    known = attributes(name)
    for key, value in element.attrib.items():
        if key.startswith(_FREE):
            continue
        if key not in known:
            yield f"{place}/@{key}: not known"
        elif not _fits(known[key], value, name):
            yield f"{place}/@{key}: {value!r}"
    for key, held in known.items():
        required = any(
            v.get("Name") == "RequiredValidator" for v in held.get("Validators", ())
        )
        if required and key not in element.attrib:
            yield f"{place}/@{key}: missing"


def _fits(held: Type, value: str, name: str) -> bool:
    kind = held.get("Type", "")
    if kind in _NUMBERS:
        return re.fullmatch(_NUMBERS[kind], value) is not None
    if kind.startswith("EnumValue<"):
        enum = kind.removeprefix("EnumValue<").removesuffix(">").rpartition(".")[2]
        prefix = name.partition(":")[0]
        facets = [
            facet
            for one in schema(prefixes()[prefix])[2].values()
            if enum in (one["Name"], one["Name"].removeprefix("ST_") + "Values")
            for facet in one["Facets"]
        ]
        return not facets or value in {facet["Value"] for facet in facets}
    return True


def _packaging_faults(root: Any) -> Iterator[str]:
    """Yield faults of content types, relationships and core properties: ECMA-376-2."""
    allowed = {
        "Types": {
            "Default": {"Extension", "ContentType"},
            "Override": {"PartName", "ContentType"},
        },
        "Relationships": {"Relationship": {"Id", "Type", "Target", "TargetMode"}},
    }.get(etree.QName(root).localname)
    seen: set[str] = set()
    for child in root:
        name = etree.QName(child).localname
        if allowed is None:
            free = all(key.startswith(_FREE) for key in child.attrib)
            if name in seen or len(child) or not free or name not in _CORE:
                yield f": {name} twice, not known, or with parts"
            seen.add(name)
        elif (
            name not in allowed or not set(child.attrib) <= allowed[name] or len(child)
        ):
            yield f": {name} {dict(child.attrib)}"
