"""Sign a PDF by PAdES, level B-B (ETSI EN 319 142-1), and check the own work."""

import datetime as dt
from io import BytesIO
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import (
    AxisAlignment,
    BoxConstraints,
    InnerScaling,
    SimpleBoxLayoutRule,
)
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.stamp import StaticStampStyle

from desktop.errors import SignatureError
from desktop.files.signatures.keys import Key, Scheme
from desktop.files.signatures.pdf import stamp
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.pdf.checking import verify_pdf
from desktop.files.signatures.pdf.fields import (
    FIELDS,
    Adding,
    room_of,
)
from desktop.files.signatures.signer import KeySigner
from desktop.files.signatures.trust import Trust
from desktop.records.signing import SignerRole

_WHOLE: Final = SimpleBoxLayoutRule(
    x_align=AxisAlignment.ALIGN_MIN,
    y_align=AxisAlignment.ALIGN_MIN,
    inner_content_scaling=InnerScaling.NO_SCALING,
)
"""What was drawn as large as the field goes into it as it is: a seal keeps its size."""


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
        metadata = PdfSignatureMetadata(
            field_name=field,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            certify=_nobody_signed(pdf, field),
            docmdp_permissions=MDPPerm.FILL_FORMS,
            reason=reason or None,
            location=location or None,
        )
        writer = Adding(BytesIO(pdf))
        style = _style(stamp.draw(room_of(writer, role), seen))
        signer = _TimedSigner(metadata, KeySigner(key, scheme), stamp_style=style)
        signed = _signed(writer, signer, at)
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


def _style(page: bytes) -> StaticStampStyle:
    return StaticStampStyle(
        background=_Drawn(page),
        background_layout=_WHOLE,
        border_width=0,
        background_opacity=1,
    )


def _signed(writer: Adding, signer: "_TimedSigner", at: dt.datetime) -> bytes:
    signer.at = at
    output = BytesIO()
    signer.sign_pdf(writer, existing_fields_only=True, output=output)
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


def _check_own_work(before: bytes, signed: bytes, field: str) -> None:
    verdict = verify_pdf(signed, Trust(), "")
    fields = [one.field for one in verdict.signatures]
    # nothing of what was there may have moved
    if not (signed.startswith(before) and verdict.intact and field in fields):
        codes = [one.code for one in verdict.findings]
        raise SignatureError("own_check_failed", field, *codes)
