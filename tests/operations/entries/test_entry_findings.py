"""Entries looked at for numbers, days and twins."""

import datetime as dt
from dataclasses import replace

from desktop.files import catalogue, templates
from desktop.operations.entries.entry_findings import Entries
from desktop.records.activity import ActivityState
from desktop.records.report import FigureKey
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests import builders


def entries(store: Store, code: str = "2024") -> Entries:
    return Entries(
        store=store,
        period=parse_period(code),
        template=templates.load_template("report-year"),
        figures=catalogue.load_figures(),
        registers=catalogue.load_registers(),
        agencies={},
        today=builders.NOW.date(),
    )


def put(store: Store, *many: object) -> None:
    with store.change("record_many") as change:
        for one in many:
            records.put(change, one)


def test_a_footnote_stands_at_the_figure_that_counts_the_entry(store: Store) -> None:
    anchor = entries(store).anchor
    assert anchor("activities", "training", "xa", "attendance") == FigureKey(
        table="table_a", row="xa", column="direct_attendance"
    )
    assert anchor("postings", "", "", "attendance") == FigureKey(
        table="table_a", row="total", column="postings"
    )
    nowhere = FigureKey(table="tasks", row="", column="")
    assert anchor("tallies", "", "xa", "attendance") == nowhere


def test_days_tell_register_and_days_in_words(store: Store) -> None:
    put(
        store,
        builders.an_activity("conference", last_day=dt.date(2024, 12, 1)),
        builders.an_activity(id="p", state=ActivityState.PLANNED),
    )
    late, planned = entries(store, "2024@14/11").dates()
    assert late.subject == "Hội nghị quán triệt, phổ biến"
    assert late.facts == ("1", "14/11/2024", "01/12/2024")
    assert planned.subject == "Tập huấn kiến thức về quyền con người"


def test_totals_and_copies_are_among_the_parts(store: Store) -> None:
    put(
        store,
        builders.a_tally(10, 5, document_number=""),
        builders.a_product(copies=5, languages=()),
    )
    found = {(one.code, one.detail) for one in entries(store).parts()}
    assert found == {("parts_differ", "copies_differ"), ("tally_bare", "")}


def test_twins_of_two_registers_are_none(store: Store) -> None:
    first = builders.an_activity(id="a", place="Nhà rông")
    put(store, first, replace(first, id="b"), replace(first, id="c"))  # type: ignore[arg-type]
    other = builders.an_activity("contest", id="d", place="Nhà rông")
    put(store, other)
    assert len(list(entries(store).twins())) == 3
