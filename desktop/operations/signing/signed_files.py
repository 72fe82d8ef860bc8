"""Know the files of a report that travel: what came back signed, else what we signed.

Where no key signed it, they are the one for paper and the workbook.
"""

import hashlib
from pathlib import Path

from desktop.errors import FileError, SignatureError
from desktop.files.signed_file import ENDING
from desktop.operations.reports.read_report import newest_copy
from desktop.operations.signing.finish_signing import finish_signing
from desktop.operations.signing.sign_report import ReportFiles
from desktop.operations.signing.signed_folder import signed_path
from desktop.operations.signing.signings import next_role
from desktop.records.issued import CopyFormat, IssuedCopy
from desktop.records.signing import SignerRole
from desktop.store.store import Store

_SCAN = "-quet"
_MISSING = {
    SignerRole.PERSON: "person_missing",
    SignerRole.AGENCY: "agency_missing",
}


def signed_copy(store: Store, report_id: str) -> IssuedCopy | None:
    """Return the PDF of a report that counts: the copy attached, else our own.

    The copy that came back has number, date and seal; None where no key signed one,
    as none signed the scan of a paper.
    """
    attached = newest_copy(store, report_id, CopyFormat.SIGNED)
    if attached is not None and attached.signed_by:
        return attached
    own = newest_copy(store, report_id, CopyFormat.PDF)
    return own if own is not None and own.signed_by else None


def name_of(store: Store, report_id: str) -> str:
    """Return the name under which a report's PDF travels, whoever signed it."""
    own = newest_copy(store, report_id, CopyFormat.PDF)
    return f"{report_id}.pdf" if own is None else own.file_name


def signed_files(store: Store, files: ReportFiles) -> dict[str, Path]:
    """Return the signed PDF and the signed workbook, by their names.

    Where the PDF was signed elsewhere, the workbook may bear no signature; one that was
    signed before workbooks bore their own has it in a file beside.

    Raises:
        SignatureError: The report is not signed yet; `person_missing`,
            `agency_missing`: somebody is still to sign; a file is not the one that
            was signed or made.
        FileError: A file is missing; `signed_waits`: another program holds it.
    """
    finish_signing(store, files.report, files.folder)
    book = newest_copy(store, files.report, CopyFormat.WORKBOOK)
    if book is None:
        raise FileError(files.folder, "missing")
    signed = signed_copy(store, files.report)
    name = name_of(store, files.report)
    if signed is None:
        raise SignatureError("not_signed", name)
    waiting = next_role(store, files.report)
    if waiting is not None:
        raise SignatureError(_MISSING[waiting], name)
    found = {
        name: _place(store, files, signed),
        book.file_name: files.folder / book.file_name,
    }
    for copy, (called, path) in zip((signed, book), found.items(), strict=True):
        _refuse_changed(path, copy, called)
    beside = files.folder / f"{book.file_name}{ENDING}"
    apart = signed.format is CopyFormat.PDF and not book.signed_by
    if apart or beside.is_file():
        found[beside.name] = beside
    return found


def scan_of(store: Store, report_id: str) -> IssuedCopy | None:
    """Return the scan of the paper that was signed by hand, where one is attached."""
    attached = newest_copy(store, report_id, CopyFormat.SIGNED)
    return attached if attached is not None and not attached.signed_by else None


def paper_copies(store: Store, report_id: str) -> dict[str, IssuedCopy]:
    """Return the PDF that is signed on paper and its scan, by the names they travel by.

    The scan is named after the paper, whatever the scanner called it; empty where the
    report was not exported to be signed by hand.
    """
    paper = newest_copy(store, report_id, CopyFormat.PAPER)
    if paper is None:
        return {}
    scan = scan_of(store, report_id)
    found = {paper.file_name: paper}
    if scan is not None:
        found[f"{Path(paper.file_name).stem}{_SCAN}.pdf"] = scan
    return found


def files_by_hand(store: Store, files: ReportFiles) -> dict[str, Path]:
    """Return the PDF signed on paper, its scan and the workbook, by their names.

    Raises:
        SignatureError: `no_paper_copy`; a file is not the one that was made.
        FileError: A file is missing.
    """
    copies = paper_copies(store, files.report)
    book = newest_copy(store, files.report, CopyFormat.WORKBOOK)
    if not copies or book is None:
        raise SignatureError("no_paper_copy")
    copies[book.file_name] = book
    found = {name: _place(store, files, copy) for name, copy in copies.items()}
    for name, copy in copies.items():
        _refuse_changed(found[name], copy, name)
    return found


def _place(store: Store, files: ReportFiles, copy: IssuedCopy) -> Path:
    if copy.format is CopyFormat.SIGNED:
        return signed_path(store, copy)
    return files.folder / copy.file_name


def _refuse_changed(path: Path, copy: IssuedCopy, name: str) -> None:
    """Check that a file is the one that was signed: another would be refused above."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileError(path, "missing") from error
    if hashlib.sha256(data).hexdigest() != copy.sha256:
        raise SignatureError("document_changed", name)
