"""Every certificate gets the one answer it deserves, offline."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.files.signatures import chain
from desktop.files.signatures.chain import stand
from desktop.files.signatures.keys import load_key, make_test_key
from desktop.files.signatures.trust import Trust
from desktop.records.verification import Chain, Revocation
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
