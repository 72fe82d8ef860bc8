"""Say of a receipt for whose report it is, and whether it matches what was sent."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.errors import ConflictError, FileError, PackageError
from desktop.operations.figures.compute_results import read_office
from desktop.operations.periods.read_standings import standing_of
from desktop.operations.reports.compare_reports import original_of
from desktop.operations.reports.frozen_entries import frozen_entries
from desktop.operations.reports.read_report import read_report
from desktop.progress import Progress, Step, silent
from desktop.records.arrival import Arrival, Sorting
from desktop.records.exchange import (
    ControlTotal,
    Delivery,
    DeliveryState,
    Receipt,
    ReceiptOutcome,
)
from desktop.records.issued import IssuedCopy, IssuedReport
from desktop.records.period import PeriodState
from desktop.rules import period_states
from desktop.rules.dates import format_date
from desktop.rules.intake.package_checks import doubts_of_seals
from desktop.rules.intake.receipt_standing import (
    Numbered,
    newest_of,
    numbered,
    standing,
)
from desktop.rules.verdict import Light, light_of
from desktop.store import records
from desktop.store.store import Change, Store

if TYPE_CHECKING:
    from desktop.files.receipt_file import ReadReceipt
    from desktop.files.signatures.trust import Trust

STAGE: Final = "inspecting_receipt"
_CODES: Final = {
    ReceiptOutcome.MATCHES: "receipt_matches",
    ReceiptOutcome.OTHER_VERSION: "receipt_other_version",
    ReceiptOutcome.DIFFERS: "receipt_differs",
}


def inspect_receipt(
    store: Store, path: Path, name: str, trust: "Trust", progress: Progress = silent
) -> Arrival:
    """Return a receipt as the tray shows it; its first reason tells how it stands.

    Reasons: `receipt_matches`, `receipt_other_version`, `receipt_differs`; with
    sorting `REFUSED` or `DUPLICATE` why it is not kept.

    Raises:
        Cancelled: The user asked to stop.
    """
    from desktop.files.receipt_file import read_receipt

    progress(Step(STAGE, 0, 0))
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    blank = Arrival(path=path, name=name, sha256=sha256, sorting=Sorting.REFUSED)
    try:
        found = read_receipt(path, trust, now=store.now())
    except (PackageError, FileError) as error:
        changed = ("receipt_changed", *error.facts)
        return replace(
            blank, reasons=(changed if error.facts else ("receipt_unread",),)
        )
    about = _about(blank, found)
    reason = _refusal(store, found)
    if reason:
        return replace(about, reasons=(reason,))
    if any(one.sha256 == sha256 for one in records.find(store.reader, Receipt)):
        sorting = Sorting.DUPLICATE
        return replace(about, sorting=sorting, reasons=(("receipt_known",),))
    return _standing(store, about, found)


def apply_receipt(change: Change, store: Store, arrival: Arrival) -> None:
    """Keep a receipt, and mark its period as received where it matches.

    Raises:
        ConflictError: `not_acceptable`: it speaks of no report of ours.
        PackageError: It is no longer the file that was inspected.
    """
    from desktop.files.receipt_file import read_receipt
    from desktop.files.signatures.trust import Trust

    found = read_receipt(arrival.path, Trust(), now=store.now())
    issued = records.get(change.db, IssuedReport, found.told.report)
    if issued is None or found.sha256 != arrival.sha256:
        raise ConflictError("not_acceptable", arrival.name)
    outcome = _outcome(store, issued, found)
    records.put(change, _receipt(change, store, arrival, found, outcome))
    if outcome is ReceiptOutcome.MATCHES:
        _mark_received(change, store, issued, arrival.name)


def _refusal(store: Store, found: "ReadReceipt") -> tuple[str, ...]:
    own = read_office(store).preferences
    if found.told.practice is not own.practice:
        return ("practice",) if found.told.practice else ("not_practice",)
    if found.seal is not None and light_of(found.seal) is Light.RED:
        return ("seal_wrong", found.seal.signer)
    if records.get(store.reader, IssuedReport, found.told.report) is None:
        return ("receipt_unknown", found.told.receiver)
    return ()


def _standing(store: Store, about: Arrival, found: "ReadReceipt") -> Arrival:
    issued = records.get(store.reader, IssuedReport, found.told.report)
    if issued is None:
        return about
    outcome = _outcome(store, issued, found)
    sent, told = _sent(store, issued), found.told
    facts = {
        ReceiptOutcome.MATCHES: (_called(Numbered(told.version, told.slip)),),
        ReceiptOutcome.OTHER_VERSION: (
            _called(Numbered(told.version, told.slip)),
            _called(_newest(store, issued)),
        ),
        ReceiptOutcome.DIFFERS: (
            str(told.entries),
            str(told.attendance),
            str(sent.entries),
            str(sent.attendance),
        ),
    }
    reasons = [(_CODES[outcome], *facts[outcome])]
    reasons += _doubts(store, issued, found)
    return replace(about, sorting=Sorting.RECEIPT, reasons=tuple(reasons))


def _doubts(
    store: Store, issued: IssuedReport, found: "ReadReceipt"
) -> Iterator[tuple[str, ...]]:
    """Yield why a receipt may not be the receiver's: anybody can write one."""
    if found.seal is None:
        yield ("receipt_unsigned",)
    else:
        practice = found.told.practice  # there everybody may seal with anything
        yield from doubts_of_seals((found.seal,), practice=practice)
        if not practice and found.seal.signer in _own_signers(store):
            yield "receipt_own_key", found.seal.signer
    if found.told.parts_held < found.told.parts:
        yield ("receipt_parts", str(found.told.parts_held), str(found.told.parts))
    if issued.id not in _left(store):
        yield ("receipt_not_sent",)


