"""What the office above received or accepted is told with its paper."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.errors import ConflictError, InputError
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.periods.close_period import close_period
from desktop.operations.periods.read_standings import read_standings, standing_of
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.reports.mark_period import Paper, mark_period, mark_signed
from desktop.records.issued import IssuedReport
from desktop.records.period import PeriodState
from desktop.rules.calendar import parse_period
from desktop.store.store import Store

YEAR = parse_period("2024")
RECEIPT = Paper(document=" Biên nhận số 12 ", day=dt.date(2024, 11, 26))


def test_a_received_period_tells_its_paper_and_day(store: Store) -> None:
    close_period(store, YEAR)
    marked = mark_period(store, YEAR, PeriodState.RECEIVED, RECEIPT).value
    assert (marked.state, marked.reason) == (
        PeriodState.RECEIVED,
        "Biên nhận số 12, 26/11/2024",
    )
    accepted = mark_period(store, YEAR, PeriodState.ACCEPTED, RECEIPT).value
    assert accepted.state is PeriodState.ACCEPTED
    (told,) = read_standings(store)
    assert [one.state.value for one in told.history] == [
        "closed",
        "received",
        "accepted",
    ]


def test_a_paper_without_words_is_none(store: Store) -> None:
    close_period(store, YEAR)
    paper = Paper(document=" ", day=RECEIPT.day)
    with pytest.raises(InputError) as caught:
        mark_period(store, YEAR, PeriodState.RECEIVED, paper)
    assert caught.value.problems[0].field == "document"


def test_figures_that_may_still_change_are_not_received(store: Store) -> None:
    with pytest.raises(ConflictError, match="period_not_closed"):
        mark_period(store, YEAR, PeriodState.RECEIVED, RECEIPT)


def test_what_was_accepted_is_not_received_again(store: Store) -> None:
    close_period(store, YEAR)
    mark_period(store, YEAR, PeriodState.ACCEPTED, RECEIPT)
    with pytest.raises(ConflictError, match="period_beyond"):
        mark_period(store, YEAR, PeriodState.RECEIVED, RECEIPT)


def test_only_the_office_above_marks(store: Store) -> None:
    with pytest.raises(ValueError, match="closed"):
        mark_period(store, YEAR, PeriodState.CLOSED, RECEIPT)


def issued(store: Store, kind: str) -> IssuedReport:
    request = Request(period=YEAR, period_words="năm 2024", kind="report-year")
    draft = replace(draft_report(store, request), kind=kind)
    return issue_report(store, draft).value


def test_a_signed_report_locks_its_period_and_a_thematic_one_does_not(
    store: Store,
) -> None:
    regular, thematic = issued(store, "report-year"), issued(store, "report-thematic")
    with store.change("sign_report") as change:
        assert mark_signed(store, change, thematic) is None
        signed = mark_signed(store, change, regular)
    assert signed == standing_of(store, YEAR)
    assert signed is not None
    assert (signed.state, signed.report) == (PeriodState.SIGNED, regular.id)
