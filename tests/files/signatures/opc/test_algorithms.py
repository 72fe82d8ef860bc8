"""Signatures are checked as XML-DSig writes them, and weak ones are told."""

import hashlib

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
)
from cryptography.hazmat.primitives.serialization import Encoding

from desktop.files.signatures.opc import algorithms
from desktop.files.signatures.opc.algorithms import (
    Method,
    check,
    digest_named,
    key_in,
    method_named,
    weaknesses,
)
from desktop.files.signatures.opc.names import DIGESTS, SIGNINGS
from desktop.files.signatures.opc.parts import UnfitError
from tests.files.pki import NOW, YEAR, named, pki

DATA = "dữ liệu".encode()
RSA = Method(algorithm="rsa", digest="sha256")
EC = Method(algorithm="ec", digest="sha256")


def refused(method: Method, key: algorithms.PublicKey, value: bytes) -> str:
    with pytest.raises(UnfitError) as caught:
        check(method, key, value, DATA)
    return caught.value.code


def rsa_key() -> rsa.RSAPrivateKey:
    private = pki().person.private
    assert isinstance(private, rsa.RSAPrivateKey)
    return private


def flat(value: bytes, size: int) -> bytes:
    return b"".join(one.to_bytes(size) for one in decode_dss_signature(value))


@pytest.mark.parametrize("digest", sorted(DIGESTS))
def test_rsa_is_checked_with_each_digest(digest: str) -> None:
    kinds = {
        "sha256": hashes.SHA256(),
        "sha384": hashes.SHA384(),
        "sha512": hashes.SHA512(),
    }
    value = rsa_key().sign(DATA, padding.PKCS1v15(), kinds[digest])
    method = method_named(SIGNINGS["rsa", digest])
    check(method, rsa_key().public_key(), value, DATA)
    wrong = bytes([value[0] ^ 1]) + value[1:]
    assert refused(method, rsa_key().public_key(), wrong) == "signature_value_wrong"


@pytest.mark.parametrize("curve", [ec.SECP256R1, ec.SECP384R1, ec.SECP521R1])
def test_a_curve_is_checked_with_both_numbers_of_full_length(
    curve: type[ec.EllipticCurve],
) -> None:
    private = ec.generate_private_key(curve())
    size = (private.key_size + 7) // 8
    value = flat(private.sign(DATA, ec.ECDSA(hashes.SHA256())), size)
    check(EC, private.public_key(), value, DATA)
    for wrong in (value[1:], value + b"\0", bytes(2 * size), b"", value[::-1]):
        assert refused(EC, private.public_key(), wrong) == "signature_value_wrong"


