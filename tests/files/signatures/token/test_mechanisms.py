"""Tests of the ways in which a token is asked to sign."""

import hashlib

import pytest
from asn1crypto.algos import DigestInfo
from pkcs11 import MGF, Mechanism

from desktop.files.signatures.token.mechanisms import DIGEST_INFO, ways

DIGESTS = ("sha256", "sha384", "sha512")


@pytest.mark.parametrize("digest", DIGESTS)
def test_what_stands_before_a_digest_is_the_standards_own(digest: str) -> None:
    hashed = hashlib.new(digest, b"x").digest()
    read = DigestInfo.load(DIGEST_INFO[digest] + hashed, strict=True)
    assert read["digest_algorithm"]["algorithm"].native == digest
    assert read["digest_algorithm"]["parameters"].dump() == b"\x05\x00"  # the NULL
    assert read["digest"].native == hashed


@pytest.mark.parametrize("digest", DIGESTS)
def test_the_token_hashes_where_it_can(digest: str) -> None:
    first, second = ways(b"x", digest)
    assert first.mechanism.name == f"{digest.upper()}_RSA_PKCS"
    assert first.data == b"x"
    assert second.mechanism is Mechanism.RSA_PKCS
    assert second.data == DIGEST_INFO[digest] + hashlib.new(digest, b"x").digest()


def test_pss_has_a_salt_as_long_as_its_digest() -> None:
    first, second = ways(b"x", "sha384", pss=True)
    assert first.parameter == second.parameter == (Mechanism.SHA384, MGF.SHA384, 48)
    assert (first.data, len(second.data)) == (b"x", 48)


@pytest.mark.parametrize(
    ("curve", "digest", "size"),
    [(32, "sha256", 32), (32, "sha512", 32), (48, "sha512", 48), (66, "sha512", 64)],
)
def test_a_curve_signs_no_more_of_a_digest_than_it_holds(
    curve: int, digest: str, size: int
) -> None:
    raw, hashing = ways(b"x", digest, curve=curve)
    assert raw.mechanism is Mechanism.ECDSA
    assert raw.data == hashlib.new(digest, b"x").digest()[:size]
    assert hashing.mechanism.name == f"ECDSA_{digest.upper()}"


@pytest.mark.parametrize("digest", ["sha1", "md5", "none"])
@pytest.mark.parametrize("curve", [0, 32])
def test_nothing_is_signed_by_a_broken_digest(digest: str, curve: int) -> None:
    with pytest.raises(KeyError, match=digest):
        ways(b"x", digest, curve=curve)
