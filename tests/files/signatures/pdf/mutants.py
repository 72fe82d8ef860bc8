"""Change a signed PDF at random: its bytes, and its objects by one more update."""

# mypy: disable-error-code="no-untyped-call"
# The library that plays the attacker has few types.

import re
from collections.abc import Callable
from io import BytesIO
from random import Random

import pypdfium2
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.stamp import TextStampStyle

from desktop.files.signatures.keys import Key
from desktop.files.signatures.pdf.fields import AGENCY
from desktop.files.signatures.signer import KeySigner

Dictionary = generic.DictionaryObject

DIGITS = re.compile(rb"/Contents <([0-9a-fA-F]+)>")
NAMES = (
    "/Type",
    "/Contents",
    "/Kids",
    "/V",
    "/Rect",
    "/AP",
    "/Ff",
    "/Length",
    "/Names",
)
FAULTS = (
    PdfError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
)
"""What the library raises on a document that makes no sense any more."""
OVERLAY = b"q 1 1 1 rg 0 0 600 800 re f Q BT /F1 40 Tf 90 690 Td (9 999) Tj ET"


# --- bytes ------------------------------------------------------------------------


def mutant(data: bytes, noise: Random) -> bytes:
    """Return a PDF whose bytes are changed in one or two ways."""
    for _ in range(noise.choice((1, 1, 2))):
        data = noise.choice(BYTES)(noise, data)
    return data


def flip(noise: Random, data: bytes) -> bytes:
    """Turn one bit."""
    at = noise.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << noise.randrange(8))]) + data[at + 1 :]


def cut(noise: Random, data: bytes) -> bytes:
    """Take some bytes away, or all from somewhere on."""
    at = noise.randrange(len(data))
    last = at + noise.randrange(1, 200) if noise.random() < 0.7 else len(data)
    return data[:at] + data[last:] or b"%PDF-"


def put(noise: Random, data: bytes) -> bytes:
    """Put in, or append, some of its own bytes."""
    start, at = noise.randrange(len(data)), noise.randrange(len(data) + 1)
    more = data[start : start + noise.randrange(1, 400)]
    if noise.random() < 0.3:
        at = len(data)
    return data[:at] + more + data[at:]


def over(noise: Random, data: bytes) -> bytes:
    """Write some of its own bytes over others: lengths and places stay right."""
    size = noise.randrange(1, 60)
    start, at = noise.randrange(len(data)), noise.randrange(len(data))
    more = data[start : start + size]
    return data[:at] + more + data[at + len(more) :]


def figure(noise: Random, data: bytes) -> bytes:
    """Turn one figure into another: a place, a length, an object, a text."""
    places = [found.start() for found in re.finditer(rb"\d", data)]
    at = noise.choice(places)
    return data[:at] + str(noise.randrange(10)).encode() + data[at + 1 :]


BYTES: tuple[Callable[[Random, bytes], bytes], ...] = (flip, cut, put, over, figure)


def without_digits(data: bytes) -> bytes:
    """Return all but the signatures' own digits, which no signature covers."""
    return DIGITS.sub(b"", data)


# --- objects -----------------------------------------------------------------------


