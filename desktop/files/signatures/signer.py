"""Let pyHanko sign with any of our keys, wherever the private part lives."""

from typing import Final

from asn1crypto import x509
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from desktop.files.signatures.keys import Key

_LONGEST: Final = 512
"""Bytes kept free for a signature of RSA 4096 while sizes are estimated."""


class KeySigner(Signer):
    """Hand every signature pyHanko wants to a `Key`."""

    def __init__(self, key: Key) -> None:
        """Register the certificates that came with the key's own."""
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        store.register_multiple([x509.Certificate.load(one) for one in key.chain])
        super().__init__(
            signing_cert=x509.Certificate.load(key.certificate), cert_registry=store
        )
        self._key = key

    async def async_sign_raw(
        self,
        data: bytes,
        digest_algorithm: str,
        dry_run: bool = False,  # noqa: FBT001, FBT002  the library's own signature
    ) -> bytes:
        """Return the raw signature, or as many bytes as the longest would take."""
        if dry_run:
            return bytes(_LONGEST)
        return self._key.sign(data, digest_algorithm)
