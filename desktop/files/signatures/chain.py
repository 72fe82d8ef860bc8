"""Say what is known of a signer's certificate, offline and by pinned anchors only."""

import asyncio
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from asn1crypto import x509
from pyhanko_certvalidator import CertificateValidator
from pyhanko_certvalidator.context import ValidationContext
from pyhanko_certvalidator.errors import (
    InvalidCertificateError,
    PathBuildingError,
    RevokedError,
    ValidationError,
)

from desktop.files.signatures import certificates
from desktop.files.signatures.trust import Trust
from desktop.records.verification import Chain, Revocation

_CHAIN_LIMIT: Final = 20
"""Certificates of a foreign file that are tried when building a path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of one certificate."""

    signer: str
    issuer: str
    chain: Chain
    revocation: Revocation


def stand(
    certificate: bytes,
    others: Iterable[bytes],
    trust: Trust,
    *,
    now: dt.datetime,
    claimed: dt.datetime | None = None,
) -> Standing:
    """Judge a certificate and what came with it, all in DER, at the time given.

    `claimed` is the signer's own word on when it was used. A certificate that is
    too odd to be read is unknown.
    """
    try:
        facts = certificates.read(certificate)
    except ValueError:
        return Standing(
            signer="",
            issuer="",
            chain=Chain.UNKNOWN,
            revocation=Revocation.NOT_CHECKED,
        )
    path = _Path(certificate, tuple(others)[:_CHAIN_LIMIT], trust)
    return Standing(
        signer=facts.name,
        issuer=facts.issuer,
        chain=_classify(facts, path, now, claimed or now),
        revocation=path.revocation(now),
    )


def _classify(
    facts: certificates.Facts, path: "_Path", now: dt.datetime, claimed: dt.datetime
) -> Chain:
    if facts.test:
        return Chain.TEST
    # An unknown issuer outweighs everything: its dates mean nothing to us.
    moments = (now, facts.not_before, facts.not_after)
    if not any(path.holds(moment) for moment in moments):
        return Chain.UNKNOWN
    if not facts.signs:
        return Chain.USAGE
    if min(now, claimed) < facts.not_before:
        return Chain.NOT_YET
    if max(now, claimed) > facts.not_after or not path.holds(now):
        return Chain.EXPIRED
    return Chain.PINNED


class _Path:
    """A way from one certificate to an anchor, looked for without any network."""

    def __init__(
        self, certificate: bytes, others: tuple[bytes, ...], trust: Trust
    ) -> None:
        self._certificate = certificate
        self._others = others
        self._trust = trust

    def holds(self, moment: dt.datetime) -> bool:
        """Tell whether it ends in an anchor and every step is valid at the moment."""
        try:
            self._build(moment, "soft-fail", ())
        except RevokedError:
            return True  # the path is whole; `revocation` tells the rest
        except (ValidationError, PathBuildingError, InvalidCertificateError):
            return False
        except (ValueError, TypeError, KeyError):
            return False  # certificates of a foreign file may be damaged
        return True

    def revocation(self, now: dt.datetime) -> Revocation:
        """Tell what the lists at hand say; no list is no answer."""
        if not self._trust.crls:
            return Revocation.NOT_CHECKED
        try:
            self._build(now, "require", self._trust.crls)
        except RevokedError:
            return Revocation.REVOKED
        except (ValidationError, PathBuildingError, InvalidCertificateError):
            return Revocation.NOT_CHECKED
        except (ValueError, TypeError, KeyError):
            return Revocation.NOT_CHECKED
        return Revocation.GOOD

    def _build(self, moment: dt.datetime, mode: str, crls: tuple[bytes, ...]) -> None:
        if not self._trust.anchors:
            # an empty list would be read as "use those of the system"
            raise PathBuildingError
        context = ValidationContext(
            trust_roots=[x509.Certificate.load(one) for one in self._trust.anchors],
            other_certs=[
                x509.Certificate.load(one)
                for one in (*self._trust.intermediates, *self._others)
            ],
            moment=moment,
            allow_fetching=False,
            crls=list(crls),
            revocation_mode=mode,
        )
        validator = CertificateValidator(
            x509.Certificate.load(self._certificate), validation_context=context
        )
        asyncio.run(validator.async_validate_path())
