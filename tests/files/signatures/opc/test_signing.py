"""A signed workbook is right to us and to xmlsec1, whoever's key it is and wherever."""

import datetime as dt
import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook, load_workbook

from desktop.errors import SignatureError
from desktop.files.signatures.keys import Key
from desktop.files.signatures.opc import parts, relationships
from desktop.files.signatures.opc.checking import verify_workbook
from desktop.files.signatures.opc.content import same_content
from desktop.files.signatures.opc.markup import parse
from desktop.files.signatures.opc.signing import sign_workbook
from desktop.files.signatures.token.session import TokenSession
from desktop.files.workbook import workbook
from desktop.records.signing import SignerRole
from desktop.records.verification import Chain, Coverage, FileVerdict, Integrity
from tests.files.pki import NOW, issue, pki
from tests.files.report_builder import a_report, a_sentence
from tests.files.signatures.opc import workbooks
from tests.files.signatures.opc.xmlsec import opinions
from tests.files.softhsm import ID, PIN, soft_hsm

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY
SHEET = "xl/worksheets/sheet1.xml"
SHEET_RELS = "xl/worksheets/_rels/sheet1.xml.rels"
REFUSES_MECHANISM = "slots.mechanisms = -CKM_SHA256_RSA_PKCS,CKM_ECDSA_SHA256"


@pytest.fixture
def person(tmp_path: Path) -> Key:
    return pki().person.key(tmp_path)


@pytest.fixture
def agency(tmp_path: Path) -> Key:
    return pki().agency.key(tmp_path)


def signed(data: bytes, key: Key, role: SignerRole = PERSON, **more: Any) -> bytes:
    return sign_workbook(data, key, role=role, at=NOW, **more)


def exported(**changes: Any) -> bytes:
    return workbook.draw(a_report(**changes), "báo cáo.xlsx")


def judged(data: bytes) -> FileVerdict:
    return verify_workbook(data, pki().trust, "x.xlsx", now=NOW)


def assert_good(data: bytes, folder: Path, roles: tuple[SignerRole, ...]) -> None:
    """Hold our own opinion and that of xmlsec1 of every signature."""
    found = judged(data)
    assert found.intact
    assert found.findings == ()
    assert [one.role for one in found.signatures] == list(roles)
    for one in found.signatures:
        assert one.integrity is Integrity.INTACT
        assert one.coverage is Coverage.COMPLETE
        assert one.chain is Chain.PINNED
        assert one.claimed_time == NOW
    told = opinions(data, folder / "xmlsec")
    assert [one.good for one in told] == [True] * len(roles), told


def refused(data: bytes, key: Key, role: SignerRole = PERSON) -> tuple[str, ...]:
    with pytest.raises(SignatureError) as caught:
        signed(data, key, role)
    return caught.value.reason, *caught.value.facts


# --- what is signed ------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(workbooks.plain(), id="plain"),
        pytest.param(workbooks.rich(), id="rich"),
        pytest.param(workbooks.many(), id="fifteen sheets"),
        pytest.param(exported(), id="exported"),
        pytest.param(exported(practice=True), id="practice"),
    ],
)
def test_person_and_agency_sign_one_after_the_other(
    tmp_path: Path, person: Key, agency: Key, data: bytes
) -> None:
    once = signed(data, person)
    assert_good(once, tmp_path / "1", (PERSON,))
    twice = signed(once, agency, AGENCY)
    assert_good(twice, tmp_path / "2", (PERSON, AGENCY))
    assert same_content(twice, data)


def test_whoever_signs_first_may_be_the_agency(tmp_path: Path, agency: Key) -> None:
    assert_good(signed(workbooks.plain(), agency, AGENCY), tmp_path, (AGENCY,))


def test_every_part_but_properties_is_among_the_references(
    tmp_path: Path, person: Key
) -> None:
    data = workbooks.rich()
    (told,) = opinions(signed(data, person), tmp_path)
    assert told.signed == (3, 3)
    assert told.listed == (told.parts, told.parts)
    assert told.parts == len(parts.read(data)) - 3  # two of properties, and the kinds


