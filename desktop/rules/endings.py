"""Tell in time which certificates and lists of revoked ones end."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from desktop.records.ending import Ending, EndingKind
from desktop.records.signing import ReportSignature, SignerRole
from desktop.records.trust import RevocationList

NOTICE_DAYS: Final = 30
"""Days before its end at which a certificate is asked for anew: what that may take."""


def of_certificates(
    signatures: Iterable[ReportSignature], now: dt.datetime
) -> tuple[Ending, ...]:
    """Return the certificate each role signed with last, the first to end first.

    One that was replaced since ends without a word, and a key to try out with.

    Args:
        signatures: All that were made, the newest first.
        now: The moment to count from, in the office's own time.
    """
    newest: dict[SignerRole, ReportSignature] = {}
    for one in signatures:
        if not one.test_key:
            newest.setdefault(one.role, one)
    roles: dict[str, list[SignerRole]] = {}
    for role in SignerRole:
        if role in newest:
            roles.setdefault(newest[role].certificate_sha256, []).append(role)
    return _in_order(
        _certificate(newest[told[0]], tuple(told), now) for told in roles.values()
    )


def of_lists(lists: Iterable[RevocationList], now: dt.datetime) -> tuple[Ending, ...]:
    """Return the newest list of each issuer that says when the next one comes."""
    newest: dict[str, RevocationList] = {}
    for one in lists:
        known = newest.get(one.issuer)
        if known is None or known.this_update < one.this_update:
            newest[one.issuer] = one
    return _in_order(
        _list(one, one.next_update, now)
        for one in newest.values()
        if one.next_update is not None
    )


def _certificate(
    one: ReportSignature, roles: tuple[SignerRole, ...], now: dt.datetime
) -> Ending:
    left = _days(one.valid_until, now)
    return Ending(
        kind=EndingKind.CERTIFICATE,
        name=one.signer,
        ends=one.valid_until,
        left=left,
        roles=roles,
        key=one.certificate_sha256,
        soon=left <= NOTICE_DAYS,
    )


def _list(one: RevocationList, ends: dt.datetime, now: dt.datetime) -> Ending:
    return Ending(
        kind=EndingKind.LIST,
        name=one.issuer,
        ends=ends,
        left=_days(ends, now),
        key=one.sha256,
        # lists live for days: before their end there is nothing newer to bring
        soon=ends <= now,
    )


def _days(ends: dt.datetime, now: dt.datetime) -> int:
    """Return the days left by the office's calendar; one that ended is below zero."""
    days = (ends.astimezone(now.tzinfo).date() - now.date()).days
    return min(days, -1) if ends <= now else days


def _in_order(endings: Iterable[Ending]) -> tuple[Ending, ...]:
    return tuple(sorted(endings, key=lambda one: (one.ends, one.name)))
