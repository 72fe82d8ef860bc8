"""Every known way to spoil a signed workbook is found, with the reason."""

import datetime as dt
import hashlib
import zipfile
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.files.signatures.opc import parts
from desktop.files.signatures.opc.checking import is_signed, verify_workbook
from desktop.files.signatures.opc.names import CLAIMED_ROLES, EXCLUSIVE, RELATIONSHIPS
from desktop.files.signatures.opc.signing import sign_workbook
from desktop.files.signatures.trust import Trust
from desktop.records.signing import SignerRole
from desktop.records.verification import (
    Chain,
    Coverage,
    Integrity,
    Revocation,
)
from tests.files.pki import NOW, pki
from tests.files.signatures.opc.forger import (
    BOOK,
    OF_SHEET,
    ROOT,
    SECOND,
    SHEET,
    SIGNATURE,
    TYPES,
    below,
    certified,
    dsig,
    edited,
    held,
    judged,
    overridden,
    related,
    resigned,
    signed,
    spoiled,
    told,
    twice,
    xades,
)
from tests.files.signatures.opc.workbooks import changed, many, plain, saved
from tests.files.signatures.opc.xmlsec import opinions

STYLES = "xl/styles.xml"
WORKBOOK = "xl/workbook.xml"
SHEET_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
STRINGS_KIND = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
)
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relationship(kind: str, target: str, more: str = "") -> str:
    """Return one relationship as XML."""
    return f'<Relationship Id="rId77" Type="{kind}" Target="{target}"{more}/>'


LINK = relationship(
    f"{RELATED}/hyperlink", "http://x.invalid/", ' TargetMode="External"'
)


# --- what is good -----------------------------------------------------------


def test_a_workbook_signed_twice_is_intact_and_says_by_whom() -> None:
    verdict = judged(twice())
    assert verdict.intact
    assert verdict.format == "workbook"
    assert [(one.signer, one.role, one.chain) for one in verdict.signatures] == [
        ("Nguyễn Thị Ánh", SignerRole.PERSON, Chain.PINNED),
        ("Phòng Văn hóa", SignerRole.AGENCY, Chain.PINNED),
    ]
    assert [one.claimed_time for one in verdict.signatures] == [NOW, NOW]
    assert [one.field for one in verdict.signatures] == [SIGNATURE, SECOND]
    assert {one.issuer for one in verdict.signatures} == {"Cấp phát"}


@pytest.mark.parametrize("make", [plain, many])
def test_a_plain_one_and_one_of_many_sheets_are_intact(
    tmp_path: Path, make: Callable[[], bytes]
) -> None:
    key = pki().curve.key(tmp_path)
    data = sign_workbook(make(), key, role=SignerRole.PERSON, at=NOW, digest="sha384")
    assert judged(data).intact


def test_the_signature_of_the_agency_can_be_cut_off_and_the_first_still_holds() -> None:
    """Whoever expects two signers has to look for the second."""
    cut = spoiled(
        changed(twice(), {SECOND: None}),
        "_xmlsignatures/_rels/origin.sigs.rels",
        held(twice(), "_xmlsignatures/_rels/origin.sigs.rels"),
        held(signed(), "_xmlsignatures/_rels/origin.sigs.rels"),
    )
    verdict = judged(cut)
    assert verdict.intact
    assert [one.role for one in verdict.signatures] == [SignerRole.PERSON]


def test_space_between_what_is_signed_and_the_signature_does_no_harm() -> None:
    assert judged(
        spoiled(signed(), SIGNATURE, "</SignedInfo>", "</SignedInfo>\n  ")
    ).intact


def test_packing_it_anew_does_no_harm() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in reversed(parts.read(signed()).items()):
            archive.writestr(name, content)
    assert judged(target.getvalue()).intact


def test_packing_it_into_a_stream_does_no_harm() -> None:
    class Stream(BytesIO):
        def tell(self) -> int:
            raise OSError

    target = Stream()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.read(signed()).items():
            archive.writestr(name, content)
    assert archive.infolist()[0].flag_bits & 0x8  # sizes follow the content
    assert judged(target.getvalue()).intact


def test_properties_are_not_signed_as_in_office() -> None:
    other = spoiled(signed(), "docProps/core.xml", "openpyxl", "kẻ khác")
    assert judged(other).intact


# --- the tamper table ----------------------------------------------------------


