"""Let pyHanko sign with any of our keys, wherever the private part lives."""

import hashlib
from typing import Final

from asn1crypto import algos, x509
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from desktop.files.signatures.issuers import issuers
from desktop.files.signatures.keys import Key, Scheme

_LONGEST: Final = 512
"""Bytes kept free for a signature of RSA 4096 while sizes are estimated."""


class KeySigner(Signer):
    """Hand every signature pyHanko wants to a `Key`."""

    def __init__(self, key: Key, scheme: Scheme = "plain") -> None:
        """Register the certificates above the key's own, and no strangers with it."""
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        above = issuers(key.certificate, key.chain)
        store.register_multiple([x509.Certificate.load(one) for one in above])
        super().__init__(
            signing_cert=x509.Certificate.load(key.certificate), cert_registry=store
        )
        self._key = key
        self._scheme: Scheme = scheme if key.algorithm == "rsa" else "plain"

    def get_signature_mechanism_for_digest(
        self, digest_algorithm: str | None
    ) -> algos.SignedDigestAlgorithm:
        """Name the mechanism: the library's PSS has a salt of another length."""
        if self._scheme == "plain":
            return super().get_signature_mechanism_for_digest(digest_algorithm)
        return _pss(str(digest_algorithm))

    async def async_sign_raw(
        self,
        data: bytes,
        digest_algorithm: str,
        dry_run: bool = False,  # noqa: FBT001, FBT002  the library's own signature
    ) -> bytes:
        """Return the raw signature, or as many bytes as the longest would take."""
        if dry_run:
            return bytes(_LONGEST)
        return self._key.sign(data, digest_algorithm, self._scheme)


def _pss(digest: str) -> algos.SignedDigestAlgorithm:
    """Return RSASSA-PSS with a salt as long as the digest; RFC 4055, 3.1."""
    named = algos.DigestAlgorithm({"algorithm": digest})
    length = hashlib.new(digest).digest_size
    mask = algos.MaskGenAlgorithm({"algorithm": "mgf1", "parameters": named})
    parameters = algos.RSASSAPSSParams(
        {"hash_algorithm": named, "mask_gen_algorithm": mask, "salt_length": length}
    )
    return algos.SignedDigestAlgorithm(
        {"algorithm": "rsassa_pss", "parameters": parameters}
    )