def test_xmlsec_counts_a_changed_cell_though_it_says_ok(
    tmp_path: Path, person: Key
) -> None:
    whole = signed(workbooks.plain(), person)
    sheet = parts.read(whole)[SHEET]
    other = sheet.replace(b"<v>12</v>", b"<v>13</v>")
    assert other != sheet
    (told,) = opinions(workbooks.changed(whole, {SHEET: other}), tmp_path)
    assert told.code == 0
    assert told.signed == (3, 3)
    assert told.listed == (told.parts - 1, told.parts)
    assert not told.good


def test_it_opens_as_before(tmp_path: Path, person: Key) -> None:
    data = exported()
    before = load_workbook(BytesIO(data))
    after = load_workbook(BytesIO(signed(data, person)))
    assert after.sheetnames == before.sheetnames
    first = before.sheetnames[0]
    assert list(after[first].values) == list(before[first].values)


def test_the_package_gains_what_office_looks_for_and_nothing_moves(
    person: Key, agency: Key
) -> None:
    data = exported()
    before = parts.read(data)
    after = parts.read(signed(signed(data, person), agency, AGENCY))
    assert list(after)[: len(before)] == list(before)
    assert list(after)[len(before) :] == [
        "_xmlsignatures/_rels/origin.sigs.rels",
        "_xmlsignatures/origin.sigs",
        "_xmlsignatures/sig1.xml",
        "_xmlsignatures/sig2.xml",
    ]
    assert after["_xmlsignatures/origin.sigs"] == b""
    changed = {name for name, part in before.items() if after[name] != part}
    assert changed == {"[Content_Types].xml", "_rels/.rels"}
    led = relationships.read(after["_xmlsignatures/_rels/origin.sigs.rels"])
    assert [one.target for one in led] == ["sig1.xml", "sig2.xml"]
    root = relationships.read(after["_rels/.rels"])
    assert [one.target for one in root].count("_xmlsignatures/origin.sigs") == 1
    assert len({one.id for one in root}) == len(root)


def test_the_zip_begins_with_the_kinds_and_bears_no_date(person: Key) -> None:
    with zipfile.ZipFile(BytesIO(signed(workbooks.rich(), person))) as archive:
        entries = archive.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {one.date_time for one in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {one.compress_type for one in entries} == {zipfile.ZIP_DEFLATED}


def test_the_same_act_gives_the_same_bytes(person: Key) -> None:
    data = exported()
    assert signed(data, person) == signed(data, person)


def test_space_in_the_xml_and_another_packing_change_nothing(
    tmp_path: Path, person: Key
) -> None:
    whole = signed(workbooks.plain(), person)
    name = "_xmlsignatures/sig1.xml"
    part = parts.read(whole)[name]
    spaced = part.replace(b"</SignedInfo>", b"</SignedInfo>\n ")
    assert_good(workbooks.changed(whole, {name: spaced}), tmp_path, (PERSON,))


def test_time_place_and_reason_are_told(person: Key) -> None:
    at = dt.datetime(2026, 3, 9, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))
    whole = sign_workbook(
        workbooks.plain(), person, role=PERSON, at=at, reason="Đã duyệt", place="Tại sở"
    )
    (found,) = judged(whole).signatures
    assert found.claimed_time == at
    part = parts.read(whole)["_xmlsignatures/sig1.xml"].decode()
    assert ">2026-03-09T01:00:00Z<" in part
    assert ">Đã duyệt<" in part
    assert ">Tại sở<" in part


# --- whose key -----------------------------------------------------------------


@pytest.mark.parametrize("digest", ["sha256", "sha384", "sha512"])
@pytest.mark.parametrize("who", ["person", "curve"])
def test_rsa_and_curves_sign_with_every_digest(
    tmp_path: Path, who: str, digest: str
) -> None:
    key = getattr(pki(), who).key(tmp_path)
    assert_good(signed(workbooks.plain(), key, digest=digest), tmp_path, (PERSON,))