def renamed_relationship(data: bytes) -> bytes:
    return spoiled(data, BOOK, "worksheets/sheet2.xml", "worksheets/sheet1.xml")


def without_relationship(data: bytes) -> bytes:
    return edited(data, BOOK, lambda root: root.remove(root[-1]))


def with_sheet(data: bytes) -> bytes:
    sheet = "xl/worksheets/sheet3.xml"
    more = changed(data, {sheet: held(data, SHEET)})
    link = relationship(f"{RELATED}/worksheet", "worksheets/sheet3.xml")
    more = related(more, BOOK, link)
    return overridden(more, sheet, SHEET_KIND)


def with_strings(data: bytes) -> bytes:
    """Add texts that some readers find by their content type alone."""
    part = "xl/texts.xml"
    return overridden(changed(data, {part: b"<sst/>"}), part, STRINGS_KIND)


def with_strings_as_thumbnail(data: bytes) -> bytes:
    """Hang them where Office leaves out what it signs."""
    link = relationship(f"{RELATIONSHIPS}/metadata/thumbnail", "xl/texts.xml")
    return related(with_strings(data), ROOT, link)


def retyped(data: bytes) -> bytes:
    return spoiled(data, TYPES, "spreadsheetml.styles+xml", "spreadsheetml.theme+xml")


def without_styles(data: bytes) -> bytes:
    return changed(data, {STYLES: None})


def with_part(data: bytes) -> bytes:
    return changed(data, {"xl/people.xml": b"<personList/>"})


def with_new_relationships(data: bytes) -> bytes:
    name = "xl/worksheets/_rels/sheet2.xml.rels"
    content = held(data, OF_SHEET).partition(b"<Relationship ")[0]
    return changed(data, {name: content + LINK.encode() + b"</Relationships>"})


def other_time(data: bytes) -> bytes:
    moment = NOW.strftime("%Y-%m-%dT%H:%M:%SZ")
    return spoiled(data, SIGNATURE, f"Value>{moment}", "Value>2020-01-01T00:00:00Z")


def other_stated_time(data: bytes) -> bytes:
    moment = NOW.strftime("%Y-%m-%dT%H:%M:%SZ")
    new = "SigningTime>2020-01-01T00:00:00Z"
    return spoiled(data, SIGNATURE, f"SigningTime>{moment}", new)


def other_role(data: bytes) -> bytes:
    person, agency = CLAIMED_ROLES[SignerRole.PERSON], CLAIMED_ROLES[SignerRole.AGENCY]
    return spoiled(data, SIGNATURE, f"ClaimedRole>{person}", f"ClaimedRole>{agency}")


def other_comment(data: bytes) -> bytes:
    return spoiled(data, SIGNATURE, "Báo cáo quý", "Báo cáo năm")


def other_certificate(data: bytes) -> bytes:
    old = b64encode(pki().person.der)
    return spoiled(data, SIGNATURE, old, b64encode(pki().agency.der))


def other_value(data: bytes) -> bytes:
    def turn(root: Any) -> None:
        value = below(root, "SignatureValue")
        value.text = b64encode(bytes(256)).decode()

    return edited(data, SIGNATURE, turn)


def other_method(data: bytes) -> bytes:
    return spoiled(data, SIGNATURE, "#rsa-sha256", "#rsa-sha512")


def unlisted(data: bytes) -> bytes:
    def drop(root: Any) -> None:
        manifest = below(root, "Object", "Manifest")
        (found,) = (one for one in manifest if SHEET in one.get("URI"))
        manifest.remove(found)

    return edited(data, SIGNATURE, drop)


def without_reference(root: Any) -> None:
    info = below(root, "SignedInfo")
    info.remove(info[2])


def same_id(data: bytes) -> bytes:
    return spoiled(data, SIGNATURE, 'Id="idOfficeObject"', 'Id="idPackageObject"')


def same_id_in_other_letters(data: bytes) -> bytes:
    return edited(data, SIGNATURE, lambda root: root[-1].set("ID", "idPackageObject"))


def signed_twice_by_one(_: bytes) -> bytes:
    """Let the same signature stand for two, though not byte by byte."""
    again = held(twice(), SIGNATURE).replace(b"</SignedInfo>", b"</SignedInfo> ")
    return changed(twice(), {SECOND: again})


