"""A key is looked at before it signs."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from desktop.errors import SignatureError
from desktop.files.signatures.keys import Key, Scheme, load_key, make_test_key
from desktop.files.signatures.precheck import fits, precheck
from desktop.files.signatures.trust import Trust
from tests.files.pki import NOW, YEAR, Identity, PrivateKey, issue, new_key, pki

WEAK = 1024


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        ("expired", "expired"),
        ("early", "not_yet_valid"),
        ("tls", "usage"),
        ("encipher", "usage"),
    ],
)
def test_a_key_that_cannot_sign_is_refused(
    tmp_path: Path, who: str, reason: str
) -> None:
    with pytest.raises(SignatureError) as caught:
        precheck(getattr(pki(), who).key(tmp_path), pki().trust, NOW)
    assert caught.value.reason == reason


def test_a_good_key_raises_no_doubt(tmp_path: Path) -> None:
    assert precheck(pki().person.key(tmp_path), pki().trust, NOW) == ()
    assert precheck(pki().curve.key(tmp_path), pki().trust, NOW) == ()


def test_where_no_root_is_pinned_a_key_may_sign_with_a_doubt(tmp_path: Path) -> None:
    key = pki().person.key(tmp_path)
    assert precheck(key, Trust(), NOW) == ("untrusted",)
    alone = replace(key, chain=())
    assert precheck(alone, Trust(), NOW) == ("untrusted", "no_issuer")


@pytest.mark.parametrize("who", ["impostor", "self_signed"])
def test_where_a_root_is_pinned_a_key_must_lead_to_it(tmp_path: Path, who: str) -> None:
    key = getattr(pki(), who).key(tmp_path)
    assert reason(key, pki().trust) == ("untrusted", (key.name, key.issuer))


def reason(key: Key, trust: Trust, **more: Any) -> tuple[str, tuple[str, ...]]:
    with pytest.raises(SignatureError) as caught:
        precheck(key, trust, NOW, **more)
    return caught.value.reason, caught.value.facts


def test_a_revoked_key_is_refused_by_the_lists_at_hand(tmp_path: Path) -> None:
    key, trust = pki().revoked.key(tmp_path), replace(pki().trust, crls=pki().crls)
    assert reason(key, trust) == ("revoked", (key.name,))
    assert precheck(key, pki().trust, NOW) == ()  # nobody told of it


def test_a_clock_that_stands_before_the_last_signature_is_wrong(
    tmp_path: Path,
) -> None:
    key, second = pki().person.key(tmp_path), dt.timedelta(seconds=1)
    assert precheck(key, pki().trust, NOW, last_seen=NOW) == ()
    told = reason(key, pki().trust, last_seen=NOW + second)
    assert told[0] == "clock_back"
    assert told[1] == (f"{NOW + second:%H:%M:%S %d/%m/%Y}", f"{NOW:%H:%M:%S %d/%m/%Y}")


def test_a_clock_is_compared_in_one_zone(tmp_path: Path) -> None:
    key = pki().person.key(tmp_path)
    there = dt.timezone(dt.timedelta(hours=7))
    assert precheck(key, pki().trust, NOW, last_seen=NOW.astimezone(there)) == ()
    later = (NOW + dt.timedelta(minutes=1)).astimezone(there)
    seen, now = reason(key, pki().trust, last_seen=later)[1]
    assert seen == f"{NOW + dt.timedelta(minutes=1):%H:%M:%S %d/%m/%Y}"
    assert now == f"{NOW:%H:%M:%S %d/%m/%Y}"


@pytest.mark.parametrize(
    ("private", "told"),
    [
        (lambda: rsa.generate_private_key(65537, WEAK), f"RSA {WEAK}"),
        (lambda: ec.generate_private_key(ec.SECP256K1()), "secp256k1"),
        (lambda: ec.generate_private_key(ec.SECP224R1()), "secp224r1"),
    ],
)
def test_a_key_that_is_too_weak_is_refused(
    tmp_path: Path, private: Callable[[], PrivateKey], told: str
) -> None:
    weak = issue("Yếu", private(), pki().issuing)
    assert reason(weak.key(tmp_path), pki().trust) == ("weak_key", ("Yếu", told))


def test_a_key_without_the_certificate_above_it_asks_for_that(tmp_path: Path) -> None:
    alone = replace(pki().person.key(tmp_path), chain=())
    assert reason(alone, pki().trust) == ("no_issuer", (alone.name, alone.issuer))
    helped = replace(pki().trust, intermediates=(pki().issuing.der,))
    assert precheck(alone, helped, NOW) == ()


def test_a_key_that_signed_its_own_certificate_has_nobody_above(
    tmp_path: Path,
) -> None:
    key = pki().self_signed.key(tmp_path)
    assert precheck(key, Trust(), NOW) == ("untrusted",)


@pytest.mark.parametrize("who", ["person", "curve"])
def test_a_key_is_tried_in_the_way_it_will_sign(tmp_path: Path, who: str) -> None:
    key: Key = getattr(pki(), who).key(tmp_path)
    asked: list[tuple[bytes, Scheme]] = []

    def sign(data: bytes, digest: str, scheme: Scheme = "plain") -> bytes:
        asked.append((data, scheme))
        return key.sign(data, digest, scheme)

    watched = replace(key, sign=sign)
    assert precheck(watched, pki().trust, NOW, scheme="pss") == ()
    assert precheck(watched, pki().trust, NOW) == ()
    assert [scheme for _, scheme in asked] == ["pss", "plain"]
    assert asked[0][0] != asked[1][0]  # nobody can have an answer ready


def test_a_token_that_cannot_sign_is_not_taken_for_another_key(
    tmp_path: Path,
) -> None:
    def gone(data: bytes, digest: str, scheme: Scheme = "plain") -> bytes:
        raise SignatureError("token_gone")

    key = replace(pki().person.key(tmp_path), sign=gone)
    assert reason(key, pki().trust) == ("token_gone", ())


def ending_in(days: int) -> Identity:
    left = dt.timedelta(days=days)
    return issue("Sắp hết", new_key(), pki().issuing, start=NOW - 2 * YEAR + left)


def test_a_key_near_its_end_is_told(tmp_path: Path) -> None:
    key = ending_in(29).key(tmp_path)
    assert precheck(key, pki().trust, NOW) == ("expires_soon",)
    key = ending_in(31).key(tmp_path)
    assert precheck(key, pki().trust, NOW) == ()


def test_a_key_whose_issuer_has_ended_is_refused_for_that(tmp_path: Path) -> None:
    key = pki().person.key(tmp_path)
    later = pki().issuing.certificate.not_valid_after_utc + dt.timedelta(days=1)
    assert later < key.not_after
    with pytest.raises(SignatureError) as caught:
        precheck(key, pki().trust, later)
    assert caught.value.reason == "issuer_expired"
    assert precheck(key, Trust(), later) == ("untrusted",)


def test_a_test_key_is_told_as_such(tmp_path: Path) -> None:
    path = make_test_key(
        tmp_path / "k.p12", name="A", organisation="B", password="x", now=NOW
    )
    for trust in (pki().trust, Trust()):
        assert precheck(load_key(path, "x"), trust, NOW) == ("test_key",)


@pytest.mark.parametrize("who", ["agency", "curve"])
def test_a_key_that_is_not_the_certificates_is_refused(
    tmp_path: Path, who: str
) -> None:
    stolen = replace(
        pki().person.key(tmp_path), sign=getattr(pki(), who).key(tmp_path).sign
    )
    assert not fits(stolen)
    with pytest.raises(SignatureError) as caught:
        precheck(stolen, pki().trust, NOW)
    assert caught.value.reason == "key_mismatch"
