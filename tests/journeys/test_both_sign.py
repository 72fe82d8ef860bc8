"""A report goes from two keys, or none, to the office above, which can tell which."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.files.signatures.keys import Key
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.files.signatures.trust import Trust
from desktop.operations.entries.record_entry import record_many
from desktop.operations.issuing.export_report import export_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.offices.create_office import create_office
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.reports.compare_code import compare_code, stands_by_paper
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.sending.deliver_package import deliver_package
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.signing.set_signing import set_signing
from desktop.operations.signing.sign_report import ReportFiles, Signing, sign_report
from desktop.operations.signing.signings import next_role
from desktop.operations.signing.verify_file import verify_file
from desktop.records.issued import IssuedReport
from desktop.records.signing import SignerRole, SigningWay
from desktop.records.verification import FileVerdict, Revocation
from desktop.rules.calendar import parse_period
from desktop.rules.short_code import short_code
from desktop.rules.verdict import Light, light, stands
from desktop.store import preferences
from desktop.store.store import Store
from tests import builders
from tests.files.pki import NOW, pki

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY
PERSON_NAME = "Nguyễn Thị Ánh"
"""As the certificate of the person has it."""
REQUEST = Request(period=parse_period("2024"), period_words="năm 2024")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office with one issued report, its files, and a stick."""

    store: Store
    issued: IssuedReport
    files: ReportFiles
    stick: Path

    def sign(self, role: SignerRole, key: Key) -> SignerRole | None:
        """Sign for a role; return who is next."""
        signing = Signing(
            key=key, trust=pki().trust, role=role, seen=Appearance(lines=(key.name,))
        )
        return sign_report(self.store, self.files, signing).value.next_role

    def deliver(self, key: Key | None) -> Path:
        """Pack with a key or none, and bring the package to the stick."""
        packed = pack_report(self.store, self.files, key).value
        folder = self.stick
        return deliver_package(
            self.store, self.files.report, packed.path, folder
        ).value.path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    create_office(tmp_path / "so.stt", builders.PLAN)
    with Store(tmp_path / "so.stt", clock=lambda: NOW) as store:
        kept = preferences.get(store.reader)
        assert kept is not None
        named = replace(kept, signer_name=PERSON_NAME)
        set_preferences(store, named)
        record_many(store, (builders.an_activity(), builders.a_product()))
        yield store


def issued(store: Store, tmp_path: Path) -> Office:
    made = issue_report(store, draft_report(store, REQUEST)).value
    folder = tmp_path / "bao-cao"
    export_report(store, made.id, folder)
    (tmp_path / "usb").mkdir()
    files = ReportFiles(report=made.id, folder=folder)
    return Office(store=store, issued=made, files=files, stick=tmp_path / "usb")


def received(path: Path, trust: Trust) -> FileVerdict:
    return verify_file(path, trust, now=NOW)


def test_both_sign_and_the_office_above_sees_both(store: Store, tmp_path: Path) -> None:
    office = issued(store, tmp_path)
    assert next_role(store, office.issued.id) is PERSON
    keys = {
        PERSON: pki().person.key(tmp_path),
        AGENCY: pki().agency.key(tmp_path),
    }
    assert office.sign(PERSON, keys[PERSON]) is AGENCY
    assert office.sign(AGENCY, keys[AGENCY]) is None
    package = office.deliver(keys[AGENCY])
    stranger = received(package, Trust())
    assert stranger.intact
    assert not stands(stranger)
    found = received(package, pki().trust)
    assert stands(found), found
    assert light(found) is Light.YELLOW  # nobody was asked about revocation
    asked = received(package, replace(pki().trust, crls=pki().crls))
    assert {one.revocation for one in asked.signatures} == {Revocation.GOOD}
    for member in found.members:
        if member.format in {"pdf", "workbook"}:
            assert [one.role for one in member.signatures] == [PERSON, AGENCY]
            assert [one.signer for one in member.signatures] == [
                keys[PERSON].name,
                keys[AGENCY].name,
            ]
            assert [one.role for one in member.expected] == [PERSON, AGENCY]
            assert all(one.found for one in member.expected)
    assert found.report is not None
    assert found.report.report_id == office.issued.id


def test_a_document_whose_last_signature_was_cut_off_misses_the_agency(
    store: Store, tmp_path: Path
) -> None:
    office = issued(store, tmp_path)
    office.sign(PERSON, pki().person.key(tmp_path))
    (document,) = office.files.folder.glob("*.pdf")
    one = document.read_bytes()
    office.sign(AGENCY, pki().agency.key(tmp_path))
    assert document.read_bytes().startswith(one)
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(one)
    found = received(cut, pki().trust)
    assert found.intact
    assert [(each.role, bool(each.found)) for each in found.expected] == [
        (PERSON, True),
        (AGENCY, False),
    ]
    assert not stands(found)


def test_without_a_key_the_office_above_compares_the_printed_code(
    store: Store, tmp_path: Path
) -> None:
    set_signing(store, SigningWay.PAPER)
    office = issued(store, tmp_path)
    assert next_role(store, office.issued.id) is None
    package = office.deliver(None)
    with zipfile.ZipFile(package) as archive:
        assert [one for one in archive.namelist() if one.endswith("-ban-giay.pdf")]
        assert "manifest.json.p7s" not in archive.namelist()
    found = received(package, pki().trust)
    assert not stands(found)
    assert light(found) is Light.YELLOW
    printed = short_code(office.issued.content_sha256)
    typed = printed.lower().replace("0", "o").replace("1", "l").replace("-", " ")
    compared = compare_code(found, typed)
    assert compared.same
    assert stands_by_paper(found, compared)
    other = short_code("0" * 64)
    assert not compare_code(found, other).same
