"""Write the page that tells how to sign a report with another program."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.operations.outcome import Outcome
from desktop.operations.reports.read_report import newest_copy, read_issued, read_report
from desktop.progress import Progress, Step, silent
from desktop.records.issued import CopyFormat
from desktop.rules.short_code import short_code
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.pdf.signing_guide import ToSign


def guide_name() -> str:
    """Return the file name that is proposed for the page."""
    from desktop.files.pdf.signing_guide import guide_words

    return str(guide_words()["file_name"])


def write_signing_guide(
    path: Path,
    *,
    store: Store | None = None,
    report_id: str = "",
    progress: Progress = silent,
) -> Outcome[Path]:
    """Write one printed page; a report of an office fills in what is to be signed.

    Without an office it has room to write that down by hand.

    Raises:
        FileError: It cannot be written there.
        ConflictError: `nothing_issued`; `issued_changed`.
        UnknownNameError: No report of that id was issued.
        Cancelled: The user asked to stop; nothing was written.
    """
    from desktop.files import whole_file
    from desktop.files.pdf.signing_guide import draw_guide

    progress(Step("drawing_pdf", 0, 1))
    report = None if store is None else _to_sign(store, report_id)
    at = dt.datetime.now().astimezone() if store is None else store.now()
    page = draw_guide(report, at)
    progress(Step("drawing_pdf", 1, 1))
    whole_file.write(path, page)
    return Outcome(path)


def _to_sign(store: Store, report_id: str) -> "ToSign":
    from desktop.files.pdf.signing_guide import ToSign

    issued = read_issued(store, report_id)
    report = read_report(store, issued)
    copy = newest_copy(store, issued.id, CopyFormat.PDF)
    head, signer = report.letterhead, report.signer
    authority = ", ".join(signer.authority)
    return ToSign(
        title=f"{head.document_type.capitalize()} {head.subject}",
        file_name=f"{report.code}-v{issued.version}.pdf"
        if copy is None
        else copy.file_name,
        signer=" – ".join(part for part in (authority, signer.name) if part),
        code=short_code(issued.content_sha256),
    )
