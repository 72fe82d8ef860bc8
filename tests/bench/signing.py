"""How long signing all three artefacts of a report takes, against the bare calls.

Ours is the whole deed: look at the key, read both files and compare their hashes, sign
PDF and workbook, check each as a stranger would, note it, put both in their places; the
same for the agency; then seal the package and open it once more. Bare is what nobody
could spare, with the same keys: pyHanko's own signer on the same PDF with the same
appearance, twice; its signer over the same manifest; and for the workbook, which no
library signs, the digest of each of its parts and one RSA signature, twice. A second
row adds to the bare calls pyHanko's own validation of what it signed, because a
signature nobody checked is not to be told as made.
"""

import asyncio
import datetime as dt
import hashlib
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from asn1crypto import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

from desktop.cli.report import issue
from desktop.files.signatures.keys import Key, load_key, make_test_key
from desktop.files.signatures.pdf import stamp
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.pdf.fields import AGENCY, PERSON, Room
from desktop.files.signatures.trust import Trust
from desktop.operations.reports.draft_report import Request
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.signing.sign_report import ReportFiles, Signing, sign_report
from desktop.progress import silent
from desktop.records.signing import SignerRole
from desktop.rules import calendar
from desktop.store.store import Store
from desktop.wording.periods import period_phrase
from tests.bench.offices import YEAR, an_office
from tests.bench.pairs import Row, compare

ACTIVITIES = 300
TURNS = 7
PASSWORD = "bench"
SIGNING = "two signatures on PDF and workbook, one seal / bare pyHanko and RSA calls"
CHECKED = "the same / the bare calls and pyHanko's validation of what they made"
LIMITS = {SIGNING: 2.0}
FIELDS = {SignerRole.PERSON: PERSON, SignerRole.AGENCY: AGENCY}
MANIFEST = 1_500
"""Bytes of the manifest of a package."""
SEEN = Appearance(lines=("Nguyễn Thị Ánh", "01.06.2026 09:15:30 +07:00"))
ROOM = Room(width=130.0, height=70.0, text=130.0, edge=130.0)


@dataclass(frozen=True, slots=True)
class Signer:
    """One key, as ours and as pyHanko loads it."""

    key: Key
    bare: SimpleSigner
    private: rsa.RSAPrivateKey


def a_signer(folder: Path, name: str) -> Signer:
    """Make a key in a file and load it in both ways."""
    path = folder / f"{name}.p12"
    now = dt.datetime.now(dt.UTC)
    make_test_key(path, name=name, organisation="Bench", password=PASSWORD, now=now)
    data = path.read_bytes()
    private, _, _ = pkcs12.load_key_and_certificates(data, PASSWORD.encode())
    bare = SimpleSigner.load_pkcs12_data(data, other_certs=[], passphrase=b"bench")
    if not isinstance(private, rsa.RSAPrivateKey) or bare is None:
        raise TypeError(path)
    return Signer(load_key(path, PASSWORD), bare, private)


def ours(
    pattern: Path, report: str, signers: dict[SignerRole, Signer]
) -> Callable[[], None]:
    """Return what signs a fresh copy of an office with its files, and packs it."""
    copies = _copies(pattern)

    def work() -> None:
        store, folder = next(copies)
        files = ReportFiles(report=report, folder=folder)
        for role, who in signers.items():
            signing = Signing(key=who.key, trust=Trust(), role=role, seen=SEEN)
            sign_report(store, files, signing)
        pack_report(store, files, signers[SignerRole.AGENCY].key)
        store.close()

    return work


def _copies(pattern: Path) -> Iterator[tuple[Store, Path]]:
    """Yield offices laid out beforehand: copying is not part of signing."""
    made = []
    for number in range(2 * TURNS + 2):
        folder = shutil.copytree(pattern, pattern.with_name(f"copy-{number}"))
        made.append((Store(folder / "bench.stt"), folder / "bao-cao"))
    yield from made


def bare(
    pdf: bytes, book: bytes, seen: Path, signers: dict[SignerRole, Signer]
) -> Callable[[], bytes]:
    """Return the calls alone, with an appearance drawn beforehand."""
    seen.write_bytes(stamp.draw(ROOM, SEEN))
    with zipfile.ZipFile(BytesIO(book)) as archive:
        parts = [archive.read(name) for name in archive.namelist()]

    def work() -> bytes:
        signed = pdf
        for role, who in signers.items():
            signed = _sign_pdf(signed, who.bare, role, seen)
            digests = b"".join(hashlib.sha256(one).digest() for one in parts)
            who.private.sign(digests, padding.PKCS1v15(), hashes.SHA256())
        _seal(bytes(MANIFEST), signers[SignerRole.AGENCY].bare)
        return signed

    return work


def _sign_pdf(pdf: bytes, signer: SimpleSigner, role: SignerRole, seen: Path) -> bytes:
    metadata = PdfSignatureMetadata(
        field_name=FIELDS[role],
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=role is SignerRole.PERSON,
        docmdp_permissions=MDPPerm.FILL_FORMS,
    )
    style = StaticStampStyle.from_pdf_file(
        str(seen), border_width=0, background_opacity=1
    )
    output = BytesIO()
    PdfSigner(metadata, signer, stamp_style=style).sign_pdf(
        IncrementalPdfFileWriter(BytesIO(pdf)),
        existing_fields_only=True,
        output=output,
    )
    return output.getvalue()


def _seal(manifest: bytes, signer: SimpleSigner) -> None:
    asyncio.run(
        signer.async_sign_general_data(
            manifest,
            "sha256",
            detached=True,
            use_cades=True,
            signed_attr_settings=PdfCMSSignedAttributes(
                signing_time=dt.datetime.now(dt.UTC)
            ),
        )
    )


def checked(signing: Callable[[], bytes], roots: Path) -> Callable[[], None]:
    """Return the bare calls, and pyHanko's validation of both signatures."""
    anchors = [x509.Certificate.load(one.read_bytes()) for one in roots.glob("*.der")]

    def work() -> None:
        for one in PdfFileReader(BytesIO(signing())).embedded_signatures:
            context = ValidationContext(trust_roots=anchors, allow_fetching=False)
            validate_pdf_signature(one, signer_validation_context=context)

    return work


def run() -> list[Row]:
    """Return the ratios to the bare calls, without and with their validation."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        office = folder / "office"
        office.mkdir()
        path = an_office(folder, ACTIVITIES).rename(office / "bench.stt")
        period = calendar.parse_period(str(YEAR))
        request = Request(period=period, period_words=period_phrase(period))
        with Store(path) as store:
            made = issue(store, request, office / "bao-cao", silent)
        signers = {role: a_signer(folder, role) for role in SignerRole}
        for role, who in signers.items():
            (folder / f"{role}.der").write_bytes(who.key.chain[-1])
        pdf, book = made.pdf.read_bytes(), made.workbook.read_bytes()
        calls = bare(pdf, book, folder / "seen.pdf", signers)
        with_checks = checked(calls, folder)
        ways = ((SIGNING, calls), (CHECKED, with_checks))
        found = []
        for label, way in ways:
            pair = compare(ours(office, made.report.id, signers), way, TURNS)
            size = f"PDF {len(pdf):,} bytes, workbook {len(book):,} bytes"
            found.append((label, pair.ratio, f"{pair.remark}; {size}"))
            for each in folder.glob("copy-*"):
                shutil.rmtree(each)
    return found
