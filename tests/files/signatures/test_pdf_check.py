"""Every known way to spoil a signed PDF is found, with the reason."""

# mypy: disable-error-code="no-untyped-call"
# The library that plays the attacker has few types.

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from desktop.files.signatures import pdf_check
from desktop.files.signatures.pdf_check import verify_pdf
from desktop.files.signatures.trust import Trust
from desktop.records.verification import (
    Chain,
    Coverage,
    FileVerdict,
    Integrity,
)
from tests.files.pki import NOW, pki
from tests.files.signatures.printed import approved, blank, certified, pdfsig

SPOILED = {Integrity.CHANGED, Integrity.UNREADABLE}


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return certified(pki().person.key(tmp_path_factory.mktemp("one")))


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("two")
    return approved(pki().person.key(folder), pki().agency.key(folder))


def judged(data: bytes) -> FileVerdict:
    return verify_pdf(data, pki().trust, "x.pdf", now=NOW)


def codes(verdict: FileVerdict) -> set[str]:
    return {one.code for one in verdict.findings}


class Update:
    """Append one update to a PDF, as an attacker would."""

    def __init__(self, data: bytes) -> None:
        self.writer = IncrementalPdfFileWriter(BytesIO(data))

    def done(self) -> bytes:
        output = BytesIO()
        self.writer.write(output)
        return output.getvalue()

    def page(self) -> generic.DictionaryObject:
        reference, _ = self.writer.find_page_for_modification(1)
        page = reference.get_object()
        self.writer.mark_update(reference)
        assert isinstance(page, generic.DictionaryObject)
        return page


def overlaid(data: bytes) -> bytes:
    update = Update(data)
    stream = generic.StreamObject(stream_data=b"BT /F1 40 Tf 90 690 Td (X) Tj ET")
    update.page()["/Contents"] = update.writer.add_object(stream)
    return update.done()


def annotated(data: bytes) -> bytes:
    update = Update(data)
    note = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Rect"): generic.ArrayObject(
                [generic.NumberObject(n) for n in (0, 0, 99, 99)]
            ),
            generic.pdf_name("/Contents"): generic.pdf_string("added"),
        }
    )
    update.page()["/Annots"].append(update.writer.add_object(note))
    return update.done()


def retitled(data: bytes) -> bytes:
    update = Update(data)
    update.writer.set_info(
        generic.DictionaryObject(
            {generic.pdf_name("/Title"): generic.pdf_string("another")}
        )
    )
    return update.done()


def with_metadata(data: bytes) -> bytes:
    update = Update(data)
    stream = generic.StreamObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Metadata"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/XML"),
        },
        stream_data=b"<x/>",
    )
    update.writer.root["/Metadata"] = update.writer.add_object(stream)
    update.writer.update_root()
    return update.done()


def with_another_field(data: bytes) -> bytes:
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    update = Update(data)
    append_signature_field(update.writer, SigFieldSpec("Extra", box=(1, 1, 50, 50)))
    return update.done()


def with_one_page_less(data: bytes) -> bytes:
    update = Update(data)
    pages = update.writer.root["/Pages"]
    del pages["/Kids"][0]
    pages["/Count"] = generic.NumberObject(1)
    update.writer.mark_update(update.writer.root.raw_get("/Pages"))
    return update.done()


UPDATES = [
    overlaid,
    annotated,
    retitled,
    with_metadata,
    with_another_field,
    with_one_page_less,
    lambda data: data + b" ",
    lambda data: data + b"\n%%EOF\n",
    lambda data: data + data,
]


@pytest.mark.parametrize("change", UPDATES)
@pytest.mark.parametrize("signers", ["one", "two"])
def test_whatever_is_added_after_the_last_signature_is_told(
    request: pytest.FixtureRequest,
    caplog: pytest.LogCaptureFixture,
    change: object,
    signers: str,
) -> None:
    assert callable(change)
    found = judged(change(request.getfixturevalue(signers)))
    assert not found.intact
    assert codes(found) & {"changed_after_signing", "unreadable"}


def test_an_addition_leaves_what_was_signed_intact_but_incomplete(one: bytes) -> None:
    found = judged(overlaid(one))
    assert found.signatures[0].integrity is Integrity.INTACT
    assert found.signatures[0].coverage is Coverage.INCOMPLETE
    assert [one.code for one in found.findings] == ["changed_after_signing"]


def test_poppler_too_sees_that_an_addition_is_not_signed(
    one: bytes, tmp_path: Path
) -> None:
    said = pdfsig(overlaid(one), tmp_path, pki().root.pem)
    assert "Not total document signed" in said


def test_a_changed_word_is_told_by_us_and_by_poppler(
    one: bytes, tmp_path: Path
) -> None:
    place = one.index(b"/MediaBox [ 0 0 5")
    changed = one[: place + 16] + b"6" + one[place + 17 :]
    assert judged(changed).signatures[0].integrity is Integrity.CHANGED
    assert "Digest Mismatch" in pdfsig(changed, tmp_path, pki().root.pem)


