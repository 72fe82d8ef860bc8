"""What ends is told in time, once, and only while it still matters."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.records.ending import Ending, EndingKind
from desktop.records.signing import ReportSignature, SignerRole
from desktop.records.trust import RevocationList
from desktop.rules.endings import NOTICE_DAYS, of_certificates, of_lists
from tests.builders import NOW

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY
DAY = dt.timedelta(days=1)


def signed(
    role: SignerRole = PERSON, left: int = 400, sha256: str = "a" * 64
) -> ReportSignature:
    return ReportSignature(
        id=f"{role}-{sha256[:2]}-{left}",
        report="r",
        role=role,
        signer=f"Chủ {sha256[0]}",
        issuer="CA",
        certificate_sha256=sha256,
        valid_until=NOW + left * DAY,
        signed_at=NOW - 10 * DAY,
    )


def listed(issuer: str, made: int, until: int | None) -> RevocationList:
    return RevocationList(
        issuer=issuer,
        this_update=NOW + made * DAY,
        next_update=None if until is None else NOW + until * DAY,
        revoked=1,
        sha256=f"{made}",
        shipped=False,
        known=True,
    )


def only(*signatures: ReportSignature) -> Ending:
    (one,) = of_certificates(signatures, NOW)
    return one


@pytest.mark.parametrize(
    ("left", "soon"),
    [(NOTICE_DAYS + 1, False), (NOTICE_DAYS, True), (0, True), (-3, True)],
)
def test_a_certificate_must_be_seen_to_a_month_before_its_end(
    left: int, *, soon: bool
) -> None:
    one = only(signed(left=left))
    assert one.soon is soon
    assert one.left == (left or -1)
    assert (one.kind, one.roles) == (EndingKind.CERTIFICATE, (PERSON,))


def test_on_its_last_day_it_has_not_ended_yet() -> None:
    later = replace(signed(), valid_until=NOW + dt.timedelta(hours=2))
    assert only(later).left == 0


def test_days_are_those_of_the_office_and_not_of_the_authority() -> None:
    utc = dt.datetime(2025, 1, 10, 17, 30, tzinfo=dt.UTC)
    assert only(replace(signed(), valid_until=utc)).left == 22


def test_one_that_was_replaced_ends_without_a_word() -> None:
    found = only(signed(left=300, sha256="b" * 64), signed(left=5))
    assert found.left == 300


def test_person_and_agency_each_have_their_own_the_first_to_end_first() -> None:
    found = of_certificates((signed(AGENCY, 20, "b" * 64), signed(PERSON, 90)), NOW)
    assert [(one.roles, one.left) for one in found] == [
        ((AGENCY,), 20),
        ((PERSON,), 90),
    ]


def test_one_certificate_for_both_is_told_once() -> None:
    found = only(signed(AGENCY), signed(PERSON))
    assert found.roles == (PERSON, AGENCY)


def test_a_key_to_try_out_ends_without_a_word() -> None:
    assert of_certificates((replace(signed(left=1), test_key=True),), NOW) == ()


def test_a_list_is_told_once_it_has_ended() -> None:
    over, fresh = of_lists((listed("A", -9, -2), listed("B", -1, 6)), NOW)
    assert (over.name, over.left, over.soon) == ("A", -2, True)
    assert (fresh.name, fresh.left, fresh.soon) == ("B", 6, False)
    assert over.kind is EndingKind.LIST


def test_only_the_newest_list_of_an_issuer_counts() -> None:
    (one,) = of_lists((listed("A", -9, -2), listed("A", -1, 6)), NOW)
    assert not one.soon


def test_a_list_that_names_no_end_has_none() -> None:
    assert of_lists((listed("A", -9, None),), NOW) == ()
