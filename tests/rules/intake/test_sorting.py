"""Each file lies where it belongs, whatever came first."""

import datetime as dt
import itertools

import pytest

from desktop.records.arrival import Arrival, Sorting
from desktop.records.period import Period
from desktop.records.returns import ReturnState
from desktop.rules.calendar import parse_period
from desktop.rules.intake.sorting import Known, sort_together
from tests.rules.intake.files import FIRST, LAST, a_return, an_arrival

Q2 = parse_period("2024-Q2")


def alone(arrival: Arrival, known: Known, period: Period | None = None) -> Arrival:
    (found,) = sort_together([arrival], known, period)
    return found


def test_of_equal_files_the_one_with_the_shortest_name_stays() -> None:
    same = {"content_sha256": "one"}
    names = ("biểu.xlsx", "biểu (1).xlsx", "thư.eml › biểu.xlsx")
    files = [an_arrival(name, **same) for name in names]
    for order in itertools.permutations(files):
        found = {one.name: one for one in sort_together(order, Known(), Q2)}
        assert found["biểu.xlsx"].sorting is Sorting.READY
        for name in names[1:]:
            assert found[name].sorting is Sorting.DUPLICATE
            assert found[name].reasons == (("same_as", "biểu.xlsx"),)


@pytest.mark.parametrize(
    ("state", "sorting", "code"),
    [
        (ReturnState.ACCEPTED, Sorting.DUPLICATE, "taken_before"),
        (ReturnState.HELD, Sorting.DUPLICATE, "held_before"),
        (ReturnState.SUPERSEDED, Sorting.OLDER, "superseded_before"),
        (ReturnState.TAKEN_BACK, Sorting.READY, ""),
        (ReturnState.RETURNED, Sorting.READY, ""),
    ],
)
def test_what_came_before_is_known_by_its_content(
    state: ReturnState, sorting: Sorting, code: str
) -> None:
    before = a_return(state=state, content_sha256="content of biểu.xlsx")
    found = alone(an_arrival(), Known(returns={"a": (before,)}))
    assert found.sorting is sorting
    assert (found.reasons[0] if found.reasons else ("",))[0] == code


def test_an_older_version_than_the_one_taken_in_is_old() -> None:
    known = Known(returns={"a": (a_return(version=2),)})
    found = alone(an_arrival(), known)
    assert found.sorting is Sorting.OLDER
    assert found.reasons == (("newer_taken", "2", "trước.xlsx", "2024-07-02"),)


@pytest.mark.parametrize(("parts", "code"), [(1, "slip_taken"), (2, "slip_taken_part")])
def test_what_a_slip_corrects_already_is_old_and_the_slip_is_named(
    parts: int, code: str
) -> None:
    known = Known(returns={"a": (a_return(version=1, slip=3),)})
    found = alone(an_arrival(version=1, parts=parts), known)
    assert found.sorting is Sorting.OLDER
    assert found.reasons == ((code, "3", "trước.xlsx", "2024-07-02"),)


def test_a_form_that_was_replaced_since_is_old() -> None:
    found = alone(an_arrival(), Known(forms={("a", FIRST, LAST): 2}))
    assert (found.sorting, found.reasons) == (
        Sorting.OLDER,
        (("form_replaced", "1", "2"),),
    )


def test_another_period_is_told_and_a_month_of_the_quarter_is_none() -> None:
    other = an_arrival(
        first_day=dt.date(2024, 7, 1),
        last_day=dt.date(2024, 9, 30),
        period_code="2024-Q3",
    )
    found = alone(other, Known(), Q2)
    assert found.sorting is Sorting.OTHER_PERIOD
    assert found.reasons == (("other_period", "2024-Q3", "2024-Q2"),)
    month = an_arrival(first_day=dt.date(2024, 5, 1), last_day=dt.date(2024, 5, 31))
    assert alone(month, Known(), Q2).sorting is Sorting.READY


def test_what_is_nothing_stays_what_it_is() -> None:
    foreign = an_arrival(sorting=Sorting.FOREIGN, kind=None, content_sha256="")
    twice = sort_together([foreign, foreign], Known(), Q2)
    assert [one.sorting for one in twice] == [Sorting.FOREIGN] * 2


def test_a_later_version_that_was_taken_back_makes_nothing_old() -> None:
    back = a_return(version=2, state=ReturnState.TAKEN_BACK)
    assert alone(an_arrival(), Known(returns={"a": (back,)})).sorting is Sorting.READY


def test_the_newest_form_of_its_days_is_not_old() -> None:
    newest = Known(forms={("a", FIRST, LAST): 1, ("b", FIRST, LAST): 2})
    assert alone(an_arrival(), newest).sorting is Sorting.READY
