"""What was issued is frozen: later records, drafts and undos do not reach it."""

from dataclasses import replace

import pytest

from desktop.errors import ConflictError
from desktop.operations.entries.record_entry import record
from desktop.operations.history.undo import undo
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.reports.read_report import read_issued, read_report
from desktop.records.activity import Activity
from desktop.records.issued import IssuedReport
from desktop.rules.calendar import parse_period
from desktop.store import journal, records
from desktop.store.store import Store
from tests.builders import NOW, an_activity
from tests.operations.planted_faults import plant
from tests.operations.sound_office import make_sound

REQUEST = Request(period=parse_period("2024"), period_words="năm 2024", number="15")


def test_what_is_read_back_is_what_was_issued_whatever_comes_later(
    store: Store,
) -> None:
    record(store, an_activity())
    draft = draft_report(store, REQUEST)
    issued = issue_report(store, draft).value
    record(store, an_activity(attendance=999))
    record(store, an_activity(id="more"))
    assert read_report(store, read_issued(store, issued.id)) == draft
    assert draft_report(store, REQUEST).data != draft.data


def test_an_issued_report_tells_its_period_number_time_and_place_in_history(
    store: Store,
) -> None:
    record(store, an_activity())
    head = journal.head(store.reader)
    outcome = issue_report(store, draft_report(store, REQUEST))
    issued = outcome.value
    assert outcome.touched == {"issued_reports"}
    assert (issued.period_code, issued.version, issued.number) == ("2024", 1, "15")
    assert (issued.issued_at, issued.journal_head) == (NOW, head)
    assert journal.head(store.reader) != head
    assert read_issued(store, issued.id) == issued


def test_each_issue_of_a_period_is_a_version_of_its_own(store: Store) -> None:
    first = issue_report(store, draft_report(store, REQUEST)).value
    second = issue_report(store, draft_report(store, REQUEST)).value
    half = replace(REQUEST, period=parse_period("2024-H1"))
    other = issue_report(store, draft_report(store, half)).value
    assert [one.version for one in (first, second, other)] == [1, 2, 1]
    assert records.count(store.reader, IssuedReport) == 3


def test_one_draft_is_issued_once(store: Store) -> None:
    draft = draft_report(store, REQUEST)
    issued = issue_report(store, draft).value
    with pytest.raises(ConflictError) as caught:
        issue_report(store, draft)
    assert caught.value.reason == "issued_already"
    assert read_issued(store, issued.id) == issued


def test_issuing_is_not_undone_and_what_came_before_it_is(store: Store) -> None:
    record(store, an_activity())
    issued = issue_report(store, draft_report(store, REQUEST)).value
    undone = undo(store).value
    assert undone is not None
    assert undone.verb == "record"
    assert records.count(store.reader, Activity) == 0
    assert read_issued(store, issued.id) == issued
    assert read_report(store, issued).data != ()


def test_what_contradicts_itself_is_refused_whoever_issues_it(store: Store) -> None:
    make_sound(store)
    plant(store)
    draft = draft_report(store, REQUEST)
    with pytest.raises(ConflictError) as refused:
        issue_report(store, draft)
    assert refused.value.reason == "report_contradicts"
    assert records.count(store.reader, IssuedReport) == 0
