"""What attackers do to signed PDF documents, each rebuilt by hand."""

# mypy: disable-error-code="no-untyped-call"
# The library that plays the attacker has few types.

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from desktop.files.signatures.pdf.fields import prepare_fields
from tests.files.signatures.printed import AGENCY_BOX, PERSON_BOX, page

name = generic.pdf_name


def of(**keys: object) -> generic.DictionaryObject:
    """Return a PDF dictionary."""
    return generic.DictionaryObject({name(f"/{key}"): keys[key] for key in keys})


def numbers(*values: float) -> generic.ArrayObject:
    """Return an array of numbers."""
    return generic.ArrayObject([generic.FloatObject(value) for value in values])


@cache
def furnished() -> bytes:
    """Return two pages with fields to sign, a form's value, a file and a cover.

    The cover is a white picture over the first line of page 1, as shadow attacks
    prepare it, and the catalogue knows a layer.
    """
    with pikepdf.open(BytesIO(page())) as document:
        document.attachments["data.json"] = b'{"total": 12}'
        first = document.pages[0]
        white = b"1 1 1 rg 0 0 200 50 re f"
        cover = document.make_stream(white)
        cover.Type, cover.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        cover.BBox = [0, 0, 200, 50]
        first.add_resource(cover, pikepdf.Name.XObject, pikepdf.Name("/Cover"))
        drawn = document.make_stream(b"q 1 0 0 1 90 690 cm /Cover Do Q")
        first.contents_add(drawn)
        layer = pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="layer")
        document.Root.OCProperties = pikepdf.Dictionary(
            OCGs=[document.make_indirect(layer)], D=pikepdf.Dictionary(ON=[])
        )
        value = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T="amount",
            V="12",
            Rect=[100, 500, 200, 520],
        )
        held = document.make_indirect(value)
        first.Annots = document.make_indirect(pikepdf.Array([held]))
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[held])
        output = BytesIO()
        document.save(output, deterministic_id=True)
    return prepare_fields(output.getvalue(), PERSON_BOX, AGENCY_BOX)


class Update:
    """Append one update to a PDF, as an attacker would."""

    def __init__(self, data: bytes) -> None:
        """Open the document."""
        self.writer = IncrementalPdfFileWriter(BytesIO(data))

    def done(self) -> bytes:
        """Return the document with the update behind it."""
        output = BytesIO()
        self.writer.write(output)
        return output.getvalue()

    def page(self, number: int = 1) -> Any:
        """Return a page, counted from 0, that will be written anew."""
        reference, _ = self.writer.find_page_for_modification(number)
        self.writer.mark_update(reference)
        return reference.get_object()

    def field(self, number: int) -> Any:
        """Return a field that will be written anew."""
        reference = self.writer.root["/AcroForm"]["/Fields"].raw_get(number)
        self.writer.mark_update(reference)
        return reference.get_object()

    def root(self) -> Any:
        """Return the catalogue, which will be written anew."""
        self.writer.update_root()
        return self.writer.root

    def stream(self, data: bytes, **keys: object) -> generic.IndirectObject:
        """Add a stream."""
        held = {name(f"/{key}"): keys[key] for key in keys}
        stream = generic.StreamObject(held, stream_data=data)
        return self.writer.add_object(stream)


def overlaid(data: bytes) -> bytes:
    """Write over a page."""
    update = Update(data)
    drawn = update.stream(b"BT /F1 40 Tf 90 690 Td (X) Tj ET")
    update.page()["/Contents"] = drawn
    return update.done()


def turned(data: bytes) -> bytes:
    """Turn a page around."""
    update = Update(data)
    update.page()["/Rotate"] = generic.NumberObject(180)
    return update.done()


def annotated(data: bytes) -> bytes:
    """Stick a note over a page."""
    update = Update(data)
    note = of(
        Type=name("/Annot"),
        Subtype=name("/FreeText"),
        Rect=numbers(0, 0, 99, 99),
        Contents=generic.pdf_string("added"),
    )
    annotations = update.page()["/Annots"]
    annotations.append(update.writer.add_object(note))
    if annotations.container_ref is not None:
        update.writer.update_container(annotations)
    return update.done()


def retitled(data: bytes) -> bytes:
    """Give the document another title."""
    update = Update(data)
    update.writer.set_info(of(Title=generic.pdf_string("another")))
    return update.done()


def with_metadata(data: bytes) -> bytes:
    """Replace the XMP, which the library's bottom line finds no fault with."""
    update = Update(data)
    stream = update.stream(b"<x/>", Type=name("/Metadata"), Subtype=name("/XML"))
    update.root()["/Metadata"] = stream
    return update.done()


def with_another_field(data: bytes) -> bytes:
    """Add a field to sign."""
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    update = Update(data)
    append_signature_field(update.writer, SigFieldSpec("Extra", box=(1, 1, 50, 50)))
    return update.done()


def with_one_page_less(data: bytes) -> bytes:
    """Take the first page away."""
    update = Update(data)
    pages = update.writer.root["/Pages"]
    del pages["/Kids"][0]
    pages["/Count"] = generic.NumberObject(1)
    update.writer.mark_update(update.writer.root.raw_get("/Pages"))
    return update.done()


def with_one_page_more(data: bytes) -> bytes:
    """Add a page at the end."""
    update = Update(data)
    pages = update.writer.root["/Pages"]
    parent = update.writer.root.raw_get("/Pages")
    added = of(Type=name("/Page"), Parent=parent, MediaBox=numbers(0, 0, 595, 842))
    pages["/Kids"].append(update.writer.add_object(added))
    pages["/Count"] = generic.NumberObject(3)
    update.writer.mark_update(parent)
    return update.done()