@pytest.mark.parametrize("curve", [ec.SECP384R1(), ec.SECP521R1()])
def test_both_numbers_of_a_longer_curve_take_its_length(
    tmp_path: Path, curve: ec.EllipticCurve
) -> None:
    who = issue("Đường cong", ec.generate_private_key(curve), pki().issuing)
    key = who.key(tmp_path)
    for _ in range(3):  # a number may begin with zeros
        assert_good(signed(workbooks.plain(), key), tmp_path, (PERSON,))


@pytest.mark.parametrize(
    ("who", "settings"),
    [
        ("person", ()),
        ("person", (REFUSES_MECHANISM,)),
        ("curve", ()),
    ],
    ids=["mechanism", "raw", "curve"],
)
def test_a_token_signs_as_a_file_does(
    tmp_path: Path, who: str, settings: tuple[str, ...]
) -> None:
    with soft_hsm(tmp_path / "hsm", *settings) as hsm:
        token = hsm.token("Ánh", getattr(pki(), who))
        with TokenSession(hsm.module) as session:
            key = session.login(token.serial, ID, PIN)
            whole = signed(workbooks.rich(), key)
    assert key.token
    assert_good(whole, tmp_path, (PERSON,))


def test_rsa_is_never_asked_for_pss(person: Key) -> None:
    asked: list[tuple[str, str]] = []

    def sign(data: bytes, digest: str, scheme: Any = "plain") -> bytes:
        asked.append((digest, scheme))
        return person.sign(data, digest, scheme)

    signed(workbooks.plain(), replace(person, sign=sign))
    assert asked == [("sha256", "plain")]


def test_the_chain_goes_upwards_and_leaves_strangers_out(person: Key) -> None:
    strangers = (b"junk", pki().impostor.der, pki().root.der, pki().issuing.der)
    whole = signed(workbooks.plain(), replace(person, chain=strangers))
    part = parts.read(whole)["_xmlsignatures/sig1.xml"].decode()
    values = part.split("<xd:EncapsulatedX509Certificate>")[1:]
    assert len(values) == 2
    assert judged(whole).signatures[0].chain is Chain.PINNED


def test_without_a_chain_the_signer_alone_is_told(tmp_path: Path, person: Key) -> None:
    whole = signed(workbooks.plain(), replace(person, chain=()))
    assert b"UnsignedProperties" not in parts.read(whole)["_xmlsignatures/sig1.xml"]
    assert [one.good for one in opinions(whole, tmp_path)] == [True]


# --- what is refused -----------------------------------------------------------


def test_nobody_signs_twice_for_one_role(person: Key, agency: Key) -> None:
    once = signed(workbooks.plain(), person)
    assert refused(once, agency, PERSON) == ("already_signed", "Người ký")


def test_nobody_signs_beside_a_signature_that_does_not_hold(
    person: Key, agency: Key
) -> None:
    once = signed(workbooks.plain(), person)
    sheet = parts.read(once)[SHEET].replace(b"<v>12</v>", b"<v>13</v>")
    changed = workbooks.changed(once, {SHEET: sheet})
    assert refused(changed, agency, AGENCY) == (
        "document_changed",
        "Cơ quan",
        "part_changed",
    )


@pytest.fixture
def with_formula() -> bytes:
    book = Workbook()
    sheet: Any = book.active
    sheet["A1"] = "=1+1"
    return workbooks.saved(book)


def test_a_formula_is_not_signed_for_it_may_show_another_day_something_else(
    person: Key, with_formula: bytes
) -> None:
    assert refused(with_formula, person) == ("workbook_unfit", "formula", SHEET)


def test_a_link_that_others_would_call_forged_is_refused(person: Key) -> None:
    found = refused(workbooks.rich("https://example.invalid/?a=1&b=2"), person)
    assert found[:3] == ("workbook_unfit", "relationship_target", SHEET_RELS)


