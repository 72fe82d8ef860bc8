"""An office of which nothing can be said before its report is signed."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.reports.draft_report import Request
from desktop.operations.units.read_units import read_units
from desktop.records.evidence import Evidence
from desktop.records.identity import RecordId
from desktop.records.target import Milestone
from desktop.rules.calendar import parse_period
from desktop.store import preferences, records
from desktop.store.store import Store
from tests import builders

YEAR = parse_period("2024")
_TITLES = (
    "Phóng sự về quyền trẻ em",
    "Chuyện của làng",
    "Hỏi đáp pháp luật",
    "Bình đẳng giới quanh ta",
    "Người có uy tín kể",
    "Tiếng nói học đường",
)
TEXTS = dict.fromkeys(
    ("strengths", "shortcomings", "causes", "outlook", "proposals"),
    "Nội dung do người soạn viết.",
)


def a_request(**changes: Any) -> Request:
    """Return the report of 2024 whose every section was written."""
    values: dict[str, Any] = {
        "period": YEAR,
        "period_words": "năm 2024",
        "texts": TEXTS,
    }
    return Request(**(values | changes))


def make_sound(store: Store) -> None:
    """Record what every unit, target and setting of the shipped plan asks for."""
    own = preferences.get(store.reader)
    assert own is not None
    set_preferences(store, replace(own, signer_name="Y Hà"))
    with store.change("record_many") as change:
        for one in everything(store):
            records.put(change, one)


def everything(store: Store) -> Iterator[object]:
    """Yield an entry of each unit, and what the targets are counted of."""
    for number, unit in enumerate(read_units(store, YEAR).units):
        yield builders.a_posting(
            id=f"posting-{unit.agency.id}",
            title=f"Tin số {number} của {unit.agency.name}",
            agency=unit.agency.id,
        )
    for group in groups(store):
        yield builders.a_headcount(group, 100)
    for number in range(6):
        yield builders.a_product(
            id=f"product-{number}",
            title=_TITLES[number],
            digitised=True,
            digital=not number,
        )
    yield builders.a_tally(10, 10)
    for code, planned in (("T3", 1), ("T5a", 1)):
        yield Milestone(
            id=f"{builders.PLAN}/{code}/2024",
            target=f"{builders.PLAN}/{code}",  # type: ignore[arg-type]
            year=2024,
            value=Decimal(planned),
        )


def groups(store: Store) -> tuple[str, ...]:
    """Return the staff groups the plan's targets count."""
    from desktop.records.target import Target

    held = records.find(store.reader, Target, where={"plan": builders.PLAN})
    return tuple(dict.fromkeys(str(o.staff_group) for o in held if o.staff_group))


def proof(row_id: str) -> Evidence:
    """Return a photo of an activity."""
    return Evidence(
        id=RecordId(f"evidence-{row_id}"),
        place="activities",
        row_id=row_id,
        name="anh.jpg",
        sha256="0" * 64,
        size=1,
        media="image/jpeg",
        added_at=dt.datetime(2024, 6, 6, 8, 0, tzinfo=builders.NOW.tzinfo),
        source_sha256="1" * 64,
    )
