"""Figures over the same period of past years."""

import datetime as dt
from decimal import Decimal

from desktop.files import catalogue, templates
from desktop.operations.figures.compute_results import read_office
from desktop.operations.figures.past_figures import past_figures
from desktop.rules.counting import Span
from desktop.rules.findings.from_past import Yearly
from desktop.store import records
from desktop.store.store import Store
from tests import builders


def posted(store: Store, year: int, many: int, items: int = 1) -> None:
    day = dt.date(year, 3, 1)
    with store.change("record_many") as change:
        for number in range(many):
            one = builders.a_posting(
                id=f"{year}-{number}", first_day=day, last_day=day, items=items
            )
            records.put(change, one)


def figures(store: Store, first: dt.date, last: dt.date) -> dict[str, Yearly]:
    found = past_figures(
        store,
        read_office(store),
        Span(first, last),
        templates.load_template("report-year"),
        catalogue.load_registers(),
    )
    return {str(one.figure.code): one for one in found}


YEAR = dt.date(2025, 1, 1), dt.date(2025, 12, 31)


def test_each_figure_of_the_tables_comes_with_its_past_once(store: Store) -> None:
    posted(store, 2025, 3, items=100)
    posted(store, 2024, 2)
    posted(store, 2023, 4)
    found = figures(store, *YEAR)
    told = found["postings"]
    assert (told.now, told.past) == (300, (2, 4))
    assert (told.table, told.register) == ("table_a", "posting")
    assert told.largest[0] == "postings"
    assert told.largest[1].startswith("2025-")
    assert found["contests"].largest == ("", "")


def test_the_same_days_of_other_years_are_held_against_it(store: Store) -> None:
    posted(store, 2025, 2)
    posted(store, 2024, 2)
    assert figures(store, dt.date(2025, 1, 1), dt.date(2025, 6, 30))["postings"].past
    later = figures(store, dt.date(2025, 7, 1), dt.date(2025, 12, 31))
    assert "postings" not in later


def test_a_year_whose_book_was_only_begun_is_left_out(store: Store) -> None:
    posted(store, 2025, 9)
    posted(store, 2024, 1)
    (told,) = figures(store, *YEAR).values()
    assert (str(told.figure.code), told.now, told.past) == ("entries", 9, ())


def test_a_year_with_far_fewer_entries_is_told_as_that(store: Store) -> None:
    posted(store, 2025, 2)
    posted(store, 2024, 20)
    (told,) = figures(store, *YEAR).values()
    assert (told.now, told.past) == (2, (Decimal(20),))


def test_the_last_day_of_february_has_a_like(store: Store) -> None:
    posted(store, 2024, 1)
    assert figures(store, dt.date(2024, 2, 1), dt.date(2024, 2, 29)).keys() == {
        "entries"
    }


def test_several_years_have_no_like(store: Store) -> None:
    assert not figures(store, dt.date(2023, 1, 1), dt.date(2025, 12, 31))
