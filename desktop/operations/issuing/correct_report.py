"""Correct an issued report by a numbered slip; the report itself never changes."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.errors import ConflictError, InputError, Problem
from desktop.files.correction_words import load_words
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.outcome import Outcome
from desktop.operations.reports.compare_reports import figures_of, original_of, slips_of
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.reports.read_report import read_issued, read_report
from desktop.progress import Progress, silent
from desktop.records.issued import IssuedReport
from desktop.records.report import FigureChange, FigureKey, Report
from desktop.rules.reports import compare as report_compare
from desktop.rules.reports.correction import (
    Correction,
    lay_out_correction,
    with_reasons,
)
from desktop.rules.reports.kinds import kind_named
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRequest:
    """Which report is corrected, and why each figure changes."""

    report: str
    """Id of the issued report, or of one of its slips."""
    reason: str = ""
    """Why, for every figure that has no reason of its own."""
    reasons: Mapping[FigureKey, str] = field(default_factory=dict)
    number: str = ""
    dated: dt.date | None = None
    new_targets: bool = False
    """Whether targets that were set anew since change the report too."""


def correct_report(
    store: Store, request: CorrectionRequest, progress: Progress = silent
) -> Outcome[IssuedReport]:
    """Issue a slip with every figure that is another now, and why.

    Raises:
        InputError: A figure that was counted anew has no reason.
        ConflictError: As `draft_correction` and `issue_report`.
        UnknownNameError: No report of that id was issued.
        Cancelled: The user asked to stop.
    """
    slip = draft_correction(store, request, progress)
    lacking = [one for one in slip.changes if not one.total and not one.reason]
    only_following = all(one.total for one in slip.changes)
    if lacking or (only_following and not request.reason.strip()):
        labels = tuple(one.label for one in lacking)
        raise InputError((Problem("reason", "missing", labels),))
    return issue_report(store, slip, progress)


def draft_correction(
    store: Store, request: CorrectionRequest, progress: Progress = silent
) -> Report:
    """Return the next slip of a report as it would be issued; reasons may be blank.

    The report is counted anew over its own days, and held against what it and its
    slips said last. Tables and columns it did not have then are left out; so are
    targets whose version in force is another one since, unless they are asked for.

    Raises:
        ConflictError: `nothing_to_correct`; `other_plan`: the office works by another
            plan now; `letter_not_corrected`; `issued_changed`; `nothing_issued`.
        UnknownNameError: No report of that id was issued.
        Cancelled: The user asked to stop.
    """
    with store.reading():
        issued = original_of(store, read_issued(store, request.report))
        if kind_named(issued.kind).letter:
            raise ConflictError("letter_not_corrected")
        original = read_report(store, issued)
        slips = slips_of(store, issued)
        last = slips[-1] if slips else issued
        fresh = _fresh(store, original, progress)
        changes = _changes(store, last, original, fresh, request)
    if not changes:
        raise ConflictError("nothing_to_correct", issued.number)
    facts = Correction(
        issued=issued,
        original=original,
        fresh=fresh,
        slip=last.slip + 1,
        changes=with_reasons(changes, request.reasons, request.reason),
        number=request.number,
        dated=request.dated,
    )
    return lay_out_correction(facts, load_words())


def _fresh(store: Store, original: Report, progress: Progress) -> Report:
    # only figures, letterhead and signer are taken: its sentences name no period
    request = Request(period=original.period, period_words="", kind=original.kind)
    fresh = draft_report(store, request, progress)
    if fresh.plan_title != original.plan_title:
        raise ConflictError("other_plan", original.plan_title)
    return fresh


def _changes(
    store: Store,
    last: IssuedReport,
    original: Report,
    fresh: Report,
    request: CorrectionRequest,
) -> tuple[FigureChange, ...]:
    old, new = figures_of(store, last), report_compare.figures(fresh)
    columns = {(one.table, one.column) for one in report_compare.figures(original)}
    now = {(one.table, one.column) for one in new}
    moved = set() if request.new_targets else _goals_set_anew(original, fresh)
    return tuple(
        one
        for one in report_compare.difference(old, new)
        if (one.at.table, one.at.column) in columns & now and one.at.row not in moved
    )


def _goals_set_anew(original: Report, fresh: Report) -> set[str]:
    """Return the targets that another version counts for now than did then.

    What was issued before versions were kept tells none.
    """
    if not original.target_versions:
        return set()
    then, now = set(original.target_versions), set(fresh.target_versions)
    return {one.partition("@")[0] for one in then ^ now}
