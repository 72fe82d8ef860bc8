"""What is seen of both signatures on a finished report, as the Decree asks."""

import re
import subprocess
import unicodedata
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import pdfa
from PIL import Image, ImageChops

from desktop.files import fonts
from desktop.files.pdf.document import draw
from desktop.files.pdf.drawn import Attachment, Drawn
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.pdf.fields import AGENCY, PERSON, prepare_fields
from desktop.files.signatures.pdf.pictures import Picture, read_picture
from desktop.files.signatures.pdf.signing import sign_pdf
from desktop.records.signing import SignerRole
from desktop.wording.stamps import TEST_MARK, corner_lines, stamp_lines
from tests.files.pdf_reader import MM
from tests.files.pki import NOW, pki
from tests.files.report_builder import a_report
from tests.files.signatures.handwriting import a_seal, a_signature, written
from tests.files.signatures.printed import pdfsig

DOTS = 200
"""To the inch, in pictures of pages."""
DATA = Attachment(
    file_name="số liệu.json",
    data='{"tổng": 12}'.encode(),
    mime="application/json",
    description="Số liệu",
)
NAME = "Nguyễn Thị Ánh Nguyệt"
OFFICE = "Phòng Văn hóa và Thông tin"
Finished = dict[str, tuple[bytes, bytes, bytes]]
"""By way of showing: the report ready, signed once, and signed twice."""
WAYS = ("pictures", "trial", "words", "trial_words")


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    return draw(a_report(), attachments=(DATA,))


