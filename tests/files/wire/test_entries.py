"""Entries come back as they went, and equal entries are equal bytes."""

import datetime as dt
import hashlib
import json
import random
import time
import unicodedata
from collections.abc import Callable
from dataclasses import MISSING, fields, replace
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.errors import PackageTooNewError, PackageUnreadableError
from desktop.files.wire import entries as wire
from desktop.records.activity import AudienceCount, Spending, StaffCount
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.exchange_entries import (
    Entries,
    EntryRecord,
    SentEvidence,
    SentPlan,
    SentTarget,
    SentTask,
)
from desktop.records.returns import UnlistedTotal
from desktop.rules.counting import RECORD_OF
from desktop.rules.short_code import short_code
from desktop.store.shelves import BY_RECORD
from tests import builders
from tests.builders import OWN, PLAN

HERE = Path("gói.zip")
FIRST, LAST = dt.date(2024, 1, 1), dt.date(2024, 12, 31)
SHAPES = "cb4077ae7bd967a4"


def made(cls: Any, **values: Any) -> Any:
    return cls(**values)


def again(record: Any, **changes: Any) -> Any:
    return replace(record, **changes)


def some_rows() -> tuple[EntryRecord, ...]:
    """Return an entry of most registers, in no order."""
    activity = builders.an_activity(
        id="b",
        attendance=40,
        audiences=(made(AudienceCount, audience="youth", attendance=3),),
        spending=(made(Spending, source="state", planned=5, spent=4),),
        staff=(builders.staff("leaders", 2),),
        surface=Decimal("2.50"),
        requested_at=dt.datetime(2024, 3, 1, 8, 30),  # noqa: DTZ001  office's own time
    )
    planned = builders.an_activity(id="a", attendance=7, state="planned")
    total = made(
        UnlistedTotal,
        id="t",
        agency=OWN,
        figure="events",
        first_day=FIRST,
        last_day=LAST,
        value=Decimal(5),
    )
    return activity, builders.a_product(), planned, total


def some_entries(**changes: Any) -> Entries:
    values: dict[str, Any] = {
        "agency": OWN,
        "plan": PLAN,
        "first_day": FIRST,
        "last_day": LAST,
        "agencies": (made(Agency, id=OWN, name="Phòng Văn hóa"),),
        "plans": (
            made(
                SentPlan,
                id=PLAN,
                title="Kế hoạch",
                issuer=OWN,
                first_day=FIRST,
                last_day=LAST,
            ),
        ),
        "tasks": (made(SentTask, id="t1", plan=PLAN, code="1", text="Việc"),),
        "targets": (
            made(
                SentTarget,
                id="g",
                goal="g",
                code="T1",
                label="Chỉ tiêu",
                unit="%",
                value=Decimal(9),
            ),
        ),
        "rows": some_rows(),
        "evidence": (
            SentEvidence(
                id="e",
                place="activities",
                row_id="b",
                name="ảnh.jpg",
                media="image/jpeg",
                sha256="0" * 64,
                member="anh-01.jpg",
            ),
        ),
        "withheld": 2,
    }
    return Entries(**(values | changes))


def test_entries_come_back_each_kind_by_id() -> None:
    data = wire.entries_to_json(some_entries())
    back = wire.entries_from_json(data, name=HERE)
    assert {one.id: one for one in back.rows} == {one.id: one for one in some_rows()}
    ids = [one.id for one in back.rows if wire.table_of(one) == "activities"]
    assert ids == ["a", "b"]
    assert replace(back, rows=()) == replace(some_entries(), rows=())
    assert wire.entries_to_json(back) == data


def test_order_of_rows_and_form_of_letters_do_not_matter() -> None:
    rows = list(some_rows())
    random.Random(3).shuffle(rows)
    apart = unicodedata.normalize("NFD", "Tập huấn\n\u0301 ở xã")
    rows[0] = builders.an_activity(id="n", title=apart)
    other = [
        again(r, title=unicodedata.normalize("NFC", apart)) if r.id == "n" else r
        for r in rows[::-1]
    ]
    one, two = (
        wire.entries_to_json(some_entries(rows=tuple(each))) for each in (rows, other)
    )
    assert one == two
    assert wire.entries_from_json(one, name=HERE).rows


