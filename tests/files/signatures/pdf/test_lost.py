"""A signature cannot be hidden by taking its field away."""

# mypy: disable-error-code="no-untyped-call"
# The library that plays the attacker has few types.

from io import BytesIO

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from desktop.files.signatures.pdf import lost
from desktop.files.signatures.pdf.checking import verify_pdf
from desktop.files.signatures.pdf.fields import PERSON
from desktop.files.signatures.pdf.lost import TooManyRevisionsError, lost_fields
from desktop.files.signatures.trust import Trust
from desktop.records.verification import Integrity
from tests.files.pki import NOW, pki
from tests.files.signatures.pdf.mutants import agreed
from tests.files.signatures.printed import blank, certified


@pytest.fixture(autouse=True)
def _quiet_parser(caplog: pytest.LogCaptureFixture) -> None:
    """Let the parser complain of hostile files as much as it likes."""


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return certified(pki().person.key(tmp_path_factory.mktemp("one")))


def without(data: bytes, name: str) -> bytes:
    """Return a PDF with a value of the person's field taken away by an update."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    for reference in writer.root["/AcroForm"]["/Fields"]:
        field = (
            reference.get_object() if hasattr(reference, "get_object") else reference
        )
        if field.get("/T") == PERSON:
            del field[name]
            writer.update_container(field)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def unlisted(data: bytes) -> bytes:
    """Return a PDF with no field in its list."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    form = writer.root["/AcroForm"]
    form["/Fields"] = generic.ArrayObject()
    writer.update_container(form)
    output = BytesIO()
    writer.write(output)
    return output.getvalue()


def missed(data: bytes) -> tuple[str, ...]:
    return lost_fields(PdfFileReader(BytesIO(data)), ())


def test_a_document_nobody_signed_lost_nothing() -> None:
    assert missed(blank()) == ()


def test_what_is_still_signed_is_not_lost(one: bytes) -> None:
    assert missed(one) == (PERSON,)
    assert lost_fields(PdfFileReader(BytesIO(one)), {PERSON}) == ()


@pytest.mark.parametrize("name", ["/T", "/FT", "/V"])
def test_a_signed_field_without_name_kind_or_value_is_missed(
    one: bytes, name: str
) -> None:
    hidden = without(one, name)
    assert missed(hidden) == (PERSON,)
    verdict = verify_pdf(hidden, Trust(), "x.pdf", now=NOW)
    assert [(each.code, each.facts) for each in verdict.findings] == [
        ("unread_signature", (PERSON,))
    ]
    assert [(each.field, each.integrity) for each in verdict.signatures] == [
        (PERSON, Integrity.UNREADABLE)
    ]


def test_an_agency_cannot_sign_over_a_signature_it_hid(
    one: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Its own signature is whole; the picture of the other is still on the page."""
    agency = pki().agency.key(tmp_path_factory.mktemp("agency"))
    signed = agreed(without(one, "/T"), agency)
    assert signed is not None
    verdict = verify_pdf(signed, Trust(), "x.pdf", now=NOW)
    assert not verdict.intact
    assert ("unread_signature", (PERSON,)) in [
        (each.code, each.facts) for each in verdict.findings
    ]


def test_signatures_of_fields_that_are_listed_no_more_are_missed(one: bytes) -> None:
    verdict = verify_pdf(unlisted(one), Trust(), "x.pdf", now=NOW)
    assert [each.code for each in verdict.findings] == ["unread_signature"]


def test_more_updates_than_any_document_has_are_not_looked_through(
    one: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lost, "REVISION_LIMIT", 1)
    with pytest.raises(TooManyRevisionsError):
        missed(one)
    verdict = verify_pdf(one, Trust(), "x.pdf", now=NOW)
    assert [each.code for each in verdict.findings] == ["too_large"]