def test_a_stray_part_is_not_signed_over(person: Key) -> None:
    stray = workbooks.changed(workbooks.plain(), {"xl/evil.xml": b"<a/>"})
    assert refused(stray, person) == (
        "workbook_unfit",
        "part_unreachable",
        "xl/evil.xml",
    )


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "not_package"), (workbooks.plain()[:-50], "damaged")]
)
def test_what_is_no_workbook_is_not_signed(person: Key, data: bytes, code: str) -> None:
    assert refused(data, person)[:2] == ("workbook_unfit", code)


def test_a_key_that_signs_wrongly_is_caught_before_anyone_sees_it(
    person: Key, agency: Key
) -> None:
    liar = replace(person, sign=agency.sign)
    assert refused(workbooks.plain(), liar) == (
        "own_check_failed",
        "Người ký",
        "signature_value_wrong",
    )


@pytest.mark.parametrize("value", [b"", b"junk", (1 << 600).to_bytes(76, "big")])
def test_what_is_no_signature_of_a_curve_is_caught_too(
    tmp_path: Path, value: bytes
) -> None:
    curve = pki().curve.key(tmp_path)
    liar = replace(curve, sign=lambda *_given: value)
    assert refused(workbooks.plain(), liar) == ("own_check_failed", curve.name)


def test_a_longer_curve_than_the_certificates_is_caught_too(tmp_path: Path) -> None:
    longer = issue("Dài", ec.generate_private_key(ec.SECP521R1()), pki().issuing)
    curve = pki().curve.key(tmp_path)
    liar = replace(curve, sign=longer.key(tmp_path).sign)
    assert refused(workbooks.plain(), liar) == ("own_check_failed", curve.name)


def test_what_the_key_raises_comes_through(person: Key) -> None:
    def gone(data: bytes, digest: str, scheme: Any = "plain") -> bytes:
        raise SignatureError("token_gone", "Ánh")

    assert refused(workbooks.plain(), replace(person, sign=gone)) == (
        "token_gone",
        "Ánh",
    )


# --- what the program exports --------------------------------------------------


def test_a_signed_export_holds_no_formula_no_outside_link_and_no_space(
    person: Key, agency: Key
) -> None:
    odd = ("=1+1", "https://example.invalid/?a=1&b=2", '<a href="x">', a_sentence())
    data = exported(recipients=odd, agency=odd[1], plan_title=odd[0])
    held = parts.read(signed(signed(data, person), agency, AGENCY))
    assert any(b"example.invalid/?a=1&amp;b=2" in part for part in held.values())
    for name, part in held.items():
        if name.startswith("xl/worksheets/sheet"):
            assert not re.search(rb"<f[\s>/]", part)
        if relationships.is_relationships(name):
            assert not [one for one in parse(part).iter() if one.text or one.tail]
            for one in relationships.read(part):
                assert not one.external
                assert not one.target.startswith("/")
                assert not set(one.target) & set("&<>\"'")


def test_nothing_we_rely_on_lives_in_the_properties_nobody_signs(person: Key) -> None:
    """Office leaves them out, so that whoever changes them breaks no signature."""
    whole = signed(exported(), person)
    held = parts.read(whole)
    core, app = (parse(held[f"docProps/{name}.xml"]) for name in ("core", "app"))
    told = {etree.QName(one).localname: one.text for one in core if one.text}
    assert told.keys() == {"created", "modified"}
    assert {etree.QName(one).localname for one in app if one.text} <= {
        *("Application", "AppVersion", "DocSecurity"),
    }
    changed = {"docProps/core.xml": held["docProps/core.xml"].replace(b"20", b"19")}
    assert judged(workbooks.changed(whole, changed)).intact


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C"]))))
def test_whatever_stands_in_the_cells_is_signed(kept: Key, texts: list[str]) -> None:
    book = Workbook()
    sheet: Any = book.active
    for text in texts:
        sheet.append([f"'{text}"])
    whole = signed(workbooks.saved(book), kept)
    found = judged(whole)
    assert (found.intact, found.findings) == (True, ())


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Key:
    return pki().curve.key(tmp_path_factory.mktemp("kept"))