def test_a_file_saved_anew_is_told(
    one: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    output = BytesIO()
    with pikepdf.open(BytesIO(one)) as document:
        document.save(output)
    found = judged(output.getvalue())
    assert not found.intact
    assert found.signatures


def test_cutting_off_the_second_signature_leaves_the_first(
    two: bytes,
) -> None:
    end = two.index(b"%%EOF", _signature_digits(two).stop) + len(b"%%EOF\n")
    found = judged(two[:end])
    assert found.intact
    assert [each.field for each in found.signatures] == ["KyCaNhan"]


def test_a_new_field_signed_after_certifying_is_told(
    one: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

    from desktop.files.signatures.signer import KeySigner

    output = BytesIO()
    sign_pdf(
        IncrementalPdfFileWriter(BytesIO(one)),
        PdfSignatureMetadata(field_name="Extra"),
        signer=KeySigner(pki().agency.key(tmp_path)),
        output=output,
    )
    found = judged(output.getvalue())
    assert [each.coverage for each in found.signatures] == [
        Coverage.INCOMPLETE,
        Coverage.COMPLETE,
    ]


@given(draw=st.data())
def test_no_single_byte_of_a_signed_file_may_change(
    one: bytes, draw: st.DataObject
) -> None:
    data = one
    place = draw.draw(st.integers(0, len(data) - 1))
    changed = bytearray(data)
    changed[place] = draw.draw(
        st.integers(0, 255).filter(lambda value: value != data[place])
    )
    found = verify_pdf(bytes(changed), Trust(), "x.pdf", now=NOW)
    # hexadecimal reads the same in small and capital letters: no content changes
    same = bytes(changed).lower() == data.lower() and place in _signature_digits(data)
    assert found.intact is same


def _signature_digits(data: bytes) -> range:
    start = data.index(b"/Contents <") + len(b"/Contents <")
    return range(start, data.index(b">", start))


@pytest.fixture(autouse=True)
def _quiet_parser(caplog: pytest.LogCaptureFixture) -> None:
    """Let the parser complain of hostile files as much as it likes."""


def test_an_unknown_kind_of_signature_does_not_look_like_none(one: bytes) -> None:
    changed = one.replace(b"/ETSI.CAdES.detached", b"/ETSI.CAdES.unknown_")
    found = judged(changed)
    assert codes(found) == {"unread_signature"}
    assert found.signatures[0].integrity is Integrity.UNREADABLE
    assert found.signatures[0].field == "KyCaNhan"


@pytest.mark.parametrize("shift", [-2, -1, 1, 2])
def test_a_byte_range_that_leaves_out_more_is_told(one: bytes, shift: int) -> None:
    place = one.rindex(b"/ByteRange [")
    end = one.index(b"]", place)
    first, length, resume, rest = one[place + 12 : end].split()
    moved = b" ".join((first, length, str(int(resume) + shift).encode(), rest)).ljust(
        end - place - 12
    )
    found = judged(one[: place + 12] + moved + one[end:])
    assert not found.intact
    assert found.signatures[0].integrity in SPOILED


def test_something_hidden_behind_the_signature_in_its_gap_is_told(one: bytes) -> None:
    digits = _signature_digits(one)
    changed = one[: digits.stop - 4] + b"abcd" + one[digits.stop :]
    found = judged(changed)
    assert found.signatures[0].integrity is Integrity.INTACT
    assert found.signatures[0].coverage is Coverage.INCOMPLETE


def test_a_file_without_signatures_is_unsigned_and_not_broken() -> None:
    found = judged(blank())
    assert (found.signatures, codes(found), found.intact) == ((), {"unsigned"}, False)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7",
        b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\n" + b"[" * 100_000 + b"\nstartxref\n9\n%%EOF",
        b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Prev 9>>\nstartxref\n9",
        bytes(range(256)) * 40,
    ],
)
def test_whatever_is_no_pdf_is_unreadable_and_raises_nothing(data: bytes) -> None:
    found = judged(data)
    assert codes(found) == {"unreadable"}
    assert found.signatures[0].integrity is Integrity.UNREADABLE
    assert found.signatures[0].chain is Chain.UNKNOWN


@given(length=st.integers(0, 40_000))
def test_a_file_cut_anywhere_raises_nothing_and_is_not_intact(
    one: bytes, length: int
) -> None:
    found = verify_pdf(one[:length], Trust(), "x", now=NOW)
    assert found.intact is (length >= len(one))


def test_a_form_that_contains_itself_is_unreadable(one: bytes) -> None:
    update = Update(blank())
    fields = update.writer.root["/AcroForm"]["/Fields"]
    reference = fields.raw_get(0)
    field = reference.get_object()
    field["/Kids"] = generic.ArrayObject([reference])
    update.writer.mark_update(reference)
    found = judged(update.done())
    assert not found.intact


def test_what_is_too_large_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_check, "SIZE_LIMIT", 1000)
    found = judged(blank())
    assert codes(found) == {"too_large"}
