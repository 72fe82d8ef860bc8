"""Every signature the library wants is made by the key."""

import asyncio
from dataclasses import replace
from pathlib import Path

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