def entered_twice(data: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.read(data).items():
            archive.writestr(name, content)
        archive.writestr(SHEET.replace("sheet1", "SHEET1"), b"<worksheet/>")
    return target.getvalue()


TAMPERED: tuple[tuple[Callable[[bytes], bytes], tuple[str, ...]], ...] = (
    (lambda data: spoiled(data, SHEET, "<v>4<", "<v>9<"), ("part_changed", SHEET)),
    (
        lambda data: spoiled(data, STYLES, "Calibri", "Wingdin"),
        ("part_changed", STYLES),
    ),
    (
        lambda data: spoiled(data, WORKBOOK, "veryHidden", "visible"),
        ("part_changed", WORKBOOK),
    ),
    (renamed_relationship, ("relationship_changed", BOOK)),
    (without_relationship, ("relationship_changed", BOOK)),
    (lambda data: related(data, BOOK, LINK), ("relationship_unsigned", BOOK, "rId77")),
    (lambda data: related(data, ROOT, LINK), ("relationship_unsigned", ROOT, "rId77")),
    (with_sheet, ("part_unsigned", "xl/worksheets/sheet3.xml")),
    (with_sheet, ("relationship_unsigned", BOOK, "rId77")),
    (with_strings, ("part_unsigned", "xl/texts.xml")),
    (with_strings_as_thumbnail, ("part_unsigned", "xl/texts.xml")),
    (with_strings_as_thumbnail, ("relationship_unsigned", ROOT, "rId77")),
    (
        retyped,
        (
            "content_type_changed",
            STYLES,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.theme+xml",
        ),
    ),
    (without_styles, ("part_missing", STYLES)),
    (with_part, ("part_unsigned", "xl/people.xml")),
    (
        with_new_relationships,
        ("relationship_unsigned", "xl/worksheets/_rels/sheet2.xml.rels", "rId77"),
    ),
    (
        lambda data: spoiled(data, OF_SHEET, "https://example", "https://ex4mple"),
        ("relationship_changed", OF_SHEET),
    ),
    (other_time, ("manifest_changed", SIGNATURE)),
    (
        other_stated_time,
        ("signed_properties_changed", SIGNATURE, "idSignedProperties"),
    ),
    (other_role, ("signed_properties_changed", SIGNATURE, "idSignedProperties")),
    (other_comment, ("signed_properties_changed", SIGNATURE, "idOfficeObject")),
    (other_certificate, ("certificate_differs", SIGNATURE)),
    (other_certificate, ("signature_value_wrong", SIGNATURE)),
    (other_value, ("signature_value_wrong", SIGNATURE)),
    (other_method, ("signature_value_wrong", SIGNATURE)),
    (unlisted, ("manifest_changed", SIGNATURE)),
    (unlisted, ("part_unsigned", SHEET)),
    (
        lambda data: edited(data, SIGNATURE, without_reference),
        ("signature_value_wrong", SIGNATURE),
    ),
    (
        lambda data: edited(data, SIGNATURE, without_reference),
        ("manifest_unsigned", SIGNATURE),
    ),
    (same_id, ("duplicate_id", SIGNATURE, "idPackageObject")),
    (same_id_in_other_letters, ("duplicate_id", SIGNATURE, "idPackageObject")),
    (signed_twice_by_one, ("signature_malformed", SECOND, "copy")),
    (entered_twice, ("duplicate_entry", "xl/worksheets/SHEET1.xml")),
)


@pytest.mark.parametrize(("tamper", "reason"), TAMPERED)
def test_what_is_tampered_with_is_found_with_the_reason(
    tamper: Callable[[bytes], bytes], reason: tuple[str, ...]
) -> None:
    spoilt = tamper(signed())
    verdict = judged(spoilt)
    assert not verdict.intact
    assert reason in told(spoilt)


@pytest.mark.parametrize(("tamper", "reason"), TAMPERED)
def test_a_second_signature_does_not_cover_what_was_done_before_it(
    tamper: Callable[[bytes], bytes], reason: tuple[str, ...]
) -> None:
    assert reason in told(tamper(twice()))


def test_a_changed_cell_breaks_both_signatures_and_is_told_once() -> None:
    verdict = judged(spoiled(twice(), SHEET, "<v>4<", "<v>9<"))
    assert [one.integrity for one in verdict.signatures] == [Integrity.CHANGED] * 2
    assert [one.code for one in verdict.findings] == ["part_changed"]


def test_what_was_added_leaves_gaps_and_not_damage() -> None:
    (one,) = judged(with_sheet(signed())).signatures
    assert (one.integrity, one.coverage) == (Integrity.INTACT, Coverage.INCOMPLETE)
    assert one.gaps == (f"{BOOK}#rId77", "xl/worksheets/sheet3.xml")


def test_xmlsec_takes_a_workbook_with_an_added_sheet_for_whole(tmp_path: Path) -> None:
    """It is why coverage has to be looked at here."""
    (opinion,) = opinions(with_sheet(signed()), tmp_path)
    assert opinion.good


def test_openpyxl_drops_the_signature_when_it_saves() -> None:
    again = saved(load_workbook(BytesIO(signed())))
    assert told(again) == {("unsigned",)}
    assert not judged(again).signatures
    assert not is_signed(again)


def test_a_signature_nobody_is_led_to_is_told() -> None:
    def cut(root: Any) -> None:
        (origin,) = (one for one in root if one.get("Type").endswith("/origin"))
        root.remove(origin)

    hidden = edited(signed(), ROOT, cut)
    assert ("unsigned",) in told(hidden)
    assert ("signature_unreachable", SIGNATURE) in told(hidden)
    assert is_signed(hidden)


# --- what is signed otherwise -----------------------------------------------------


def test_a_signature_over_something_else_is_no_signature_of_the_workbook() -> None:
    """Universal signature forgery: any valid signature was once taken for one."""
    forged = resigned(signed(), without_reference)
    (one,) = judged(forged).signatures
    assert one.integrity is Integrity.CHANGED
    assert told(forged) == {("manifest_unsigned", SIGNATURE)}


def test_a_forger_cannot_sign_for_somebody_else() -> None:
    forged = resigned(signed(), lambda root: None, who=pki().impostor)
    assert ("signature_value_wrong", SIGNATURE) in told(forged)


def test_a_forger_of_the_same_name_is_not_believed() -> None:
    impostor = pki().impostor
    forged = resigned(signed(), certified(impostor), who=impostor)
    verdict = judged(forged)
    assert verdict.intact
    assert [one.signer for one in verdict.signatures] == ["Nguyễn Thị Ánh"]
    assert [one.chain for one in verdict.signatures] == [Chain.UNKNOWN]


def test_without_a_stated_certificate_nobody_knows_whose_it_is() -> None:
    def drop(root: Any) -> None:
        stated = root.find(f".//{xades('SigningCertificate')}")
        stated.getparent().remove(stated)

    (one,) = judged(resigned(signed(), drop)).signatures
    assert one.integrity is Integrity.UNSUPPORTED


def test_without_its_properties_a_signature_tells_the_time_but_no_role() -> None:
    def drop(root: Any) -> None:
        info = below(root, "SignedInfo")
        info.remove(info[-1])

    (one,) = judged(resigned(signed(), drop)).signatures
    assert (one.integrity, one.claimed_time, one.role) == (
        Integrity.UNSUPPORTED,
        NOW,
        None,
    )


def test_what_is_made_with_sha1_is_weak() -> None:
    def weaken(root: Any) -> None:
        for one in root.find(dsig("SignedInfo")).iter(dsig("DigestMethod")):
            one.set("Algorithm", "http://www.w3.org/2000/09/xmldsig#sha1")

    weak = resigned(signed(), weaken)
    (one,) = judged(weak).signatures
    assert one.integrity is Integrity.WEAK
    assert told(weak) == {("weak", SIGNATURE, "sha1")}


def test_pss_is_unsupported_and_not_forged() -> None:
    def ask(root: Any) -> None:
        method = below(root, "SignedInfo", "SignatureMethod")
        method.set(
            "Algorithm", "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1"
        )

    asked = resigned(signed(), ask)
    (one,) = judged(asked).signatures
    assert one.integrity is Integrity.UNSUPPORTED
    assert [code for code, *_ in told(asked)] == ["unsupported"]


def test_what_is_signed_in_exclusive_form_is_read_too() -> None:
    def ask(root: Any) -> None:
        info = below(root, "SignedInfo")
        below(info, "CanonicalizationMethod").set("Algorithm", EXCLUSIVE)
        transform = below(info[-1], "Transforms", "Transform")
        transform.set("Algorithm", EXCLUSIVE)

    assert judged(resigned(signed(), ask)).intact
    assert told(edited(signed(), SIGNATURE, ask)) == {
        ("signature_value_wrong", SIGNATURE),
        ("signed_properties_changed", SIGNATURE, "idSignedProperties"),
    }


def test_what_has_no_canonical_form_is_malformed() -> None:
    """Names of relative addresses have none; Canonical XML 1.0, 1.3."""
    odd = spoiled(signed(), SIGNATURE, "<SignatureProperties>", '<x xmlns="y"/>')
    odd = spoiled(odd, SIGNATURE, "</SignatureProperties>")
    assert ("signature_malformed", SIGNATURE, "xml") in told(odd)


# --- certificates ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "chain"),
    [
        ("expired", Chain.EXPIRED),
        ("early", Chain.NOT_YET),
        ("tls", Chain.USAGE),
        ("encipher", Chain.USAGE),
        ("self_signed", Chain.UNKNOWN),
        ("impostor", Chain.UNKNOWN),
    ],
)
def test_a_bad_certificate_leaves_the_content_intact_and_is_told(
    tmp_path: Path, who: str, chain: Chain
) -> None:
    key = getattr(pki(), who).key(tmp_path)
    verdict = judged(sign_workbook(plain(), key, role=SignerRole.PERSON, at=NOW))
    assert verdict.intact
    assert [one.chain for one in verdict.signatures] == [chain]


