"""Write an issued report as a PDF to be signed, a workbook, and Word if asked.

An office that has no key signs on paper: its PDF has no fields to sign, says so, and
bears the code by which the paper is compared with the file.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.operations.outcome import Outcome
from desktop.operations.reports.read_report import make_folder, read_issued, read_report
from desktop.operations.signing import keep_signed
from desktop.operations.signing.finish_signing import finish_signing
from desktop.progress import Progress, Step, silent
from desktop.records.change import ChangeKind
from desktop.records.issued import CopyFormat, IssuedCopy, IssuedReport
from desktop.records.report import Report
from desktop.records.signing import SigningWay
from desktop.rules.calendar import CUSTOM
from desktop.rules.short_code import payload, short_code
from desktop.store import preferences, records
from desktop.store.store import Change, Store

if TYPE_CHECKING:
    from desktop.files.pdf.drawn import PrintedCode

_BY_HAND: Final = "-ban-giay"
"""What the name of the PDF that is signed by hand has behind its stem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The files made of one issued report."""

    report: IssuedReport
    pdf: Path
    """To be signed by a key, or to be printed and signed by hand."""
    workbook: Path
    word: Path | None = None
    """None where nobody asked for it."""
    way: SigningWay = SigningWay.DIGITAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """The same files before they are written: drawn of what was frozen alone."""

    stem: str
    """What their names begin with."""
    pdf: bytes
    workbook: bytes
    word: bytes | None = None
    way: SigningWay = SigningWay.DIGITAL

    def named(self) -> tuple[tuple[CopyFormat, str, bytes], ...]:
        """Return format, name and content of each file."""
        ending = f"{_BY_HAND}.pdf" if self.way is SigningWay.PAPER else ".pdf"
        files = (
            (CopyFormat.WORKBOOK, f"{self.stem}.xlsx", self.workbook),
            (pdf_format(self.way), f"{self.stem}{ending}", self.pdf),
        )
        if self.word is None:
            return files
        return (*files, (CopyFormat.WORD, f"{self.stem}.docx", self.word))


def pdf_format(way: SigningWay) -> CopyFormat:
    """Return which kind of copy the PDF is that an office signs in this way."""
    return CopyFormat.PAPER if way is SigningWay.PAPER else CopyFormat.PDF


def export_report(  # noqa: PLR0913  all but the first three are told by name
    store: Store,
    report_id: str,
    folder: Path,
    progress: Progress = silent,
    *,
    word: bool = False,
    way: SigningWay | None = None,
    anew: bool = False,
) -> Outcome[Exported]:
    """Write the files into a folder; all are drawn before the first is written.

    They are for the way in which the office signs, unless another is asked for. What
    is signed stays signed, unless it is asked to make it anew: `keep_signed`.

    Raises:
        FileError: `holds_signature`: a signed file stands there; a file cannot be
            written; none is left half written.
        Cancelled: The user asked to stop.
    """
    from desktop.files import whole_file

    issued = read_issued(store, report_id)
    report = read_report(store, issued)
    make_folder(folder)
    finish_signing(store, issued.id, folder)
    way = way or _own_way(store)
    copies = draw_copies(issued, report, progress, word=word, way=way)
    written = {kind: folder / name for kind, name, _data in copies.named()}
    progress(Step("recording", 0, 1))
    keep_signed.clear_places(written.values(), anew=anew)
    signed = frozenset() if anew else keep_signed.stays_signed(store, issued.id)
    for kind, _name, data in copies.named():
        whole_file.write(written[kind], data)
    with store.change("export_report", report.code, kind=ChangeKind.FIXED) as change:
        for kind, name, data in copies.named():
            if kind not in signed:
                records.put(change, _copy(store, change, issued, kind, (name, data)))
    exported = Exported(
        report=issued,
        pdf=written[pdf_format(way)],
        workbook=written[CopyFormat.WORKBOOK],
        word=written.get(CopyFormat.WORD),
        way=way,
    )
    return Outcome(exported, change.touched)


def _own_way(store: Store) -> SigningWay:
    kept = preferences.get(store.reader)
    return SigningWay.DIGITAL if kept is None else kept.signing


def draw_copies(
    issued: IssuedReport,
    report: Report,
    progress: Progress = silent,
    *,
    word: bool = False,
    way: SigningWay = SigningWay.DIGITAL,
    coded: bool = True,
) -> Copies:
    """Draw every file of an issued report; the same report gives the same bytes.

    The workbook first: the PDF prints its hash, and carries it and the frozen data.
    Without the code of the data the PDF is as it was drawn before it bore one.

    Raises:
        FileError: There is no room to work in.
        Cancelled: The user asked to stop.
    """
    stem = f"{report.code}-v{issued.version}"
    code = printed_code(issued, report) if coded else None
    workbook = _draw_workbook(issued, report, f"{stem}.xlsx", progress)
    return Copies(
        stem=stem,
        workbook=workbook,
        pdf=_draw_pdf(issued, report, (stem, workbook), (code, way), progress),
        word=_draw_word(report, progress) if word else None,
        way=way,
    )


def printed_code(issued: IssuedReport, report: Report) -> "PrintedCode":
    """Return what ties a paper to the frozen data, to be typed and to be scanned."""
    from desktop.files.pdf.drawn import PrintedCode

    digest = issued.content_sha256
    return PrintedCode(
        typed=short_code(digest),
        scanned=payload(report.agency, _period(issued), digest),
    )


def _period(issued: IssuedReport) -> str:
    if issued.period_code == CUSTOM:
        return f"{issued.first_day:%Y%m%d}{issued.last_day:%Y%m%d}"
    return issued.period_code


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
    signed: tuple["PrintedCode | None", SigningWay],
    progress: Progress,
) -> bytes:
    """Draw the PDF; `signed` is the code it bears, and the way it is signed in."""
    from desktop.files.attachments import attachments
    from desktop.files.pdf import document
    from desktop.files.pdf.drawn import Companion
    from desktop.files.signatures.pdf.fields import prepare_fields

    progress(Step("drawing_pdf", 0, 1))
    stem, data = workbook
    code, way = signed
    name = f"{stem}.xlsx"
    companion = Companion(file_name=name, sha256=hashlib.sha256(data).hexdigest())
    carried = attachments(f"{stem}.json", issued.content.encode(), name, data)
    by_hand = way is SigningWay.PAPER
    drawn = document.draw(
        report,
        companion=companion,
        attachments=carried,
        code=code,
        by_hand=by_hand,
        progress=progress,
    )
    if by_hand:
        return drawn.pdf
    return prepare_fields(drawn.pdf, drawn.person_box, drawn.agency_box)


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
