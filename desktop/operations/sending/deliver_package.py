"""Deliver a package to a stick or a folder, with a history that stays true."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import Cancelled, DeliveryError, DesktopError, FileError
from desktop.operations.outcome import Outcome
from desktop.operations.sending.package_parts import leaving_files
from desktop.progress import Progress, silent
from desktop.records.change import ChangeKind
from desktop.records.exchange import Delivery, DeliveryState
from desktop.store import records
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.delivery import Delivered


def deliver_package(
    store: Store,
    report_id: str,
    package: Path,
    folder: Path,
    progress: Progress = silent,
) -> "Outcome[Delivered]":
    """Copy a package, read the copy back, and note how it went.

    The intention is noted before anything is written and the outcome after, so
    that a stick pulled out half way leaves neither a lie nor a gap.

    Raises:
        DeliveryError: The copy failed; nothing is left at the destination.
        FileError: The package itself cannot be read.
        Cancelled: The user asked to stop.
    """
    from desktop.files import delivery

    prepared = _prepared(store, report_id, package, folder)
    touched = _note(store, prepared)
    try:
        delivered = delivery.deliver(package, folder, progress=progress)
    except DesktopError as error:
        _note(store, _ended(store, prepared, DeliveryState.FAILED, _reason(error)))
        raise
    touched |= _note(store, _ended(store, prepared, DeliveryState.DELIVERED))
    return Outcome(delivered, touched)


def deliver_parts(
    store: Store,
    report_id: str,
    package: Path,
    folder: Path,
    progress: Progress = silent,
) -> "Outcome[tuple[Delivered, ...]]":
    """Copy a package, locked or not, with every other part of its report.

    Each is read back and noted by itself: what arrived before a stick is pulled out is
    there, and the history says so.

    Raises:
        FileError: `part_missing`: one of them is not there; nothing is copied.
        DeliveryError, Cancelled: As `deliver_package`.
    """
    arrived: list[Delivered] = []
    touched = frozenset[str]()
    for one in leaving_files(package):
        done = deliver_package(store, report_id, one, folder, progress)
        arrived.append(done.value)
        touched |= done.touched
    return Outcome(tuple(arrived), touched)


def _prepared(store: Store, report_id: str, package: Path, folder: Path) -> Delivery:
    try:
        data = package.read_bytes()
    except OSError as error:
        raise FileError(package, "missing") from error
    return Delivery(
        id=store.new_id(),
        report=report_id,
        package_id=package.stem,
        file_name=package.name,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        target=str(folder),
        state=DeliveryState.PREPARED,
        prepared_at=store.now(),
    )


def _ended(
    store: Store, delivery: Delivery, state: DeliveryState, reason: str = ""
) -> Delivery:
    return replace(delivery, state=state, finished_at=store.now(), reason=reason)


def _note(store: Store, delivery: Delivery) -> frozenset[str]:
    with store.change("deliver", delivery.file_name, kind=ChangeKind.FIXED) as change:
        records.put(change, delivery)
    return change.touched


def _reason(error: DesktopError) -> str:
    if isinstance(error, Cancelled):
        return "cancelled"
    return error.reason if isinstance(error, DeliveryError) else "unreadable"
