"""Sums kept by day are what the entries add up to, whatever was written and how."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.records.activity import StaffCount
from desktop.records.catalogue import CatalogueItem
from desktop.records.figure import Condition, Figure, Source
from desktop.records.identity import Code
from desktop.store import day_series, day_sums, records, totals, upkeep
from desktop.store.day_series import Series
from desktop.store.store import Change, Store
from tests.builders import an_activity
from tests.store.samples import FIGURES, NAMES, SPAN
from tests.store.test_totals import BARE, a_figure, a_list, keep

KEPT = {
    code: series
    for code, figure in (*FIGURES.items(), *((one.code, one) for one in BARE))
    if (series := day_series.of_figure(figure, NAMES)) is not None
}
SOURCES = (Source.ACTIVITY, Source.PRODUCT, Source.POSTING, Source.BROADCAST)
STAFF = day_series.of_staff()
EVERY = (*KEPT.values(), STAFF)


@pytest.fixture(scope="module")
def db(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    """Open one office for all examples; each is rolled back."""
    path = tmp_path_factory.mktemp("sums") / "so.stt"
    path.write_bytes(office_pattern.read_bytes())
    opened = upkeep.connect(path, writable=True)
    yield opened
    opened.close()


@contextmanager
def rolled_back(db: sqlite3.Connection) -> Iterator[Change]:
    db.execute("begin")
    try:
        yield Change(db, lambda: "")
    finally:
        db.execute("rollback")


def from_entries(db: sqlite3.Connection, series: Series, by: str) -> day_sums.Sums:
    """Count without any sum: every row of the span, by the series' own statement."""
    asked = series.asked(by, f"t.{series.day} between ? and ?")
    days = SPAN.first.isoformat(), SPAN.last.isoformat()
    found: day_sums.Sums = {}
    for row in db.execute(asked.sql, (*days, *asked.values)):
        pieces = row[1 : 1 + len(series.parts)]
        for (name, _), value in zip(series.values, row[1 + len(pieces) :], strict=True):
            if value:
                found[row[0], "|".join((*pieces, name))] = value
    return found


def check(db: sqlite3.Connection) -> None:
    for series in EVERY:
        for by in ("", "month"):
            found = day_sums.read(db, series, SPAN, by)
            assert found is not None
            told = {key: value for key, value in found.items() if value}
            assert told == from_entries(db, series, by), series.definition


def written(data: st.DataObject, kept: list[Any]) -> list[Any]:
    """Return rows put, changed or taken away: a record, or the table and id of one."""
    new = data.draw(a_list(data.draw(st.sampled_from(SOURCES)), 3))
    number = st.integers(0, 5)
    rows = [replace(one, id=f"{type(one).__name__}{data.draw(number)}") for one in new]
    gone = data.draw(st.lists(st.sampled_from(kept), max_size=2)) if kept else []
    return [*rows, *((type(one), one.id) for one in gone)]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_sums_are_those_of_the_entries_after_any_writing(
    data: st.DataObject, db: sqlite3.Connection
) -> None:
    with rolled_back(db) as change:
        day_sums.keep(db, EVERY)
        kept: list[Any] = []
        for _ in range(data.draw(st.integers(1, 4))):
            for one in written(data, kept):
                if isinstance(one, tuple):
                    db.execute("update activities set joined_to = null")
                    records.remove(change, *one)
                else:
                    records.put(change, replace(one, **_unjoined(one)))
                    kept.append(one)
            if data.draw(st.booleans()):
                day_sums.settle(db, much=data.draw(st.booleans()))
            check(db)


def _unjoined(one: Any) -> dict[str, None]:
    return {"joined_to": None} if hasattr(one, "joined_to") else {}


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_totals_are_the_same_with_and_without_sums(
    data: st.DataObject, db: sqlite3.Connection
) -> None:
    with rolled_back(db) as change:
        for source in SOURCES:
            for number, one in enumerate(data.draw(a_list(source, 4))):
                named = replace(one, id=f"{source}{number}", **_unjoined(one))
                records.put(change, named)
        bare = {code: _told(db, code) for code in FIGURES}
        day_sums.keep(db, EVERY)
        assert {code: _told(db, code) for code in FIGURES} == bare


def _told(db: sqlite3.Connection, code: Code) -> tuple[object, ...]:
    figure = FIGURES[code]
    groups = ("agency", "month", "year")
    grouped = (totals.grouped(db, figure, SPAN, by, NAMES) for by in groups)
    some = ({key: one for key, one in each.items() if one} for each in grouped)
    return totals.total(db, figure, SPAN, NAMES), *some


def sums_of(store: Store, *many: Figure) -> None:
    with store.scribble() as db:
        day_sums.keep(db, [day_series.of_figure(one, NAMES) for one in many])  # type: ignore[misc]


def marked(store: Store) -> int:
    return int(store.reader.execute("select count(*) from stale_days").fetchone()[0])


def kept_days(store: Store) -> int:
    return int(store.reader.execute("select count(*) from day_sums").fetchone()[0])


def test_a_single_entry_marks_its_day_and_leaves_the_sums_alone(store: Store) -> None:
    sums_of(store, a_figure())
    keep(store, an_activity(id="one"))
    assert (marked(store), kept_days(store)) == (1, 0)
    assert totals.total(store.reader, a_figure(), SPAN, NAMES) == 1


def test_an_office_without_sums_marks_no_day(store: Store) -> None:
    keep(store, an_activity(id="one"))
    assert marked(store) == 0


def test_many_marked_days_are_made_anew_by_the_change_that_finds_them(
    store: Store,
) -> None:
    sums_of(store, a_figure())
    days = [SPAN.first.replace(day=1 + n % 28, month=1 + n // 28) for n in range(32)]
    keep(store, *(an_activity(id=f"a{n}", last_day=d) for n, d in enumerate(days)))
    assert (marked(store), kept_days(store)) == (0, 32)
    assert totals.total(store.reader, a_figure(), SPAN, NAMES) == 32


def test_an_undone_change_is_out_of_the_sums(store: Store) -> None:
    from desktop.operations.history.undo import undo

    sums_of(store, a_figure())
    keep(store, *(an_activity(id=f"a{n}") for n in range(3)))
    with store.scribble() as db:
        day_sums.bring_up_to_date(db)
    undo(store)
    assert totals.total(store.reader, a_figure(), SPAN, NAMES) == 0


def test_a_theme_put_below_another_is_counted_from_the_sums_made_anew(
    store: Store,
) -> None:
    law = a_figure(where=(Condition(field="themes", values=("law",)),))
    keep(store, an_activity(id="one", themes=("child",)))
    sums_of(store, law)
    assert totals.total(store.reader, law, SPAN, NAMES) == 0
    item = CatalogueItem(catalogue="theme", code=Code("child"), name="Con")
    keep(store, replace(item, code=Code("law")), replace(item, parent=Code("law")))
    assert totals.total(store.reader, law, SPAN, NAMES) == 1
    assert day_sums.keeps(store.reader, [day_series.of_figure(law, NAMES)])  # type: ignore[list-item]


def test_people_are_told_by_group_and_tier(store: Store) -> None:
    staff = (
        StaffCount(group=Code("G1"), tier="district", people=5, first_trained=3),
        StaffCount(group=Code("G1"), people=2, first_trained=1),
    )
    keep(store, an_activity(id="one", staff=staff))
    with store.scribble() as db:
        day_sums.keep(db, [STAFF])
    found = day_sums.read(store.reader, STAFF, SPAN)
    assert found == {
        ("", "G1|district|trained"): 3,
        ("", "G1||trained"): 1,
        ("", "G1||blank"): 1,
    }
