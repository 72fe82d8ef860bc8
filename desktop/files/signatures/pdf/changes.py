"""Name what differs between a PDF as it was signed and as it is now.

What a signature covers is told by `checking`; this only finds words for what it
leaves out, so that a reader knows where to look.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.rw_common import PdfHandler

NODE_LIMIT: Final = 300_000
"""Objects looked at in one state of a document."""
PAGE_LIMIT: Final = 5_000

_ASIDE: Final = frozenset({"/Parent", "/P", "/Prev", "/Next", "/Data"})
"""Keys that lead back to where one came from, or along a chain without end."""
_INHERITED: Final = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_ACTIONS: Final = ("/OpenAction", "/AA", "/JavaScript")
_NAMED: Final = frozenset({"/Pages", "/AcroForm", "/Metadata", "/Names", "/AF"})
"""Keys of the catalogue that are compared piece by piece; `/Perms` holds the
certifying signature, and `/Extensions` tells which standard that follows."""
_OF_SIGNING: Final = frozenset({"/Perms", "/Extensions", "/Version", "/DSS"})
_DEPTH: Final = 60

Named = tuple[str, tuple[str, ...]]
"""Code of a change, and its facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """One state of a document, each piece as a digest."""

    pages: tuple[bytes, ...]
    notes: tuple[Counter[bytes], ...]
    """Annotations of each page, but for those of fields."""
    attachments: Mapping[str, bytes]
    fields: Mapping[str, bytes]
    waiting: frozenset[str]
    """Fields for signatures that are still empty."""
    metadata: bytes
    actions: bytes
    rest: bytes


def changes(signed: PdfHandler, now: PdfHandler) -> tuple[Named, ...]:
    """Return what differs, in the order of what matters most to a reader.

    A field that waited for a signature and has one now is no difference. What has no
    name of its own is `changed_after_signing`.

    Raises:
        PdfError: The document is too odd, or too large, to be compared.
    """
    try:
        then, since = _state(signed), _state(now)
        found = tuple(_compare(then, since))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise PdfError(str(error)) from error
    return found or (("changed_after_signing", ()),) * (then.rest != since.rest)


def _compare(then: _State, now: _State) -> Iterator[Named]:
    yield from _compare_pages(then, now)
    for name in _differing(then.attachments, now.attachments):
        yield "attachment_changed", (name,)
    yield from _compare_fields(then, now)
    if then.metadata != now.metadata:
        yield "metadata_changed", ()
    if then.actions != now.actions:
        yield "action_changed", ()


def _compare_pages(then: _State, now: _State) -> Iterator[Named]:
    if len(then.pages) != len(now.pages):
        yield "pages_changed", (str(len(then.pages)), str(len(now.pages)))
        return
    for number, (old, new) in enumerate(zip(then.pages, now.pages, strict=True), 1):
        if old != new:
            yield "page_changed", (str(number),)
    for number, (was, became) in enumerate(zip(then.notes, now.notes, strict=True), 1):
        if was != became:
            yield "annotation_changed", (str(number),)


def _compare_fields(then: _State, now: _State) -> Iterator[Named]:
    for name in _differing(then.fields, now.fields):
        if name not in then.fields:
            yield "field_added", (name,)
        elif name not in then.waiting or name not in now.fields:
            yield "field_changed", (name,)


