"""Sign a workbook as Excel does: the person first, the agency beside it."""

import datetime as dt
import re
from collections.abc import Callable
from itertools import count
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from desktop.errors import SignatureError
from desktop.files.signatures.issuers import issuers
from desktop.files.signatures.keys import Key
from desktop.files.signatures.opc import content_types, parts, relationships
from desktop.files.signatures.opc.checking import is_signed, verify_workbook
from desktop.files.signatures.opc.manifest import references
from desktop.files.signatures.opc.names import (
    CLAIMED_ROLES,
    CONTENT_TYPES_PART,
    ORIGIN,
    ROOT_RELATIONSHIPS,
    SIGNATURE,
    SIGNATURES,
)
from desktop.files.signatures.opc.normal import normal_parts
from desktop.files.signatures.opc.parts import UnfitError
from desktop.files.signatures.opc.relationships import Relationship
from desktop.files.signatures.opc.signature import Act, draw
from desktop.files.signatures.trust import Trust
from desktop.records.signing import SignerRole

_ORIGIN_PART: Final = f"{SIGNATURES}origin.sigs"
_ORIGIN_RELATIONSHIPS: Final = f"{SIGNATURES}_rels/origin.sigs.rels"
_FROM_ROOT: Final = _ORIGIN_PART
"""As its relationship tells it: the root is the package itself."""
_NUMBERED: Final = re.compile(rf"{SIGNATURES}sig(\d{{1,4}})\.xml")
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[\s>/]")
_SHEETS: Final = "xl/worksheets/"


def sign_workbook(  # noqa: PLR0913  all but the first two are told by name
    data: bytes,
    key: Key,
    *,
    role: SignerRole,
    at: dt.datetime,
    reason: str = "",
    place: str = "",
    digest: str = "sha256",
) -> bytes:
    """Return the workbook with one more signature over all its parts.

    RSA always pads by PKCS#1 v1.5: LibreOffice refuses PSS in workbooks. `at` is the
    signer's own word on the time; it is kept in whole seconds. What was signed is
    checked as if it came from elsewhere before it is returned.

    Raises:
        SignatureError: `already_signed` when somebody signed for that role;
            `document_changed` when a signature it bears does not hold;
            `workbook_unfit`, with the code of an `UnfitError` and its facts;
            `own_check_failed`; what the key raises.
    """
    _check_before(data, role)
    act = Act(
        certificate=key.certificate,
        chain=issuers(key.certificate, key.chain),
        algorithm=key.algorithm,
        digest=digest,
        at=at,
        role=CLAIMED_ROLES[role],
        reason=reason,
        place=place,
    )
    try:
        held = _fit(parts.read(data))
        listed = references(held, digest)
        signed = parts.build(_with(held, draw(listed, act, _signer(key, digest))))
    except UnfitError as error:
        raise SignatureError("workbook_unfit", error.code, *error.facts) from error
    _check_after(signed, role)
    return signed


def _check_before(data: bytes, role: SignerRole) -> None:
    """Refuse to stand for what was changed under somebody else's signature."""
    if not is_signed(data):
        return
    verdict = verify_workbook(data, Trust(), "")
    if role in (one.role for one in verdict.signatures):
        raise SignatureError("already_signed", CLAIMED_ROLES[role])
    if not verdict.intact:
        codes = [one.code for one in verdict.findings]
        raise SignatureError("document_changed", CLAIMED_ROLES[role], *codes)


def _check_after(signed: bytes, role: SignerRole) -> None:
    verdict = verify_workbook(signed, Trust(), "")
    if not verdict.intact or role not in (one.role for one in verdict.signatures):
        codes = [one.code for one in verdict.findings]
        raise SignatureError("own_check_failed", CLAIMED_ROLES[role], *codes)


def _fit(held: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts as they are signed; those of a signed workbook stay."""
    for name, content in held.items():
        if name.startswith(_SHEETS) and _FORMULA.search(content):
            raise UnfitError("formula", name)
    return held if _ORIGIN_PART in held else normal_parts(held)


# --- the key -----------------------------------------------------------------


def _signer(key: Key, digest: str) -> Callable[[bytes], bytes]:
    """Return the key's power to sign, in the form XML-DSig asks for."""

    def sign(data: bytes) -> bytes:
        value = key.sign(data, digest)
        return _flat(value, key) if key.algorithm == "ec" else value

    return sign


def _flat(signature: bytes, key: Key) -> bytes:
    """Return both numbers of ECDSA one after the other; RFC 4050, 3.3.

    Raises:
        SignatureError: `own_check_failed` when the curve is not the certificate's.
    """
    public = x509.load_der_x509_certificate(key.certificate).public_key()
    size = (getattr(public, "key_size", 0) + 7) // 8
    try:
        numbers = decode_dss_signature(signature)
        return b"".join(one.to_bytes(size, "big") for one in numbers)
    except (ValueError, OverflowError) as error:
        raise SignatureError("own_check_failed", key.name) from error


# --- the package -------------------------------------------------------------


def _with(held: dict[str, bytes], signature: bytes) -> dict[str, bytes]:
    """Return the parts with that of one more signature, which hangs on the origin."""
    name = _free_name(held)
    listed = held.get(_ORIGIN_RELATIONSHIPS, relationships.write(()))
    target = name.removeprefix(SIGNATURES)
    more = {
        CONTENT_TYPES_PART: content_types.with_signature(
            held[CONTENT_TYPES_PART], name
        ),
        ROOT_RELATIONSHIPS: _related(held[ROOT_RELATIONSHIPS], ORIGIN, _FROM_ROOT),
        _ORIGIN_RELATIONSHIPS: _related(listed, SIGNATURE, target),
        _ORIGIN_PART: b"",
        name: signature,
    }
    return held | more


def _free_name(held: dict[str, bytes]) -> str:
    taken = [int(found[1]) for one in held if (found := _NUMBERED.fullmatch(one))]
    return f"{SIGNATURES}sig{max(taken, default=0) + 1}.xml"


def _related(content: bytes, kind: str, target: str) -> bytes:
    """Return relationships with one more, unless it is there; those kept stay first."""
    found = relationships.read(content)
    if any((one.type, one.target) == (kind, target) for one in found):
        return content
    taken = {one.id for one in found}
    free = next(f"rId{n}" for n in count(1) if f"rId{n}" not in taken)
    return relationships.write(
        (*found, Relationship(id=free, type=kind, target=target))
    )
