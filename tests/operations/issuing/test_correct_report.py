"""A slip tells every figure that changed since, and leaves the report as it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import ConflictError, InputError
from desktop.operations.entries.record_entry import record
from desktop.operations.issuing.correct_report import (
    CorrectionRequest,
    correct_report,
    draft_correction,
)
from desktop.operations.issuing.export_report import export_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.issuing.ready_report import ready_report
from desktop.operations.periods.read_standings import standing_of
from desktop.operations.periods.reopen_period import reopen_period
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.reports.read_report import read_frozen, read_issued
from desktop.operations.signing.sign_report import ReportFiles, sign_report
from desktop.records.issued import IssuedReport
from desktop.records.period import PeriodState
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests.builders import an_activity, staff
from tests.operations.desk import REPORT, Desk
from tests.operations.sound_office import groups, make_sound

YEAR = parse_period("2024")


def issued(store: Store) -> IssuedReport:
    request = Request(period=YEAR, period_words="năm 2024", number="15")
    return issue_report(store, draft_report(store, request)).value


def a_request(
    report: IssuedReport | str, reason: str = "Xã gửi muộn"
) -> CorrectionRequest:
    return CorrectionRequest(
        report=report if isinstance(report, str) else report.id, reason=reason
    )


def test_two_changed_figures_give_a_slip_and_the_report_stays(store: Store) -> None:
    record(store, an_activity())
    record(store, an_activity(id="other", attendance=20))
    one = issued(store)
    record(store, an_activity(attendance=55))
    record(store, an_activity(id="other", attendance=25))
    outcome = correct_report(store, a_request(one))
    slip = outcome.value
    assert (slip.kind, slip.slip, slip.corrects) == ("correction", 1, one.id)
    assert read_issued(store, one.id) == one
    changes = read_frozen(store, slip).changes
    assert (changes[0].old, changes[0].new) == (60, 80)
    assert all(each.reason == "Xã gửi muộn" for each in changes if not each.total)
    assert all(not each.reason for each in changes if each.total)
    assert any(each.total for each in changes)


def test_the_next_slip_is_held_against_the_one_before(store: Store) -> None:
    record(store, an_activity())
    one = issued(store)
    record(store, an_activity(attendance=50))
    first = correct_report(store, a_request(one)).value
    record(store, an_activity(attendance=70))
    second = correct_report(store, a_request(first)).value
    assert (second.slip, second.corrects) == (2, one.id)
    change = read_frozen(store, second).changes[0]
    assert (change.old, change.new) == (50, 70)


def test_nothing_changed_is_nothing_to_correct(store: Store) -> None:
    record(store, an_activity())
    one = issued(store)
    with pytest.raises(ConflictError, match="nothing_to_correct"):
        correct_report(store, a_request(one))
    record(store, an_activity(attendance=50))
    correct_report(store, a_request(one))
    with pytest.raises(ConflictError, match="nothing_to_correct"):
        correct_report(store, a_request(one))
    record(store, an_activity())
    back = correct_report(store, a_request(one)).value
    assert read_frozen(store, back).changes[0].new == 40


def test_a_figure_counted_anew_needs_a_reason(store: Store) -> None:
    record(store, an_activity())
    one = issued(store)
    record(store, an_activity(attendance=50))
    draft = draft_correction(store, a_request(one, ""))
    counted = [each for each in draft.changes if not each.total]
    with pytest.raises(InputError) as caught:
        correct_report(store, a_request(one, " "))
    (problem,) = caught.value.problems
    assert (problem.field, problem.code) == ("reason", "missing")
    assert problem.facts == tuple(each.label for each in counted)
    reasons = {each.at: "Đếm lại" for each in counted}
    slip = correct_report(store, replace(a_request(one, ""), reasons=reasons)).value
    told = read_frozen(store, slip).changes
    assert {each.reason for each in told if not each.total} == {"Đếm lại"}


def test_a_slip_is_exported_like_any_report(store: Store, tmp_path: Path) -> None:
    record(store, an_activity())
    one = issued(store)
    record(store, an_activity(attendance=50))
    slip = correct_report(store, a_request(one)).value
    exported = export_report(store, slip.id, tmp_path).value
    assert exported.pdf.name == "bao-cao-2024-dieu-chinh-1-v1.pdf"
    assert exported.pdf.read_bytes().startswith(b"%PDF")


def test_a_report_of_another_plan_is_not_counted_by_this_one(store: Store) -> None:
    request = Request(period=YEAR, period_words="")
    draft = replace(draft_report(store, request), plan_title="Kế hoạch khác")
    one = issue_report(store, draft).value
    with pytest.raises(ConflictError, match="other_plan"):
        correct_report(store, a_request(one))


def test_signing_a_slip_locks_the_opened_period_again(desk: Desk) -> None:
    desk.sign()
    original = read_issued(desk.store, REPORT)
    copies = desk.pdf.read_bytes()
    reopen_period(desk.store, YEAR, "Xã gửi muộn")
    record(desk.store, an_activity(attendance=55))
    slip = correct_report(desk.store, a_request(REPORT)).value
    export_report(desk.store, slip.id, desk.files.folder)
    files = ReportFiles(report=slip.id, folder=desk.files.folder)
    sign_report(desk.store, files, desk.signing())
    standing = standing_of(desk.store, YEAR)
    assert (standing.state, standing.report) == (PeriodState.SIGNED, REPORT)
    with pytest.raises(ConflictError, match="period_locked"):
        record(desk.store, an_activity(attendance=1))
    assert read_issued(desk.store, REPORT) == original
    assert desk.pdf.read_bytes() == copies


def test_a_slip_that_would_tell_a_contradiction_is_refused(store: Store) -> None:
    make_sound(store)
    one = issued(store)
    more = (staff(groups(store)[0], 120),)
    record(store, an_activity(id="people", attendance=150, staff=more))
    with pytest.raises(ConflictError) as refused:
        correct_report(store, a_request(one))
    assert refused.value.reason == "report_contradicts"
    assert records.count(store.reader, IssuedReport) == 1


def test_a_letter_has_no_figures_to_correct(store: Store) -> None:
    issued(store)
    asked = Request(period=YEAR, period_words="năm 2024", kind="letter-cover")
    letter = issue_report(store, ready_report(store, asked)).value
    with pytest.raises(ConflictError, match="letter_not_corrected"):
        correct_report(store, a_request(letter))
