"""What the page of reports does off the main thread: preview, issue, read back."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.operations.outcome import Outcome
from desktop.operations.read_report import export_folder, newest_copy, read_report
from desktop.progress import Progress
from desktop.records.exchange import Delivery, DeliveryState
from desktop.records.issued import CopyFormat, IssuedCopy, IssuedReport
from desktop.store import records

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.operations.draft_report import Request
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

    @property
    def exported(self) -> bool:
        """Tell whether its files were written."""
        return self.pdf is not None

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
        """Tell whether it is signed."""
        return bool(self.signed_by)


def standings(store: "Store") -> tuple[Standing, ...]:
    """Return every issued report with how far it has come, newest first."""
    db = store.reader
    sent = [
        each
        for each in records.find(db, Delivery)
        if each.state is DeliveryState.DELIVERED
    ]
    return tuple(
        Standing(
            issued,
            newest_copy(store, issued.id, CopyFormat.PDF),
            newest_copy(store, issued.id, CopyFormat.SIGNED),
            next((each for each in sent if each.report == issued.id), None),
        )
        for issued in records.find(db, IssuedReport)
    )


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn report: the id of the issued one, blank for the draft, and its PDF."""

    report: str
    pdf: bytes


PreviewWork = Callable[[Progress], Outcome[object]]


def preview(store: "Store", request: "Request", progress: Progress) -> Outcome[object]:
    """Return the PDF of a report as it would be issued now."""
    from desktop.operations.export_report import draw_preview
    from desktop.operations.ready_report import ready_report
    from desktop.operations.uncollected import uncollected

    with uncollected():  # collecting would hold up the screen, again and again
        report = ready_report(store, request, progress)
        return Outcome(Drawn("", draw_preview(report, progress)))


def issue(store: "Store", request: "Request", progress: Progress) -> Outcome[object]:
    """Compute a report once more, and freeze it, unless it contradicts itself."""
    from desktop.operations.issue_report import issue_report
    from desktop.operations.ready_report import ready_report

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
    copy = newest_copy(store, issued.id, CopyFormat.PDF)
    if copy is not None and folder is not None:
        try:
            data = (folder / copy.file_name).read_bytes()
        except OSError:
            data = b""
        if hashlib.sha256(data).hexdigest() == copy.sha256:
            return Outcome(Drawn(issued.id, data))
    from desktop.operations.export_report import draw_preview

    drawn = draw_preview(read_report(store, issued), progress)
    return Outcome(Drawn(issued.id, drawn))


def _attached(store: "Store", issued: IssuedReport) -> bytes:
    """Return the copy that came back signed; blank where it is not there, or whole."""
    copy = newest_copy(store, issued.id, CopyFormat.SIGNED)
    if copy is None:
        return b""
    from desktop.operations.signed_folder import signed_path

    try:
        data = signed_path(store, copy).read_bytes()
    except OSError:
        return b""
    return data if hashlib.sha256(data).hexdigest() == copy.sha256 else b""


def folder_of(session: "Session", report_id: str) -> Path | None:
    """Return the folder that holds the files of an issued report, if any does."""
    copy = newest_copy(session.store, report_id, CopyFormat.PDF)
    if copy is None:
        return None
    places = (
        session.settings.folder(purpose_of(report_id)),
        export_folder(session.store),
    )
    return next((each for each in places if (each / copy.file_name).is_file()), None)


def purpose_of(report_id: str) -> str:
    """Return the name under which the folder of a report's files is remembered."""
    return f"report-{report_id}"
