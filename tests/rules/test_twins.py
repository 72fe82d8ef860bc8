"""Entries that may tell of one event are found, and those that do not are left."""

import datetime as dt
from dataclasses import replace
from typing import Any, cast

import pytest

from desktop.records.activity import Activity, ActivityKind, ActivityState
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.product import Broadcast, Posting, Product
from desktop.records.staff import Headcount
from desktop.rules.twins import Look, Nature, Sign, look, pairs, twins

DAY = dt.date(2026, 6, 5)
TITLE = "Hội thi tìm hiểu pháp luật về quyền con người"
ONE = Look(
    id=RecordId("one"),
    nature=Nature.EVENT,
    kind="contest",
    title=TITLE,
    first_day=DAY,
    last_day=DAY,
    agency=AgencyId("commune-a"),
    place="Nhà văn hóa xã A",
)


def other(**changes: Any) -> Look:
    return replace(ONE, id=RecordId("two"), **changes)


def later(days: int) -> dict[str, Any]:
    day = DAY + dt.timedelta(days=days)
    return {"first_day": day, "last_day": day}


TWINS: dict[str, dict[str, Any]] = {
    "typed twice": {},
    "other unit, one place": {"agency": AgencyId("commune-b")},
    "other unit, other words": {
        "agency": AgencyId("office"),
        "title": "Cuộc thi tìm hiểu pháp luật quyền con người",
    },
    "one day later": later(1),
    "one day earlier": later(-1),
    "days that overlap": {"first_day": DAY - dt.timedelta(days=3)},
    "place left out": {"place": ""},
    "partner, place left out": {
        "agency": AgencyId("commune-b"),
        "place": "",
        "partners": (AgencyId("commune-a"),),
    },
    "another form of contest": {"form": Code("quiz")},
}
AS_MANY: dict[str, Any] = {
    "agency": AgencyId("commune-b"),
    "place": "",
    "attendance": 300,
}
"""Of another unit that tells no place, but of as many people."""
NO_TWINS: dict[str, dict[str, Any]] = {
    "two days later": later(2),
    "a weekly series": later(7),
    "another kind": {"kind": "training"},
    "another place": {"place": "Nhà văn hóa xã B"},
    "other unit, place left out": {"agency": AgencyId("commune-b"), "place": ""},
    "next day, place left out": {**later(1), "place": ""},
    "another number": {"title": f"{TITLE} đợt 2"},
    "already joined": {"counted_in": RecordId("one")},
    "another language": {"languages": (Code("bana"),)},
}


COUNTED = replace(ONE, attendance=300)


def test_units_that_tell_no_place_but_the_same_people_may_tell_of_one_event() -> None:
    at_one_place = replace(COUNTED, id=RecordId("two"), agency=AgencyId("commune-b"))
    (likeliest,) = twins(COUNTED, [at_one_place])

    (twin,) = twins(COUNTED, [other(**AS_MANY)])

    assert Sign.SAME_ATTENDANCE in twin.why
    assert twin.score < likeliest.score


@pytest.mark.parametrize(
    "changes",
    [
        {"attendance": 299},
        {"title": f"{TITLE} ở xã"},
        {"form": Code("quiz")},
        later(1),
    ],
    ids=["other people", "other title", "other form", "next day"],
)
def test_as_many_people_alone_make_no_twin(changes: dict[str, Any]) -> None:
    assert twins(COUNTED, [other(**(AS_MANY | changes))]) == ()


def test_nobody_is_not_as_many_people() -> None:
    nobody = replace(ONE, attendance=0)

    assert twins(nobody, [other(**(AS_MANY | {"attendance": 0}))]) == ()


@pytest.mark.parametrize("changes", TWINS.values(), ids=TWINS)
def test_likely_twins_are_named(changes: dict[str, Any]) -> None:
    one = replace(ONE, form=Code("writing")) if "form" in changes else ONE

    assert [twin.id for twin in twins(one, [other(**changes)])] == ["two"]


@pytest.mark.parametrize("changes", NO_TWINS.values(), ids=NO_TWINS)
def test_what_only_looks_alike_is_left(changes: dict[str, Any]) -> None:
    one = replace(ONE, title=f"{TITLE} đợt 1", languages=(Code("vi"),))
    told = {"title": one.title, "languages": one.languages}
    plain = other(**{**told, **changes})

    assert twins(one, [plain]) == ()


def test_the_same_title_in_two_communes_on_one_day_is_two_events() -> None:
    one = replace(ONE, place="Xã A")
    two = other(place="Xã B", agency=AgencyId("commune-b"))

    assert twins(one, [two]) == ()


def test_accounts_of_one_shared_event_are_not_offered_again() -> None:
    first = replace(ONE, counted_in=RecordId("lead"))
    second = other(counted_in=RecordId("lead"))

    assert twins(first, [second]) == ()


