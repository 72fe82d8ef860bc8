"""An event several agencies held is counted once, and each keeps its own entry."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.errors import ConflictError, InputError, UnknownNameError
from desktop.operations.agencies.read_agency_figures import (
    ACTIVITIES,
    ATTENDANCE,
    read_agency_figures,
)
from desktop.operations.entries.join_events import (
    join,
    plan_joining,
    read_event,
    unjoin,
)
from desktop.operations.entries.record_entry import record, record_many
from desktop.operations.entries.remove_entry import remove
from desktop.operations.figures.compute_results import task_figures
from desktop.operations.history.undo import undo
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.records.activity import Activity, ActivityState
from desktop.records.identity import Code, RecordId
from desktop.records.report import Paragraph, Report, Table
from desktop.rules.calendar import parse_period
from desktop.store import journal, records
from desktop.store.store import Store
from tests.builders import DAY, OWN, UNIT, a_product, an_activity, task

PERIOD = parse_period("2024")
LA = "ubnd-xa-dak-la"
OFFICE, MAR, DAK_LA = RecordId("office"), RecordId("mar"), RecordId("la")


def contest(name: str, agency: str, **changes: Any) -> Activity:
    values = {
        "title": "Hội thi tìm hiểu pháp luật về quyền con người",
        "place": "Nhà văn hóa huyện",
        "form": "quiz_contest",
        "attendance": 300,
        "tasks": (task("5.1"),),
    }
    return an_activity("contest", id=name, agency=agency, **(values | changes))


@pytest.fixture(autouse=True)
def contests(store: Store) -> None:
    many = (contest("office", OWN), contest("mar", UNIT), contest("la", LA))
    record_many(store, many)


def kept(store: Store, one: str) -> Activity:
    found = records.get(store.reader, Activity, one)
    assert found is not None
    return found


def totals_of(store: Store) -> tuple[Decimal, Decimal]:
    found = read_agency_figures(store, PERIOD)
    return found.totals[ACTIVITIES], found.totals[ATTENDANCE]


def test_one_contest_of_two_communes_and_the_office_at_the_desk(store: Store) -> None:
    assert totals_of(store) == (3, 900)

    join(store, OFFICE, (MAR, DAK_LA))

    assert totals_of(store) == (1, 300)
    found = read_agency_figures(store, PERIOD)
    for rows in (found.then, found.now):
        own = {
            one.agency.id: (one.values[ACTIVITIES], one.values[ATTENDANCE])
            for one in rows
        }
        assert own == {OWN: (1, 300), UNIT: (1, 300), LA: (1, 300)}
    assert found.shared == 2
    contests, people = _of_task(store)
    assert (contests, people) == (1, 300)

    unjoin(store, (OFFICE,))

    assert totals_of(store) == (3, 900)
    verbs = [one.verb for one in journal.entries(store.reader, limit=2)]
    assert verbs == ["unjoin_events", "join_events"]


def _of_task(store: Store) -> tuple[Decimal, Decimal]:
    figures = {
        one.figure.code: one.period
        for one in task_figures(store, PERIOD)[task("5.1")]  # type: ignore[index]
    }
    return figures[Code("contests")], figures[Code("contest_people")]


def test_the_report_counts_it_once_and_says_so(store: Store) -> None:
    join(store, OFFICE, (MAR, DAK_LA))

    report = draft_report(store, Request(period=PERIOD, period_words="năm 2024"))

    said = [one.text for one in report.blocks if isinstance(one, Paragraph)]
    assert any(text.startswith("Tổ chức, tham gia 1 cuộc thi") for text in said)
    assert any("1 sự kiện do nhiều đơn vị" in text for text in said)
    table = _table(report, "table_a")
    assert any(note.startswith("Gồm 2 hoạt động phối hợp") for note in table.notes)
    contests = [row.values[4:6] for row in table.rows if row.values[4] not in ("", 0)]
    assert contests == [(1, 300)] * 4, "the total, the office and two communes"
    assert not any(
        "phối hợp trong sự" in one for one in _table(report, "table_c").notes
    )


def _table(report: Report, code: str) -> Table:
    return next(
        block
        for annex in report.annexes
        for block in annex.blocks
        if isinstance(block, Table) and block.code == code
    )


def test_joining_is_one_deed_that_one_undo_takes_back(store: Store) -> None:
    before = records.find(store.reader, Activity)

    outcome = join(store, OFFICE, (MAR, DAK_LA))

    assert outcome.touched == {"activities"}
    newest = store.last_change()
    assert newest is not None
    assert newest.subject == "Hội thi tìm hiểu pháp luật về quyền con người"
    undo(store)
    assert set(records.find(store.reader, Activity)) == set(before)


def test_the_lead_tells_who_took_part_and_every_task(store: Store) -> None:
    other = task("3.4")
    record(store, contest("mar", UNIT, tasks=(task("5.1"), other)))

    lead = join(store, OFFICE, (MAR, DAK_LA)).value.lead

    assert lead.partners == (UNIT, LA)
    assert lead.tasks == (task("5.1"), other)
    assert kept(store, OFFICE) == lead


def test_what_totals_lose_is_told_before(store: Store) -> None:
    planned = plan_joining(store, OFFICE, (MAR, DAK_LA))

    told = {
        one.field and one.field.name: (one.before, one.after) for one in planned.sums
    }
    assert told == {None: (3, 1), "attendance": (900, 300)}
    assert totals_of(store) == (3, 900)


def test_the_lead_can_be_moved(store: Store) -> None:
    join(store, OFFICE, (MAR, DAK_LA))

    join(store, MAR, (OFFICE,))

    assert kept(store, MAR).joined_to is None
    assert {kept(store, one).joined_to for one in (OFFICE, DAK_LA)} == {MAR}
    assert totals_of(store) == (1, 300)


def test_joining_to_what_is_joined_joins_to_its_lead(store: Store) -> None:
    join(store, OFFICE, (MAR,))

    join(store, MAR, (DAK_LA,))

    assert {kept(store, one).joined_to for one in (MAR, DAK_LA)} == {OFFICE}
    assert kept(store, OFFICE).joined_to is None


def test_a_lead_that_is_joined_brings_its_own_along(store: Store) -> None:
    join(store, MAR, (DAK_LA,))

    join(store, OFFICE, (MAR,))

    assert {kept(store, one).joined_to for one in (MAR, DAK_LA)} == {OFFICE}


def test_one_of_several_can_leave(store: Store) -> None:
    join(store, OFFICE, (MAR, DAK_LA))

    freed = unjoin(store, (MAR,)).value

    assert freed == (MAR,)
    event = read_event(store, OFFICE)
    assert event is not None
    assert [one.id for one in event.joined] == [DAK_LA]
    assert read_event(store, DAK_LA) == event
    assert read_event(store, MAR) is None
    assert totals_of(store) == (2, 600)


def test_days_that_overlap_are_near_however_long_the_event(store: Store) -> None:
    long = contest("mar", UNIT, first_day=DAY, last_day=DAY + dt.timedelta(days=60))
    record(store, long)

    join(store, OFFICE, (MAR,))

    assert kept(store, MAR).joined_to == OFFICE


@pytest.mark.parametrize(
    ("reason", "other"),
    [
        ("event_other_kind", an_activity(id="mar", agency=UNIT)),
        ("event_same_agency", contest("mar", OWN)),
        ("event_not_done", contest("mar", UNIT, state=ActivityState.CANCELLED)),
        ("event_far_days", contest("mar", UNIT, last_day=DAY + dt.timedelta(days=8))),
    ],
)
def test_what_cannot_be_one_event_is_refused(
    store: Store, reason: str, other: Activity
) -> None:
    remove(store, Activity, (MAR,))
    record(store, other)
    head = journal.head(store.reader)

    with pytest.raises(ConflictError) as caught:
        join(store, OFFICE, (MAR,))

    assert caught.value.reason == reason
    assert journal.head(store.reader) == head


def test_an_entry_alone_is_no_shared_event(store: Store) -> None:
    for attempt in (lambda: join(store, OFFICE, ()), lambda: unjoin(store, (OFFICE,))):
        with pytest.raises(ConflictError) as caught:
            attempt()
        assert caught.value.reason == "event_alone"
    with pytest.raises(UnknownNameError):
        join(store, OFFICE, (RecordId("nobody"),))


def test_the_entry_that_is_counted_is_not_removed_before_the_others(
    store: Store,
) -> None:
    join(store, OFFICE, (MAR, DAK_LA))

    with pytest.raises(ConflictError) as caught:
        remove(store, Activity, (OFFICE, MAR))

    assert (caught.value.reason, caught.value.facts[1]) == ("event_led", "1")
    assert remove(store, Activity, (OFFICE, MAR, DAK_LA)).value == 3
    undo(store)
    assert kept(store, MAR).joined_to == OFFICE


def test_a_joined_entry_is_removed_like_any_other(store: Store) -> None:
    join(store, OFFICE, (MAR, DAK_LA))

    remove(store, Activity, (MAR,))

    assert totals_of(store) == (1, 300)


@pytest.mark.parametrize(
    ("who", "changes", "field"),
    [
        ("mar", {"state": ActivityState.CANCELLED, "attendance": None}, "state"),
        ("office", {"state": ActivityState.CANCELLED, "attendance": None}, "state"),
        ("mar", {"agency": LA}, "agency"),
        ("office", {"agency": UNIT}, "agency"),
        ("mar", {"last_day": DAY + dt.timedelta(days=30)}, "last_day"),
    ],
)
def test_amending_cannot_break_a_shared_event(
    store: Store, who: str, changes: dict[str, Any], field: str
) -> None:
    join(store, OFFICE, (MAR, DAK_LA))
    old = kept(store, who)
    if "last_day" in changes:
        changes = {**changes, "first_day": changes["last_day"]}

    with pytest.raises(InputError) as caught:
        record(store, _changed(old, changes))

    assert field in {one.field for one in caught.value.problems if one.blocking}


def test_amending_what_does_not_matter_keeps_the_event(store: Store) -> None:
    join(store, OFFICE, (MAR, DAK_LA))

    record(store, _changed(kept(store, MAR), {"attendance": 310}))

    assert kept(store, MAR).joined_to == OFFICE
    assert totals_of(store) == (1, 300)


@pytest.mark.parametrize(
    ("lead", "code"),
    [("nobody", "unknown_event"), ("mar", "event_chained"), ("la", "event_chained")],
)
def test_an_entry_written_elsewhere_is_joined_only_to_a_lead(
    store: Store, lead: str, code: str
) -> None:
    join(store, OFFICE, (DAK_LA,))

    with pytest.raises(InputError) as caught:
        record(store, _changed(kept(store, MAR), {"joined_to": RecordId(lead)}))

    assert code in {one.code for one in caught.value.problems}


def test_a_product_is_no_event(store: Store) -> None:
    record(store, a_product())
    with pytest.raises(UnknownNameError):
        join(store, OFFICE, (RecordId("product"),))


def _changed(one: Activity, changes: dict[str, Any]) -> Activity:
    return replace(one, **changes)