@pytest.fixture(scope="module")
def finished(drawn: Drawn, tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """Return by way of showing the report ready, signed once, and signed twice."""
    folder = tmp_path_factory.mktemp("keys")
    signature = read_picture(written(folder, a_signature()))
    seal = read_picture(written(folder, a_seal()), 36.0)
    return {
        way: signed(
            drawn,
            folder,
            signature if way in {"pictures", "trial"} else None,
            seal if way in {"pictures", "trial"} else None,
            TEST_MARK if way.startswith("trial") else "",
        )
        for way in WAYS
    }


def signed(
    drawn: Drawn,
    folder: Path,
    signature: Picture | None,
    seal: Picture | None,
    mark: str,
) -> tuple[bytes, bytes, bytes]:
    ready = prepare_fields(drawn.pdf, drawn.person_box, drawn.agency_box)
    one, two = pki().person.key(folder), pki().agency.key(folder)
    lines = stamp_lines(NAME, at=NOW)
    first = sign_pdf(
        ready,
        one,
        role=SignerRole.PERSON,
        at=NOW,
        seen=Appearance(lines=lines, picture=signature, mark=mark),
    )
    lines = stamp_lines(OFFICE, at=NOW)
    seen = Appearance(lines=lines, picture=seal, mark=mark)
    both = sign_pdf(first, two, role=SignerRole.AGENCY, at=NOW, seen=seen)
    return ready, first, both


def photographed(data: bytes, number: int) -> Image.Image:
    """Return a page with what is seen in its fields, on white paper."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    drawn = document[number].render(scale=DOTS / 72, may_draw_forms=True)
    picture: Image.Image = drawn.to_pil()
    return picture.convert("RGB")


def coloured(picture: Image.Image, colour: str) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom in millimetres of what is red or blue."""
    red, _, blue = picture.split()
    more, less = (red, blue) if colour == "red" else (blue, red)
    found = ImageChops.subtract(more, less).point(lambda depth: 255 * (depth > 50))
    box = found.getbbox() or (0, 0, 0, 0)
    left, top, right, bottom = (place / DOTS * 25.4 for place in box)
    return left, top, right, bottom


def test_name_blue_seal_red_and_at_its_real_size_over_a_third_of_the_name(
    drawn: Drawn, finished: Finished
) -> None:
    """Decree 30/2020, Annex I, cells 7b and 8."""
    _, first, both = finished["pictures"]
    number = drawn.person_box.page
    blue = coloured(photographed(first, number), "blue")
    red = coloured(photographed(both, number), "red")
    assert red[2] - red[0] == pytest.approx(36, abs=0.5)
    assert red[3] - red[1] == pytest.approx(36, abs=0.5)
    third = blue[0] + (blue[2] - blue[0]) / 3
    assert red[2] == pytest.approx(third, abs=0.6)
    middles = [(box[1] + box[3]) / 2 for box in (blue, red)]
    assert middles[0] == pytest.approx(middles[1], abs=0.6)
    middle = (drawn.person_box.x0 + drawn.person_box.x1) / 2 / MM
    assert (blue[0] + blue[2]) / 2 == pytest.approx(middle, abs=0.6)


def test_beside_pictures_no_word_is_seen(drawn: Drawn, finished: Finished) -> None:
    """The Decree wants no text with them; what is black was printed before."""
    ready, _, both = finished["pictures"]
    number = drawn.person_box.page
    before, after = (photographed(data, number).convert("L") for data in (ready, both))
    black = [one.point(lambda depth: 255 * (depth < 40)) for one in (before, after)]
    assert ImageChops.subtract(black[1], black[0]).getbbox() is None


@pytest.mark.parametrize("way", WAYS)
def test_whoever_cannot_see_it_still_finds_name_and_time(
    finished: Finished, way: str
) -> None:
    with pikepdf.open(BytesIO(finished[way][2])) as document:
        found = {
            str(one.T): forms_of(one.AP.N) for one in document.Root.AcroForm.Fields
        }
    for field, name in ((PERSON, NAME), (AGENCY, OFFICE)):
        text = text_of(found[field])
        assert name in text
        # in a narrow field a time is broken behind its day
        assert NOW.isoformat(timespec="seconds") in text.replace("T ", "T")
        assert text == unicodedata.normalize("NFC", text)


def forms_of(form: pikepdf.Object) -> bytes:
    """Return a PDF of one page that shows a form and nothing else."""
    with pikepdf.new() as document:
        held = document.copy_foreign(form)
        page = document.add_blank_page(page_size=(300, 300))
        page.add_resource(held, pikepdf.Name.XObject, pikepdf.Name("/Seen"))
        page.contents_add(document.make_stream(b"/Seen Do"))
        output = BytesIO()
        document.save(output)
    return output.getvalue()


def text_of(data: bytes) -> str:
    words = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()
    return " ".join(words.split())


def test_letters_stand_as_far_apart_as_their_type_wants(
    finished: Finished,
) -> None:
    """A library's own stamps draw common types with their letters far apart."""
    with pikepdf.open(BytesIO(finished["words"][2])) as document:
        field = next(
            one for one in document.Root.AcroForm.Fields if str(one.T) == PERSON
        )
        page = pypdfium2.PdfDocument(forms_of(field.AP.N))[0].get_textpage()
    found = 0
    for place in range(page.count_rects()):
        left, low, right, high = page.get_rect(place)
        text = page.get_text_bounded(left, low, right, high).strip()
        size = 10.0
        assert right - left == pytest.approx(
            fonts.width(text, fonts.REGULAR, size), rel=0.05
        )
        found += len(text)
    assert found > 40


@pytest.mark.parametrize("way", ["trial", "trial_words"])
def test_a_trial_is_told_in_both_fields_and_seen(
    drawn: Drawn, finished: Finished, way: str
) -> None:
    ready, _, both = finished[way]
    with pikepdf.open(BytesIO(both)) as document:
        for field in document.Root.AcroForm.Fields:
            assert TEST_MARK in text_of(forms_of(field.AP.N))
    number = drawn.person_box.page
    before, after = (photographed(data, number).convert("L") for data in (ready, both))
    black = [one.point(lambda depth: 255 * (depth < 60)) for one in (before, after)]
    box = ImageChops.subtract(black[1], black[0]).getbbox()
    assert box is not None
    across = (box[2] - box[0]) / DOTS * 72
    assert across > drawn.person_box.x1 - drawn.person_box.x0, "in both fields"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("times", [0, 1, 2])
def test_what_is_seen_keeps_to_the_archival_standard(
    finished: Finished, way: str, times: int
) -> None:
    """The checker knows no fields, so what they show is laid on the page.

    Nor does it know that ETSI has a say in how a signature is written.
    """
    output = BytesIO()
    with pikepdf.open(BytesIO(finished[way][times])) as document:
        document.flatten_annotations("all")
        for key in ("/AcroForm", "/Perms", "/Extensions"):
            if key in document.Root:
                del document.Root[key]
        for page in document.pages:
            if "/Annots" in page:
                del page.Annots
        document.save(output)
    report = pdfa.validate_written(output, "3b")
    found = {(finding.rule, finding.message) for finding in report.findings}
    assert found == {("ISO_19005_3:6.6.4-3", "pdfaid:conformance is 'U', expected 'B'")}


@pytest.mark.parametrize("way", WAYS)
def test_the_fields_themselves_keep_to_the_archival_standard(
    finished: Finished, way: str
) -> None:
    """ISO 19005-3, 6.3 and 6.4: printed, not hidden, one look, nothing to run."""
    with pikepdf.open(BytesIO(finished[way][2])) as document:
        form = document.Root.AcroForm
        assert "/NeedAppearances" not in form
        assert "/XFA" not in form
        assert int(form.SigFlags) == 3
        for field in form.Fields:
            flags = int(field.F)
            assert flags & 4, "printed"
            assert not flags & (1 | 2 | 32), "invisible, hidden or not viewed"
            assert list(field.AP.keys()) == ["/N"]
            assert not {"/A", "/AA"} & set(field.keys())


def test_every_type_is_embedded_before_and_after(
    finished: Finished, tmp_path: Path
) -> None:
    for way, states in finished.items():
        for place, data in enumerate(states):
            path = tmp_path / f"{way}{place}.pdf"
            path.write_bytes(data)
            said = subprocess.run(
                ["pdffonts", str(path)], check=True, capture_output=True, text=True
            ).stdout.splitlines()[2:]
            assert said
            for line in said:
                assert line.split()[-5] == "yes", line


def test_what_is_attached_comes_out_of_the_signed_report_as_it_went_in(
    finished: Finished, tmp_path: Path
) -> None:
    path = tmp_path / "both.pdf"
    path.write_bytes(finished["pictures"][2])
    subprocess.run(
        ["pdfdetach", "-saveall", "-o", str(tmp_path), str(path)], check=True
    )
    assert (tmp_path / DATA.file_name).read_bytes() == DATA.data


def test_poppler_believes_both_and_the_last_covers_all(
    finished: Finished, tmp_path: Path
) -> None:
    said = pdfsig(finished["pictures"][2], tmp_path, pki().root.pem)
    assert said.count("Signature is Valid.") == 2
    assert said.count("Certificate is Trusted.") == 2
    assert "  - Total document signed" in said.split("Signature #2:")[1]


def test_a_file_beside_the_report_is_signed_in_its_corner_without_a_picture(
    drawn: Drawn, finished: Finished, tmp_path: Path
) -> None:
    """Decree 30/2020, Annex I, cell 14: size 10, black, top right of page 1."""
    ready = prepare_fields(drawn.pdf, None, drawn.copy_box)
    seen = Appearance(
        lines=corner_lines("05/BC-VHTT", at=NOW),
        picture=read_picture(written(tmp_path, a_seal()), 36.0),
        corner=True,
    )
    key = pki().agency.key(tmp_path)
    data = sign_pdf(ready, key, role=SignerRole.AGENCY, at=NOW, seen=seen)
    page, before = photographed(data, 0), photographed(drawn.pdf, 0)
    added = ImageChops.difference(page, before)
    picture = re.compile(rb"/Subtype\s*/Image\b")
    assert not picture.search(data, len(ready))
    assert picture.search(finished["pictures"][1], len(finished["pictures"][0]))
    box = added.getbbox()
    assert box is not None
    left, top, right, bottom = (place / DOTS * 25.4 for place in box)
    assert left > 210 / 2
    assert right <= 210 - 14
    assert bottom < 20, "in the top margin"
    assert top > 4, "where printers reach"
