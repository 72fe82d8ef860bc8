"""Prepare, sign and check a PDF by PAdES, level B-B (ETSI EN 319 142-1)."""

import datetime as dt
import hashlib
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
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
from desktop.files.signatures.keys import Key
from desktop.files.signatures.pdf_check import verify_pdf
from desktop.files.signatures.signer import KeySigner
from desktop.files.signatures.trust import Trust

__all__ = ["AGENCY", "PERSON", "prepare_fields", "sign_pdf", "verify_pdf"]

PERSON: Final = "KyCaNhan"
AGENCY: Final = "KyCoQuan"


class _Preparing(IncrementalPdfFileWriter):
    """Adds to a document without dating it by the clock: nothing it says changes."""

    def _update_meta(self) -> None:
        """Leave day and maker as the document has them."""


def prepare_fields(pdf: bytes, person: Box, agency: Box) -> bytes:
    """Append both empty signature fields in one update.

    They must exist before the first signature: whether a certified document may
    gain new fields is answered differently by different readers. Equal input gives
    equal bytes.
    """
    writer = _Preparing(BytesIO(pdf))
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
    field: str = PERSON,
    certify: bool = True,
    at: dt.datetime,
    lines: tuple[str, ...],
    reason: str = "",
    location: str = "",
) -> bytes:
    """Sign in an empty prepared field, by one update, and check the result.

    The first signature certifies that only the other fields may still be filled
    (DocMDP 2). `at` has an offset; `lines` are what is seen in the field.

    Raises:
        SignatureError: `document_changed` when the file cannot take this
            signature; `own_check_failed`.
    """
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=certify,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        reason=reason or None,
        location=location or None,
    )
    try:
        signed = _sign(pdf, key, metadata, at, lines)
    except (PdfError, ValueError, KeyError) as error:
        raise SignatureError("document_changed", field) from error
    _check_own_work(pdf, signed, field)
    return signed


def _sign(
    pdf: bytes,
    key: Key,
    metadata: PdfSignatureMetadata,
    at: dt.datetime,
    lines: tuple[str, ...],
) -> bytes:
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    width, height = _size_of_field(writer, str(metadata.field_name))
    with tempfile.TemporaryDirectory() as folder:
        seen = Path(folder) / "stamp.pdf"  # the library takes only a file's name
        seen.write_bytes(stamp.draw(width, height, lines))
        style = StaticStampStyle.from_pdf_file(
            str(seen), border_width=0, background_opacity=1
        )
        signer = _TimedSigner(metadata, KeySigner(key), stamp_style=style)
        signer.at = at
        output = BytesIO()
        signer.sign_pdf(writer, existing_fields_only=True, output=output)
    return output.getvalue()


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
