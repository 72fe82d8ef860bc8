"""Read an issued report back exactly as it was issued."""

import hashlib
from dataclasses import replace
from pathlib import Path

from desktop.errors import ConflictError, FileError, UnknownNameError
from desktop.files.wire import report as wire
from desktop.files.wire import report_head
from desktop.files.wire.report_head import ReportHead
from desktop.records.issued import CopyFormat, IssuedCopy, IssuedReport
from desktop.records.report import Report
from desktop.store import records
from desktop.store.store import Store


def read_issued(store: Store, report_id: str = "") -> IssuedReport:
    """Return one issued report, or the newest when no id is given.

    Raises:
        ConflictError: Nothing was issued yet.
        UnknownNameError: No report of that id was issued.
    """
    if not report_id:
        every = records.find(store.reader, IssuedReport)
        if not every:
            raise ConflictError("nothing_issued")
        return every[0]
    issued = records.get(store.reader, IssuedReport, report_id)
    if issued is None:
        raise UnknownNameError("report", report_id, ())
    return issued


def read_report(store: Store, issued: IssuedReport) -> Report:
    """Return the report an issued one holds, as every copy of it is drawn.

    A number and a date that were given later stand on its letterhead; what is frozen,
    and its hash, never change for it.

    Raises:
        ConflictError: The frozen content is not the one that was issued.
    """
    report = read_frozen(store, issued)
    head = report.letterhead
    number, date = head.number or issued.number, head.date or issued.dated
    if (number, date) == (head.number, head.date):
        return report
    return replace(report, letterhead=replace(head, number=number, date=date))


def read_frozen(store: Store, issued: IssuedReport) -> Report:
    """Return the report exactly as it was frozen, its number and date perhaps blank.

    Raises:
        ConflictError: The frozen content is not the one that was issued.
    """
    return wire.report_from_json(_frozen(issued), name=store.path)


def read_head(store: Store, issued: IssuedReport) -> ReportHead:
    """Return who signs a report, where and for which period, and read no more of it.

    Raises:
        ConflictError: The frozen content is not the one that was issued.
    """
    return report_head.read_head(_frozen(issued), name=store.path)


def _frozen(issued: IssuedReport) -> bytes:
    content = issued.content.encode()
    if hashlib.sha256(content).hexdigest() != issued.content_sha256:
        raise ConflictError("issued_changed", issued.id)
    return content


def newest_copy(
    store: Store, report_id: str, copy_format: CopyFormat
) -> IssuedCopy | None:
    """Return the newest file made of an issued report in one format."""
    where = {"report": report_id, "format": str(copy_format)}
    copies = records.find(store.reader, IssuedCopy, where=where)
    return copies[0] if copies else None


def export_folder(store: Store) -> Path:
    """Return the folder beside the office file that holds exported reports."""
    return store.path.parent / "bao-cao"


def make_folder(folder: Path) -> None:
    """Make a folder for files to come.

    Raises:
        FileError: It cannot be made there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(folder, "read_only") from error
