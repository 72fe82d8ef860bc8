"""Give a sender a receipt for what was taken in: version and control total."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import ConflictError, FileError, UnknownNameError
from desktop.operations.figures.compute_results import read_office
from desktop.operations.intake.counting_received import count_received
from desktop.operations.intake.kept_files import kept_path
from desktop.operations.intake.parts_held import parts_held
from desktop.operations.office_time import at_office, office_time
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step, silent
from desktop.records.agency import Agency
from desktop.records.change import ChangeKind
from desktop.records.exchange import ControlTotal, Receipt, ReceiptOutcome
from desktop.records.returns import Return, ReturnKind, ReturnState
from desktop.store import records
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.delivery import Delivered
    from desktop.files.signatures.keys import Key, Scheme
    from desktop.files.wire.receipt import ToldReceipt

STAGE = "giving_receipt"
FOLDER = "bien-nhan"
"""End of the name of the folder beside the office in which receipts lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenReceipt:
    """A receipt that was written, and the file to hand back."""

    path: Path
    receipt: Receipt


def give_receipt(
    store: Store,
    return_id: str,
    folder: Path,
    key: "Key | None",
    progress: Progress = silent,
    *,
    scheme: "Scheme" = "plain",
) -> Outcome[GivenReceipt]:
    """Write the receipt of an accepted package into a folder; without a key unsigned.

    What it tells is counted anew in the office, not copied from the package.

    Raises:
        UnknownNameError: There is no such return.
        ConflictError: `not_accepted`: it is no package, or stands no longer.
        FileError: The folder cannot be written to.
        SignatureError: The key cannot sign.
        Cancelled: The user asked to stop.
    """
    from desktop.files import receipt_file

    ret = records.get(store.reader, Return, return_id)
    if ret is None:
        raise UnknownNameError("return", return_id, ())
    if ret.kind is not ReturnKind.PACKAGE or ret.state is not ReturnState.ACCEPTED:
        raise ConflictError("not_accepted", ret.file_name)
    progress(Step(STAGE, 0, 2))
    told = _told(store, ret, count_received(store, ret))
    progress(Step(STAGE, 1, 2))
    at = office_time(store)
    path = receipt_file.write_receipt(folder, told, key, at, scheme=scheme)
    receipt = _receipt(store, ret, told, path, "" if key is None else key.name)
    with store.change("give_receipt", ret.sender_name, kind=ChangeKind.FIXED) as change:
        records.put(change, receipt)
    progress(Step(STAGE, 2, 2))
    return Outcome(GivenReceipt(path=path, receipt=receipt), change.touched)


def give_and_deliver(
    store: Store,
    return_id: str,
    stick: Path,
    key: "Key | None",
    progress: Progress = silent,
) -> "Outcome[Delivered]":
    """Write a receipt beside the office, then copy it to a stick and read it back.

    Raises:
        DeliveryError: The copy failed; the receipt lies beside the office.
        UnknownNameError, ConflictError, FileError, SignatureError, Cancelled: As
            `give_receipt`.
    """
    from desktop.files import delivery

    own = store.path.with_name(f"{store.path.stem}-{FOLDER}")
    given = give_receipt(store, return_id, own, key, progress)
    delivered = delivery.deliver(given.value.path, stick, progress=progress)
    return Outcome(delivered, given.touched)


def _told(store: Store, ret: Return, counted: ControlTotal) -> "ToldReceipt":
    from desktop.files.receipt_file import blank_hash
    from desktop.files.wire.receipt import ToldReceipt

    own = read_office(store).preferences
    parts, held = _parts(store, ret)
    here = records.get(store.reader, Agency, own.agency)
    return ToldReceipt(
        receiver_id=str(own.agency),
        receiver="" if here is None else here.name,
        sender_id=ret.sender,
        sender=ret.sender_name,
        report=ret.source,
        package_id=ret.package_id,
        period_code=ret.period_code,
        first_day=ret.first_day,
        last_day=ret.last_day,
        version=ret.version,
        slip=ret.slip,
        entries=counted.entries,
        attendance=counted.attendance,
        control=counted.code,
        received_at=at_office(ret.received_at, own),
        practice=own.practice,
        parts=parts,
        parts_held=held,
        page_sha256=blank_hash(),
        paper_sha256=blank_hash(),
    )


def _parts(store: Store, ret: Return) -> tuple[int, int]:
    """Return in how many packages the report goes, and how many of them are here."""
    from desktop.files.package_header import read_header

    place = kept_path(store, ret.file_sha256)
    if place is None:
        return 1, 1
    header = read_header(place)
    if header.parts == 1:
        return 1, 1
    return header.parts, len(parts_held(store, ret.sender, ret.package_id))


def _receipt(
    store: Store, ret: Return, told: "ToldReceipt", path: Path, signer: str
) -> Receipt:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileError(path, "missing") from error
    return Receipt(
        id=store.new_id(),
        report=ret.id,
        package_id=ret.package_id,
        agency=ret.sender_name,
        version=ret.version,
        slip=ret.slip,
        entries=told.entries,
        attendance=told.attendance,
        control=told.control,
        received_at=ret.received_at,
        file_name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        signer=signer,
        outcome=ReceiptOutcome.GIVEN,
        kept_at=store.now(),
    )
