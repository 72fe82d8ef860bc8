"""Small documents with two prepared fields, and what other programs say of them."""

import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers as bare
from pyhanko.sign.signers import PdfSignatureMetadata
from reportlab.pdfgen.canvas import Canvas

from desktop.files.pdf.drawn import Box
from desktop.files.signatures.keys import Key
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.pdf.fields import prepare_fields
from desktop.files.signatures.pdf.signing import sign_pdf
from desktop.files.signatures.signer import KeySigner
from desktop.records.signing import SignerRole
from tests.files.pki import NOW

PERSON_BOX = Box(page=1, x0=300, y0=200, x1=430, y1=270)
AGENCY_BOX = Box(page=1, x0=240, y0=190, x1=340, y1=290)
LINES = ("Nguyễn Thị Ánh Nguyệt", "2026-06-01T09:15:30+07:00")
SEEN = Appearance(lines=LINES)


@cache
def page() -> bytes:
    """Return a document of two pages without any field."""
    output = BytesIO()
    canvas = Canvas(output, pdfVersion=(1, 7), invariant=True)
    for name in ("one", "two"):
        canvas.drawString(100, 700, f"page {name}")
        canvas.showPage()
    canvas.save()
    return output.getvalue()


@cache
def blank() -> bytes:
    """Return that document with both fields empty."""
    return prepare_fields(page(), PERSON_BOX, AGENCY_BOX)


def certified(key: Key, base: bytes = b"") -> bytes:
    """Return a document certified by a person, that of `blank` if none is given."""
    person = SignerRole.PERSON
    return sign_pdf(base or blank(), key, role=person, at=NOW, seen=SEEN)


def approved(key: Key, agency: Key, base: bytes = b"") -> bytes:
    """Return a document certified by a person and approved by the agency."""
    first, seen = certified(key, base), Appearance()
    return sign_pdf(first, agency, role=SignerRole.AGENCY, at=NOW, seen=seen)


def signed_by_others(data: bytes, key: Key, field: str, **how: Any) -> bytes:
    """Return a document signed as other programs may, without any of our checks."""
    metadata = PdfSignatureMetadata(field_name=field, **how)
    output = BytesIO()
    writer = IncrementalPdfFileWriter(BytesIO(data))
    bare.sign_pdf(writer, metadata, signer=KeySigner(key), output=output)
    return output.getvalue()


def pdfsig(data: bytes, folder: Path, root: bytes | None = None) -> str:
    """Return what poppler says of the signatures, trusting a root in PEM, if any."""
    path, store = folder / "asked.pdf", folder / "nss"
    path.write_bytes(data)
    store.mkdir(exist_ok=True)
    certutil = ("certutil", "-d", f"sql:{store}")
    if root is not None and not (store / "cert9.db").exists():
        (folder / "root.pem").write_bytes(root)
        _run(*certutil, "-N", "--empty-password")
        _run(*certutil, "-A", "-n", "r", "-t", "C,C,C", "-i", str(folder / "root.pem"))
    return _run("pdfsig", "-no-ocsp", "-nssdir", str(store), str(path))


def _run(*command: str) -> str:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return done.stdout + done.stderr
