"""A report signed as it once was: once, and the workbook by a file beside it."""

import hashlib
from dataclasses import replace

from desktop.files.signatures.detached import sign_detached
from desktop.operations.issuing.export_report import export_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.reports.draft_report import draft_report
from desktop.operations.signing.sign_report import ReportFiles
from desktop.records.issued import CopyFormat, IssuedCopy
from desktop.records.signing import SignerRole
from desktop.rules.calendar import parse_period
from desktop.store import records
from tests.operations.desk import REQUEST, Desk
from tests.operations.signed_elsewhere import signed


def signed_as_it_once_was(desk: Desk) -> ReportFiles:
    """Issue a report that says nothing of signers, and sign it; no signing is noted."""
    request = replace(REQUEST, period=parse_period("2025"))
    report = replace(draft_report(desk.store, request), signers=())
    issued = issue_report(desk.store, report).value
    made = export_report(desk.store, issued.id, desk.files.folder).value
    beside = sign_detached(made.workbook.read_bytes(), desk.key, desk.store.now())
    made.workbook.with_name(f"{made.workbook.name}.p7s").write_bytes(beside)
    data = signed(made.pdf.read_bytes(), desk.key, SignerRole.PERSON)
    made.pdf.write_bytes(data)
    copy = IssuedCopy(
        id="signed-once",
        report=issued.id,
        format=CopyFormat.PDF,
        file_name=made.pdf.name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        made_at=desk.store.now(),
        signed_by=desk.key.name,
        test_key=True,
    )
    with desk.store.change("sign_report") as change:
        records.put(change, copy)
    return ReportFiles(report=issued.id, folder=desk.files.folder)
