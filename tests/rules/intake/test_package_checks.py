"""A package is believed as far as its seal, its report and its own words agree."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from desktop.records.exchange import ControlTotal, PackageHeader
from desktop.records.exchange_entries import Entries
from desktop.records.identity import AgencyId, PlanId
from desktop.records.returns import ReturnKind, ReturnState
from desktop.records.verification import (
    Chain,
    Coverage,
    FileVerdict,
    Finding,
    FoundReport,
    Integrity,
    SignatureVerdict,
)
from desktop.rules.intake import package_checks
from tests import builders
from tests.rules.intake.files import AT, FIRST, LAST, a_return

HEADER = PackageHeader(
    format_version=2,
    package_id="goi",
    plan_id="ke-hoach",
    plan_title="Kế hoạch",
    agency_id="a",
    agency="Xã Hòa Bình",
    recipient="",
    period_code="2024-Q2",
    first_day=FIRST,
    last_day=LAST,
    report_id="bc",
    version=2,
    created_at=AT,
    program_version="1",
    practice=False,
    control=ControlTotal(entries=2, attendance=30, code="A"),
    members=(),
)
REPORT = FoundReport(
    report_id="bc",
    agency="XÃ HOÀ BÌNH",
    plan_title="Kế hoạch",
    period_code="2024-Q2",
    first_day=FIRST,
    last_day=LAST,
    sha256="0" * 64,
    code="K",
)
SEAL = SignatureVerdict(
    signer="Xã Hòa Bình",
    issuer="CA",
    integrity=Integrity.INTACT,
    coverage=Coverage.COMPLETE,
    chain=Chain.PINNED,
)


def verdict(*found: str, seal: SignatureVerdict = SEAL, **more: Any) -> FileVerdict:
    findings = tuple(Finding(code=one, facts=("x.json",)) for one in found)
    return FileVerdict(
        file_name="goi.zip",
        format="package",
        signatures=(seal,),
        findings=findings,
        **more,
    )


def code_of(one: FileVerdict) -> str | None:
    found = package_checks.refusal_of_verdict(one)
    return None if found is None else found[0]


def test_a_whole_package_is_neither_refused_nor_doubted() -> None:
    assert code_of(verdict()) is None
    assert list(package_checks.doubts_of_verdict(verdict(), practice=False)) == []
    assert package_checks.signer_of(verdict()) == SEAL.signer


def test_the_member_that_was_changed_is_told_before_the_seal_it_breaks() -> None:
    broken = replace(SEAL, integrity=Integrity.CHANGED)
    found = package_checks.refusal_of_verdict(verdict("hash", seal=broken))
    assert found == ("member_changed", "x.json")
    assert code_of(verdict("missing")) == "member_missing"
    assert code_of(verdict("unlisted")) == "member_added"
    assert code_of(verdict("signature")) == "seal_broken"
    assert code_of(verdict(seal=broken)) == "seal_wrong"


def test_a_signed_file_inside_counts_an_unsigned_one_does_not() -> None:
    wrong = replace(SEAL, coverage=Coverage.INCOMPLETE)
    report = FileVerdict(file_name="bc.pdf", format="pdf", signatures=(wrong,))
    assert code_of(verdict(members=(report,))) == "member_wrong"
    plain = replace(report, signatures=(), findings=(Finding(code="foreign"),))
    assert code_of(verdict(members=(plain,))) is None


def test_no_seal_and_a_stranger_s_seal_are_doubts() -> None:
    stranger = verdict(seal=replace(SEAL, chain=Chain.UNKNOWN))
    assert code_of(stranger) is None
    doubts = list(package_checks.doubts_of_verdict(stranger, practice=False))
    assert doubts == [("signer_unknown", SEAL.signer)]
    unsealed = replace(verdict("unsigned"), signatures=())
    assert code_of(unsealed) is None
    assert [
        one[0] for one in package_checks.doubts_of_verdict(unsealed, practice=False)
    ] == ["unsealed"]


def test_practice_and_real_packages_do_not_mix() -> None:
    practice = replace(HEADER, practice=True)
    refused = package_checks.refusal_of_header
    assert refused(practice, None, practice=False) == ("practice",)
    assert refused(HEADER, None, practice=True) == ("not_practice",)
    assert refused(HEADER, REPORT, practice=False) is None


def test_what_the_header_says_otherwise_than_the_report_inside_is_named() -> None:
    other = replace(REPORT, period_code="2024-Q1", slip=1)
    found = package_checks.refusal_of_header(HEADER, other, practice=False)
    assert found == ("header_differs", "period", "slip")


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("report_id", {"report_id": "another"}),
        ("days", {"first_day": FIRST - dt.timedelta(days=1)}),
        ("days", {"last_day": LAST + dt.timedelta(days=1)}),
        ("practice", {"practice": True}),
        ("agency", {"agency": "Xã khác"}),
    ],
)
def test_every_word_of_the_header_is_held_to_the_report(
    name: str, changes: dict[str, Any]
) -> None:
    other = replace(REPORT, **changes)
    found = package_checks.refusal_of_header(HEADER, other, practice=False)
    assert found == ("header_differs", name)


def test_a_package_is_for_whom_it_names_under_any_name_borne() -> None:
    asked = package_checks.for_another
    names = ("Phòng Văn hóa", "Phòng Văn hóa và Thông tin")
    assert not asked(HEADER, "p", names)
    assert not asked(
        replace(HEADER, recipient="PHÒNG VĂN HOÁ", recipient_id="q"), "p", names
    )
    assert asked(replace(HEADER, recipient="Phòng Nội vụ"), "p", names)
    assert asked(replace(HEADER, recipient_id="q"), "p", names)


def test_entries_of_other_days_or_another_year_are_counted() -> None:
    inside = builders.an_activity(last_day=LAST)
    after = builders.an_activity(last_day=LAST + dt.timedelta(days=1))
    checks = [builders.a_check("a", year=year) for year in (2024, 2023)]
    entries = Entries(
        agency=AgencyId("a"),
        plan=PlanId("ke-hoach"),
        first_day=FIRST,
        last_day=LAST,
        agencies=(),
        plans=(),
        rows=(inside, after, *checks),
    )
    assert package_checks.outside(entries) == 2


def test_a_later_version_or_the_same_content_was_told_before() -> None:
    told = package_checks.told_before
    before = a_return(kind=ReturnKind.PACKAGE, version=2, control="A")
    assert told(HEADER, "content of before", [before])
    assert not told(HEADER, "other", [before])
    assert told(HEADER, "other", [replace(before, slip=1)])
    assert told(HEADER, "other", [replace(before, version=3)])
    back = replace(before, version=3, state=ReturnState.TAKEN_BACK)
    assert not told(HEADER, "other", [back])


def test_two_contents_of_one_version_cannot_both_stand() -> None:
    before = a_return(kind=ReturnKind.PACKAGE, version=2, control="B")
    found = package_checks.two_of_one_version(HEADER, [before])
    assert found == ("version_differs", "2", "trước.xlsx", "2024-07-02")
    same = replace(before, control="A")
    assert package_checks.two_of_one_version(HEADER, [same]) is None
    back = replace(before, state=ReturnState.TAKEN_BACK)
    assert package_checks.two_of_one_version(HEADER, [back]) is None


def test_a_seal_by_a_test_key_is_doubted_but_in_practice() -> None:
    tried = verdict(seal=replace(SEAL, chain=Chain.TEST))
    (doubt,) = package_checks.doubts_of_verdict(tried, practice=False)
    assert doubt[0] == "signer_test"
    assert not list(package_checks.doubts_of_verdict(tried, practice=True))
