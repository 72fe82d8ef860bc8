"""Prepare, sign and check a PDF by PAdES, level B-B (ETSI EN 319 142-1)."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import (
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
    enumerate_sig_fields,
)
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle

from desktop.errors import SignatureError
from desktop.files.pdf.drawn import Box
from desktop.files.signatures import stamp
from desktop.files.signatures.appearance import Appearance
from desktop.files.signatures.keys import Key, Scheme
from desktop.files.signatures.pdf_check import verify_pdf
from desktop.files.signatures.signer import KeySigner
from desktop.files.signatures.trust import Trust
from desktop.records.signing import SignerRole

__all__ = ["AGENCY", "FIELDS", "PERSON", "prepare_fields", "sign_pdf", "verify_pdf"]

PERSON: Final = "KyCaNhan"
AGENCY: Final = "KyCoQuan"
FIELDS: Final[Mapping[SignerRole, str]] = MappingProxyType(
    {SignerRole.PERSON: PERSON, SignerRole.AGENCY: AGENCY}
)


class _Adding(IncrementalPdfFileWriter):
    """Adds to a document and leaves what it says of itself, which PDF/A binds."""

    def _update_meta(self) -> None:
        """Leave day and maker as the document has them."""


def prepare_fields(pdf: bytes, person: Box, agency: Box) -> bytes:
    """Append both empty signature fields in one update.

    They must exist before the first signature: whether a certified document may
    gain new fields is answered differently by different readers. Equal input gives
    equal bytes.
    """
    writer = _Adding(BytesIO(pdf))
    _identify(writer, pdf)
    for name, box in ((PERSON, person), (AGENCY, agency)):
        append_signature_field(
            writer, SigFieldSpec(name, on_page=box.page, box=_corners(box))
        )
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


def sign_pdf(  # noqa: PLR0913  all but the first two are told by name
    pdf: bytes,
    key: Key,
    *,
    role: SignerRole,
    at: dt.datetime,
    seen: Appearance,
    reason: str = "",
    location: str = "",
    scheme: Scheme = "plain",
) -> bytes:
    """Sign in the empty field of a role, by one update, and check the result.

    Whoever signs first certifies that only the other fields may still be filled
    (DocMDP 2); who signs after that approves. `at` has an offset.

    Raises:
        SignatureError: `already_signed` when somebody signed in that field;
            `document_changed` when the file cannot take this signature;
            `own_check_failed`; or as `Key.sign`.
    """
    field = FIELDS[role]
    try:
        first = _nobody_signed(pdf, field)
        metadata = PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=first,
            docmdp_permissions=MDPPerm.FILL_FORMS,
            reason=reason or None,
            location=location or None,
        )
        signed = _sign(pdf, KeySigner(key, scheme), metadata, at, seen)
    except (PdfError, ValueError, KeyError) as error:
        raise SignatureError("document_changed", field) from error
    _check_own_work(pdf, signed, field)
    return signed


def _nobody_signed(pdf: bytes, field: str) -> bool:
    reader = PdfFileReader(BytesIO(pdf))
    filled = [str(one[0]) for one in enumerate_sig_fields(reader, filled_status=True)]
    if field in filled:
        raise SignatureError("already_signed", field)
    return not filled


def _sign(
    pdf: bytes,
    signer: KeySigner,
    metadata: PdfSignatureMetadata,
    at: dt.datetime,
    seen: Appearance,
) -> bytes:
    writer = _Adding(BytesIO(pdf))
    width, height = _size_of_field(writer, str(metadata.field_name))
    style = StaticStampStyle(
        background=_Drawn(stamp.draw(width, height, seen)),
        border_width=0,
        background_opacity=1,
    )
    timed = _TimedSigner(metadata, signer, stamp_style=style)
    timed.at = at
    output = BytesIO()
    timed.sign_pdf(writer, existing_fields_only=True, output=output)
    return output.getvalue()


class _Drawn(PdfContent):
    """A drawn page of one field's size; the library takes only the name of a file."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self._page = page

    def render(self) -> bytes:
        """Take the page into the document and name it."""
        reader = PdfFileReader(BytesIO(self._page))
        form = self._ensure_writer.import_page_as_xobject(reader)
        self.resources.xobject[generic.pdf_name("/Drawn")] = form
        x0, y0, x1, y1 = (float(one) for one in form.get_object()["/BBox"])
        self.box = BoxConstraints(width=abs(x1 - x0), height=abs(y1 - y0))
        return b"/Drawn Do"


class _TimedSigner(PdfSigner):
    """Sign with the time given instead of the clock's."""

    at: dt.datetime

    def init_signing_session(self, *given: Any, **named: Any) -> PdfSigningSession:  # noqa: ANN401  handed on as it came
        session = super().init_signing_session(*given, **named)
        session.system_time = self.at
        return session


def _size_of_field(writer: IncrementalPdfFileWriter, field: str) -> tuple[float, float]:
    for _name, value, reference in enumerate_sig_fields(writer, with_name=field):
        if value is None:
            x0, y0, x1, y1 = (float(one) for one in reference.get_object()["/Rect"])
            return abs(x1 - x0), abs(y1 - y0)
    raise KeyError(field)


def _check_own_work(before: bytes, signed: bytes, field: str) -> None:
    verdict = verify_pdf(signed, Trust(), "")
    fields = [one.field for one in verdict.signatures]
    # nothing of what was there may have moved
    if not (signed.startswith(before) and verdict.intact and field in fields):
        codes = [one.code for one in verdict.findings]
        raise SignatureError("own_check_failed", field, *codes)
