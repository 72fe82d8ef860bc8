"""What another file tells of a unit is left out, and nothing else."""

import datetime as dt
from decimal import Decimal

import pytest

from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.returns import UnlistedTotal
from desktop.rules.counting import Span
from desktop.rules.intake.left_out import LeftOut, left_out
from tests import builders

QUARTER = Span(dt.date(2024, 4, 1), dt.date(2024, 6, 30))
LEFT = (LeftOut(unit=AgencyId("a"), days=QUARTER),)


def a_total(*, whole: bool) -> UnlistedTotal:
    return UnlistedTotal(
        id=RecordId("t"),
        agency=AgencyId("sender's own id"),
        figure=Code("copies"),
        first_day=QUARTER.first,
        last_day=QUARTER.last,
        value=Decimal(1),
        whole=whole,
    )


def test_an_entry_of_the_unit_and_its_days_is_left_out() -> None:
    inside = builders.an_activity(last_day=QUARTER.last)
    assert left_out(inside, "a", LEFT)
    assert not left_out(inside, "b", LEFT)
    assert not left_out(inside, None, LEFT), "whose it is nobody knows"
    assert not left_out(inside, "a", ())
    later = builders.an_activity(last_day=QUARTER.last + dt.timedelta(days=1))
    assert not left_out(later, "a", LEFT)


@pytest.mark.parametrize(("year", "out"), [(2024, True), (2023, False)])
def test_what_has_only_a_year_is_left_out_with_any_day_of_it(
    year: int, out: bool
) -> None:
    assert left_out(builders.a_check("a", year=year), "a", LEFT) is out


def test_a_number_of_all_a_unit_did_stays_for_it_counts_beyond_what_is_kept() -> None:
    assert left_out(a_total(whole=False), "a", LEFT)
    assert not left_out(a_total(whole=True), "a", LEFT)
