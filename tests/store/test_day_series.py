"""Which sums are kept by day, and that a definition tells all of one."""

import pytest

from desktop.records.figure import Aggregate, Condition, Figure, Source
from desktop.store import day_series
from desktop.store.day_series import Series
from tests.store.samples import NAMES
from tests.store.test_day_sums import EVERY
from tests.store.test_totals import a_figure


def test_a_figure_about_another_recipient_has_sums_of_its_own() -> None:
    to = Condition(field="partners", values=("@recipient",))
    one, other = (
        day_series.of_figure(a_figure(where=(to,)), {"@recipient": name})
        for name in ("a", "b")
    )
    assert one is not None
    assert other is not None
    assert one.definition != other.definition
    assert day_series.parse(one.definition) == one


def test_what_a_figure_is_called_makes_no_other_sums() -> None:
    one, other = (
        day_series.of_figure(a_figure(code=code, label=code), NAMES)
        for code in ("a", "b")
    )
    assert one == other


@pytest.mark.parametrize("series", EVERY, ids=lambda one: one.definition[:40])
def test_a_series_is_read_back_from_its_definition(series: Series) -> None:
    assert day_series.parse(series.definition) == series


@pytest.mark.parametrize(
    "figure",
    [
        a_figure(aggregate=Aggregate.DISTINCT, field="agency"),
        a_figure(source=Source.HEADCOUNT, aggregate=Aggregate.LATEST, field="people"),
        a_figure(source=Source.OWN_CHANNEL, aggregate=Aggregate.STANDING),
        a_figure(day="first_day"),
    ],
    ids=lambda one: f"{one.aggregate} {one.day}",
)
def test_what_days_do_not_add_up_to_is_counted_from_the_entries(figure: Figure) -> None:
    assert day_series.of_figure(figure, NAMES) is None