def test_a_revoked_certificate_is_told_by_the_lists_at_hand(tmp_path: Path) -> None:
    data = sign_workbook(
        plain(), pki().revoked.key(tmp_path), role=SignerRole.AGENCY, at=NOW
    )
    lists = Trust(anchors=(pki().root.der,), crls=pki().crls)
    asked = verify_workbook(data, lists, "x.xlsx", now=NOW).signatures[0]
    assert asked.revocation is Revocation.REVOKED
    assert judged(data).signatures[0].revocation is Revocation.NOT_CHECKED
    good = verify_workbook(signed(), lists, "x.xlsx", now=NOW).signatures[0]
    assert good.revocation is Revocation.GOOD
    assert good.revocation_as_of == (NOW - dt.timedelta(days=1)).date()


def test_the_certificate_is_told_by_its_fingerprint_and_its_end() -> None:
    (one,) = judged(signed()).signatures
    assert one.certificate_sha256 == hashlib.sha256(pki().person.der).hexdigest()
    assert one.valid_until == pki().person.certificate.not_valid_after_utc


# --- what is no signed workbook -----------------------------------------------------


def test_a_workbook_nobody_signed_says_so() -> None:
    verdict = judged(plain())
    assert told(plain()) == {("unsigned",)}
    assert verdict.signatures == ()
    assert not verdict.intact


