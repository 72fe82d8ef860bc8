"""A sheet is shown against the office as it stands; nothing is stored."""

import datetime as dt

import pytest

from desktop.errors import UnknownNameError
from desktop.operations.entries.inspect_entries import (
    KeptEntries,
    inspect_entries,
    register_of,
)
from desktop.operations.entries.read_entry_table import read_entry_paste
from desktop.operations.entries.record_entry import record_many
from desktop.records.activity import Activity
from desktop.rules.entry_table.fates import Fate, Preview
from desktop.rules.grid import TableSource
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.entry_pastes import FAULTS, HEADS, ROWS, as_html, as_text, rows


def a_paste(form: str) -> TableSource:
    table = rows()
    html = as_html(table) if form == "html" else ""
    return read_entry_paste(html, as_text(table)).value


def named(shown: Preview) -> set[tuple[int, int, str]]:
    """Return row, column and reason of every fault that stands at a cell."""
    return {
        (row.number, cell.column, problem.code)
        for row in shown.rows
        for cell in row.cells
        for problem in cell.problems
        if problem.blocking
    }


@pytest.mark.parametrize("form", ["text", "html"])
def test_ten_faults_among_two_hundred_pasted_rows_are_named_at_their_cells(
    store: Store, form: str
) -> None:
    shown = inspect_entries(store, a_paste(form), "training").value
    assert len(FAULTS) == 10
    assert named(shown) == {
        (row, column, code) for (row, column), (_, code) in FAULTS.items()
    }
    assert shown.counts[Fate.REFUSED] == 10
    assert shown.counts[Fate.ADD] == ROWS - 10
    assert shown.seen == ROWS
    assert [one.heading for one in shown.columns] == list(HEADS)
    assert not any(one.asked for one in shown.columns)
    assert shown.wanting == ()


def test_looking_stores_nothing(store: Store) -> None:
    before = store.last_change()
    inspect_entries(store, a_paste("text"), "training")
    assert store.last_change() == before
    assert records.count(store.reader, Activity) == 0


def test_a_register_nobody_has_is_refused_with_those_there_are(store: Store) -> None:
    with pytest.raises(UnknownNameError) as error:
        inspect_entries(store, a_paste("text"), "diary")
    facts = error.value.problems[0].facts
    assert facts[0] == "diary"
    assert "training" in facts


def test_kept_entries_are_those_of_the_register_and_of_the_days(store: Store) -> None:
    day = dt.date(2024, 6, 5)
    many = [
        builders.an_activity(id="a", last_day=day),
        builders.an_activity(id="b", last_day=day + dt.timedelta(days=1)),
        builders.an_activity("contest", id="c", last_day=day, form="writing_contest"),
    ]
    with store.change("prepare") as change:
        for one in many:
            records.put(change, one)
    kept = KeptEntries(store, register_of("training"))
    assert [one.id for one in kept.within(day, day)] == ["a"]
    assert set(kept.by_id(["a", "c", "gone"])) == {"a", "c"}


def test_years_are_compared_as_years(store: Store) -> None:
    record_many(store, [builders.a_check(builders.OWN, id="k")])
    kept = KeptEntries(store, register_of("spokesperson_check"))
    assert [one.id for one in kept.within(2024, 2024)] == ["k"]
    assert list(kept.within(2025, 2026)) == []
