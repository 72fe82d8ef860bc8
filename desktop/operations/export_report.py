"""Write an issued report as a PDF ready to be signed, a workbook, and Word if asked."""

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
    word: Path | None = None
    """None where nobody asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """The same files before they are written: drawn of what was frozen alone."""

    stem: str
    """What their names begin with."""
    pdf: bytes
    workbook: bytes
    word: bytes | None = None

    def named(self) -> tuple[tuple[CopyFormat, str, bytes], ...]:
        """Return format, name and content of each file."""
        files = (
            (CopyFormat.WORKBOOK, f"{self.stem}.xlsx", self.workbook),
            (CopyFormat.PDF, f"{self.stem}.pdf", self.pdf),
        )
        if self.word is None:
            return files
        return (*files, (CopyFormat.WORD, f"{self.stem}.docx", self.word))


def export_report(
    store: Store,
    report_id: str,
    folder: Path,
    progress: Progress = silent,
    *,
    word: bool = False,
) -> Outcome[Exported]:
    """Write the files into a folder; all are drawn before the first is written.

    Raises:
        FileError: A file cannot be written; none is left half written.
        Cancelled: The user asked to stop.
    """
    from desktop.files import whole_file

    issued = read_issued(store, report_id)
    report = read_report(store, issued)
    make_folder(folder)
    copies = draw_copies(issued, report, progress, word=word)
    progress(Step("recording", 0, 1))
    written = {kind: folder / name for kind, name, _data in copies.named()}
    for kind, _name, data in copies.named():
        whole_file.write(written[kind], data)
    with store.change("export_report", report.code, kind=ChangeKind.FIXED) as change:
        for kind, name, data in copies.named():
            records.put(change, _copy(store, change, issued, kind, (name, data)))
    exported = Exported(
        report=issued,
        pdf=written[CopyFormat.PDF],
        workbook=written[CopyFormat.WORKBOOK],
        word=written.get(CopyFormat.WORD),
    )
    return Outcome(exported, change.touched)


def draw_copies(
    issued: IssuedReport,
    report: Report,
    progress: Progress = silent,
    *,
    word: bool = False,
) -> Copies:
    """Draw every file of an issued report; the same report gives the same bytes.

    The workbook first: the PDF prints its hash, and carries it and the frozen data.

    Raises:
        FileError: There is no room to work in.
        Cancelled: The user asked to stop.
    """
    stem = f"{report.code}-v{issued.version}"
    workbook = _draw_workbook(issued, report, f"{stem}.xlsx", progress)
    return Copies(
        stem=stem,
        workbook=workbook,
        pdf=_draw_pdf(issued, report, (stem, workbook), progress),
        word=_draw_word(report, progress) if word else None,
    )


def draw_preview(report: Report, progress: Progress = silent) -> bytes:
    """Return the PDF of a report as it will be, before anything is issued."""
    from desktop.files.pdf import document

    return document.draw(report, progress=progress).pdf


def _draw_workbook(
    issued: IssuedReport, report: Report, name: str, progress: Progress
) -> bytes:
    from desktop.files.workbook import workbook

    progress(Step("writing_workbook", 0, 1))
    return workbook.draw(
        report, name, content_sha256=issued.content_sha256, progress=progress
    )


def _draw_pdf(
    issued: IssuedReport,
    report: Report,
    workbook: tuple[str, bytes],
    progress: Progress,
) -> bytes:
    from desktop.files.attachments import attachments
    from desktop.files.pdf import document
    from desktop.files.pdf.drawn import Companion
    from desktop.files.signatures import pdf as signatures

    progress(Step("drawing_pdf", 0, 1))
    stem, data = workbook
    name = f"{stem}.xlsx"
    companion = Companion(file_name=name, sha256=hashlib.sha256(data).hexdigest())
    carried = attachments(f"{stem}.json", issued.content.encode(), name, data)
    drawn = document.draw(
        report, companion=companion, attachments=carried, progress=progress
    )
    return signatures.prepare_fields(drawn.pdf, drawn.person_box, drawn.agency_box)


def _draw_word(report: Report, progress: Progress) -> bytes:
    from desktop.files.word import document

    progress(Step("writing_word", 0, 1))
    return document.draw(report, progress=progress)


def _copy(
    store: Store,
    change: Change,
    issued: IssuedReport,
    copy_format: CopyFormat,
    file: tuple[str, bytes],
) -> IssuedCopy:
    name, data = file
    return IssuedCopy(
        id=change.new_id(),
        report=issued.id,
        format=copy_format,
        file_name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        made_at=store.now(),
    )