def _differing(then: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[str]:
    return sorted(name for name in {*then, *now} if then.get(name) != now.get(name))


def _state(document: PdfHandler) -> _State:
    printer = _Printer()
    root = document.root
    pages = _pages(root)
    form = _held(root, "/AcroForm")
    fields = dict(_fields(_held(form, "/Fields")))
    names = _held(root, "/Names")
    return _State(
        pages=tuple(printer.of(page, "/Annots") for page in pages),
        notes=tuple(_notes(page, printer) for page in pages),
        attachments={
            name: printer.of(spec) for name, spec in _attachments(names, root)
        },
        fields={name: printer.of(field) for name, field in fields.items()},
        waiting=frozenset(
            name
            for name, field in fields.items()
            if field.get("/FT") == "/Sig" and "/V" not in field
        ),
        metadata=printer.of(_held(root, "/Metadata"))
        + printer.of(_held(document.trailer_view, "/Info")),
        actions=b"".join(
            printer.of(_held(one, key)) for one in (root, names) for key in _ACTIONS
        ),
        rest=printer.of(root, *_NAMED, *_OF_SIGNING, *_ACTIONS),
    )


def _held(holder: object, key: str) -> object:
    """Return what a dictionary holds, looked up; None where it holds nothing."""
    if isinstance(holder, generic.DictionaryObject) and key in holder:
        return holder[key]
    return None


def _items(held: object) -> list[object]:
    """Return the members of an array, each looked up."""
    if not isinstance(held, generic.ArrayObject):
        return []
    return [held[place] for place in range(len(held))]


def _pages(root: generic.DictionaryObject) -> list[generic.DictionaryObject]:
    """Return the pages in order, each with what it inherits."""
    found: list[generic.DictionaryObject] = []
    waiting: list[tuple[object, dict[Any, Any], int]] = [(_held(root, "/Pages"), {}, 0)]
    while waiting:
        node, above, depth = waiting.pop()
        if not isinstance(node, generic.DictionaryObject):
            continue
        if len(found) > PAGE_LIMIT or depth > _DEPTH:
            raise PdfError("pages")
        if "/Kids" not in node:
            found.append(_page({**above, **dict(node)}))
            continue
        own = {key: node.raw_get(key) for key in _INHERITED if key in node}
        kids = reversed(_items(node["/Kids"]))
        waiting += [(kid, {**above, **own}, depth + 1) for kid in kids]
    return found


def _page(keys: dict[Any, Any]) -> generic.DictionaryObject:
    return generic.DictionaryObject(keys)  # type: ignore[no-untyped-call]


def _notes(page: generic.DictionaryObject, printer: "_Printer") -> Counter[bytes]:
    return Counter(
        printer.of(note)
        for note in _items(_held(page, "/Annots"))
        if _held(note, "/Subtype") != "/Widget"
    )


def _fields(
    held: object, above: str = "", depth: int = 0
) -> Iterator[tuple[str, generic.DictionaryObject]]:
    """Yield each field that has a name of its own, by its full name."""
    if depth > _DEPTH:
        raise PdfError("fields")
    for field in _items(held):
        if isinstance(field, generic.DictionaryObject) and "/T" in field:
            name = f"{above}.{field['/T']}" if above else str(field["/T"])
            yield name, field
            yield from _fields(_held(field, "/Kids"), name, depth + 1)


def _attachments(
    names: object, root: generic.DictionaryObject
) -> Iterator[tuple[str, object]]:
    """Yield attached files by name: those in the list of names, then the others."""
    yield from _tree(_held(names, "/EmbeddedFiles"), 0)
    for place, spec in enumerate(_items(_held(root, "/AF"))):
        name = _held(spec, "/UF") or _held(spec, "/F") or place
        yield f"{name}", spec


def _tree(node: object, depth: int) -> Iterator[tuple[str, object]]:
    if depth > _DEPTH:
        raise PdfError("names")
    pairs = _items(_held(node, "/Names"))
    for name, spec in zip(pairs[::2], pairs[1::2], strict=False):
        yield str(name), spec
    for kid in _items(_held(node, "/Kids")):
        yield from _tree(kid, depth + 1)


class _Printer:
    """Reduce objects to digests, through references, each object looked at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], bytes] = {}
        self._left = NODE_LIMIT

    def of(self, held: object, *without: str) -> bytes:
        """Return the digest of an object but for some keys of its own."""
        return hashlib.sha256(self._text(held, frozenset(without), 0)).digest()

    def _text(self, held: object, without: frozenset[str], depth: int) -> bytes:
        self._left -= 1
        if self._left < 0 or depth > _DEPTH:
            raise PdfError("objects")
        if isinstance(held, generic.IndirectObject):
            return self._looked_up(held, depth)
        if isinstance(held, generic.DictionaryObject):
            parts = [
                key.encode() + b" " + self._text(held.raw_get(key), frozenset(), depth)
                for key in sorted(held)
                if key not in without and key not in _ASIDE
            ]
            stream = (
                hashlib.sha256(held.encoded_data).digest()
                if isinstance(held, generic.StreamObject)
                else b""
            )
            return b"<" + b"\n".join(parts) + b">" + stream
        if isinstance(held, generic.ArrayObject):
            raw = [held.raw_get(place) for place in range(len(held))]
            return b"[" + b" ".join(self._text(one, frozenset(), depth) for one in raw)
        return repr(held).encode("utf-8", "replace")

    def _looked_up(self, reference: generic.IndirectObject, depth: int) -> bytes:
        """Return the digest behind a reference; one met on its own way is a blank."""
        number = reference.idnum, reference.generation
        if number not in self._known:
            self._known[number] = b"?"
            found = reference.get_object()  # type: ignore[no-untyped-call]
            text = self._text(found, frozenset(), depth + 1)
            self._known[number] = hashlib.sha256(text).digest()
        return self._known[number]
