"""Packages of one report belong together, and are counted once."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.records.arrival import Arrival, ArrivalRow, Counts, Fate, Sorting
from desktop.records.exchange import ControlTotal
from desktop.records.identity import AgencyId
from desktop.records.returns import Return, ReturnKind, ReturnState
from desktop.rules.intake.parts import (
    belong_together,
    goes_with,
    once,
    stands_in_part,
)

FIRST = Arrival(
    path=Path("x"),
    name="goi_1-3.zip",
    sha256="",
    sorting=Sorting.READY,
    sender="xa",
    package_id="goi",
    version=1,
    part=1,
    parts=3,
    control=ControlTotal(entries=2, code="AB12"),
    counts=Counts(seen=5, accepted=3, refused=1, unchanged=1),
    rows=(ArrivalRow(place="activities", row_id="a", title="", fate=Fate.KEEP),),
)
SECOND = replace(FIRST, name="goi_2-3.zip", part=2)


def test_two_parts_of_one_report_go_together() -> None:
    assert goes_with(FIRST, SECOND)
    assert belong_together([FIRST, SECOND, replace(FIRST, part=3)])
    assert not belong_together([FIRST, SECOND, replace(SECOND, name="again")])


@pytest.mark.parametrize(
    "other",
    [
        FIRST,
        replace(SECOND, sender="khac"),
        replace(SECOND, package_id="khac"),
        replace(SECOND, version=2),
        replace(SECOND, slip=1),
        replace(SECOND, parts=4),
        replace(SECOND, control=ControlTotal(entries=2, code="CD34")),
        replace(SECOND, part=1, parts=1),
    ],
)
def test_what_differs_in_anything_but_its_number_does_not(other: Arrival) -> None:
    assert not goes_with(FIRST, other)
    assert not belong_together([FIRST, other])


def test_entries_told_again_are_seen_and_unchanged() -> None:
    alone = replace(FIRST, package_id="khac", parts=1)
    found = list(once([FIRST, SECOND, alone, alone]))
    assert [one.counts.accepted for one in found] == [3, 0, 3, 3]
    assert found[1].counts == Counts(seen=5, accepted=0, refused=1, unchanged=4)
    assert (len(found[0].rows), len(found[1].rows)) == (1, 0)


def a_return(**changes: object) -> Return:
    values: dict[str, object] = {
        "id": "r",
        "intake": "i",
        "kind": ReturnKind.PACKAGE,
        "agency": AgencyId("xa"),
        "sender": "xa",
        "period_code": "2024",
        "first_day": dt.date(2024, 1, 1),
        "last_day": dt.date(2024, 12, 31),
        "source": "bc",
        "version": 1,
        "package_id": "goi",
        "file_name": "goi.zip",
        "file_sha256": "0" * 64,
        "content_sha256": "0" * 64,
        "control": "AB12",
        "state": ReturnState.SUPERSEDED,
        "received_at": dt.datetime(2024, 7, 1, tzinfo=dt.UTC),
    }
    return Return(**(values | changes))  # type: ignore[arg-type]


def test_what_another_part_superseded_still_stands() -> None:
    stands = a_return(state=ReturnState.ACCEPTED)
    assert stands_in_part(a_return(), [stands])
    for changes in (
        {"version": 2},
        {"package_id": "khac"},
        {"control": "CD34"},
        {"sender": "khac"},
        {"state": ReturnState.TAKEN_BACK},
    ):
        assert not stands_in_part(a_return(), [replace(stands, **changes)])
    assert not stands_in_part(a_return(state=ReturnState.TAKEN_BACK), [stands])
    assert not stands_in_part(a_return(package_id=""), [stands])