def test_what_is_default_takes_no_room_and_keys_are_sorted() -> None:
    told = json.loads(wire.entries_to_json(some_entries()))
    assert "postings" not in told["rows"]
    assert "note" not in told["rows"]["activities"][0]
    assert list(told) == sorted(told)


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.update(more=1),
        lambda told: told.pop("plans"),
        lambda told: told["rows"].update(people=[]),
        lambda told: told["rows"]["activities"][0].update(person="A"),
        lambda told: told["rows"]["activities"][0].pop("title"),
        lambda told: told["rows"]["activities"][0].update(kind="party"),
        lambda told: told["rows"]["activities"][0].update(attendance="40"),
        lambda told: told["rows"]["activities"][1]["staff"][0].update(name="A"),
        lambda told: told["rows"]["activities"].reverse(),
        lambda told: told["rows"]["activities"].append(told["rows"]["activities"][1]),
        lambda told: told.update(
            earlier={"activities": told["rows"]["activities"][:1]}
        ),
        lambda told: told["rows"]["activities"][0].update(note=""),
        lambda told: told["rows"].update(postings=[]),
        lambda told: told["agencies"].append(told["agencies"][0]),
        lambda told: told["agencies"][0].update(
            name=unicodedata.normalize("NFD", "Phòng Văn hóa")
        ),
        lambda told: told.update(first_day="1/1/2024"),
    ],
)
def test_what_is_not_written_as_entries_are_is_refused(
    change: Callable[[dict[str, Any]], object],
) -> None:
    told = json.loads(wire.entries_to_json(some_entries()))
    change(told)
    data = json.dumps(
        told, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()
    with pytest.raises(PackageUnreadableError) as caught:
        wire.entries_from_json(data, name=HERE)
    assert (caught.value.reason, caught.value.path) == ("content", HERE)


def test_a_blank_between_tokens_and_other_bytes_are_refused() -> None:
    data = wire.entries_to_json(some_entries())
    for other in (b"", b"{}", b"\xff", data + b" ", data.replace(b":", b": ", 1)):
        with pytest.raises(PackageUnreadableError):
            wire.entries_from_json(other, name=HERE)


def test_entries_of_a_later_program_are_told_as_such() -> None:
    told = json.loads(wire.entries_to_json(some_entries()))
    told |= {"format": wire.ENTRIES_FORMAT + 1, "new": 1}
    with pytest.raises(PackageTooNewError) as caught:
        wire.entries_from_json(json.dumps(told).encode(), name=HERE)
    assert caught.value.facts == ("2", "1")


def test_the_control_total_counts_all_entries_and_people_of_what_took_place() -> None:
    rows = (*some_rows(), builders.an_activity(id="c", attendance=9, joined_to="b"))
    control = wire.control_total(rows)
    assert (control.entries, control.attendance) == (5, 40)
    assert control == wire.control_total(rows[::-1])
    digest = hashlib.sha256(wire.rows_to_json(rows)).hexdigest()
    assert short_code(digest) == control.code
    more = (*rows[1:], again(some_rows()[0], note="khác"))
    assert wire.control_total(more).code != control.code


def test_every_register_and_what_is_not_listed_travels() -> None:
    assert {*RECORD_OF.values(), UnlistedTotal} == set(wire.TABLES.values())
    assert all(BY_RECORD[one].table == name for name, one in wire.TABLES.items())


def test_every_default_is_a_value_of_which_there_is_one_only() -> None:
    """Or the same entry would be written with a field here, and without it there."""
    kinds = [*wire.TABLES.values(), AudienceCount, StaffCount, Spending]
    kinds += [Agency, CatalogueItem, SentPlan, SentTask, SentTarget, SentEvidence]
    for kind in kinds:
        for one in fields(kind):
            default = one.default
            if default is not MISSING and not isinstance(default, StrEnum):
                only = default is None or default in ("", (), True, False, 0, 1)
                assert only, (kind, one.name)


def test_two_thousand_activities_take_less_than_a_tenth_of_a_second() -> None:
    rows = tuple(builders.an_activity(id=f"{n:032x}") for n in range(2_000))
    entries = some_entries(rows=rows)
    wire.entries_to_json(some_entries())
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        data = wire.entries_to_json(entries)
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.1
    assert len(data) < 1_500_000


def test_the_shape_is_the_one_this_format_was_given() -> None:
    """A field more or less is another format: raise it, and keep reading this one."""
    shapes = {name: _told(record) for name, record in sorted(wire.TABLES.items())}
    digest = hashlib.sha256(msgspec.json.encode(shapes)).hexdigest()
    assert digest[:16] == SHAPES


def _told(record: type) -> list[str]:
    return [one.name for one in fields(record)]
