"""What is recorded of a period after its report was issued is told in the next one."""

import datetime as dt
from dataclasses import replace
from typing import Any

from desktop.operations.entries.record_entry import record
from desktop.operations.history.undo import undo
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.periods.late_entries import late_entries
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.records.activity import Activity, ActivityState
from desktop.records.identity import AgencyId
from desktop.records.report import Paragraph, Report, Table
from desktop.rules.calendar import parse_period
from desktop.rules.reports.facts import LateEntry, LateKind
from desktop.store import records
from desktop.store.store import Store
from tests.builders import NOW, OWN, a_posting, a_product, an_activity

SPRING, SUMMER = dt.date(2024, 3, 5), dt.date(2024, 8, 5)
FIRST = Request(period=parse_period("2024-H1"), period_words="6 tháng đầu năm 2024")
NEXT = replace(FIRST, period=parse_period("2024-H2"), period_words="6 tháng cuối năm")
YEAR = replace(FIRST, period=parse_period("2024"), period_words="năm 2024")
NAMES = {AgencyId(OWN): "Phòng VHTT"}


def issued(store: Store, request: Request = FIRST) -> str:
    return issue_report(store, draft_report(store, request)).value.id


def late(store: Store, request: Request = NEXT) -> tuple[LateEntry, ...]:
    return late_entries(store, request.kind, request.period, NAMES)


def an_entry(entry_id: str = "late", **changes: Any) -> Activity:
    return an_activity(id=entry_id, **{"last_day": SPRING} | changes)


def tables(report: Report) -> dict[str, Table]:
    blocks = (one for annex in report.annexes for one in annex.blocks)
    return {one.code: one for one in blocks if isinstance(one, Table)}


def test_an_entry_of_a_period_whose_report_is_out_is_late(store: Store) -> None:
    record(store, an_entry("in time"))
    report = issued(store, replace(FIRST, number="12"))
    record(store, an_entry())
    record(store, an_entry("next", last_day=SUMMER))
    (one,) = late(store)
    assert (one.place, one.kind, one.day) == ("activities/late", LateKind.ADDED, SPRING)
    assert (one.agency, one.recorded_on) == ("Phòng VHTT", NOW.date())
    assert one.register == "Tập huấn, bồi dưỡng"
    assert (one.report.id, one.report.number) == (report, "12")


def test_nothing_is_late_before_a_report_is_out(store: Store) -> None:
    record(store, an_entry())
    assert late(store) == ()
    issued(store)
    assert late(store) == ()


def test_what_was_changed_or_taken_away_is_told_as_that(store: Store) -> None:
    with store.change("record") as change:
        for entry_id in ("changed", "moved", "cancelled", "gone", "same"):
            records.put(change, an_entry(entry_id))
        records.put(change, an_entry("planned", state=ActivityState.PLANNED))
    issued(store)
    with store.change("record") as change:
        records.put(change, an_entry("changed", attendance=99))
        records.put(change, an_entry("moved", last_day=SUMMER))
        records.put(change, an_entry("cancelled", state=ActivityState.CANCELLED))
        records.put(change, an_entry("planned"))
        records.remove(change, Activity, "gone")
    assert {one.place.partition("/")[2]: one.kind for one in late(store)} == {
        "changed": LateKind.CHANGED,
        "moved": LateKind.REMOVED,
        "cancelled": LateKind.REMOVED,
        "gone": LateKind.REMOVED,
        "planned": LateKind.ADDED,
    }


def test_what_was_undone_was_never_late(store: Store) -> None:
    issued(store)
    record(store, an_entry())
    undo(store)
    assert late(store) == ()


def test_other_registers_are_looked_at_too(store: Store) -> None:
    issued(store)
    with store.change("record") as change:
        records.put(change, a_product(first_published=SPRING))
        records.put(change, a_posting(first_day=SPRING, last_day=SPRING))
    assert {one.place.partition("/")[0] for one in late(store)} == {
        "products",
        "postings",
    }