def with_pages_swapped(data: bytes) -> bytes:
    """Let the second page come first."""
    update = Update(data)
    pages = update.writer.root["/Pages"]
    first, second = pages["/Kids"].raw_get(0), pages["/Kids"].raw_get(1)
    pages["/Kids"] = generic.ArrayObject([second, first])
    update.writer.mark_update(update.writer.root.raw_get("/Pages"))
    return update.done()


def with_an_action(data: bytes) -> bytes:
    """Let the reader open something."""
    update = Update(data)
    update.root()["/OpenAction"] = of(
        S=name("/URI"), URI=generic.pdf_string("http://x.invalid")
    )
    return update.done()


def with_a_layer_shown(data: bytes) -> bytes:
    """Switch a layer on."""
    update = Update(data)
    layers = update.root()["/OCProperties"]
    layers["/D"] = of(ON=generic.ArrayObject([layers["/OCGs"].raw_get(0)]))
    return update.done()


def with_another_attachment(data: bytes) -> bytes:
    """Replace the attached figures by others of the same name."""
    update = Update(data)
    tree = update.writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    spec = tree[1]
    stream = update.stream(b'{"total": 99}', Type=name("/EmbeddedFile"))
    spec["/EF"] = of(F=stream, UF=stream)
    update.writer.update_container(spec)
    return update.done()


def with_a_value_filled_in(data: bytes) -> bytes:
    """Fill in a form's value, which certification at level 2 allows anybody."""
    update = Update(data)
    update.field(0)["/V"] = generic.pdf_string("99")
    return update.done()


def with_another_look(data: bytes) -> bytes:
    """Let the signed field of the person show another name."""
    update = Update(data)
    fields = update.writer.root["/AcroForm"]["/Fields"]
    place = next(
        place for place in range(len(fields)) if fields[place]["/T"] == "KyCaNhan"
    )
    drawn = update.stream(
        b"0 0 99 99 re f",
        Type=name("/XObject"),
        Subtype=name("/Form"),
        BBox=numbers(0, 0, 99, 99),
    )
    update.field(place)["/AP"] = of(N=drawn)
    return update.done()


def uncovered(data: bytes) -> bytes:
    """Hide: empty the white picture that lay over what nobody was to read."""
    update = Update(data)
    resources = update.writer.root["/Pages"]["/Kids"][0]["/Resources"]
    reference = resources["/XObject"].raw_get("/Cover")
    empty = of(Type=name("/XObject"), Subtype=name("/Form"), BBox=numbers(0, 0, 1, 1))
    stream = generic.StreamObject(dict(empty), stream_data=b"")
    update.writer.objects[(reference.generation, reference.idnum)] = stream
    return update.done()


def with_another_type(data: bytes) -> bytes:
    """Replace: let the letters of a page be drawn as others."""
    update = Update(data)
    resources = update.writer.root["/Pages"]["/Kids"][0]["/Resources"]
    fonts = resources["/Font"]
    font = fonts[next(iter(fonts))]
    font["/Encoding"] = of(
        Differences=generic.ArrayObject([generic.NumberObject(48), name("/nine")])
    )
    update.writer.update_container(font)
    return update.done()


def with_another_root(data: bytes) -> bytes:
    """Hide and replace: point the trailer at another catalogue."""
    update = Update(data)
    parent = update.writer.root.raw_get("/Pages")
    other = of(
        Type=name("/Pages"),
        Kids=generic.ArrayObject([update.writer.root["/Pages"]["/Kids"].raw_get(1)]),
        Count=generic.NumberObject(1),
    )
    assert parent is not None
    update.root()["/Pages"] = update.writer.add_object(other)
    return update.done()


def _with_a_space(data: bytes) -> bytes:
    return data + b" "


def _with_a_comment(data: bytes) -> bytes:
    return data + b"%" + b"x" * 50 + b"\n"


@dataclass(frozen=True, slots=True)
class Attack:
    """What is done after signing, and what a reader should be told of it."""

    do: Callable[[bytes], bytes]
    code: str
    facts: tuple[tuple[str, ...], ...] = ((),)
    """Of each finding, but for the signature's field."""

    def __str__(self) -> str:
        """Name it in the list of tests."""
        return getattr(self.do, "__name__", self.code)

    def found(self, field: str) -> list[tuple[str, tuple[str, ...]]]:
        """Return the findings on the signature in a field."""
        return [(self.code, (field, *facts)) for facts in self.facts]


UPDATES = (
    Attack(overlaid, "page_changed", (("2",),)),
    Attack(turned, "page_changed", (("2",),)),
    Attack(uncovered, "page_changed", (("1",),)),
    Attack(with_another_type, "page_changed", (("1",), ("2",))),
    Attack(with_pages_swapped, "page_changed", (("1",), ("2",))),
    Attack(annotated, "annotation_changed", (("2",),)),
    Attack(retitled, "metadata_changed"),
    Attack(with_metadata, "metadata_changed"),
    Attack(with_another_field, "field_added", (("Extra",),)),
    Attack(with_a_value_filled_in, "field_changed", (("amount",),)),
    Attack(with_another_look, "field_changed", (("KyCaNhan",),)),
    Attack(with_one_page_less, "pages_changed", (("2", "1"),)),
    Attack(with_one_page_more, "pages_changed", (("2", "3"),)),
    Attack(with_another_root, "pages_changed", (("2", "1"),)),
    Attack(with_another_attachment, "attachment_changed", (("data.json",),)),
    Attack(with_an_action, "action_changed"),
    Attack(with_a_layer_shown, "changed_after_signing"),
)
"""One update each, which a reader would show."""

TAILS = (
    Attack(_with_a_space, "bytes_appended", (("1",),)),
    Attack(_with_a_comment, "bytes_appended", (("52",),)),
)
"""Bytes behind the end, which no reader shows."""
