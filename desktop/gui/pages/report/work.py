"""What the page of reports does off the main thread: preview, issue, read back."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.operations.outcome import Outcome
from desktop.operations.reports.read_report import (
    export_folder,
    newest_copy,
    read_report,
)
from desktop.operations.signing.signings import next_role
from desktop.progress import Progress
from desktop.records.exchange import Delivery, DeliveryState, Receipt, ReceiptOutcome
from desktop.records.issued import CopyFormat, IssuedCopy, IssuedReport
from desktop.records.signing import SignerRole
from desktop.store import records

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.operations.reports.draft_report import Request
    from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one issued report has come."""

    issued: IssuedReport
    pdf: IssuedCopy | None
    """The newest PDF made of it."""
    attached: IssuedCopy | None
    """The copy that came back signed, if one was attached."""
    delivered: Delivery | None
    """The newest delivery that was read back."""
    paper: IssuedCopy | None = None
    """The newest PDF made to be printed and signed by hand."""
    waiting: SignerRole | None = None
    """Who is still to sign it, once somebody has."""
    receipt: Receipt | None = None
    """The newest receipt brought back for it, or for another version of its days."""

    @property
    def exported(self) -> bool:
        """Tell whether its files were written."""
        return self.pdf is not None or self.paper is not None

    @property
    def signed_by(self) -> str:
        """Return who signed it, here or elsewhere, or blank."""
        for copy in (self.attached, self.pdf):
            if copy is not None and copy.signed_by:
                return copy.signed_by
        return ""

    @property
    def test_key(self) -> bool:
        """Tell whether it was signed with a key that is only a test key."""
        signed = (one for one in (self.attached, self.pdf) if one is not None)
        return next((one.test_key for one in signed if one.signed_by), False)

    @property
    def signed(self) -> bool:
        """Tell whether it is signed by a key."""
        return bool(self.signed_by)

    @property
    def by_hand(self) -> bool:
        """Tell whether it was printed to be signed by hand, and no key signed it."""
        return self.paper is not None and not self.signed

    @property
    def scanned(self) -> bool:
        """Tell whether the paper came back signed by hand, and its scan is here."""
        return self.by_hand and self.attached is not None

    @property
    def complete(self) -> bool:
        """Tell whether everybody who is to sign it has."""
        return self.scanned or (self.signed and self.waiting is None)

    @property
    def travels(self) -> bool:
        """Tell whether it can be handed over: signed by all, or to be compared."""
        return self.complete or self.by_hand


def standings(store: "Store") -> tuple[Standing, ...]:
    """Return every issued report with how far it has come, newest first."""
    db = store.reader
    sent = [
        each
        for each in records.find(db, Delivery)
        if each.state is DeliveryState.DELIVERED
    ]
    every = records.find(db, IssuedReport)
    back = [
        each
        for each in records.find(db, Receipt)
        if each.outcome is not ReceiptOutcome.GIVEN
    ]
    return tuple(
        _standing(store, issued, sent, _receipt(issued, every, back))
        for issued in every
    )


def _receipt(
    issued: IssuedReport, every: Sequence[IssuedReport], back: Sequence[Receipt]
) -> Receipt | None:
    """Return the newest receipt of a report, else an old one of another version."""
    own = next((one for one in back if one.report == issued.id), None)
    if own is not None:
        return own
    days = (issued.kind, issued.first_day, issued.last_day)
    same = {o.id for o in every if (o.kind, o.first_day, o.last_day) == days}
    old = ReceiptOutcome.OTHER_VERSION
    return next((o for o in back if o.report in same and o.outcome is old), None)


def _standing(
    store: "Store",
    issued: IssuedReport,
    sent: list[Delivery],
    receipt: Receipt | None,
) -> Standing:
    pdf = newest_copy(store, issued.id, CopyFormat.PDF)
    # Only of what somebody signed: who is expected is read from the frozen report.
    begun = pdf is not None and bool(pdf.signed_by)
    return Standing(
        issued,
        pdf,
        newest_copy(store, issued.id, CopyFormat.SIGNED),
        next((each for each in sent if each.report == issued.id), None),
        newest_copy(store, issued.id, CopyFormat.PAPER),
        next_role(store, issued.id) if begun else None,
        receipt,
    )


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn report: the id of the issued one, blank for the draft, and its PDF."""

    report: str
    pdf: bytes


PreviewWork = Callable[[Progress], Outcome[object]]


def preview(store: "Store", request: "Request", progress: Progress) -> Outcome[object]:
    """Return the PDF of a report as it would be issued now."""
    from desktop.operations.issuing.export_report import draw_preview
    from desktop.operations.issuing.ready_report import ready_report
    from desktop.operations.uncollected import uncollected

    with uncollected():  # collecting would hold up the screen, again and again
        report = ready_report(store, request, progress)
        return Outcome(Drawn("", draw_preview(report, progress)))


def issue(store: "Store", request: "Request", progress: Progress) -> Outcome[object]:
    """Compute a report once more, and freeze it, unless it contradicts itself."""
    from desktop.operations.issuing.issue_report import issue_report
    from desktop.operations.issuing.ready_report import ready_report

    done = issue_report(store, ready_report(store, request, progress), progress)
    return Outcome(done.value, done.touched)


def pdf_of(
    store: "Store", issued: IssuedReport, folder: Path | None, progress: Progress
) -> Outcome[object]:
    """Return the very file that was made of an issued report, else its drawing.

    The copy that came back signed comes first. A file that somebody changed since is
    not what was issued, and is not shown.
    """
    attached = _attached(store, issued)
    if attached:
        return Outcome(Drawn(issued.id, attached))
    copy = _own_pdf(store, issued.id)
    if copy is not None and folder is not None:
        try:
            data = (folder / copy.file_name).read_bytes()
        except OSError:
            data = b""
        if hashlib.sha256(data).hexdigest() == copy.sha256:
            return Outcome(Drawn(issued.id, data))
    from desktop.operations.issuing.export_report import draw_preview

    drawn = draw_preview(read_report(store, issued), progress)
    return Outcome(Drawn(issued.id, drawn))


def _attached(store: "Store", issued: IssuedReport) -> bytes:
    """Return the copy that came back signed; blank where it is not there, or whole."""
    copy = newest_copy(store, issued.id, CopyFormat.SIGNED)
    if copy is None:
        return b""
    from desktop.operations.signing.signed_folder import signed_path

    try:
        data = signed_path(store, copy).read_bytes()
    except OSError:
        return b""
    return data if hashlib.sha256(data).hexdigest() == copy.sha256 else b""


def folder_of(session: "Session", report_id: str) -> Path | None:
    """Return the folder that holds the files of an issued report, if any does."""
    copy = _own_pdf(session.store, report_id)
    if copy is None:
        return None
    places = (
        session.settings.folder(purpose_of(report_id)),
        export_folder(session.store),
    )
    return next((each for each in places if (each / copy.file_name).is_file()), None)


def _own_pdf(store: "Store", report_id: str) -> IssuedCopy | None:
    """Return the newest PDF made of a report, to be signed by a key or by hand."""
    made = [
        newest_copy(store, report_id, each)
        for each in (CopyFormat.PDF, CopyFormat.PAPER)
    ]
    found = [one for one in made if one is not None]
    signed = next((one for one in found if one.signed_by), None)
    return signed or max(found, key=lambda one: one.made_at, default=None)


def purpose_of(report_id: str) -> str:
    """Return the name under which the folder of a report's files is remembered."""
    return f"report-{report_id}"