def test_it_is_told_once_and_again_only_where_the_report_is_drafted_anew(
    store: Store,
) -> None:
    issued(store)
    record(store, an_entry())
    issued(store, NEXT)
    assert len(late(store, NEXT)) == 1
    following = replace(NEXT, period=parse_period("2025-H1"))
    assert late(store, following) == ()
    record(store, an_entry("later still"))
    assert [one.place for one in late(store, following)] == ["activities/later still"]


def test_a_report_issued_anew_has_what_came_before_it(store: Store) -> None:
    issued(store)
    record(store, an_entry())
    issued(store)
    assert late(store) == ()


def test_the_next_report_tells_it_in_a_sentence_and_a_table(store: Store) -> None:
    issued(store)
    record(store, an_entry())
    record(store, an_entry("two"))
    report = draft_report(store, NEXT)
    said = [one.text for one in report.blocks if isinstance(one, Paragraph)]
    sentence = "Điều chỉnh sau báo cáo kỳ 01/01/2024 - 30/06/2024: bổ sung 2 mục."
    assert sentence in said
    table = tables(report)["late"]
    assert [row.key for row in table.rows] == ["activities/late", "activities/two"]
    assert {row.values[-1] for row in table.rows} == {"Số lũy kế"}
    assert "late" not in tables(draft_report(store, FIRST))


def test_in_the_report_of_the_year_it_is_counted_in_the_period(store: Store) -> None:
    issued(store)
    record(store, an_entry())
    table = tables(draft_report(store, YEAR))["late"]
    assert [row.values[-1] for row in table.rows] == ["Kỳ này"]


CLOSED = replace(FIRST, period=parse_period("2024-H1@31/05"))
JUNE = dt.date(2024, 6, 10)


def test_what_is_dated_after_an_early_closing_is_told_in_the_next_report(
    store: Store,
) -> None:
    record(store, an_entry("counted"))
    record(store, an_entry("left", last_day=JUNE))
    record(store, an_entry("planned", last_day=JUNE, state=ActivityState.PLANNED))
    record(store, an_entry("next", last_day=SUMMER))
    report = issued(store, CLOSED)
    (one,) = late(store)
    assert (one.place, one.kind, one.day) == ("activities/left", LateKind.ADDED, JUNE)
    assert one.report.id == report
    record(store, an_entry("left", last_day=JUNE, attendance=99))
    record(store, an_entry("after", last_day=JUNE))
    assert [(each.place, each.kind) for each in late(store)] == [
        ("activities/after", LateKind.ADDED),
        ("activities/left", LateKind.ADDED),
    ], "the report counted neither"
    table = tables(draft_report(store, NEXT))["late"]
    assert {row.values[-1] for row in table.rows} == {"Số lũy kế"}


def test_it_is_told_once_after_an_early_closing_too(store: Store) -> None:
    record(store, an_entry("left", last_day=JUNE))
    issued(store, CLOSED)
    issued(store, NEXT)
    following = replace(NEXT, period=parse_period("2025-H1"))
    assert late(store, following) == ()
    record(store, an_entry("left", last_day=JUNE, attendance=99))
    (one,) = late(store, following)
    assert one.kind is LateKind.CHANGED, "it was told before"


def test_a_report_of_the_same_kind_since_that_counts_it_leaves_nothing_behind(
    store: Store,
) -> None:
    record(store, an_entry("left", last_day=JUNE))
    issued(store, CLOSED)
    assert len(late(store)) == 1
    issued(store, FIRST)
    assert late(store) == ()


def test_what_leaves_the_days_after_the_closing_is_told_no_more(store: Store) -> None:
    record(store, an_entry("left", last_day=JUNE))
    record(store, an_entry("other", last_day=JUNE))
    issued(store, CLOSED)
    with store.change("record") as change:
        records.remove(change, Activity, "left")
        records.put(change, an_entry("other", last_day=SUMMER))
    assert late(store) == ()