def updated(data: bytes, noise: Random) -> bytes | None:
    """Return a PDF with some objects changed by an update; None where none was."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    changed, output = False, BytesIO()
    try:
        for _ in range(noise.choice((1, 1, 2, 3))):
            changed |= noise.choice(UPDATES)(noise, writer)
        writer.write(output)
    except FAULTS:  # the first change left nothing to change, or to write
        return None
    return output.getvalue() if changed else None


def _objects(writer: IncrementalPdfFileWriter) -> list[tuple[int, Dictionary]]:
    found = []
    for number in range(1, int(writer.prev.trailer["/Size"])):
        try:
            one = writer.get_object(generic.Reference(number, 0, writer))
        except FAULTS:
            continue
        if isinstance(one, Dictionary):
            found.append((number, one))
    return found


def _pick(noise: Random, writer: IncrementalPdfFileWriter) -> Dictionary:
    number, one = noise.choice(_objects(writer))
    writer.mark_update(generic.Reference(number, 0, writer))
    return one


def forget(noise: Random, writer: IncrementalPdfFileWriter) -> bool:
    """Take a value of some object away."""
    one = _pick(noise, writer)
    if one:
        del one[noise.choice(sorted(one))]
    return bool(one)


def borrow(noise: Random, writer: IncrementalPdfFileWriter) -> bool:
    """Give an object a value of another."""
    one, other = _pick(noise, writer), noise.choice(_objects(writer))[1]
    names = sorted({*one, *other})
    if not names or not other:
        return False
    name = noise.choice(names)
    one[generic.pdf_name(name)] = other.raw_get(noise.choice(sorted(other)))
    return True


def renumber(noise: Random, writer: IncrementalPdfFileWriter) -> bool:
    """Set a value to a plain one."""
    one = _pick(noise, writer)
    name = noise.choice(sorted({*one, *NAMES}))
    values = (
        generic.NumberObject(noise.randrange(-5, 900)),
        generic.pdf_name("/X"),
        generic.pdf_string("9 999"),
        generic.ArrayObject(),
        generic.NullObject(),
    )
    one[generic.pdf_name(name)] = noise.choice(values)
    return True


def overlay(noise: Random, writer: IncrementalPdfFileWriter) -> bool:
    """Draw over what is on a page."""
    reference, _ = writer.find_page_for_modification(noise.randrange(2))
    page = reference.get_object()
    stream = generic.StreamObject(stream_data=OVERLAY)
    more = [writer.add_object(stream)]
    if noise.random() < 0.5:
        more.insert(0, page.raw_get("/Contents"))
    page["/Contents"] = generic.ArrayObject(more)
    writer.mark_update(reference)
    return True


def annotate(noise: Random, writer: IncrementalPdfFileWriter) -> bool:
    """Stick a note with a picture of its own on a page."""
    reference, _ = writer.find_page_for_modification(noise.randrange(2))
    page = reference.get_object()
    box = generic.ArrayObject(map(generic.NumberObject, (0, 0, 600, 800)))
    form = generic.StreamObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/XObject"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/Form"),
            generic.pdf_name("/BBox"): box,
        },
        stream_data=b"0 0 600 800 re f",
    )
    looks = {generic.pdf_name("/N"): writer.add_object(form)}
    note = Dictionary(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name(
                noise.choice(("/Stamp", "/FreeText", "/Widget"))
            ),
            generic.pdf_name("/Rect"): box,
            generic.pdf_name("/F"): generic.NumberObject(4),
            generic.pdf_name("/AP"): Dictionary(looks),
        }
    )
    known = page.get("/Annots", generic.ArrayObject())
    page["/Annots"] = generic.ArrayObject([*known, writer.add_object(note)])
    writer.mark_update(reference)
    return True


UPDATES: tuple[Callable[[Random, IncrementalPdfFileWriter], bool], ...] = (
    forget,
    borrow,
    renumber,
    overlay,
    annotate,
)


def agreed(data: bytes, agency: Key) -> bytes | None:
    """Return a PDF signed by an agency that does not look; None if it cannot be."""
    signer = PdfSigner(
        PdfSignatureMetadata(
            field_name=AGENCY, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
        ),
        KeySigner(agency),
        stamp_style=TextStampStyle(stamp_text="", border_width=0),  # not of this hour
    )
    output = BytesIO()
    try:
        writer = IncrementalPdfFileWriter(BytesIO(data))
        signer.sign_pdf(writer, existing_fields_only=True, output=output)
    except FAULTS:
        return None
    return output.getvalue()


def seen(data: bytes) -> list[bytes]:
    """Return the picture of every page."""
    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        return [page.render(scale=0.5).to_pil().tobytes() for page in document]
