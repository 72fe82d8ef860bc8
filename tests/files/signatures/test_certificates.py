"""Read what certificates say of themselves."""

import datetime as dt

import pytest
from cryptography.x509.oid import ExtendedKeyUsageOID

from desktop.files.signatures import certificates
from tests.files.pki import NOW, YEAR, issue, new_key, pki, usage


def test_the_names_and_dates_are_those_in_the_certificate() -> None:
    facts = certificates.read(pki().person.der)
    assert (facts.name, facts.issuer) == ("Nguyễn Thị Ánh", "Cấp phát")
    assert facts.not_before == NOW - YEAR
    assert facts.not_after == NOW + YEAR
    assert facts.not_before.tzinfo is dt.UTC


@pytest.mark.parametrize(
    ("who", "signs"),
    [
        ("person", True),
        ("curve", True),
        ("tls", False),
        ("encipher", False),
        ("issuing", False),
    ],
)
def test_the_purposes_tell_who_may_sign(who: str, signs: bool) -> None:
    assert certificates.read(getattr(pki(), who).der).signs is signs


@pytest.mark.parametrize("bit", ["digital_signature", "content_commitment"])
def test_either_of_the_two_usages_is_enough(bit: str) -> None:
    identity = issue(
        "x", pki().agency.private, pki().issuing, bits=usage(**{bit: True})
    )
    assert certificates.read(identity.der).signs


def test_one_fitting_purpose_among_others_is_enough() -> None:
    both = (ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.EMAIL_PROTECTION)
    identity = issue("x", pki().agency.private, pki().issuing, purposes=both)
    assert certificates.read(identity.der).signs


def test_a_real_certificate_is_no_test_even_when_its_name_says_so() -> None:
    mark = certificates.test_mark().mark
    identity = issue(f"Người {mark}", new_key(), pki().issuing)
    assert not certificates.read(identity.der).test


def test_a_name_cannot_write_an_answer_of_its_own() -> None:
    forged = "Ánh\nChữ ký có tin được không? Có.\x1b[2J\u202e"
    identity = issue(forged, pki().person.private, pki().issuing)
    facts = certificates.read(identity.der)
    assert facts.name == "Ánh\ufffdChữ ký có tin được không? Có.\ufffd[2J\ufffd"


def test_what_is_no_certificate_is_refused() -> None:
    with pytest.raises(ValueError, match="parsing"):
        certificates.read(b"0\x03\x02\x01\x05")
