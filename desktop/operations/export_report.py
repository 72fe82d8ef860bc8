"""Write an issued report as a workbook and as a PDF that is ready to be signed."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from desktop.operations.outcome import Outcome
from desktop.operations.read_report import make_folder, read_issued, read_report
from desktop.progress import Progress, Step, silent
from desktop.records.change import ChangeKind
from desktop.records.issued import CopyFormat, IssuedCopy, IssuedReport
from desktop.records.report import Report
from desktop.store import records
from desktop.store.store import Change, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The files made of one issued report."""

    report: IssuedReport
    pdf: Path
    workbook: Path


def export_report(
    store: Store, report_id: str, folder: Path, progress: Progress = silent
) -> Outcome[Exported]:
    """Write both files into a folder, the workbook first: the PDF prints its hash.

    Raises:
        FileError: A file cannot be written; neither is left half written.
        Cancelled: The user asked to stop.
    """
    issued = read_issued(store, report_id)
    report = read_report(store, issued)
    make_folder(folder)
    stem = f"{report.code}-v{issued.version}"
    workbook, pdf = folder / f"{stem}.xlsx", folder / f"{stem}.pdf"
    _write_workbook(report, workbook, progress)
    _write_pdf(report, pdf, workbook, progress)
    progress(Step("recording", 0, 1))
    with store.change("export_report", report.code, kind=ChangeKind.FIXED) as change:
        _note(store, change, issued, CopyFormat.WORKBOOK, workbook)
        _note(store, change, issued, CopyFormat.PDF, pdf)
    exported = Exported(report=issued, pdf=pdf, workbook=workbook)
    return Outcome(exported, change.touched)


def draw_preview(report: Report, progress: Progress = silent) -> bytes:
    """Return the PDF of a report as it will be, before anything is issued."""
    from desktop.files.pdf import document

    return document.draw(report, progress=progress).pdf


def _write_workbook(report: Report, path: Path, progress: Progress) -> None:
    from desktop.files.workbook import workbook

    progress(Step("writing_workbook", 0, 1))
    workbook.write(report, path, progress=progress)


def _write_pdf(report: Report, path: Path, workbook: Path, progress: Progress) -> None:
    from desktop.files import whole_file
    from desktop.files.pdf import document
    from desktop.files.pdf.drawn import Companion
    from desktop.files.signatures import pdf as signatures

    progress(Step("drawing_pdf", 0, 1))
    companion = Companion(
        file_name=workbook.name,
        sha256=hashlib.sha256(workbook.read_bytes()).hexdigest(),
    )
    drawn = document.draw(report, companion=companion, progress=progress)
    prepared = signatures.prepare_fields(drawn.pdf, drawn.person_box, drawn.agency_box)
    whole_file.write(path, prepared)


def _note(
    store: Store,
    change: Change,
    issued: IssuedReport,
    copy_format: CopyFormat,
    path: Path,
) -> None:
    data = path.read_bytes()
    copy = IssuedCopy(
        id=change.new_id(),
        report=issued.id,
        format=copy_format,
        file_name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        made_at=store.now(),
    )
    records.put(change, copy)