def test_a_plain_workbook_oddly_packed_is_only_unsigned() -> None:
    odd = changed(plain(), {"xl/": b"", "xl\\a.xml": b""})
    assert told(odd) == {("unsigned",)}
    assert told(changed(signed(), {"xl/": b""})) == {("part_name", "'xl/'")}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", ("not_package",)),
        (b"PK\x03\x04", ("damaged", "BadZipFile")),
    ],
)
def test_what_is_no_package_is_refused(data: bytes, reason: tuple[str, ...]) -> None:
    (one,) = judged(data).signatures
    assert one.integrity is Integrity.UNREADABLE
    assert told(data) == {reason}
    assert not is_signed(data[:20])


def test_what_stands_before_a_package_is_refused() -> None:
    """Some readers look for a package from the front, others from the end."""
    assert told(b"PK\x03\x04" + signed()) == {("damaged", "start")}
    assert told(b"#!/bin/sh" + signed()) == {("not_package",)}


def test_the_certificate_is_judged_at_the_moment_asked_for() -> None:
    late = verify_workbook(
        signed(), pki().trust, "x.xlsx", now=NOW + dt.timedelta(days=900)
    )
    assert late.signatures[0].chain in {Chain.EXPIRED, Chain.LAPSED}
    assert verify_workbook(signed(), Trust(), "x.xlsx").signatures[0].chain is (
        Chain.UNKNOWN
    )


def test_a_signed_workbook_is_told_by_its_parts() -> None:
    assert is_signed(signed())
    assert not is_signed(b"_xmlsignatures/")
