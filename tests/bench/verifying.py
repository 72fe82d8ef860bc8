"""How long the check of a signed workbook of 60,000 rows takes, against the least.

Nobody can spare to inflate every part and to take its digest; ours also reads the
signature, checks it, looks for gaps, and judges the certificate.
"""

import hashlib
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from desktop.files.signatures.opc.checking import verify_workbook
from desktop.files.signatures.opc.signing import sign_workbook
from desktop.records.signing import SignerRole
from tests.bench.pairs import Row, compare
from tests.files.pki import NOW, pki

ROWS = 60_000
TURNS = 7
CHECKED = "verify a signed workbook of 60,000 rows / inflate and hash its parts"
LIMITS = {CHECKED: 2.0}


def a_workbook() -> bytes:
    """Return a signed workbook of one long sheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Nhật ký")
    for row in range(ROWS):
        sheet.append([f"Tin bài số {row}", row, row % 13, "Đài truyền thanh"])
    target = BytesIO()
    book.save(target)
    with tempfile.TemporaryDirectory() as folder:
        key = pki().person.key(Path(folder))
    return sign_workbook(target.getvalue(), key, role=SignerRole.PERSON, at=NOW)


def run() -> list[Row]:
    """Check a workbook, and only inflate and hash it."""
    data, trust = a_workbook(), pki().trust

    def ours() -> None:
        if not verify_workbook(data, trust, "", now=NOW).intact:
            raise RuntimeError

    def bare() -> None:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for name in archive.namelist():
                hashlib.sha256(archive.read(name)).digest()

    pair = compare(ours, bare, TURNS)
    return [(CHECKED, pair.ratio, f"{pair.remark}; {len(data):,} bytes")]
