"""Set whoever was expected to sign beside whoever did."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from desktop.records.signing import SignerRole
from desktop.records.verification import (
    Chain,
    ExpectedSigner,
    FileVerdict,
    Integrity,
    SignatureVerdict,
)
from desktop.rules.vietnamese import fold

_AND: Final = frozenset({"và", "va"})
"""Between two words: one office writes it where another sets a dash."""


def expected_signers(
    roles: Iterable[SignerRole],
    names: Mapping[SignerRole, str],
    signatures: Iterable[SignatureVerdict],
) -> tuple[ExpectedSigner, ...]:
    """Return every expected role with the name found for it, blank when nobody signed.

    A signature that says for whom it was made stands for that role and no other. One
    from elsewhere does not say: it stands for the role whose name it bears, else for
    the first role still open. A broken signature stands for nobody.
    """
    sound = [one for one in signatures if one.integrity is Integrity.INTACT]
    wanted = tuple(roles)
    found = {one.role: one for one in sound if one.role in wanted}
    rest = [one for one in sound if one.role is None]
    for fits in (_bears, _any):
        for role in wanted:
            fitting = [one for one in rest if fits(one, names.get(role, ""))]
            if role not in found and fitting:
                found[role] = fitting[0]
                rest.remove(fitting[0])
    return tuple(_told(role, names.get(role, ""), found.get(role)) for role in wanted)


def signers_of_packed(
    roles: Iterable[SignerRole],
    names: Mapping[SignerRole, str],
    seals: Iterable[SignatureVerdict],
    members: Iterable[FileVerdict],
) -> tuple[ExpectedSigner, ...]:
    """Return whom a report in a package misses, and whose seal around it is doubted.

    A seal covers what is in the package, but stands for nobody who should have signed
    the report itself: its pages, or where there are none, whatever else carries it.
    """
    carrying = [one for one in members if one.report is not None]
    pages = [one for one in carrying if one.format == "pdf"] or carrying
    whole = bool(pages) and all(one.signatures for one in pages)
    missed = () if whole else expected_signers(roles, names, ())  # a signed one tells
    signed = [each for one in pages for each in one.signatures]
    return (*missed, *doubted_sealers(names, seals, signed))


def doubted_sealers(
    names: Mapping[SignerRole, str],
    seals: Iterable[SignatureVerdict],
    signatures: Iterable[SignatureVerdict],
) -> tuple[ExpectedSigner, ...]:
    """Return whoever sealed a package and has no part in the report inside.

    Everybody with a certificate can seal what others signed, and put other papers
    beside it: the seal should be of whoever signed, or of the agency or person named.
    """
    signed = [one for one in signatures if one.integrity is Integrity.INTACT]
    known = {one.certificate_sha256 for one in signed} - {""}
    wanted = (*names.values(), *(one.signer for one in signed))
    return tuple(
        ExpectedSigner(
            role=SignerRole.AGENCY,
            name=names.get(SignerRole.AGENCY, ""),
            found=seal.signer,
        )
        for seal in seals
        if seal.integrity is Integrity.INTACT
        and seal.certificate_sha256 not in known
        and not any(_bears(seal, name) for name in wanted)
    )


def bears(certificate: str, name: str, *, test: bool = False) -> bool:
    """Tell whether a certificate's name is that of whoever is to sign.

    Compared without capitals, without what joins the parts of an office's name, a dash
    or a word, and wherever in a word its tone is written. Where one of them bears no
    marks at all, as many certificates do, none count; else Ánh is not Anh. A
    throw-away test certificate says behind the name that it is one.
    """
    found, wanted = _words(certificate), _words(name)
    if test:
        found = found[: len(wanted)]
    if any(all(one.isascii() for one in words) for words in (found, wanted)):
        return bool(wanted) and list(map(fold, found)) == list(map(fold, wanted))
    return list(map(_spelled, found)) == list(map(_spelled, wanted))


def _told(
    role: SignerRole, name: str, signature: SignatureVerdict | None
) -> ExpectedSigner:
    """Set one beside the other; where no name was expected, any agrees."""
    if signature is None:
        return ExpectedSigner(role=role, name=name)
    agrees = not name or _bears(signature, name)
    return ExpectedSigner(role=role, name=name, found=signature.signer, agrees=agrees)


def _bears(signature: SignatureVerdict, name: str) -> bool:
    return bears(signature.signer, name, test=signature.chain is Chain.TEST)


def _any(signature: SignatureVerdict, name: str) -> bool:  # noqa: ARG001  a way to fit
    return True


def _words(name: str) -> list[str]:
    """Return the words of a name without case, and without what joins its parts."""
    composed = unicodedata.normalize("NFC", name).casefold()
    words = "".join(one if one.isalnum() else " " for one in composed).split()
    last = len(words) - 1
    return [one for n, one in enumerate(words) if one not in _AND or n in (0, last)]


def _spelled(word: str) -> tuple[str, list[str]]:
    """Return the bare letters and the marks: hóa and hoá are one word."""
    apart = unicodedata.normalize("NFD", word)
    return fold(word), sorted(one for one in apart if not one.isascii())
