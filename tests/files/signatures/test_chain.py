"""Every certificate gets the one answer it deserves, offline."""

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.files.signatures import chain
from desktop.files.signatures.chain import stand
from desktop.files.signatures.keys import load_key, make_test_key
from desktop.files.signatures.trust import Trust
from desktop.records.verification import Chain, Coverage, Integrity, Revocation
from tests.files.pki import NOW, YEAR, Identity, pki


def judged(who: Identity, trust: Trust, now: dt.datetime = NOW) -> chain.Standing:
    others = (pki().issuing.der, pki().root.der)
    return stand(who.der, others, trust, now=now)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("person", Chain.PINNED),
        ("agency", Chain.PINNED),
        ("curve", Chain.PINNED),
        ("expired", Chain.EXPIRED),
        ("early", Chain.NOT_YET),
        ("tls", Chain.USAGE),
        ("encipher", Chain.USAGE),
        ("self_signed", Chain.UNKNOWN),
        ("impostor", Chain.UNKNOWN),
    ],
)
def test_each_certificate_has_its_standing(who: str, expected: Chain) -> None:
    assert judged(getattr(pki(), who), pki().trust).chain is expected


@pytest.mark.parametrize("who", ["person", "expired", "early", "tls", "self_signed"])
def test_without_anchors_nobody_is_known_whatever_else_is_wrong(who: str) -> None:
    assert judged(getattr(pki(), who), Trust()).chain is Chain.UNKNOWN


def test_a_root_inside_the_file_is_never_believed() -> None:
    person = pki().person
    inside = (pki().issuing.der, pki().root.der)
    other = Trust(anchors=(pki().agency.der,))
    assert stand(person.der, inside, other, now=NOW).chain is Chain.UNKNOWN


@pytest.mark.parametrize(
    ("later", "ahead"), [(-1, False), (0, False), (23, False), (25, True)]
)
def test_a_signature_of_a_day_to_come_is_told(later: int, ahead: bool) -> None:
    claimed = NOW + dt.timedelta(hours=later)
    others = (pki().issuing.der,)
    found = stand(pki().person.der, others, pki().trust, now=NOW, claimed=claimed)
    assert (found.chain, found.ahead) == (Chain.PINNED, ahead)


def test_a_missing_issuer_is_found_among_our_own_helpers() -> None:
    person = pki().person
    helped = replace(pki().trust, intermediates=(pki().issuing.der,))
    assert stand(person.der, (), pki().trust, now=NOW).chain is Chain.UNKNOWN
    assert stand(person.der, (), helped, now=NOW).chain is Chain.PINNED


def test_a_certificate_used_outside_its_time_by_its_own_word_is_told() -> None:
    person, others = pki().person, (pki().issuing.der,)
    late = stand(person.der, others, pki().trust, now=NOW, claimed=NOW + 1.5 * YEAR)
    early = stand(person.der, others, pki().trust, now=NOW, claimed=NOW - 2 * YEAR)
    assert (late.chain, early.chain) == (Chain.EXPIRED, Chain.NOT_YET)


def test_when_only_the_issuer_has_expired_the_chain_has() -> None:
    moment = NOW + 0.75 * YEAR
    assert moment < pki().person.certificate.not_valid_after_utc
    assert judged(pki().person, pki().trust, moment).chain is Chain.EXPIRED


def test_a_test_certificate_stays_one_even_when_its_root_is_pinned(
    tmp_path: Path,
) -> None:
    path = make_test_key(
        tmp_path / "k.p12", name="A", organisation="B", password="x", now=NOW
    )
    key = load_key(path, "x")
    trust = Trust(anchors=key.chain)
    assert stand(key.certificate, (), trust, now=NOW).chain is Chain.TEST


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("person", Revocation.GOOD),
        ("agency", Revocation.GOOD),
        ("revoked", Revocation.REVOKED),
        ("impostor", Revocation.NOT_CHECKED),
    ],
)
def test_lists_at_hand_are_asked(who: str, expected: Revocation) -> None:
    trust = replace(pki().trust, crls=pki().crls)
    assert judged(getattr(pki(), who), trust).revocation is expected


@pytest.mark.parametrize("who", ["person", "revoked", "agency"])
def test_silence_is_no_good_answer(who: str) -> None:
    found = judged(getattr(pki(), who), pki().trust)
    assert found.revocation is Revocation.NOT_CHECKED


def test_a_revoked_certificate_keeps_its_chain() -> None:
    trust = replace(pki().trust, crls=pki().crls)
    assert judged(pki().revoked, trust).chain is Chain.PINNED


def test_an_old_list_is_no_answer() -> None:
    trust = replace(pki().trust, crls=pki().crls)
    found = judged(pki().person, trust, NOW + dt.timedelta(days=60))
    assert found.revocation is Revocation.NOT_CHECKED


def test_a_certificate_that_cannot_be_read_is_unknown() -> None:
    found = stand(b"junk", (), pki().trust, now=NOW)
    assert (found.signer, found.chain) == ("", Chain.UNKNOWN)


def test_damaged_helpers_in_a_foreign_file_do_no_harm() -> None:
    damaged = pki().issuing.der[:-30]
    found = stand(pki().person.der, (damaged,), pki().trust, now=NOW)
    assert found.chain is Chain.UNKNOWN


def used(
    who: Identity, now: dt.datetime, claimed: dt.datetime | None
) -> chain.Standing:
    others = (pki().issuing.der,)
    return stand(who.der, others, pki().trust, now=now, claimed=claimed)


def test_one_that_has_ended_since_is_lapsed_by_its_own_word() -> None:
    """Nobody independent tells the time: it is no green, and no forgery either."""
    after = NOW + 1.5 * YEAR
    assert used(pki().person, after, NOW).chain is Chain.LAPSED
    assert used(pki().person, after, None).chain is Chain.EXPIRED
    assert used(pki().person, after, after).chain is Chain.EXPIRED


def test_one_used_after_its_end_by_its_own_word_is_expired_at_once() -> None:
    end = pki().person.certificate.not_valid_after_utc
    found = used(pki().person, NOW, end + dt.timedelta(seconds=1))
    assert found.chain is Chain.EXPIRED


def test_when_the_issuer_has_ended_since_the_signer_is_lapsed() -> None:
    moment = NOW + 0.75 * YEAR
    assert used(pki().person, moment, NOW).chain is Chain.LAPSED


def test_what_is_known_of_the_certificate_goes_into_the_verdict() -> None:
    trust = replace(pki().trust, crls=pki().crls)
    standing = judged(pki().person, trust)
    found = standing.verdict(
        integrity=Integrity.INTACT,
        coverage=Coverage.COMPLETE,
        claimed_time=NOW,
        field="x",
    )
    assert found.certificate_sha256 == hashlib.sha256(pki().person.der).hexdigest()
    assert found.valid_until == pki().person.certificate.not_valid_after_utc
    assert found.revocation is Revocation.GOOD
    assert found.revocation_as_of == ((NOW - dt.timedelta(days=1)).astimezone().date())
    assert (found.signer, found.issuer) == ("Nguyễn Thị Ánh", "Cấp phát")
