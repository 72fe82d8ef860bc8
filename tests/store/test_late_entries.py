"""The journal tells which rows stand otherwise than when a report was issued."""

import datetime as dt

from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.rules.calendar import parse_period
from desktop.store import late_entries, records
from desktop.store.store import Store
from tests.builders import NOW, a_product, an_activity


def put(store: Store, *those: object) -> None:
    with store.change("record") as change:
        for one in those:
            records.put(change, one)


def newest(store: Store) -> int:
    row = store.reader.execute("select max(id) from changes").fetchone()
    return int(row[0])


def test_rows_are_told_as_they_stood_before_and_stand_now(store: Store) -> None:
    put(store, an_activity(attendance=1), an_activity(id="kept"))
    since = newest(store)
    put(store, an_activity(attendance=2))
    put(store, an_activity(attendance=3), an_activity(id="new"))
    found = {
        one.row_id: one
        for one in late_entries.rewritten(store.reader, since, ["activities"])
    }
    assert set(found) == {"activity", "new"}
    before, after = found["activity"].before, found["activity"].after
    assert before is not None
    assert after is not None
    assert (before["attendance"], after["attendance"]) == (1, 3)
    assert found["new"].before is None
    assert found["new"].at == NOW


def test_only_the_tables_asked_for_are_told(store: Store) -> None:
    since = newest(store)
    put(store, an_activity(), a_product())
    found = late_entries.rewritten(store.reader, since, ["products"])
    assert [one.place for one in found] == ["products"]


def test_a_row_that_stands_as_it_did_is_not_told(store: Store) -> None:
    put(store, an_activity(attendance=1))
    since = newest(store)
    put(store, an_activity(attendance=2))
    put(store, an_activity(attendance=1))
    assert list(late_entries.rewritten(store.reader, since, ["activities"])) == []


def test_reports_are_known_by_the_deed_that_issued_them(store: Store) -> None:
    request = Request(period=parse_period("2024"), period_words="năm 2024", number="7")
    assert late_entries.issues(store.reader) == ()
    report = issue_report(store, draft_report(store, request)).value
    deed = newest(store)
    put(store, an_activity())
    (one,) = late_entries.issues(store.reader)
    assert (one.id, one.change, one.number) == (report.id, deed, "7")
    assert (one.kind, one.period_code) == ("report-year", "2024")
    assert one.issued_on == NOW.date()


def test_a_report_is_of_the_day_on_its_paper(store: Store) -> None:
    day = dt.date(2024, 12, 18)
    request = Request(
        period=parse_period("2024"), period_words="năm 2024", number="7", dated=day
    )
    issue_report(store, draft_report(store, request))
    (one,) = late_entries.issues(store.reader)
    assert one.issued_on == day