def _own_signers(store: Store) -> frozenset[str]:
    """Return who signs for this office: it gives itself no receipt."""
    every = records.find(store.reader, IssuedCopy)
    return frozenset(
        name for one in every for name in one.signed_by.split("; ") if name
    )


def _called(one: Numbered) -> str:
    """Return version and slip as they are written: `1`, or `1/2` for its slip 2."""
    return f"{one.version}/{one.slip}" if one.slip else str(one.version)


def _outcome(
    store: Store, issued: IssuedReport, found: "ReadReceipt"
) -> ReceiptOutcome:
    told, own = found.told, numbered(original_of(store, issued), issued)
    if (told.version, told.slip) != (own.version, own.slip):
        return ReceiptOutcome.DIFFERS
    received = ControlTotal(
        entries=told.entries, attendance=told.attendance, code=told.control
    )
    return standing(own, _newest(store, issued), _sent(store, issued), received)


def _newest(store: Store, issued: IssuedReport) -> Numbered:
    """Return the last report or slip for the same days that left the house."""
    left = _left(store)
    every = records.find(store.reader, IssuedReport)
    sent = ((original_of(store, one), one) for one in every if one.id in left)
    return newest_of((original_of(store, issued), issued), sent)


def _left(store: Store) -> frozenset[str]:
    """Return the reports that are noted as handed over."""
    return frozenset(
        one.report
        for one in records.find(store.reader, Delivery)
        if one.state is DeliveryState.DELIVERED
    )


def _sent(store: Store, issued: IssuedReport) -> ControlTotal:
    """Return what was sent, counted from the entries as they stood at its issue."""
    from desktop.files.wire.entries import control_total

    return control_total(frozen_entries(store, issued).rows)


def _about(blank: Arrival, found: "ReadReceipt") -> Arrival:
    told = found.told
    return replace(
        blank,
        sender=told.receiver_id,
        sender_name=told.receiver,
        period_code=told.period_code,
        first_day=told.first_day,
        last_day=told.last_day,
        source=told.report,
        version=told.version,
        slip=told.slip,
        package_id=told.package_id,
        control=ControlTotal(
            entries=told.entries, attendance=told.attendance, code=told.control
        ),
        signer="" if found.seal is None else found.seal.signer,
    )


def _receipt(
    change: Change,
    store: Store,
    arrival: Arrival,
    found: "ReadReceipt",
    outcome: ReceiptOutcome,
) -> Receipt:
    told = found.told
    return Receipt(
        id=str(change.new_id()),
        report=told.report,
        package_id=told.package_id,
        agency=told.receiver,
        version=told.version,
        slip=told.slip,
        entries=told.entries,
        attendance=told.attendance,
        control=told.control,
        received_at=told.received_at,
        file_name=Path(arrival.name).name,
        sha256=found.sha256,
        signer=arrival.signer,
        outcome=outcome,
        kept_at=store.now(),
    )


def _mark_received(
    change: Change, store: Store, issued: IssuedReport, name: str
) -> None:
    """Mark the period received, where it is signed and has come no further."""
    now = standing_of(store, read_report(store, issued).period)
    if not period_states.is_locked(now):
        return
    if now.state is PeriodState.RECEIVED or not period_states.may_follow(
        now.state, PeriodState.RECEIVED
    ):
        return
    reason = f"{Path(name).name}, {format_date(store.now().date())}"
    marked = replace(
        now, state=PeriodState.RECEIVED, changed_at=store.now(), reason=reason
    )
    records.put(change, marked)
