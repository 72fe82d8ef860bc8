"""Lists tell that a certificate is revoked, or that it is not; silence is silence."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from desktop.files.signatures import revocation
from desktop.files.signatures.chain import stand
from desktop.files.signatures.revocation import Told, ask, read_list, signed_by
from desktop.records.verification import Chain, Revocation
from tests.files.pki import NOW, Identity, pki

DAY = dt.timedelta(days=1)
ROOT_LIST, ISSUING_LIST = pki().crls
STEPS = (pki().root.der, pki().issuing.der, pki().person.der)
REVOKED = (pki().root.der, pki().issuing.der, pki().revoked.der)


def a_list(
    issuer: Identity,
    at: dt.datetime,
    *revoked: Identity,
    reason: x509.ReasonFlags | None = None,
    lasts: dt.timedelta = 30 * DAY,
) -> bytes:
    """Return a list of that moment."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.certificate.subject)
        .last_update(at)
        .next_update(at + lasts)
        .add_extension(x509.CRLNumber(1), critical=False)
    )
    for one in revoked:
        entry = (
            x509.RevokedCertificateBuilder()
            .serial_number(one.certificate.serial_number)
            .revocation_date(at)
        )
        if reason is not None:
            entry = entry.add_extension(x509.CRLReason(reason), critical=False)
        builder = builder.add_revoked_certificate(entry.build())
    return builder.sign(issuer.private, hashes.SHA256()).public_bytes(Encoding.DER)


def agreeing(asked: list[int]) -> revocation.Confirm:
    def confirm(_now: dt.datetime, lists: tuple[bytes, ...]) -> Revocation:
        asked.append(len(lists))
        return Revocation.GOOD

    return confirm


def told(
    steps: tuple[bytes, ...], crls: Iterable[bytes], now: dt.datetime = NOW
) -> Told:
    return ask(steps, crls, now, agreeing([]))


def test_with_a_list_for_each_step_it_is_not_revoked_up_to_the_oldest_day() -> None:
    asked: list[int] = []
    older = a_list(pki().root, NOW - 5 * DAY)
    found = ask(STEPS, (older, ISSUING_LIST), NOW, agreeing(asked))
    day = (NOW - 5 * DAY).astimezone().date()
    assert found == Told(state=Revocation.GOOD, as_of=day)
    assert asked == [2]


def test_of_several_lists_the_newest_counts() -> None:
    older = a_list(pki().root, NOW - 5 * DAY)
    lists = (older, ROOT_LIST, a_list(pki().issuing, NOW - 9 * DAY), ISSUING_LIST)
    day = (NOW - DAY).astimezone().date()
    assert told(STEPS, lists) == Told(state=Revocation.GOOD, as_of=day)


@pytest.mark.parametrize("crls", [(), (ROOT_LIST,), (ISSUING_LIST,)])
def test_a_step_without_a_list_is_silence(crls: tuple[bytes, ...]) -> None:
    assert told(STEPS, crls) == Told()


def test_an_outdated_list_is_silence_for_whoever_is_not_in_it() -> None:
    old = a_list(pki().issuing, NOW - 40 * DAY)
    assert told(STEPS, (ROOT_LIST, old)) == Told()


def test_a_list_of_a_day_to_come_is_silence() -> None:
    early = a_list(pki().issuing, NOW + DAY)
    assert told(STEPS, (ROOT_LIST, early)) == Told()


@pytest.mark.parametrize(
    "crls", [(ISSUING_LIST,), (ROOT_LIST, ISSUING_LIST), (ISSUING_LIST, b"junk")]
)
def test_whoever_stands_in_a_list_is_revoked_whatever_else_is_missing(
    crls: tuple[bytes, ...],
) -> None:
    found = told(REVOKED, crls)
    assert found.state is Revocation.REVOKED
    assert found.as_of == (NOW - DAY).astimezone().date()


def test_an_outdated_list_still_tells_who_is_revoked() -> None:
    old = a_list(pki().issuing, NOW - 400 * DAY, pki().revoked)
    assert told(REVOKED, (old,)).state is Revocation.REVOKED


def test_a_revoked_authority_takes_its_holders_along() -> None:
    lists = (a_list(pki().root, NOW - DAY, pki().issuing), ISSUING_LIST)
    assert told(STEPS, lists).state is Revocation.REVOKED


def test_a_list_that_only_bears_the_name_of_the_issuer_is_not_asked() -> None:
    same = Identity(
        certificate=pki().issuing.certificate, private=pki().impostor.private
    )
    forged = a_list(same, NOW - DAY, pki().person)
    assert told(STEPS, (forged,)) == Told()
    whole = read_list(forged)
    assert whole is not None
    assert not signed_by(whole, pki().issuing.certificate)
    assert not signed_by(whole, pki().root.certificate)


def test_one_taken_off_the_list_again_is_not_revoked() -> None:
    off = a_list(
        pki().issuing, NOW - DAY, pki().person, reason=x509.ReasonFlags.remove_from_crl
    )
    assert told(STEPS, (ROOT_LIST, off)).state is Revocation.GOOD
    on = a_list(
        pki().issuing, NOW - DAY, pki().person, reason=x509.ReasonFlags.key_compromise
    )
    assert told(STEPS, (ROOT_LIST, on)).state is Revocation.REVOKED


def test_what_the_library_doubts_is_silence() -> None:
    def doubting(_now: dt.datetime, _lists: tuple[bytes, ...]) -> Revocation:
        return Revocation.NOT_CHECKED

    assert ask(STEPS, pki().crls, NOW, doubting) == Told()


def test_an_anchor_alone_has_nobody_to_revoke_it() -> None:
    assert told((pki().root.der,), pki().crls) == Told()


# Rows of the table measured on the library: it accepts a revoked certificate that does
# not say where its list lies, unless a list is demanded.
@pytest.mark.parametrize("who", ["curve", "person"])
@pytest.mark.parametrize(
    ("lists", "state", "dated"),
    [
        (lambda _who: (), Revocation.NOT_CHECKED, False),
        (lambda _who: pki().crls, Revocation.GOOD, True),
        (
            lambda who: (ROOT_LIST, a_list(pki().issuing, NOW - DAY, who)),
            Revocation.REVOKED,
            True,
        ),
    ],
)
def test_with_or_without_a_pointer_to_a_list_the_three_answers_are_the_same(
    who: str,
    lists: Callable[[Identity], tuple[bytes, ...]],
    state: Revocation,
    dated: bool,
) -> None:
    one: Identity = getattr(pki(), who)
    trust = replace(pki().trust, crls=lists(one))
    found = stand(one.der, (pki().issuing.der,), trust, now=NOW)
    assert (found.revocation, found.chain) == (state, Chain.PINNED)
    assert found.revocation_as_of == (
        (NOW - DAY).astimezone().date() if dated else None
    )
