"""Change what an office believes: pin a root, keep a helper, keep a newer list."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from cryptography import x509

from desktop.errors import FileError, TrustError
from desktop.files import whole_file
from desktop.files.signatures import certificates, revocation, trust
from desktop.files.signatures.issuers import is_authority, issued_by
from desktop.files.signatures.trust import FOLDERS, PINNED, Trust, fingerprint
from desktop.records.trust import KeptTrust, Pinned, RevocationList, TrustKind

_COLUMNS: Final = ("sha256", "name", "added")
_NAMED: Final = 16
"""Digits of the fingerprint that name a kept file."""


def survey(shipped: Path, own: Path) -> KeptTrust:
    """Return everything kept in both folders, and what lies there and is not used."""
    ours, theirs = trust.read_folder(own), trust.read_folder(shipped)
    both = trust.load_trust(shipped, own)
    known = _subjects(both)
    return KeptTrust(
        anchors=_told(both.anchors, theirs.trust.anchors, TrustKind.ANCHOR),
        intermediates=_told(
            both.intermediates, theirs.trust.intermediates, TrustKind.INTERMEDIATE
        ),
        lists=tuple(
            _list(der, known, shipped=der in theirs.trust.crls) for der in both.crls
        ),
        passed_over=(*theirs.passed_over, *ours.passed_over),
    )


def look_at(path: Path, kind: TrustKind = TrustKind.ANCHOR) -> Pinned:
    """Return what a file says that would be kept, so that somebody may compare it.

    Raises:
        TrustError: `not_certificate`, `several`, `not_authority`.
        FileError: `missing`.
    """
    return _pinned(_only_certificate(path), kind, shipped=False)


def pin(own: Path, path: Path, sha256: str, at: dt.datetime) -> Pinned:
    """Believe a root whose fingerprint somebody compared and gives here once more.

    The list of fingerprints is written last: a file without its line is not believed.

    Raises:
        TrustError: As `look_at`; `fingerprint_differs`, `pinned_already`.
        FileError: The folder cannot be written to.
    """
    der = _only_certificate(path)
    if fingerprint(der) != sha256:
        raise TrustError(path, "fingerprint_differs", fingerprint(der))
    pins = trust.read_pins(own)
    anchors = trust.read_folder(own).trust.anchors
    if der in (*anchors, *trust.read_folder(trust.SHIPPED).trust.anchors):
        raise TrustError(path, "pinned_already", sha256)
    found = _pinned(der, TrustKind.ANCHOR, shipped=False)
    _keep(own, TrustKind.ANCHOR, der)
    _write_pins(own, {**pins, sha256: found.name}, {sha256: at})
    return found


def unpin(own: Path, sha256: str) -> str:
    """Stop believing a root the office pinned; return its name.

    Raises:
        TrustError: `shipped`, `not_pinned`.
        FileError: The folder cannot be written to.
    """
    pins = trust.read_pins(own)
    folder = own / FOLDERS[TrustKind.ANCHOR]
    if sha256 not in pins:
        ships = sha256 in trust.read_pins(trust.SHIPPED)
        raise TrustError(folder, "shipped" if ships else "not_pinned", sha256)
    # first the line, by which alone it is believed
    _write_pins(own, {key: name for key, name in pins.items() if key != sha256}, {})
    _remove_file(folder, sha256)
    return pins[sha256]


def keep_intermediate(own: Path, path: Path) -> Pinned:
    """Keep an issuing certificate that leads to a root believed here.

    Raises:
        TrustError: As `look_at`; `issuer_unknown`, `kept_already`.
        FileError: The folder cannot be written to.
    """
    der = _only_certificate(path)
    known = trust.load_trust(trust.SHIPPED, own)
    if der in (*known.anchors, *known.intermediates):
        raise TrustError(path, "kept_already", fingerprint(der))
    whole = x509.load_der_x509_certificate(der)
    if not any(issued_by(whole, issuer) for issuer in _subjects(known)):
        raise TrustError(path, "issuer_unknown", certificates.read(der).issuer)
    _keep(own, TrustKind.INTERMEDIATE, der)
    return _pinned(der, TrustKind.INTERMEDIATE, shipped=False)


def keep_list(own: Path, path: Path, now: dt.datetime) -> RevocationList:
    """Keep a list of revoked certificates in the place of an older one.

    Raises:
        TrustError: `not_list`, `several`, `list_partial`: only what changed since
            another, `list_unknown`: no certificate kept here signed it, `list_early`:
            of a day to come, `list_older`: than the one kept, `kept_already`.
        FileError: `missing`, or the folder cannot be written to.
    """
    der = _only_list(path)
    whole = x509.load_der_x509_crl(der)
    if _value(whole, x509.DeltaCRLIndicator) is not None:
        raise TrustError(path, "list_partial")
    known = trust.load_trust(trust.SHIPPED, own)
    signer = _signer(whole, _subjects(known))
    if signer is None:
        issuer = certificates.common_name(whole.issuer)
        raise TrustError(path, "list_unknown", issuer)
    if whole.last_update_utc > now:
        raise TrustError(path, "list_early", whole.last_update_utc.isoformat())
    older = _of_issuer(known.crls, signer, whole)
    _refuse_older(path, der, whole, older)
    _keep(own, TrustKind.LIST, der)
    for one in older:
        _remove_file(own / FOLDERS[TrustKind.LIST], fingerprint(one))
    return _list(der, [signer], shipped=False)


def _only_certificate(path: Path) -> bytes:
    try:
        found = trust.read_certificates(path)
    except FileError as error:
        if error.reason == "missing":
            raise
        raise TrustError(path, "not_certificate") from error
    if len(set(found)) != 1:
        raise TrustError(path, "several", str(len(found)))
    if not _is_authority(found[0]):
        raise TrustError(path, "not_authority", certificates.read(found[0]).name)
    return found[0]


def _only_list(path: Path) -> bytes:
    try:
        found = trust.read_lists(path)
    except FileError as error:
        if error.reason == "missing":
            raise
        raise TrustError(path, "not_list") from error
    if len(set(found)) != 1:
        raise TrustError(path, "several", str(len(found)))
    return found[0]


def _is_authority(certificate: bytes) -> bool:
    try:
        return is_authority(certificate)
    except ValueError:  # of its extensions
        return False


def _subjects(known: Trust) -> list[x509.Certificate]:
    return [
        x509.load_der_x509_certificate(one)
        for one in (*known.anchors, *known.intermediates)
    ]


def _signer(
    listed: x509.CertificateRevocationList, known: Iterable[x509.Certificate]
) -> x509.Certificate | None:
    signers = (one for one in known if revocation.signed_by(listed, one))
    return next(signers, None)


def _of_issuer(
    crls: Iterable[bytes],
    signer: x509.Certificate,
    listed: x509.CertificateRevocationList,
) -> list[bytes]:
    """Return the kept lists the new one replaces: of one signer, for the same part."""
    part = _value(listed, x509.IssuingDistributionPoint)
    found = []
    for der in crls:
        whole = revocation.read_list(der)
        if whole is None or not revocation.signed_by(whole, signer):
            continue
        if _value(whole, x509.IssuingDistributionPoint) == part:
            found.append(der)
    return found


def _value(
    listed: x509.CertificateRevocationList, kind: type[x509.ExtensionType]
) -> x509.ExtensionType | None:
    try:
        return listed.extensions.get_extension_for_class(kind).value
    except (x509.ExtensionNotFound, ValueError):
        return None


def _refuse_older(
    path: Path,
    der: bytes,
    listed: x509.CertificateRevocationList,
    kept: Iterable[bytes],
) -> None:
    for one in kept:
        if one == der:
            raise TrustError(path, "kept_already", fingerprint(der))
        day = x509.load_der_x509_crl(one).last_update_utc
        if day > listed.last_update_utc:
            raise TrustError(
                path, "list_older", listed.last_update_utc.isoformat(), day.isoformat()
            )


def _pinned(der: bytes, kind: TrustKind, *, shipped: bool) -> Pinned:
    facts = certificates.read(der)
    return Pinned(
        name=facts.name,
        issuer=facts.issuer,
        not_before=facts.not_before,
        not_after=facts.not_after,
        sha256=fingerprint(der),
        shipped=shipped,
        kind=kind,
    )


def _told(
    ders: Iterable[bytes], shipped: Iterable[bytes], kind: TrustKind
) -> tuple[Pinned, ...]:
    theirs = set(shipped)
    return tuple(_pinned(one, kind, shipped=one in theirs) for one in ders)


def _list(
    der: bytes, known: Iterable[x509.Certificate], *, shipped: bool
) -> RevocationList:
    whole = x509.load_der_x509_crl(der)
    return RevocationList(
        issuer=certificates.common_name(whole.issuer),
        this_update=whole.last_update_utc,
        next_update=whole.next_update_utc,
        revoked=len(whole),
        sha256=fingerprint(der),
        shipped=shipped,
        known=_signer(whole, known) is not None,
    )


def _keep(own: Path, kind: TrustKind, der: bytes) -> None:
    folder = own / FOLDERS[kind]
    _make_folder(folder)
    ending = ".crl" if kind is TrustKind.LIST else ".der"
    whole_file.write(folder / f"{fingerprint(der)[:_NAMED]}{ending}", der)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(folder, "read_only") from error


def _remove_file(folder: Path, sha256: str) -> None:
    """Remove the file this program wrote; what was put there by hand stays."""
    for ending in (".der", ".crl"):
        (folder / f"{sha256[:_NAMED]}{ending}").unlink(missing_ok=True)


def _write_pins(
    own: Path, pins: Mapping[str, str], added: Mapping[str, dt.datetime]
) -> None:
    """Write the fingerprints anew; days of the older ones stay as they were."""
    days = _days(own) | {key: at.date().isoformat() for key, at in added.items()}
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows((key, name, days.get(key, "")) for key, name in pins.items())
    whole_file.write(own / PINNED, text.getvalue().encode())


def _days(own: Path) -> dict[str, str]:
    rows = trust.pin_rows(own)
    return {str(row.get("sha256")): str(row.get("added") or "") for row in rows}
