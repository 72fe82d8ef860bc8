"""One CMS signature by itself: of the right kind, alone, and whole."""

import hashlib
from pathlib import Path

import pytest
from asn1crypto import cms as shapes

from desktop.files.signatures import cms
from desktop.files.signatures.detached import sign_detached
from tests.files.pki import NOW, pki

DATA = b"content"
DIGEST = hashlib.sha256(DATA).digest()


@pytest.fixture
def signature(tmp_path: Path) -> bytes:
    return sign_detached(DATA, pki().person.key(tmp_path), NOW)


def test_a_good_signature_tells_who_and_when(signature: bytes) -> None:
    found = cms.check(cms.load(signature), DIGEST)
    assert found.good
    assert found.certificate == pki().person.der
    assert found.others == (pki().issuing.der,)
    assert found.claimed_time == NOW


def test_another_digest_is_not_good(signature: bytes) -> None:
    assert not cms.check(cms.load(signature), hashlib.sha256(b"x").digest()).good


@pytest.mark.parametrize("tail", [b"\0", b"0", b"\r\n"])
def test_anything_behind_the_container_is_refused(
    signature: bytes, tail: bytes
) -> None:
    with pytest.raises(ValueError, match="trailing"):
        cms.load(signature + tail)


def test_content_inside_a_detached_signature_is_refused(signature: bytes) -> None:
    signed = cms.load(signature)
    signed["encap_content_info"]["content"] = b"something else"
    with pytest.raises(cms.UnsupportedSignatureError):
        cms.check(signed, DIGEST)


def test_none_or_two_signers_are_refused(signature: bytes) -> None:
    signed = cms.load(signature)
    one = signed["signer_infos"][0]
    for several in ([], [one, one]):
        signed["signer_infos"] = shapes.SignerInfos(several)
        with pytest.raises(cms.UnsupportedSignatureError):
            cms.only_signer(signed)


@pytest.mark.parametrize("weak", ["md5", "sha1"])
def test_a_broken_digest_is_unsupported_and_not_called_forged(
    signature: bytes, weak: str
) -> None:
    signer = cms.only_signer(cms.load(signature))
    signer["digest_algorithm"] = {"algorithm": weak}
    with pytest.raises(cms.UnsupportedSignatureError):
        cms.digest_of(signer)


def test_another_container_is_refused() -> None:
    other = shapes.ContentInfo({"content_type": "data", "content": b"x"}).dump()
    with pytest.raises(cms.UnsupportedSignatureError):
        cms.load(other)
