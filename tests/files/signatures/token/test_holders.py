"""Tests of making holders and keys of what is on a token."""

from dataclasses import replace

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from desktop.errors import SignatureError
from desktop.files.signatures.token.holders import holders, token_key
from tests.files.pki import Identity, issue, pki


def test_authorities_are_no_holders_but_stand_above_them() -> None:
    family = pki()
    found = holders(
        [("0a", family.root.der), ("01", family.person.der), ("", family.issuing.der)]
    )
    (only,) = found
    assert only.certificate.name == "Nguyễn Thị Ánh"
    assert only.chain == (family.issuing.der, family.root.der)


@pytest.mark.parametrize("der", [b"", b"0\x80", b"\x30\x03\x02\x01\x01", bytes(100)])
def test_a_certificate_nobody_can_read_is_nobodys(der: bytes) -> None:
    found = holders([("01", der), ("02", pki().person.der)])
    assert [one.certificate.key_id for one in found] == ["02"]


def test_a_certificate_without_an_id_cannot_be_chosen() -> None:
    assert holders([("", pki().person.der)]) == ()


def test_a_certificate_for_other_purposes_is_shown_as_such() -> None:
    (only,) = holders([("01", pki().tls.der)])
    assert not only.certificate.signs


@pytest.mark.parametrize("width", [32, 48, 66])
def test_the_two_numbers_of_a_curve_become_der(width: int) -> None:
    curve = {32: ec.SECP256R1(), 48: ec.SECP384R1(), 66: ec.SECP521R1()}[width]
    private = ec.generate_private_key(curve)
    who = issue("Đường cong", private, None)
    (holder,) = holders([("01", who.der)])
    asked: list[tuple[int, bool]] = []

    def sign(data: bytes, digest: str, *, curve: int, pss: bool) -> bytes:
        asked.append((curve, pss))
        numbers = decode_dss_signature(private.sign(data, ec.ECDSA(hashes.SHA256())))
        return b"".join(one.to_bytes(width, "big") for one in numbers)

    signature = token_key(holder, sign).sign(b"x", "sha256", "pss")
    private.public_key().verify(signature, b"x", ec.ECDSA(hashes.SHA256()))
    assert asked == [(width, False)]  # a curve has one way


def test_a_key_of_an_unknown_kind_is_refused() -> None:
    strange = ed25519.Ed25519PrivateKey.generate()
    made = ed_certificate(strange)
    (holder,) = holders([("01", made.der)])
    with pytest.raises(SignatureError, match="key_unusable"):
        token_key(holder, lambda data, digest, *, curve, pss: b"")


def ed_certificate(private: ed25519.Ed25519PrivateKey) -> Identity:
    from cryptography import x509

    from tests.files.pki import NOW, YEAR, named

    made = (
        x509.CertificateBuilder()
        .subject_name(named("Lạ"))
        .issuer_name(pki().issuing.certificate.subject)
        .public_key(private.public_key())
        .serial_number(1)
        .not_valid_before(NOW - YEAR)
        .not_valid_after(NOW + YEAR)
        .sign(pki().issuing.private, hashes.SHA256())
    )
    return replace(pki().person, certificate=made)


def test_a_key_on_a_token_says_so() -> None:
    (holder,) = holders([("01", pki().person.der)])
    key = token_key(holder, lambda data, digest, *, curve, pss: b"")
    assert (key.test, key.token, key.algorithm) == (False, True, "rsa")