def test_it_is_said_what_is_alike() -> None:
    two = other(agency=AgencyId("commune-b"), title=TITLE.upper())

    [twin] = twins(ONE, [two])

    assert twin.why == (
        Sign.SAME_DAYS,
        Sign.SAME_PLACE,
        Sign.SAME_TITLE,
        Sign.OTHER_AGENCY,
    )


def test_the_likeliest_comes_first_and_an_entry_is_no_twin_of_itself() -> None:
    near = replace(other(**later(1)), id=RecordId("near"))

    found = twins(ONE, [ONE, near, other()])

    assert [twin.id for twin in found] == ["two", "near"]
    assert found[0].score > found[1].score


def test_every_pair_of_a_period_is_told_once() -> None:
    three = replace(other(), id=RecordId("three"), **later(1))
    far = replace(other(), id=RecordId("far"), **later(30))

    found = pairs([far, three, ONE, other()])

    assert {(one.first, one.second) for one in found} == {
        ("one", "two"),
        ("one", "three"),
        ("two", "three"),
    }


def test_a_long_event_is_compared_with_all_that_fall_into_it() -> None:
    long = replace(ONE, id=RecordId("long"), last_day=DAY + dt.timedelta(days=60))
    inside = [
        replace(other(), id=RecordId(f"in-{n}"), **later(n * 10)) for n in range(1, 4)
    ]

    found = pairs([long, *inside])

    assert [(one.first, one.second) for one in found] == [
        ("long", "in-1"),
        ("long", "in-2"),
        ("long", "in-3"),
    ]


ACTIVITY = Activity(
    id=RecordId("one"),
    kind=ActivityKind.TRAINING,
    title="Tập huấn kỹ năng truyền thông cho cán bộ cơ sở",
    first_day=DAY,
    last_day=DAY,
    agency=AgencyId("office"),
)
PRODUCT = Product(
    id=RecordId("one"),
    title="Phóng sự Người giữ lửa làng",
    type=Code("report"),
    first_published=DAY,
    agency=AgencyId("centre"),
)
POSTING = Posting(
    id=RecordId("one"),
    title="Chung tay bảo vệ trẻ em trên môi trường mạng",
    agency=AgencyId("centre"),
    channel=Code("portal"),
    first_day=DAY,
    last_day=DAY,
)
BROADCAST = Broadcast(
    id=RecordId("one"),
    title="Chương trình pháp luật và đời sống",
    agency=AgencyId("station"),
    channel=Code("loudspeaker"),
    first_day=DAY,
    last_day=DAY,
    language=Code("vi"),
    minutes=15,
)


@pytest.mark.parametrize("record", [ACTIVITY, PRODUCT, POSTING, BROADCAST])
def test_every_kind_of_entry_typed_twice_is_found(record: object) -> None:
    one, two = look(record), look(replace(cast("Activity", record), id=RecordId("two")))

    assert one is not None
    assert two is not None
    assert [twin.id for twin in twins(one, [two])] == ["two"]


@pytest.mark.parametrize(
    "two",
    [
        replace(POSTING, channel=Code("fanpage")),
        replace(POSTING, agency=AgencyId("office")),
        replace(POSTING, **later(1)),
        replace(POSTING, title="Chung tay bảo vệ môi trường"),
    ],
    ids=["channel", "agency", "next day", "title"],
)
def test_another_posting_is_not_a_twin(two: Posting) -> None:
    first, second = look(POSTING), look(replace(two, id=RecordId("two")))

    assert first is not None
    assert second is not None
    assert twins(first, [second]) == ()


def test_a_broadcast_in_another_language_or_on_the_next_day_is_another_one() -> None:
    one = look(BROADCAST)
    others = [
        look(replace(BROADCAST, id=RecordId("bana"), language=Code("bana"))),
        look(replace(BROADCAST, id=RecordId("next"), **later(1))),
    ]

    assert one is not None
    assert twins(one, [two for two in others if two]) == ()


def test_a_work_first_shown_a_day_later_is_one_but_of_another_type_is_not() -> None:
    one = look(PRODUCT)
    later_one = replace(PRODUCT, first_published=DAY + dt.timedelta(days=1))
    others = [
        look(replace(later_one, id=RecordId("later"))),
        look(replace(PRODUCT, id=RecordId("film"), type=Code("film"))),
    ]

    assert one is not None
    assert [twin.id for twin in twins(one, [two for two in others if two])] == ["later"]


def test_what_was_cancelled_and_what_is_no_event_has_no_twins() -> None:
    headcount = Headcount(
        id=RecordId("h"), agency=AgencyId("a"), group=Code("g"), as_of=DAY, people=3
    )

    assert look(replace(ACTIVITY, state=ActivityState.CANCELLED)) is None
    assert look(headcount) is None
