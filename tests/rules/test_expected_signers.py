"""Whoever was expected stands beside whoever signed, and a cut signature is missed."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.records.signing import SignerRole
from desktop.records.verification import (
    Chain,
    Coverage,
    ExpectedSigner,
    FileVerdict,
    FoundReport,
    Integrity,
    SignatureVerdict,
)
from desktop.rules.expected_signers import (
    bears,
    doubted_sealers,
    expected_signers,
    signers_of_packed,
)

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY
NAMES = {PERSON: "Nguyễn Thị Ánh", AGENCY: "Phòng Văn hóa và Thông tin"}
ONE = SignatureVerdict(
    signer="Nguyễn Thị Ánh",
    issuer="B",
    integrity=Integrity.INTACT,
    coverage=Coverage.COMPLETE,
    chain=Chain.PINNED,
    role=PERSON,
)
OTHER = replace(ONE, signer="Phòng Văn hóa và Thông tin", role=AGENCY)


def found(*signatures: SignatureVerdict) -> list[tuple[SignerRole, str, bool]]:
    told = expected_signers((PERSON, AGENCY), NAMES, signatures)
    assert [one.name for one in told] == [NAMES[PERSON], NAMES[AGENCY]]
    return [(one.role, one.found, one.agrees) for one in told]


def test_both_are_found_in_the_order_of_signing() -> None:
    assert found(OTHER, ONE) == [
        (PERSON, ONE.signer, True),
        (AGENCY, OTHER.signer, True),
    ]


def test_nobody_expected_is_nobody_missed() -> None:
    assert expected_signers((), NAMES, (ONE, OTHER)) == ()


def test_a_signature_cut_off_leaves_its_role_open() -> None:
    assert found(ONE) == [(PERSON, ONE.signer, True), (AGENCY, "", False)]
    assert found() == [(PERSON, "", False), (AGENCY, "", False)]


@pytest.mark.parametrize("integrity", [one for one in Integrity if one != "intact"])
def test_a_broken_signature_stands_for_nobody(integrity: Integrity) -> None:
    assert found(replace(ONE, integrity=integrity))[0] == (PERSON, "", False)


def test_a_signature_stands_for_the_role_it_names_even_under_another_name() -> None:
    assert found(replace(ONE, signer=OTHER.signer)) == [
        (PERSON, OTHER.signer, False),
        (AGENCY, "", False),
    ]


@pytest.mark.parametrize(
    "name", ["NGUYEN THI ANH", "nguyễn thị ánh", "Nguyễn  Thị Ánh."]
)
def test_capitals_marks_and_spaces_make_no_other_name(name: str) -> None:
    assert found(replace(ONE, signer=name))[0] == (PERSON, name, True)


@pytest.mark.parametrize(
    "name", ["Phòng Văn hóa - Thông tin", "PHONG VAN HOA VA THONG TIN"]
)
def test_what_joins_the_parts_of_an_office_makes_no_other_name(name: str) -> None:
    assert found(ONE, replace(OTHER, signer=name))[1] == (AGENCY, name, True)


def test_another_tone_is_another_person_unless_no_tone_is_written_at_all() -> None:
    assert not bears("Nguyễn Thị Anh", "Nguyễn Thị Ánh")
    assert not bears("Nguyễn Thị Ảnh", "Nguyễn Thị Ánh")
    assert not bears("Đỗ Văn Dung", "Đỗ Văn Đung")
    assert bears("Do Van Dung", "Đỗ Văn Đung")
    assert not bears("", "")


@pytest.mark.parametrize(
    "name", ["Phòng Văn hoá", "PHÒNG VĂN HÓA", "Phòng Văn ho\u0301a"]
)
def test_where_in_a_word_its_tone_is_written_makes_no_other_name(name: str) -> None:
    assert bears(name, "Phòng Văn hóa")


@pytest.mark.parametrize("name", ["Và Thị Ánh", "Nguyễn Thị Và", "Nguyễn Thị Ánh Và"])
def test_a_person_may_be_called_like_the_word_that_joins(name: str) -> None:
    assert found(replace(ONE, signer=name))[0] == (PERSON, name, False)


def test_signatures_from_elsewhere_are_told_apart_by_name() -> None:
    one, other = replace(ONE, role=None), replace(OTHER, role=None)
    assert found(other, one) == found(ONE, OTHER)
    assert found(other) == [(PERSON, "", False), (AGENCY, OTHER.signer, True)]


def test_one_of_another_name_from_elsewhere_fills_what_is_open_and_is_doubted() -> None:
    stranger = replace(ONE, role=None, signer="Trần Văn Đức")
    assert found(stranger, OTHER) == [
        (PERSON, "Trần Văn Đức", False),
        (AGENCY, OTHER.signer, True),
    ]
    assert found(stranger) == [(PERSON, "Trần Văn Đức", False), (AGENCY, "", False)]


def test_without_an_expected_name_any_agrees() -> None:
    (told,) = expected_signers((PERSON,), {}, (ONE,))
    assert told == ExpectedSigner(role=PERSON, name="", found=ONE.signer, agrees=True)


@pytest.mark.parametrize(
    ("chain", "agrees"), [(Chain.TEST, True), (Chain.PINNED, False)]
)
def test_a_test_certificate_says_behind_the_name_that_it_is_one(
    chain: Chain, agrees: bool
) -> None:
    one = replace(ONE, signer="Nguyễn Thị Ánh (KÝ THỬ)", chain=chain)
    assert found(one)[0] == (PERSON, one.signer, agrees)


STRANGER = replace(ONE, signer="Trần Văn Đức", role=None, certificate_sha256="cd" * 32)


@pytest.mark.parametrize(
    "seal",
    [
        replace(ONE, role=None),
        replace(OTHER, role=None),
        replace(STRANGER, certificate_sha256="ab" * 32),
        replace(STRANGER, integrity=Integrity.CHANGED),
    ],
)
def test_whoever_signed_or_is_named_may_seal_and_a_broken_seal_is_of_nobody(
    seal: SignatureVerdict,
) -> None:
    signed = (replace(ONE, certificate_sha256="ab" * 32),)
    assert doubted_sealers(NAMES, (seal,), signed) == ()


def test_a_seal_of_somebody_without_a_part_in_the_report_is_doubted() -> None:
    unread = replace(ONE, certificate_sha256="")
    for signed in ((), (ONE, OTHER), (unread,)):
        (told,) = doubted_sealers(NAMES, (STRANGER,), signed)
        assert (told.role, told.name) == (AGENCY, NAMES[AGENCY])
        assert (told.found, told.agrees) == ("Trần Văn Đức", False)


def test_a_broken_signature_inside_gives_nobody_a_part_in_the_report() -> None:
    broken = replace(STRANGER, integrity=Integrity.CHANGED)
    assert doubted_sealers(NAMES, (STRANGER,), (broken,)) != ()


REPORT = FoundReport(
    report_id="r",
    agency="Phòng Văn hóa và Thông tin",
    plan_title="Kế hoạch",
    period_code="2024",
    first_day=dt.date(2024, 1, 1),
    last_day=dt.date(2024, 12, 31),
    sha256="ab" * 32,
    code="C",
)


def member(
    kind: str, *signatures: SignatureVerdict, report: FoundReport | None = REPORT
) -> FileVerdict:
    return FileVerdict(
        file_name=f"a.{kind}", format=kind, signatures=signatures, report=report
    )


PAGES, BOOK = member("pdf", ONE, OTHER), member("workbook", ONE, OTHER)


@pytest.mark.parametrize(
    ("members", "missed"),
    [
        ((PAGES,), False),
        ((PAGES, BOOK), False),
        ((BOOK,), False),
        ((PAGES, member("workbook")), False),  # other programs sign pages alone
        ((), True),
        ((member("other", report=None),), True),
        ((member("pdf"),), True),
        ((member("pdf"), BOOK), True),
        ((PAGES, member("pdf")), True),
        ((member("workbook"),), True),
    ],
)
def test_a_report_whose_pages_nobody_signed_misses_everybody(
    members: tuple[FileVerdict, ...], missed: bool
) -> None:
    seal = replace(ONE, role=None)
    told = signers_of_packed((PERSON, AGENCY), NAMES, (seal,), members)
    assert [(one.role, one.found) for one in told] == (
        [(PERSON, ""), (AGENCY, "")] if missed else []
    )


@pytest.mark.parametrize(
    "beside", [member("pdf", STRANGER, report=None), member("workbook", STRANGER)]
)
def test_signing_something_else_gives_nobody_a_part_in_the_report(
    beside: FileVerdict,
) -> None:
    """Pages that are certified take no signature of a stranger; all else does."""
    sealed = replace(STRANGER, certificate_sha256="ef" * 32)
    beside = replace(beside, signatures=(sealed,))
    (told,) = signers_of_packed((PERSON,), NAMES, (sealed,), (PAGES, beside))
    assert (told.found, told.agrees) == ("Trần Văn Đức", False)
