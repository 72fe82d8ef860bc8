"""Issue a report: its figures and words are frozen and never change again."""

import hashlib

from desktop.errors import ConflictError
from desktop.files.wire import report as wire
from desktop.operations.issuing.check_report import refuse_hard_errors
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.records.change import ChangeKind
from desktop.records.issued import IssuedReport
from desktop.records.report import Report
from desktop.store import journal, records
from desktop.store.store import Store


def issue_report(
    store: Store, report: Report, progress: Progress = silent
) -> Outcome[IssuedReport]:
    """Keep a report as issued, as the next version of its kind and period.

    Args:
        store: An open office.
        report: As `ready_report` or `draft_correction` made it.
        progress: Is told of each target that is looked at once more.

    Raises:
        ConflictError: `issued_already`: that very draft was issued before; it stays as
            it was. `report_contradicts`: something in it contradicts itself.
        Cancelled: The user asked to stop.
        StoreError: It cannot be kept; nothing is issued then.
    """
    if records.get(store.reader, IssuedReport, report.id) is not None:
        raise ConflictError("issued_already", report.code)
    refuse_hard_errors(store, report, progress)
    content = wire.report_to_json(report)
    verb = "correct_report" if report.slip else "issue_report"
    with store.change(verb, report.code, kind=ChangeKind.FIXED) as change:
        issued = IssuedReport(
            id=report.id,
            kind=report.kind,
            period_code=report.period.code,
            first_day=report.period.first_day,
            last_day=report.period.last_day,
            version=1 + _versions(store, report),
            issued_at=store.now(),
            number=report.letterhead.number,
            dated=report.letterhead.date,
            content=content.decode(),
            content_sha256=hashlib.sha256(content).hexdigest(),
            journal_head=journal.head(change.db),
            slip=report.slip,
            corrects=report.corrects or None,
        )
        records.put(change, issued)
    return Outcome(issued, change.touched)


def _versions(store: Store, report: Report) -> int:
    where = {"kind": report.kind, "period_code": report.period.code}
    return len(records.find(store.reader, IssuedReport, where=where))
