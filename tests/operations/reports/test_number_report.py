"""Number and date are given once, later, and change nothing that was frozen."""

import datetime as dt

import pytest

from desktop.errors import ConflictError, InputError
from desktop.operations.history.undo import undo
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.reports.number_report import number_report
from desktop.operations.reports.read_report import read_frozen, read_issued, read_report
from desktop.records.issued import IssuedReport
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store

DAY = dt.date(2024, 11, 20)


def issued(store: Store, number: str = "", dated: dt.date | None = None) -> str:
    request = Request(
        period=parse_period("2024"), period_words="năm 2024", number=number, dated=dated
    )
    return issue_report(store, draft_report(store, request)).value.id


def test_a_report_is_drawn_with_the_number_and_date_given_later(store: Store) -> None:
    one = read_issued(store, issued(store))
    frozen = read_frozen(store, one)
    outcome = number_report(store, one.id, " 123 ", DAY)
    assert outcome.touched == {"issued_reports"}
    told = read_issued(store, one.id)
    assert (told.number, told.dated) == ("123", DAY)
    assert (told.content, told.content_sha256) == (one.content, one.content_sha256)
    head = read_report(store, told).letterhead
    assert (head.number, head.date) == ("123", DAY)
    assert read_frozen(store, told) == frozen


def test_the_date_may_come_after_the_number(store: Store) -> None:
    one = issued(store, number="123")
    number_report(store, one, dated=DAY)
    told = read_issued(store, one)
    assert (told.number, told.dated) == ("123", DAY)


@pytest.mark.parametrize(("number", "dated"), [("124", None), ("", DAY)])
def test_what_is_there_stays(store: Store, number: str, dated: dt.date | None) -> None:
    one = issued(store, "123", dt.date(2024, 11, 19))
    with pytest.raises(ConflictError) as caught:
        number_report(store, one, number, dated)
    assert caught.value.reason == "numbered_already"
    assert caught.value.facts == ("123", "19/11/2024")
    assert read_issued(store, one).number == "123"


def test_neither_number_nor_date_is_nothing_to_fill_in(store: Store) -> None:
    with pytest.raises(InputError) as caught:
        number_report(store, issued(store), " ")
    assert caught.value.problems[0].field == "number"


def test_a_report_is_not_dated_before_its_period(store: Store) -> None:
    one = issued(store)
    with pytest.raises(InputError) as caught:
        number_report(store, one, "1", dt.date(2023, 12, 31))
    assert caught.value.problems[0].code == "dated_before_period"
    assert read_issued(store, one).number == ""


def test_the_number_is_not_undone_nor_overwritten(store: Store) -> None:
    one = issued(store)
    number_report(store, one, "123", DAY)
    assert undo(store).value is None
    found = records.get(store.reader, IssuedReport, one)
    assert found is not None
    row = {"number": "9"}
    kept = store.reader.execute("select * from issued_reports").fetchone()
    with (
        pytest.raises(ConflictError, match="issued_frozen"),
        store.change("number_report") as change,
    ):
        change.write("issued_reports", one, {**dict(kept), **row})
    with (
        pytest.raises(ConflictError, match="issued_frozen"),
        store.change("remove") as change,
    ):
        change.write("issued_reports", one, None)
    assert records.get(store.reader, IssuedReport, one) == found
