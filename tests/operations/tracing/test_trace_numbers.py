"""A number is called by what it is, wherever it stands."""

from desktop.operations.tracing.trace_numbers import Numbers
from desktop.records.report import Column, FigureKey, Row, Table
from desktop.rules.calendar import parse_period
from desktop.rules.tracing.places import Kind, Quantity, Spot
from desktop.store.store import Store
from tests.builders import OWN, PLAN, a_headcount, a_product, an_activity, task
from tests.store.test_totals import keep


def plain(store: Store, *quantities: Quantity) -> tuple[Quantity, ...]:
    """Return what the numbers of one cell are called."""
    spot = Spot(
        at=FigureKey(table="", row="", column=""),
        table=Table(code="", title="", sheet="", columns=(), rows=()),
        row=Row(values=()),
        column=Column(heading=("",)),
        printed="",
        quantities=quantities,
    )
    with store.reading():
        found = Numbers(store, parse_period("2024")).plain((spot,))
    return tuple(one for each in found for one in each.quantities)


def of_goal(kind: Kind, goal: str, days: str = "period") -> Quantity:
    return Quantity(kind=kind, code=f"{PLAN}/{goal}", days=days)


def test_the_numerator_of_a_counted_target_is_the_figure_itself(store: Store) -> None:
    (told,) = plain(store, of_goal(Kind.NUMERATOR, "T3"))
    assert told.kind is Kind.FIGURE
    (whole,) = plain(store, of_goal(Kind.NUMERATOR, "T3", "cumulative"))
    assert (whole.code, whole.days) == (told.code, "cumulative")


def test_what_was_reached_is_the_percent_or_else_nothing(store: Store) -> None:
    assert plain(store, of_goal(Kind.REACHED, "T2a")) == ()
    keep(store, a_headcount("G1", 40))
    assert plain(store, of_goal(Kind.REACHED, "T2a")) == (of_goal(Kind.VALUE, "T2a"),)


def test_a_target_in_words_and_days_nobody_counts_are_left_out(store: Store) -> None:
    assert plain(store, of_goal(Kind.VALUE, "T0")) == ()
    assert plain(store, of_goal(Kind.VALUE, "T3", "year_1999")) == ()
    years_ago = Quantity(kind=Kind.FIGURE, code="products", days="year_1999")
    assert plain(store, years_ago) == ()


def test_a_figure_that_names_no_task_is_that_of_all(store: Store) -> None:
    of_task = Quantity(kind=Kind.FIGURE, code="unit_plans", task=task("1.1"))
    (told,) = plain(store, of_task)
    assert told.task == ""
    named = Quantity(kind=Kind.FIGURE, code="products", task=task("1.1"))
    assert plain(store, named) == (named,)


def test_records_are_described_by_name_and_day(store: Store) -> None:
    keep(store, a_product(id="p", title="Phim"), an_activity(id="a", title="Lớp"))
    with store.reading():
        numbers = Numbers(store, parse_period("2024"))
        lines = numbers.describe(("products/p", f"agencies/{OWN}", "products/gone"))
    assert lines["products/p"].startswith("Phim (")
    assert "products/gone" not in lines
    assert lines[f"agencies/{OWN}"]