def test_a_number_may_not_leave_its_leading_zero_out() -> None:
    """Written in two ways a signature would hold in one reader and not in another."""
    private = ec.generate_private_key(ec.SECP256R1())
    short = b"\1"
    while short[len(short) // 2]:
        short = flat(private.sign(DATA, ec.ECDSA(hashes.SHA256())), 32)
    check(EC, private.public_key(), short, DATA)
    left_out = short[:32] + short[33:]
    assert refused(EC, private.public_key(), left_out) == "signature_value_wrong"


def test_a_curve_in_der_is_not_what_xml_asks_for() -> None:
    private = ec.generate_private_key(ec.SECP256R1())
    value = private.sign(DATA, ec.ECDSA(hashes.SHA256()))
    assert refused(EC, private.public_key(), value) == "signature_value_wrong"


def test_a_method_for_another_kind_of_key_is_wrong() -> None:
    value = rsa_key().sign(DATA, padding.PKCS1v15(), hashes.SHA256())
    assert refused(EC, rsa_key().public_key(), value) == "signature_value_wrong"
    curve = ec.generate_private_key(ec.SECP256R1())
    assert refused(RSA, curve.public_key(), value) == "signature_value_wrong"


def test_pss_is_not_taken_for_the_plain_way() -> None:
    mask = padding.PSS(padding.MGF1(hashes.SHA256()), 32)
    value = rsa_key().sign(DATA, mask, hashes.SHA256())
    assert refused(RSA, rsa_key().public_key(), value) == "signature_value_wrong"


# --- a DigestInfo without its parameter ----------------------------------------------


def raw(info: bytes) -> bytes:
    """Sign a DigestInfo as it is, with textbook RSA; RFC 8017, 8.2.1."""
    numbers = rsa_key().private_numbers()
    modulus = numbers.public_numbers.n
    size = (modulus.bit_length() + 7) // 8
    block = b"\x00\x01" + b"\xff" * (size - len(info) - 3) + b"\x00" + info
    return pow(int.from_bytes(block), numbers.d, modulus).to_bytes(size)


@pytest.mark.parametrize(
    ("digest", "prefix"),
    [
        ("sha256", "302f300b0609608648016503040201"),
        ("sha384", "303f300b0609608648016503040202"),
        ("sha512", "304f300b0609608648016503040203"),
        ("sha1", "301f300706052b0e03021a"),
    ],
)
def test_a_signer_that_leaves_out_a_parameter_is_unsupported_and_no_forger(
    digest: str, prefix: str
) -> None:
    value = hashlib.new(digest, DATA).digest()
    info = bytes.fromhex(prefix) + b"\x04" + bytes([len(value)]) + value
    method = Method(algorithm="rsa", digest=digest)
    assert refused(method, rsa_key().public_key(), raw(info)) == "unsupported"
    spoilt = info[:-1] + bytes([info[-1] ^ 1])
    wrong = refused(method, rsa_key().public_key(), raw(spoilt))
    assert wrong == "signature_value_wrong"


def test_with_its_parameter_it_is_right() -> None:
    info = bytes.fromhex("3031300d060960864801650304020105000420")
    value = raw(info + hashlib.sha256(DATA).digest())
    check(RSA, rsa_key().public_key(), value, DATA)


def test_what_stands_behind_the_digest_is_forged() -> None:
    """Bleichenbacher's forgery of 2006 hid there what made the roots come out."""
    info = bytes.fromhex("302f300b0609608648016503040201") + b"\x04\x20"
    value = raw(info + hashlib.sha256(DATA).digest() + b"\x00" * 8)
    assert refused(RSA, rsa_key().public_key(), value) == "signature_value_wrong"


# --- names and weakness ---------------------------------------------------------


def test_what_nobody_here_knows_is_unsupported() -> None:
    for ask in (digest_named, method_named):
        with pytest.raises(UnfitError) as caught:
            ask("http://www.w3.org/2000/09/xmldsig#hmac-sha1")
        assert caught.value.code == "unsupported"
        assert caught.value.facts == ("http://www.w3.org/2000/09/xmldsig#hmac-sha1",)


def test_sha1_and_short_keys_are_weak() -> None:
    key = rsa_key().public_key()
    weak = method_named("http://www.w3.org/2000/09/xmldsig#rsa-sha1")
    assert list(weaknesses(RSA, key)) == []
    assert list(weaknesses(weak, key)) == ["sha1"]
    short = rsa.generate_private_key(public_exponent=65537, key_size=1024)  # noqa: S505
    assert list(weaknesses(RSA, short.public_key())) == ["rsa1024"]
    assert algorithms.is_weak(digest_named("http://www.w3.org/2000/09/xmldsig#sha1"))
    assert not algorithms.is_weak("sha256")


def certificate(
    private: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey,
) -> bytes:
    issuer = pki().issuing
    return (
        x509.CertificateBuilder(named("gốc"), named("lá"), private.public_key())
        .serial_number(7)
        .not_valid_before(NOW - YEAR)
        .not_valid_after(NOW + YEAR)
        .sign(issuer.private, hashes.SHA256())
        .public_bytes(Encoding.DER)
    )


def test_keys_of_other_kinds_are_unsupported() -> None:
    for private in (
        ed25519.Ed25519PrivateKey.generate(),
        ec.generate_private_key(ec.SECP256K1()),
    ):
        with pytest.raises(UnfitError) as caught:
            key_in(certificate(private))
        assert (caught.value.code, *caught.value.facts) == ("unsupported", "key")


def test_what_is_no_certificate_is_malformed() -> None:
    with pytest.raises(UnfitError) as caught:
        key_in(b"\x30\x00")
    assert (caught.value.code, *caught.value.facts) == (
        "signature_malformed",
        "X509Certificate",
    )
    assert key_in(pki().curve.der) == pki().curve.private.public_key()
