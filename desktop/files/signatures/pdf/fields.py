"""Prepare the fields of a PDF that signatures go into, and measure them."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.rw_common import PdfHandler
from pyhanko.sign.fields import (
    SigFieldSpec,
    append_signature_field,
    enumerate_sig_fields,
)

from desktop.files.pdf.drawn import Box
from desktop.files.pdf.sizes import sizes
from desktop.records.signing import SignerRole

PERSON: Final = "KyCaNhan"
AGENCY: Final = "KyCoQuan"
FIELDS: Final[Mapping[SignerRole, str]] = MappingProxyType(
    {SignerRole.PERSON: PERSON, SignerRole.AGENCY: AGENCY}
)

_LEAST_TEXT: Final = 60.0
"""Points in which a name can still be read."""
_DEPTH: Final = 4
"""Forms within forms that are looked through for a picture: we make three."""


class Adding(IncrementalPdfFileWriter):
    """Adds to a document and leaves what it says of itself, which PDF/A binds."""

    def _update_meta(self) -> None:
        """Leave day and maker as the document has them."""


def prepare_fields(pdf: bytes, person: Box | None, agency: Box) -> bytes:
    """Append the empty signature fields in one update.

    They must exist before the first signature: whether a certified document may
    gain new fields is answered differently by different readers. A file that goes
    with a signed document has a field only for the agency. Equal input gives equal
    bytes.
    """
    writer = Adding(BytesIO(pdf))
    _identify(writer, pdf)
    for name, box in ((PERSON, person), (AGENCY, agency)):
        if box is not None:
            place = SigFieldSpec(name, on_page=box.page, box=_corners(box))
            append_signature_field(writer, place)
    output = BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]
    return output.getvalue()


def _identify(writer: IncrementalPdfFileWriter, pdf: bytes) -> None:
    """Name this state of the document by what it adds to, and not by chance."""
    first = writer._document_id[0]  # noqa: SLF001  the library draws the second by lot
    second = generic.ByteStringObject(hashlib.sha256(pdf).digest()[:16])
    writer._document_id = generic.ArrayObject([first, second])  # noqa: SLF001


def _corners(box: Box) -> tuple[int, int, int, int]:
    # the library asks for whole points
    return round(box.x0), round(box.y0), round(box.x1), round(box.y1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a field offers to what is seen in it, in points."""

    width: float
    height: float
    text: float
    """Width from the left edge in which text runs into nothing else."""
    edge: float
    """Where a seal ends on its right, from the left edge of the field."""


def room_of(document: PdfHandler, role: SignerRole) -> Room:
    """Measure the empty field of a role.

    A seal ends where it lies over a third of the person's signature as that was
    drawn: Decree 30/2020, Annex I, cell 8.

    Raises:
        KeyError: There is no such field, or it is signed.
    """
    found = dict(_fields(document))
    field = found[FIELDS[role]]
    if "/V" in field:
        raise KeyError(FIELDS[role])
    x0, y0, x1, y1 = _rectangle(field)
    room = Room(width=x1 - x0, height=y1 - y0, text=x1 - x0, edge=x1 - x0)
    person = found.get(PERSON)
    if role is SignerRole.PERSON or person is None or not _meet(field, person):
        return room
    text = _rectangle(person)[0] - x0
    return Room(
        width=room.width,
        height=room.height,
        text=text if _LEAST_TEXT <= text < room.text else room.text,
        edge=min(max(_covered_to(person) - x0, 0.0), room.edge),
    )


def _fields(document: PdfHandler) -> Iterator[tuple[str, generic.DictionaryObject]]:
    for name, _value, reference in enumerate_sig_fields(document):
        yield str(name), reference.get_object()


def _rectangle(field: generic.DictionaryObject) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(one) for one in field["/Rect"])
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _meet(one: generic.DictionaryObject, other: generic.DictionaryObject) -> bool:
    if one.raw_get("/P") != other.raw_get("/P"):
        return False
    left, low, right, high = _rectangle(one)
    x0, y0, x1, y1 = _rectangle(other)
    return left < x1 and x0 < right and low < y1 and y0 < high


def _covered_to(person: generic.DictionaryObject) -> float:
    """Return where the part of the person's picture ends that a seal lies over."""
    x0, y0, x1, y1 = _rectangle(person)
    width = x1 - x0
    seen = _at(_at(person, "/AP"), "/N")
    pixels = next(_pictures(seen, _DEPTH), None)
    if pixels is not None:
        across, down = pixels
        width = min(width, (y1 - y0) * across / down)
    return (x0 + x1 - width) / 2 + width * sizes().cover


def _pictures(form: object, depth: int) -> Iterator[tuple[float, float]]:
    """Yield the pixels across and down of each picture drawn in a form."""
    if not isinstance(form, generic.StreamObject) or not depth:
        return
    if form.get("/Subtype") == "/Image":
        yield float(form["/Width"]), float(form["/Height"])
        return
    drawn = _at(_at(form, "/Resources"), "/XObject")
    for name in drawn if isinstance(drawn, generic.DictionaryObject) else ():
        yield from _pictures(_at(drawn, name), depth - 1)


def _at(held: object, name: str) -> object:
    """Return what a dictionary holds, which its own `get` does not look up."""
    if isinstance(held, generic.DictionaryObject) and name in held:
        return held[name]
    return None
