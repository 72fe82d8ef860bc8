"""Two versions are compared by figure, slips included, and other periods too."""

import pytest

from desktop.errors import ConflictError
from desktop.operations.entries.record_entry import record
from desktop.operations.issuing.correct_report import CorrectionRequest, correct_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.reports.compare_reports import compare_reports, slips_of
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.records.issued import IssuedReport
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests.builders import an_activity


def issued(store: Store, code: str = "2024", kind: str = "report-year") -> IssuedReport:
    request = Request(period=parse_period(code), period_words="", kind=kind)
    return issue_report(store, draft_report(store, request)).value


def test_two_issues_of_a_period_differ_by_what_was_recorded_between(
    store: Store,
) -> None:
    record(store, an_activity())
    one = issued(store)
    record(store, an_activity(attendance=50))
    two = issued(store)
    found = compare_reports(store, one.id, two.id)
    assert (found.older, found.newer, found.same_period) == (one, two, True)
    first = found.changes[0]
    assert not first.total
    assert (first.old, first.new) == (40, 50)
    back = compare_reports(store, two.id, one.id)
    assert {(each.old, each.new) for each in back.changes} == {
        (each.new, each.old) for each in found.changes
    }


def test_a_version_does_not_differ_from_itself(store: Store) -> None:
    record(store, an_activity())
    one = issued(store)
    assert compare_reports(store, one.id, one.id).changes == ()


def test_a_slip_stands_for_the_report_as_it_left_it(store: Store) -> None:
    record(store, an_activity())
    one = issued(store)
    slips = []
    for people in (50, 70):
        record(store, an_activity(attendance=people))
        request = CorrectionRequest(report=one.id, reason="Xã gửi muộn")
        slips.append(correct_report(store, request).value)
    assert slips_of(store, one) == tuple(slips)
    again = issued(store)
    assert compare_reports(store, slips[1].id, again.id).changes == ()
    for older, newer, values in (
        (one, slips[0], (40, 50)),
        (slips[0], slips[1], (50, 70)),
        (one, slips[1], (40, 70)),
    ):
        first = compare_reports(store, older.id, newer.id).changes[0]
        assert (first.old, first.new) == values


def test_two_periods_of_a_kind_are_compared_figure_by_figure(store: Store) -> None:
    record(store, an_activity())
    one, two = issued(store, "2024"), issued(store, "2025")
    found = compare_reports(store, one.id, two.id)
    assert not found.same_period
    assert any((each.old, each.new) == (40, 0) for each in found.changes)


def test_reports_of_two_kinds_have_nothing_in_common(store: Store) -> None:
    one = issued(store)
    two = issued(store, "2024-H1", "report-half-year")
    with pytest.raises(ConflictError, match="kinds_differ"):
        compare_reports(store, one.id, two.id)
