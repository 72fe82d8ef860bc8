"""Tests of the activities of a practice year."""

from collections import Counter
from dataclasses import replace

from desktop.records.activity import Activity, ActivityKind, ActivityState
from desktop.rules.practice.book import Series
from desktop.rules.practice.events import activities
from tests.rules.practice_office import OFFICE, book, stream


def pattern(kind: ActivityKind, form: str) -> Series:
    return next(
        one for one in book().series if (one.kind, str(one.form)) == (kind, form)
    )


def every(*, earlier: bool = False, without: tuple[str, ...] = ()) -> list[Activity]:
    chance = stream(2023 if earlier else 2024, earlier=earlier, without=without)
    return [
        one
        for series in book().series
        for one in activities(chance, series, earlier=earlier)
    ]


def test_each_agency_of_a_kind_gets_as_many_as_the_pattern_says() -> None:
    series = replace(pattern(ActivityKind.MOBILE_SHOW, "mobile_pictures"), each=2)
    led = Counter(one.agency for one in activities(stream(), series))
    assert len(led) == 11
    assert set(led.values()) == {2}


def test_a_monthly_pattern_has_one_in_each_month() -> None:
    series = pattern(ActivityKind.COORDINATION, "digest")
    months = [one.last_day.month for one in activities(stream(), series)]
    assert months == list(range(1, 13))


def test_what_there_is_nobody_for_falls_to_the_office() -> None:
    series = pattern(ActivityKind.MOBILE_SHOW, "mobile_pictures")
    made = activities(stream(without=("commune",)), series)
    assert [one.agency for one in made] == [OFFICE]


def test_no_lead_is_a_partner_too() -> None:
    assert not [one.title for one in every() if one.agency in one.partners]


def test_audiences_add_up_to_the_attendance() -> None:
    counted = [one for one in every() if one.audiences]
    assert len(counted) > 100
    for one in counted:
        assert sum(row.attendance for row in one.audiences) == one.attendance


def test_money_is_spent_within_what_was_planned() -> None:
    lines = [line for one in every() for line in one.spending]
    assert lines
    assert all(0 <= line.spent <= line.planned for line in lines)
    assert all(line.planned % 500_000 == 0 for line in lines)
    assert max(line.planned for line in lines) < 40_000_000


def test_what_did_not_take_place_has_no_numbers() -> None:
    made = every()
    states = Counter(one.state for one in made)
    assert states[ActivityState.PLANNED] >= 2
    assert states[ActivityState.CANCELLED] >= 2
    for one in made:
        if one.state is not ActivityState.DONE:
            assert one.attendance is None
            assert not sum(line.spent for line in one.spending)
        if one.state is ActivityState.CANCELLED:
            assert one.note


def test_attendance_of_a_course_is_its_people_on_each_day() -> None:
    for one in every():
        if one.people is not None:
            days = (one.last_day - one.first_day).days + 1
            assert one.attendance == one.people * days


def test_every_activity_is_in_its_year_and_carries_a_task() -> None:
    assert {one.last_day.year for one in every()} == {2024}
    unasked = {"inspection", "press_attendance", "investment"}  # no task of this plan
    assert not [
        one.title for one in every() if not one.tasks and one.kind not in unasked
    ]


def test_the_year_before_has_a_few_from_the_month_of_the_plan() -> None:
    made = every(earlier=True)
    assert 30 <= len(made) <= 60
    assert min(one.first_day.month for one in made) >= 6
    assert {one.last_day.year for one in made} == {2023}


def test_offices_meet_on_working_days() -> None:
    indoors = {ActivityKind.TRAINING, ActivityKind.PRESS_INFORMATION}
    days = [one.first_day for one in every() if one.kind in indoors]
    assert days
    assert all(day.weekday() < 5 for day in days)
