"""Know who signed an issued report as it now lies, and whose turn it is."""

import datetime as dt
from itertools import takewhile

from desktop.operations.reports.read_report import newest_copy, read_head, read_issued
from desktop.records.issued import CopyFormat, IssuedCopy, IssuedReport
from desktop.records.signing import ReportSignature, SignerRole
from desktop.rules import signers
from desktop.store import preferences, records
from desktop.store.store import Store


def signings(store: Store, report_id: str) -> tuple[ReportSignature, ...]:
    """Return the signings the report's present files bear, oldest first.

    Those of files that were made anew since are no longer among them; each signing
    noted a signed PDF, so the newest signed PDFs tell how many there are.
    """
    where = {"report": report_id}
    every = records.find(store.reader, ReportSignature, where=where)
    return tuple(reversed(every[: _signed_copies(store, report_id)]))


def signed_roles(store: Store, report_id: str) -> frozenset[SignerRole]:
    """Return for whom the report's present files are signed.

    A file signed before signings were noted bears the signature of the person.
    """
    first = {SignerRole.PERSON} if _signed_before(store, report_id) else set()
    return frozenset(first | {one.role for one in signings(store, report_id)})


def expected_roles(store: Store, issued: IssuedReport) -> tuple[SignerRole, ...]:
    """Return who is to sign a report by a key, in the order of signing.

    A report that says nothing of it is signed as the office signs now: it is older, or
    the office had no key when it was issued.

    Raises:
        ConflictError: The frozen content is not the one that was issued.
    """
    told = read_head(store, issued).signers
    if told:
        return signers.in_order(told)
    kept = preferences.get(store.reader)
    return () if kept is None else signers.expected(kept)


def last_signed_at(store: Store) -> dt.datetime | None:
    """Return when this office last signed anything; the clock is never before it.

    Signings noted by a clock that was ahead tell nothing: see `confirm_clock`.
    """
    kept = preferences.get(store.reader)
    misdated = () if kept is None else kept.misdated
    every = records.each(store.reader, ReportSignature)
    return max((one.signed_at for one in every if one.id not in misdated), default=None)


def allowed_roles(store: Store, issued: IssuedReport) -> frozenset[SignerRole]:
    """Return who may sign a report: who it expects, and who signs in the office now.

    Raises:
        ConflictError: The frozen content is not the one that was issued.
    """
    kept = preferences.get(store.reader)
    now = () if kept is None else signers.expected(kept)
    return frozenset((*expected_roles(store, issued), *now))


def next_role(store: Store, report_id: str) -> SignerRole | None:
    """Return who signs next; None where everybody expected has, or nobody is.

    A copy that came back signed from elsewhere waits for nobody here, nor does a report
    that was signed when one signature was all there was.

    Raises:
        ConflictError: The frozen content is not the one that was issued.
        UnknownNameError: No report of that id was issued.
    """
    issued = read_issued(store, report_id)
    if newest_copy(store, report_id, CopyFormat.SIGNED) is not None:
        return None
    if _signed_before(store, report_id) and not read_head(store, issued).signers:
        return None
    done = signed_roles(store, report_id)
    expected = expected_roles(store, issued)
    return next((role for role in expected if role not in done), None)


def _signed_before(store: Store, report_id: str) -> bool:
    """Tell whether a present file was signed before signings were noted."""
    return _signed_copies(store, report_id) > len(signings(store, report_id))


def _signed_copies(store: Store, report_id: str) -> int:
    """Return how many of the report's own PDFs were signed since one was made anew."""
    where = {"report": report_id, "format": str(CopyFormat.PDF)}
    copies = records.find(store.reader, IssuedCopy, where=where)
    return sum(1 for _ in takewhile(lambda one: bool(one.signed_by), copies))
