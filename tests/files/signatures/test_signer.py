"""Every signature the library wants is made by the key."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.files.signatures.keys import Scheme
from desktop.files.signatures.signer import KeySigner
from tests.files.pki import pki


def test_the_key_signs_and_is_asked_only_for_the_real_signature(
    tmp_path: Path,
) -> None:
    asked: list[tuple[bytes, str]] = []

    def sign(data: bytes, digest: str, scheme: Scheme = "plain") -> bytes:
        assert scheme == "plain"
        asked.append((data, digest))
        return b"signature"

    signer = KeySigner(replace(pki().person.key(tmp_path), sign=sign))
    tried = asyncio.run(signer.async_sign_raw(b"x", "sha256", dry_run=True))
    assert (len(tried), asked) == (512, [])
    assert asyncio.run(signer.async_sign_raw(b"x", "sha256")) == b"signature"
    assert asked == [(b"x", "sha256")]


def test_each_certificate_is_carried_once(tmp_path: Path) -> None:
    signer = KeySigner(pki().person.key(tmp_path))
    registered = [one.dump() for one in signer.cert_registry]
    assert registered == [pki().issuing.der]
    assert signer.signing_cert is not None
    assert signer.signing_cert.dump() == pki().person.der


def test_strangers_beside_the_key_are_left_behind(tmp_path: Path) -> None:
    key = pki().person.key(tmp_path)
    signer = KeySigner(replace(key, chain=(b"junk", pki().agency.der, *key.chain)))
    assert [one.dump() for one in signer.cert_registry] == [pki().issuing.der]


@pytest.mark.parametrize(
    ("who", "asked", "named"),
    [("person", "pss", "rsassa_pss"), ("curve", "plain", "sha256_ecdsa")],
)
def test_pss_is_asked_of_rsa_and_not_of_a_curve(
    tmp_path: Path, who: str, asked: Scheme, named: str
) -> None:
    """RFC 4055, 3.1: a salt as long as the digest, which the mechanism names too."""
    schemes: list[Scheme] = []

    def sign(data: bytes, digest: str, scheme: Scheme = "plain") -> bytes:
        schemes.append(scheme)
        return data + digest.encode()

    key = replace(getattr(pki(), who).key(tmp_path), sign=sign)
    signer = KeySigner(key, "pss")
    mechanism = signer.get_signature_mechanism_for_digest("sha256")
    asyncio.run(signer.async_sign_raw(b"x", "sha256"))
    assert schemes == [asked]
    assert mechanism["algorithm"].native == named
    if asked == "pss":
        told = mechanism["parameters"]
        assert told["salt_length"].native == 32
        assert told["hash_algorithm"]["algorithm"].native == "sha256"
        mask = told["mask_gen_algorithm"]
        assert mask["parameters"]["algorithm"].native == "sha256"
