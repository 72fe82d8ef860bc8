"""Tests of the staff of a practice office and of what training reaches."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop.records.activity import Activity, ActivityKind, StaffCount
from desktop.records.identity import Code, RecordId
from desktop.rules.practice.book import Series
from desktop.rules.practice.staff import Trainings, reached, staff
from tests.rules.practice_office import OFFICE, book, stream

G1 = Code("G1")
FORMS = {
    Code("both"): "complete",
    Code("news"): "updated",
    Code("skills"): "trained",
}


def trainings(*forms: str) -> Trainings:
    """Return one training of each form, on days in order."""
    some = next(one for one in book().series if one.kind is ActivityKind.TRAINING)
    return [
        (training(number, form), shape(some, form)) for number, form in enumerate(forms)
    ]


def training(number: int, form: str) -> Activity:
    day = dt.date(2024, 1, 2) + dt.timedelta(days=number)
    return Activity(
        id=RecordId(str(number)),
        kind=ActivityKind.TRAINING,
        form=Code(form),
        title="Lớp",
        agency=OFFICE,
        first_day=day,
        last_day=day,
        people=20,
        attendance=20,
    )


def shape(series: Series, form: str) -> Series:
    return replace(series, form=Code(form), staff=(G1,))


def rows(made: Trainings) -> list[StaffCount]:
    return [row for one, _ in made for row in one.staff]


def test_a_course_of_both_completes_its_people_at_once() -> None:
    found = rows(reached(trainings("both", "both"), {(G1, "x"): 7}, FORMS))
    assert [row.first_complete for row in found] == [4, 3]
    assert [row.first_updated for row in found] == [4, 3]
    assert {row.tier for row in found} == {"x"}


def test_the_updated_are_completed_by_the_next_class_of_skills() -> None:
    found = rows(reached(trainings("news", "skills"), {(G1, ""): 6}, FORMS))
    assert [row.first_updated for row in found] == [6, 0]
    assert [row.first_trained for row in found] == [0, 6]
    assert [row.first_complete for row in found] == [0, 6]


def test_a_class_of_skills_nobody_waits_for_trains_nobody_anew() -> None:
    assert not rows(reached(trainings("skills"), {(G1, ""): 6}, FORMS))


def test_a_course_never_has_fewer_people_than_staff() -> None:
    (one, _), *_ = reached(trainings("both"), {(G1, ""): 33}, FORMS)
    assert one.people == 33
    assert one.attendance == 33


def test_a_course_that_was_called_off_reaches_nobody() -> None:
    from desktop.records.activity import ActivityState

    planned = [
        (replace(one, state=ActivityState.CANCELLED), series)
        for one, series in trainings("both", "both")[:1]
    ]
    held = trainings("both", "both")[1:]
    found = reached(planned + held, {(G1, ""): 5}, FORMS)
    assert [sum(row.people for row in one.staff) for one, _ in found] == [0, 5]


@given(
    st.lists(st.sampled_from(["both", "news", "skills"]), min_size=1, max_size=8),
    st.integers(0, 200),
)
def test_nobody_is_first_twice(forms: list[str], due: int) -> None:
    found = rows(reached(trainings(*forms), {(G1, ""): due}, FORMS))
    for name in ("first_updated", "first_trained", "first_complete"):
        assert sum(getattr(row, name) for row in found) <= due
    assert all(
        max(row.first_updated, row.first_trained, row.first_complete) <= row.people
        for row in found
    )


def test_every_group_of_a_target_has_people() -> None:
    people = staff(stream(), earlier=True)
    groups = {one.staff_group for one in stream().cast.targets if one.staff_group}
    assert {one.group for one in people.headcounts} == groups


def test_those_due_are_never_more_than_there_are() -> None:
    people = staff(stream(), earlier=True)
    for key, due in people.due.items():
        held = sum(
            one.people
            for one in people.headcounts
            if (one.group, one.tier) == key and one.as_of.year == 2024
        )
        gone = sum(
            one.people for one in people.departures if (one.group, one.tier) == key
        )
        assert people.earlier[key] + due - gone <= held


def test_a_first_year_has_no_past() -> None:
    people = staff(stream(2023), earlier=False)
    assert {one.as_of.year for one in people.headcounts} == {2023}
    assert not people.departures
    assert not any(people.earlier.values())


def test_nobody_leaves_a_group_of_which_none_may() -> None:
    groups = {one.group for one in staff(stream(), earlier=True).departures}
    assert groups == {"G1", "G2"}
