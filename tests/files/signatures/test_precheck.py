"""A key is looked at before it signs."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import SignatureError
from desktop.files.signatures.keys import load_key, make_test_key
from desktop.files.signatures.precheck import fits, precheck
from desktop.files.signatures.trust import Trust
from tests.files.pki import NOW, YEAR, pki


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


def test_a_key_whose_root_is_not_pinned_may_sign_with_a_doubt(tmp_path: Path) -> None:
    key = pki().person.key(tmp_path)
    assert precheck(key, Trust(), NOW) == ("untrusted",)
    with pytest.raises(SignatureError) as caught:
        precheck(key, Trust(), NOW, demand_trust=True)
    assert caught.value.reason == "untrusted"


def test_a_revoked_key_is_doubtful_and_refused_when_trust_is_demanded(
    tmp_path: Path,
) -> None:
    key, trust = pki().revoked.key(tmp_path), replace(pki().trust, crls=pki().crls)
    assert precheck(key, trust, NOW) == ("revoked",)
    with pytest.raises(SignatureError):
        precheck(key, trust, NOW, demand_trust=True)


def test_a_key_near_its_end_is_told(tmp_path: Path) -> None:
    last = NOW + YEAR - dt.timedelta(days=29)
    key = pki().person.key(tmp_path)
    assert "expires_soon" in precheck(key, pki().trust, last)
    earlier = last - dt.timedelta(days=2)
    assert "expires_soon" not in precheck(key, pki().trust, earlier)


def test_a_test_key_is_told_as_such(tmp_path: Path) -> None:
    path = make_test_key(
        tmp_path / "k.p12", name="A", organisation="B", password="x", now=NOW
    )
    assert precheck(load_key(path, "x"), pki().trust, NOW) == ("test_key",)


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
