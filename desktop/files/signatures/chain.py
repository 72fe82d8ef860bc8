"""Say what is known of a signer's certificate, offline and by pinned anchors only."""

import asyncio
import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
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

from desktop.files.signatures import certificates, revocation
from desktop.files.signatures.trust import Trust
from desktop.records.signing import SignerRole
from desktop.records.verification import (
    Chain,
    Coverage,
    Integrity,
    Revocation,
    SignatureVerdict,
)

_CHAIN_LIMIT: Final = 20
"""Certificates of a foreign file that are tried when building a path."""
_SKEW: Final = dt.timedelta(days=1)
"""By which the clock of a signer may be ahead of ours before it is told."""
_SIZE_LIMIT: Final = 100_000
"""Bytes of one of them; a certificate is one or two thousand."""
_BROKEN: Final = (
    ValidationError,
    PathBuildingError,
    InvalidCertificateError,
    # certificates of a foreign file may be damaged
    ValueError,
    TypeError,
    KeyError,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is known of one certificate."""

    signer: str
    issuer: str
    chain: Chain
    revocation: Revocation = Revocation.NOT_CHECKED
    revocation_as_of: dt.date | None = None
    """Day of the oldest list that was asked; None when none was."""
    certificate_sha256: str = ""
    valid_until: dt.datetime | None = None
    ahead: bool = False

    def verdict(
        self,
        *,
        integrity: Integrity,
        coverage: Coverage,
        claimed_time: dt.datetime | None,
        field: str,
        role: SignerRole | None = None,
        gaps: tuple[str, ...] = (),
    ) -> SignatureVerdict:
        """Return the verdict on a signature by this certificate."""
        return SignatureVerdict(
            signer=self.signer,
            issuer=self.issuer,
            integrity=integrity,
            coverage=coverage,
            chain=self.chain,
            revocation=self.revocation,
            claimed_time=claimed_time,
            field=field,
            role=role,
            gaps=gaps,
            revocation_as_of=self.revocation_as_of,
            certificate_sha256=self.certificate_sha256,
            valid_until=self.valid_until,
            ahead=self.ahead,
        )


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
    too odd to be read is unknown. Path and revocation are asked one after the
    other: a library that is told to be lenient takes a revoked certificate that
    does not say where its list lies.
    """
    try:
        facts = certificates.read(certificate)
    except ValueError:
        return Standing(signer="", issuer="", chain=Chain.UNKNOWN)
    path = _Path(certificate, tuple(others)[:_CHAIN_LIMIT], trust)
    steps = _some_steps(facts, path, now)
    told = revocation.ask(steps, trust.crls, now, path.confirm)
    return Standing(
        signer=facts.name,
        issuer=facts.issuer,
        chain=_classify(facts, path, now, claimed) if steps else _stray(facts),
        revocation=told.state,
        revocation_as_of=told.as_of,
        certificate_sha256=hashlib.sha256(certificate).hexdigest(),
        valid_until=facts.not_after,
        ahead=claimed is not None and claimed - now > _SKEW,
    )


def _some_steps(
    facts: certificates.Facts, path: "_Path", now: dt.datetime
) -> tuple[bytes, ...]:
    """Return the way to an anchor, whole at one moment or another."""
    for moment in (now, facts.not_before, facts.not_after):
        if steps := path.steps(moment):
            return steps
    return ()


def _stray(facts: certificates.Facts) -> Chain:
    """Judge one that leads nowhere; its dates mean nothing to us."""
    return Chain.TEST if facts.test else Chain.UNKNOWN


def _classify(
    facts: certificates.Facts,
    path: "_Path",
    now: dt.datetime,
    claimed: dt.datetime | None,
) -> Chain:
    if facts.test:
        return Chain.TEST
    if not facts.signs:
        return Chain.USAGE
    if min(now, claimed or now) < facts.not_before:
        return Chain.NOT_YET
    if claimed is not None and claimed > facts.not_after:
        return Chain.EXPIRED
    if now <= facts.not_after and path.steps(now):
        return Chain.PINNED
    # No independent clock tells when it signed: its own word is not green.
    lapsed = claimed is not None and claimed < now and path.steps(claimed)
    return Chain.LAPSED if lapsed else Chain.EXPIRED


class _Path:
    """A way from one certificate to an anchor, looked for without any network."""

    def __init__(
        self, certificate: bytes, others: tuple[bytes, ...], trust: Trust
    ) -> None:
        self._certificate = certificate
        self._others = tuple(one for one in others if len(one) <= _SIZE_LIMIT)
        self._trust = trust

    def steps(self, moment: dt.datetime) -> tuple[bytes, ...]:
        """Return those from an anchor down, all valid at the moment; none if none."""
        try:
            return self._build(moment, "soft-fail", ())
        except _BROKEN:
            return ()

    def confirm(self, now: dt.datetime, crls: tuple[bytes, ...]) -> Revocation:
        """Demand an answer for every step from these lists, and from nothing else."""
        return _confirmed(
            self._certificate, frozenset(self._others), self._trust, now, crls
        )

    def demand(self, now: dt.datetime, crls: tuple[bytes, ...]) -> Revocation:
        """Ask the library, which takes a second for a list of a hundred thousand."""
        try:
            self._build(now, "require", crls)
        except RevokedError:
            return Revocation.REVOKED
        except _BROKEN:
            return Revocation.NOT_CHECKED
        return Revocation.GOOD

    def _build(
        self, moment: dt.datetime, mode: str, crls: tuple[bytes, ...]
    ) -> tuple[bytes, ...]:
        if not self._trust.anchors:
            # some versions of the library take an empty list for "those of the system"
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
        path = asyncio.run(validator.async_validate_path())
        return tuple(one.dump() for one in path.iter_certs(include_root=True))


@lru_cache(maxsize=8)
def _confirmed(
    certificate: bytes,
    others: frozenset[bytes],
    trust: Trust,
    now: dt.datetime,
    crls: tuple[bytes, ...],
) -> Revocation:
    """Answer once for all signatures one certificate made in the files of a package."""
    return _Path(certificate, tuple(sorted(others)), trust).demand(now, crls)
