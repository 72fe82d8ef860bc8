"""Sign any file beside itself (`.p7s`), and check such a signature."""

import asyncio
import datetime as dt
import hashlib

from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes

from desktop.errors import SignatureError
from desktop.files.signatures import cms
from desktop.files.signatures.chain import stand
from desktop.files.signatures.keys import Key, Scheme
from desktop.files.signatures.signer import KeySigner
from desktop.files.signatures.signer_of import signer_of
from desktop.files.signatures.trust import Trust
from desktop.records.verification import (
    Chain,
    Coverage,
    Integrity,
    SignatureVerdict,
)

SIZE_LIMIT = 1_000_000
"""Bytes of a signature; ours are about four thousand."""


def sign_detached(
    data: bytes, key: Key, at: dt.datetime, scheme: Scheme = "plain"
) -> bytes:
    """Return a detached CMS signature over the exact bytes, in DER.

    It carries the CAdES attributes and `at`, the signer's own word on the time
    (ETSI EN 319 122-1, level B-B). It is checked before it is returned.

    Raises:
        SignatureError: `own_check_failed`.
    """
    signed = asyncio.run(
        KeySigner(key, scheme).async_sign_general_data(
            data,
            "sha256",
            detached=True,
            use_cades=True,
            signed_attr_settings=PdfCMSSignedAttributes(signing_time=at),
        )
    )
    signature = bytes(signed.dump())
    own = verify_detached(data, signature, Trust(), "")
    if own.integrity is not Integrity.INTACT or own.coverage is not Coverage.COMPLETE:
        raise SignatureError("own_check_failed", key.name)
    return signature


def verify_detached(
    data: bytes,
    signature: bytes,
    trust: Trust,
    name: str,
    *,
    now: dt.datetime | None = None,
) -> SignatureVerdict:
    """Check a detached signature over the data; the name is that of its file.

    Never raises on what is in the bytes. `now` is the moment at which the
    certificate is judged, this one if None.
    """
    if len(signature) > SIZE_LIMIT:
        return unreadable(name)
    try:
        return _verify(data, signature, trust, name, now or dt.datetime.now(dt.UTC))
    except cms.UnsupportedSignatureError as error:
        return refused(name, error, signature)
    except Exception:  # noqa: BLE001  foreign bytes raise anything in the parser
        return unreadable(name)


def unreadable(name: str) -> SignatureVerdict:
    """Return the verdict on a signature that cannot be read at all."""
    return SignatureVerdict(
        signer="",
        issuer="",
        integrity=Integrity.UNREADABLE,
        coverage=Coverage.INCOMPLETE,
        chain=Chain.UNKNOWN,
        field=name,
    )


def refused(
    name: str, error: cms.UnsupportedSignatureError, container: bytes
) -> SignatureVerdict:
    """Return the verdict on a signature whose kind is not checked or not strong."""
    weak = isinstance(error, cms.WeakSignatureError)
    facts = signer_of(container)
    return SignatureVerdict(
        signer="" if facts is None else facts.name,
        issuer="" if facts is None else facts.issuer,
        integrity=Integrity.WEAK if weak else Integrity.UNSUPPORTED,
        coverage=Coverage.INCOMPLETE,
        chain=Chain.UNKNOWN,
        field=name,
    )


def _verify(
    data: bytes, signature: bytes, trust: Trust, name: str, now: dt.datetime
) -> SignatureVerdict:
    signed = cms.load(signature)
    algorithm = cms.digest_of(cms.only_signer(signed))
    checked = cms.check(signed, hashlib.new(algorithm, data).digest())
    standing = stand(
        checked.certificate,
        checked.others,
        trust,
        now=now,
        claimed=checked.claimed_time,
    )
    return standing.verdict(
        integrity=Integrity.INTACT if checked.good else Integrity.CHANGED,
        coverage=Coverage.COMPLETE,
        claimed_time=checked.claimed_time,
        field=name,
    )
