"""Change a signed workbook at random, byte by byte and structure by structure.

Bytes are changed inside of parts and packed again, since a zip finds damage in what
it packed by itself; what is asked here is whether the signature finds it.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from random import Random
from typing import Any

from lxml import etree

from desktop.files.signatures.opc import content_types, parts, relationships
from desktop.files.signatures.opc.markup import canonical
from desktop.files.signatures.opc.names import (
    CONTENT_TYPES_PART,
    ROOT_RELATIONSHIPS,
    SIGNATURES,
    UNSIGNED_TYPES,
)
from tests.files.signatures.opc import forger
from tests.files.signatures.opc.forger import dsig

Parts = dict[str, bytes]
Change = Callable[[Random, Parts], None]
TreeChange = Callable[[Random, Any], None]

PROPERTIES = "docProps/"
TEXTS = ("", "0", "x", "rId1", "sheet1.xml", "/xl/workbook.xml", "idPackageObject", "ạ")


def mutant(data: bytes, noise: Random) -> bytes:
    """Return a workbook changed in one to three ways.

    Now and then all digests are made to fit again, as a forger would do: of the parts,
    and even of the list of parts. Only the signature itself he cannot make.
    """
    held = dict(parts.read(data))
    for _ in range(noise.choice((1, 1, 1, 2, 3))):
        noise.choice(CHANGES)(noise, held)
    care = noise.randrange(4)
    for name in (forger.SIGNATURE, forger.SECOND):
        if care and name in held:
            held[name] = _fitted(held, held[name], whole=care > 1)
    return parts.build(held)


def _fitted(held: Parts, signature: bytes, *, whole: bool) -> bytes:
    try:
        root = etree.fromstring(signature)
    except (etree.XMLSyntaxError, ValueError):
        return signature
    for one in root.iterfind(f".//{dsig('Manifest')}/{dsig('Reference')}"):
        part = held.get(one.get("URI", "").partition("?")[0].lstrip("/"), b"")
        try:
            ids = {each.get("SourceId", "") for each in one.iter("{*}*")} - {""}
            form = relationships.transform(part, ids) if ids else part
        except ValueError:
            continue
        _set_digest(one, form)
    for one in root.iterfind(f"{dsig('SignedInfo')}/{dsig('Reference')}"):
        wanted = one.get("URI", "")[1:]
        for element in root.iter() if whole else ():
            if element.get("Id") == wanted:
                with suppress(etree.LxmlError):  # some namespaces have no such form
                    _set_digest(one, canonical(element))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _set_digest(reference: Any, form: bytes) -> None:
    value = reference.find(dsig("DigestValue"))
    if value is not None:
        value.text = b64encode(sha256(form).digest()).decode()


def content(data: bytes) -> Mapping[str, object]:
    """Return all that a reader shows of a workbook, without what is never signed."""
    held = parts.read(data)
    kinds = content_types.read(held[CONTENT_TYPES_PART])
    shown: dict[str, object] = {
        name: (part, kinds.of(name))
        for name, part in held.items()
        if not name.startswith((PROPERTIES, SIGNATURES))
        and name != CONTENT_TYPES_PART
        and not relationships.is_relationships(name)
    }
    for name in held:
        if relationships.is_relationships(name) and not name.startswith(SIGNATURES):
            found = set(relationships.read(held[name]))
            if name == ROOT_RELATIONSHIPS:
                found = {one for one in found if one.type not in UNSIGNED_TYPES}
            if found:
                shown[name] = found
    return shown


# --- bytes ------------------------------------------------------------------------


def _some(noise: Random, held: Parts) -> str:
    """Choose a part; now and then one of those that say what the others are."""
    names = sorted(held)
    if noise.random() < 0.4:
        names = [
            name
            for name in names
            if name.startswith(SIGNATURES) or name.endswith((".rels", "].xml"))
        ] or names
    return noise.choice(names)


def flip(noise: Random, held: Parts) -> None:
    """Turn one bit."""
    name = _some(noise, held)
    part = bytearray(held[name] or b" ")
    part[noise.randrange(len(part))] ^= 1 << noise.randrange(8)
    held[name] = bytes(part)


def cut(noise: Random, held: Parts) -> None:
    """Take some bytes away."""
    name = _some(noise, held)
    first, last = sorted(noise.randrange(len(held[name]) + 1) for _ in range(2))
    held[name] = held[name][:first] + held[name][min(last, first + 40) :]


def put(noise: Random, held: Parts) -> None:
    """Put some bytes in, of its own or of another part."""
    name, other = _some(noise, held), _some(noise, held)
    at = noise.randrange(len(held[name]) + 1)
    start = noise.randrange(len(held[other]) + 1)
    more = held[other][start : start + noise.randrange(1, 60)]
    held[name] = held[name][:at] + (more or b"x") + held[name][at:]


def digit(noise: Random, held: Parts) -> None:
    """Turn one figure into another: what a forger of a report is after."""
    name = _some(noise, held)
    places = [at for at, one in enumerate(held[name]) if chr(one).isdigit()]
    if places:
        at = noise.choice(places)
        figure = str(noise.randrange(10)).encode()
        held[name] = held[name][:at] + figure + held[name][at + 1 :]


# --- elements -------------------------------------------------------------------------


def _in_tree(change: TreeChange) -> Change:
    def apply(noise: Random, held: Parts) -> None:
        name = _some(noise, held)
        try:
            root = etree.fromstring(held[name])
        except (etree.XMLSyntaxError, ValueError):
            return
        change(noise, root)
        held[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")

    return apply


def _element(noise: Random, root: Any) -> Any:
    return noise.choice(list(root.iter(etree.Element)))


def remove(noise: Random, root: Any) -> None:
    """Take an element out."""
    one = _element(noise, root)
    if one.getparent() is not None:
        one.getparent().remove(one)


def double(noise: Random, root: Any) -> None:
    """Write an element twice."""
    one = _element(noise, root)
    if one.getparent() is not None:
        one.addnext(etree.fromstring(etree.tostring(one, with_tail=False)))


def move(noise: Random, root: Any) -> None:
    """Put an element below another."""
    one, place = _element(noise, root), _element(noise, root)
    if one.getparent() is not None and one not in (place, *place.iterancestors()):
        place.insert(noise.randrange(len(place) + 1), one)


def rename(noise: Random, root: Any) -> None:
    """Name an element otherwise."""
    _element(noise, root).tag = _element(noise, root).tag


def attribute(noise: Random, root: Any) -> None:
    """Set, take or drop a value of an element."""
    one, other = _element(noise, root), _element(noise, root)
    if one.attrib and noise.random() < 0.3:
        del one.attrib[noise.choice(list(one.attrib))]
        return
    names = [*one.attrib, *other.attrib, "Id", "Target", "count"]
    values = [*other.attrib.values(), *TEXTS]
    one.set(noise.choice(names), noise.choice(values))


def text(noise: Random, root: Any) -> None:
    """Let an element say something else, or something after it."""
    one, other = _element(noise, root), _element(noise, root)
    said = noise.choice([other.text or "x", *TEXTS])
    if noise.random() < 0.8:
        one.text = said
    else:
        one.tail = said


def remark(noise: Random, root: Any) -> None:
    """Put a comment or an instruction in."""
    make = noise.choice((etree.Comment, lambda said: etree.PI("do", said)))
    one = _element(noise, root)
    one.insert(noise.randrange(len(one) + 1), make("x"))


# --- parts ------------------------------------------------------------------------


def drop(noise: Random, held: Parts) -> None:
    """Take a part out."""
    del held[_some(noise, held)]
    held.setdefault(CONTENT_TYPES_PART, b"<Types/>")


def copy(noise: Random, held: Parts) -> None:
    """Write a part over another."""
    held[_some(noise, held)] = held[_some(noise, held)]


def swap(noise: Random, held: Parts) -> None:
    """Let two parts change their places."""
    one, other = _some(noise, held), _some(noise, held)
    held[one], held[other] = held[other], held[one]


def add(noise: Random, held: Parts) -> None:
    """Put a copy of a part in by another name."""
    name = _some(noise, held)
    folder, _, file = name.rpartition("/")
    places = (f"{folder}/x{file}", f"xl/{file}", f"{SIGNATURES}{file}", "xl/people.xml")
    place = noise.choice(places).lstrip("/")
    held.setdefault(place, held[name])


def relate(noise: Random, held: Parts) -> None:
    """Lead from one part to another."""
    names = [name for name in held if relationships.is_relationships(name)]
    if names:
        kind = noise.choice([*sorted(UNSIGNED_TYPES), "urn:x"])
        target = f"/{noise.choice(sorted(held))}"
        more = f'<Relationship Id="rId{noise.randrange(99)}" Type="{kind}"'
        more += f' Target="{target}"/></Relationships>'
        name = noise.choice(sorted(names))
        held[name] = held[name].replace(b"</Relationships>", more.encode())


def retype(noise: Random, held: Parts) -> None:
    """Call a part something else, among what the package knows."""
    try:
        known = content_types.read(held[CONTENT_TYPES_PART])
    except ValueError:
        return
    kinds = sorted({*known.overrides.values(), *known.defaults.values()})
    if kinds:
        part, kind = noise.choice(sorted(held)), noise.choice(kinds)
        more = f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
        types = held[CONTENT_TYPES_PART]
        held[CONTENT_TYPES_PART] = types.replace(b"</Types>", more.encode())


CHANGES: tuple[Change, ...] = (
    flip,
    cut,
    put,
    digit,
    *map(_in_tree, (remove, double, move, rename, attribute, text, remark)),
    drop,
    copy,
    swap,
    add,
    relate,
    retype,
)
