"""Fields are there before anyone signs, and a seal ends over a third of a name."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from desktop.files.pdf.document import draw
from desktop.files.pdf.drawn import Box
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.pdf.fields import (
    AGENCY,
    PERSON,
    Room,
    prepare_fields,
    room_of,
)
from desktop.files.signatures.pdf.pictures import Picture, read_picture
from desktop.files.signatures.pdf.signing import sign_pdf
from desktop.records.signing import SignerRole
from tests.files.pki import NOW, pki
from tests.files.report_builder import a_report
from tests.files.signatures.handwriting import a_signature, written
from tests.files.signatures.printed import AGENCY_BOX, PERSON_BOX, blank, page


def room(data: bytes, role: SignerRole) -> Room:
    return room_of(PdfFileReader(BytesIO(data)), role)


def signed(folder: Path, picture: Picture | None) -> bytes:
    """Return a report that a person signed, with room for the agency."""
    drawn = draw(a_report(annexes=()))
    ready = prepare_fields(drawn.pdf, drawn.person_box, drawn.agency_box)
    key, seen = pki().person.key(folder), Appearance(lines=("A",), picture=picture)
    return sign_pdf(ready, key, role=SignerRole.PERSON, at=NOW, seen=seen)


def test_both_fields_are_there_before_anyone_signs() -> None:
    with pikepdf.open(BytesIO(blank())) as document:
        found = {str(one.T): one for one in document.Root.AcroForm.Fields}
        assert list(found) == [PERSON, AGENCY]
        for name, box in ((PERSON, PERSON_BOX), (AGENCY, AGENCY_BOX)):
            rect = [float(one) for one in found[name].Rect]
            assert rect == [box.x0, box.y0, box.x1, box.y1]
            assert "/V" not in found[name]
        assert len(document.pages[0].get("/Annots", [])) == 0
        assert len(document.pages[1].Annots) == 2


def test_nothing_asks_the_reader_to_draw_what_is_seen_itself() -> None:
    """With `/NeedAppearances` one well-known reader hides the signature."""
    with pikepdf.open(BytesIO(blank())) as document:
        assert "/NeedAppearances" not in document.Root.AcroForm


def test_a_file_that_goes_with_another_has_a_field_only_for_the_agency() -> None:
    alone = prepare_fields(page(), None, Box(page=0, x0=300, y0=800, x1=500, y1=830))
    with pikepdf.open(BytesIO(alone)) as document:
        assert [str(one.T) for one in document.Root.AcroForm.Fields] == [AGENCY]
    assert room(alone, SignerRole.AGENCY) == Room(
        width=200, height=30, text=200, edge=200
    )


def test_preparing_only_adds_to_the_file() -> None:
    prepared = prepare_fields(page(), PERSON_BOX, AGENCY_BOX)
    assert prepared.startswith(page())
    assert prepared == prepare_fields(page(), PERSON_BOX, AGENCY_BOX)


def test_a_seal_ends_over_a_third_of_the_widest_signature() -> None:
    third = PERSON_BOX.x0 + (PERSON_BOX.x1 - PERSON_BOX.x0) / 3
    assert room(blank(), SignerRole.AGENCY).edge == pytest.approx(
        min(third, AGENCY_BOX.x1) - AGENCY_BOX.x0, abs=0.2
    )
    assert room(blank(), SignerRole.PERSON).edge == PERSON_BOX.x1 - PERSON_BOX.x0


@pytest.mark.parametrize("size", [(900, 300), (600, 500), (420, 420), (300, 420)])
def test_a_seal_ends_over_a_third_of_the_signature_that_was_drawn(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Decree 30/2020, Annex I, cell 8."""
    picture = read_picture(written(tmp_path, a_signature(*size)))
    data = signed(tmp_path, picture)
    with pikepdf.open(BytesIO(data)) as document:
        rects = {
            str(one.T): [float(n) for n in one.Rect]
            for one in document.Root.AcroForm.Fields
        }
    x0, y0, x1, y1 = rects[PERSON]
    across, down = picture.pixels
    width = min(x1 - x0, (y1 - y0) * across / down)
    third = (x0 + x1) / 2 - width / 2 + width / 3
    found = room(data, SignerRole.AGENCY)
    assert rects[AGENCY][0] + found.edge == pytest.approx(third, abs=0.5)
    assert found.edge <= found.width


def test_text_of_the_agency_ends_where_the_person_s_field_begins() -> None:
    drawn = draw(a_report(annexes=()))
    ready = prepare_fields(drawn.pdf, drawn.person_box, drawn.agency_box)
    found = room(ready, SignerRole.AGENCY)
    meeting = drawn.person_box.x0 - drawn.agency_box.x0
    assert found.text == pytest.approx(meeting, abs=1)
    apart = prepare_fields(page(), PERSON_BOX, Box(page=0, x0=0, y0=0, x1=99, y1=99))
    assert room(apart, SignerRole.AGENCY) == Room(width=99, height=99, text=99, edge=99)


def test_a_signed_or_missing_field_has_no_room(tmp_path: Path) -> None:
    for data in (signed(tmp_path, None), page()):
        with pytest.raises(KeyError):
            room(data, SignerRole.PERSON)
