"""LibreOffice finds good what we sign and broken what was changed, in its own words."""

from pathlib import Path

import pytest

from desktop.files.signatures.keys import Key
from desktop.files.signatures.opc import parts
from desktop.files.signatures.opc.checking import verify_workbook
from desktop.files.signatures.opc.signing import sign_workbook
from desktop.files.signatures.token.session import TokenSession
from desktop.files.workbook import workbook
from desktop.records.signing import SignerRole
from tests.files.pki import NOW, pki
from tests.files.report_builder import a_report
from tests.files.signatures import printed
from tests.files.signatures.opc import workbooks
from tests.files.softhsm import ID, PIN, soft_hsm
from tests.nightly.office import (
    BROKEN,
    NONE,
    NOT_SHOWN,
    PARTIAL,
    PARTIAL_UNVALIDATED,
    Opinion,
    opinions,
)

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY
BOOK, SHEET = "xl/workbook.xml", "xl/worksheets/sheet1.xml"
RELS, TYPES = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
ADDED, SIGNATURE = "xl/worksheets/sheet9.xml", "_xmlsignatures/sig1.xml"
SIGNERS = {
    "exported.xlsx": 1,
    "exported-two.xlsx": 2,
    "plain.xlsx": 1,
    "rich-two.xlsx": 2,
    "fifteen.xlsx": 1,
    "curve.xlsx": 1,
    "token.xlsx": 1,
}
"""Workbooks that must be found good, and how many signed each."""
CHANGES = {
    "cell": (SHEET, b"<v>4</v>", b"<v>5</v>"),
    "styles": ("xl/styles.xml", b"Calibri", b"Courier"),
    "shown": (BOOK, b'state="veryHidden"', b'state="visible"'),
    "retargeted": (RELS, b"sheet1.xml", b"sheet2.xml"),
    "time": (SIGNATURE, b"Z</mdssi:Value>", b"</mdssi:Value>"),
    "comment": (
        SIGNATURE,
        b"<SignatureComments/>",
        b"<SignatureComments>x</SignatureComments>",
    ),
}
"""What is changed in a signed part: where, from what, to what."""
ADDITIONS = {
    RELS: (
        b"</Relationships>",
        (
            b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/office'
            b'Document/2006/relationships/worksheet" Target="worksheets/sheet9.xml"/>'
            b"</Relationships>"
        ),
    ),
    TYPES: (
        b"</Types>",
        (
            b'<Override PartName="/xl/worksheets/sheet9.xml" ContentType="application/'
            b'vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
        ),
    ),
}
"""What makes a further sheet part of the workbook."""

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("libreoffice")


@pytest.fixture(scope="session")
def person(folder: Path) -> Key:
    return pki().person.key(folder)


@pytest.fixture(scope="session")
def agency(folder: Path) -> Key:
    return pki().agency.key(folder)


@pytest.fixture(scope="session")
def good(folder: Path, person: Key, agency: Key) -> Files:
    exported = signed(workbook.draw(a_report(), "báo cáo.xlsx"), person)
    rich = signed(workbooks.rich(), person)
    return {
        "exported.xlsx": exported,
        "exported-two.xlsx": signed(exported, agency, AGENCY),
        "plain.xlsx": signed(workbooks.plain(), person),
        "rich-two.xlsx": signed(rich, agency, AGENCY),
        "fifteen.xlsx": signed(workbooks.many(), person),
        "curve.xlsx": signed(workbooks.rich(), pki().curve.key(folder)),
        "token.xlsx": on_a_token(workbooks.rich(), folder),
    }


@pytest.fixture(scope="session")
def told(folder: Path, person: Key, agency: Key, good: Files) -> dict[str, Opinion]:
    """Ask once about everything: the office takes seconds to start."""
    whole = signed(workbooks.rich(), person)
    asked = {
        **good,
        **{f"{name}.xlsx": edited(whole, *one) for name, one in CHANGES.items()},
        "unsigned.xlsx": workbooks.rich(),
        "self.xlsx": signed(workbooks.rich(), pki().self_signed.key(folder)),
        "added.xlsx": with_a_sheet_more(whole),
        "two.pdf": printed.approved(person, agency),
    }
    found = opinions(asked, folder)
    assert found.keys() == asked.keys()
    return found


def signed(data: bytes, key: Key, role: SignerRole = PERSON) -> bytes:
    return sign_workbook(data, key, role=role, at=NOW)


def on_a_token(data: bytes, folder: Path) -> bytes:
    with soft_hsm(folder / "hsm") as hsm:
        token = hsm.token("Ánh", pki().person)
        with TokenSession(hsm.module) as session:
            return signed(data, session.login(token.serial, ID, PIN))


def edited(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    part = parts.read(data)[name]
    assert old in part
    return workbooks.changed(data, {name: part.replace(old, new, 1)})


def with_a_sheet_more(data: bytes) -> bytes:
    for name, (old, new) in ADDITIONS.items():
        data = edited(data, name, old, new)
    return workbooks.changed(data, {ADDED: parts.read(data)[SHEET]})


def verdict(*valid: bool, certificate: int = 0, state: int = PARTIAL) -> Opinion:
    """Return what is said of signatures that all have the same standing."""
    certificates = (certificate,) * len(valid)
    return Opinion(valid=valid, certificates=certificates, state=state)


@pytest.mark.parametrize(("name", "signers"), SIGNERS.items())
def test_what_we_sign_is_good_and_its_signers_are_known(
    told: dict[str, Opinion], name: str, signers: int
) -> None:
    assert told[name] == verdict(*(True,) * signers)


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_changed_is_broken(told: dict[str, Opinion], name: str) -> None:
    assert told[f"{name}.xlsx"] == verdict(False, state=BROKEN)


def test_a_certificate_of_nobody_is_not_validated(told: dict[str, Opinion]) -> None:
    expected = verdict(True, certificate=1, state=PARTIAL_UNVALIDATED)
    assert told["self.xlsx"] == expected


def test_without_a_signature_it_says_so(told: dict[str, Opinion]) -> None:
    assert told["unsigned.xlsx"] == verdict(state=NONE)


def test_a_sheet_nobody_signed_passes_there_and_not_here(
    told: dict[str, Opinion], person: Key
) -> None:
    assert told["added.xlsx"] == verdict(True)
    added = with_a_sheet_more(signed(workbooks.rich(), person))
    found = verify_workbook(added, pki().trust, "", now=NOW)
    assert ("part_unsigned", (ADDED,)) in {
        (one.code, one.facts) for one in found.findings
    }


def test_both_signatures_of_a_pdf_are_good(told: dict[str, Opinion]) -> None:
    assert told["two.pdf"] == verdict(True, True, state=NOT_SHOWN)


def test_a_doubled_id_may_kill_it_but_is_never_called_good(
    tmp_path: Path, person: Key
) -> None:
    doubled = edited(
        signed(workbooks.rich(), person),
        SIGNATURE,
        b'<Object Id="idOfficeObject">',
        b'<Object Id="idPackageObject">',
    )
    found = opinions({"doubled.xlsx": doubled}, tmp_path)
    assert not [one for one in found.values() if one.state != BROKEN]
