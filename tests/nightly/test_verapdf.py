"""veraPDF finds a report PDF/A-3u as it is drawn, signed once, twice, and on paper."""

import hashlib

import pytest

from desktop.files.attachments import attachments
from desktop.files.pdf import document
from desktop.files.pdf.drawn import Companion, PrintedCode
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.pdf.fields import prepare_fields
from desktop.files.signatures.pdf.pictures import read_picture
from desktop.files.signatures.pdf.signing import sign_pdf
from desktop.files.workbook import workbook
from desktop.records.signing import SignerRole
from desktop.rules.short_code import payload, short_code
from tests.files.pki import NOW, pki
from tests.files.report_builder import a_report
from tests.files.signatures.handwriting import a_seal, a_signature, written
from tests.nightly.verapdf import faults

LINES = ("Nguyễn Thị Ánh", "2026-11-21T08:00:00+07:00")
NAMES = (
    "unsigned.pdf", "person.pdf", "both.pdf", "pss.pdf",
    "text.pdf", "trial.pdf", "paper.pdf", "broken.pdf",
)  # fmt: skip

Files = dict[str, bytes]


def drawn(*, by_hand: bool = False) -> bytes:
    """Return a report with code and attachments, with both fields unless by hand."""
    report = a_report()
    book, data = workbook.draw(report, "a.xlsx"), b"{}"
    digest = hashlib.sha256(data).hexdigest()
    code = PrintedCode(
        typed=short_code(digest), scanned=payload("Phòng", "2024", digest)
    )
    companion = Companion(file_name="a.xlsx", sha256=hashlib.sha256(book).hexdigest())
    made = document.draw(
        report,
        companion=companion,
        attachments=attachments("a.json", data, "a.xlsx", book),
        code=code,
        by_hand=by_hand,
    )
    if by_hand:
        return made.pdf
    return prepare_fields(made.pdf, made.person_box, made.agency_box)


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    folder = tmp_path_factory.mktemp("pictures")
    person, agency = pki().person.key(folder), pki().agency.key(folder)
    hand = Appearance(
        lines=LINES, picture=read_picture(written(folder, a_signature(), "hand.png"))
    )
    seal = Appearance(
        lines=LINES, picture=read_picture(written(folder, a_seal(), "seal.png"), 38.0)
    )
    first, second = SignerRole.PERSON, SignerRole.AGENCY
    base = drawn()
    once = sign_pdf(base, person, role=first, at=NOW, seen=hand)
    return {
        "unsigned.pdf": base,
        "person.pdf": once,
        "both.pdf": sign_pdf(once, agency, role=second, at=NOW, seen=seal),
        "pss.pdf": sign_pdf(base, person, role=first, at=NOW, seen=hand, scheme="pss"),
        "text.pdf": sign_pdf(
            base, person, role=first, at=NOW, seen=Appearance(lines=LINES)
        ),
        "trial.pdf": sign_pdf(
            base, person, role=first, at=NOW,
            seen=Appearance(lines=LINES, mark="KÝ THỬ"),
        ),
        "paper.pdf": drawn(by_hand=True),
        "broken.pdf": base.replace(b"GTS_PDFA1", b"GTS_PDFX1"),
    }  # fmt: skip


@pytest.fixture(scope="session")
def found(
    files: Files, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[str]]:
    """Ask once about everything: Java takes seconds to start."""
    answers = faults(files, tmp_path_factory.mktemp("verapdf"))
    assert answers.keys() == set(NAMES)
    return answers


@pytest.mark.parametrize("name", NAMES[:-1])
def test_what_we_make_conforms(found: dict[str, list[str]], name: str) -> None:
    assert found[name] == []


def test_what_does_not_conform_is_told(found: dict[str, list[str]]) -> None:
    assert found["broken.pdf"]
    assert any("6.2.4" in line for line in found["broken.pdf"])
