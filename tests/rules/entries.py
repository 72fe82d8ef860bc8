"""One sound entry of every kind, to be spoilt by tests one field at a time."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

from desktop.records.activity import Activity, ActivityKind
from desktop.records.agency import Budget, SpokespersonCheck, UnitPlan
from desktop.records.identity import (
    AgencyId,
    Code,
    GoalId,
    PlanId,
    RecordId,
    StepId,
    TaskId,
)
from desktop.records.plan import Plan
from desktop.records.product import Broadcast, DataSource, OwnChannel, Posting, Product
from desktop.records.returns import UnlistedTotal
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.records.target import Achievement, Estimate, Inherited
from desktop.rules.known import Known

TODAY = dt.date(2024, 11, 15)
DAY = dt.date(2024, 5, 6)
TOMORROW = dt.date(2024, 11, 16)
OFFICE = AgencyId("office")
TASK = TaskId("task")
KEY = RecordId("one")
GOAL = GoalId("plan/T1")
STEP = StepId("plan/1")

PLAN = Plan(
    id=PlanId("plan"),
    document_type="KẾ HOẠCH",
    title="Kế hoạch truyền thông",
    issuer=OFFICE,
    territory="",
    first_day=dt.date(2023, 1, 1),
    last_day=dt.date(2028, 12, 31),
)

KNOWN = Known(
    plan=PLAN,
    today=TODAY,
    agencies=frozenset({OFFICE, AgencyId("other")}),
    tasks=frozenset({TASK}),
    codes={
        "theme": frozenset({Code("law")}),
        "channel": frozenset({Code("radio")}),
        "language": frozenset({Code("vi")}),
        "product_type": frozenset({Code("clip")}),
        "staff_group": frozenset({Code("officials")}),
        "audience": frozenset({Code("people")}),
        "funding_source": frozenset({Code("budget")}),
        "training_mode": frozenset({Code("both")}),
    },
    tiers=frozenset({"base"}),
    goals=frozenset({GOAL}),
    steps=frozenset({STEP}),
    figures=frozenset({Code("portals")}),
    channels={
        RecordId("portal"): None,
        RecordId("part"): RecordId("one"),
        RecordId("part of it"): RecordId("part"),
        RecordId("round"): RecordId("about"),
        RecordId("about"): RecordId("round"),
    },
)

ACTIVITY = Activity(
    id=KEY,
    kind=ActivityKind.TRAINING,
    title="Tập huấn",
    first_day=DAY,
    last_day=DAY,
    agency=OFFICE,
    tasks=(TASK,),
)
PRODUCT = Product(
    id=KEY,
    title="Phóng sự",
    type=Code("clip"),
    first_published=DAY,
    agency=OFFICE,
    tasks=(TASK,),
    languages=(Code("vi"),),
)
DATA_SOURCE = DataSource(id=KEY, name="Kho ảnh", agency=OFFICE, recorded_on=DAY)
POSTING = Posting(
    id=KEY,
    title="Tin bài",
    agency=OFFICE,
    channel=Code("radio"),
    first_day=DAY,
    last_day=DAY,
    tasks=(TASK,),
)
BROADCAST = Broadcast(
    id=KEY,
    title="Chuyên mục",
    agency=OFFICE,
    channel=Code("radio"),
    first_day=DAY,
    last_day=DAY,
    tasks=(TASK,),
    language=Code("vi"),
    minutes=15,
    times=2,
)
HEADCOUNT = Headcount(
    id=KEY, agency=OFFICE, group=Code("officials"), as_of=DAY, people=40
)
DEPARTURE = Departure(
    id=KEY, agency=OFFICE, group=Code("officials"), left_on=DAY, people=2
)
TALLY = Tally(
    id=KEY,
    subject=Code("false_information"),
    agency=OFFICE,
    first_day=DAY,
    last_day=DAY,
    detected=5,
    handled=4,
    document_number="12/BC",
    document_date=DAY,
)
SPOKESPERSON = SpokespersonCheck(id=KEY, agency=OFFICE, year=2024)
UNIT_PLAN = UnitPlan(id=KEY, agency=OFFICE, issued_on=DAY, year=2024)

OWN_CHANNEL = OwnChannel(
    id=KEY, name="Trang", channel=Code("radio"), agency=OFFICE, opened_on=DAY
)
BUDGET = Budget(
    id=KEY,
    agency=OFFICE,
    year=2024,
    source=Code("budget"),
    estimated=10,
    allocated=8,
    spent=8,
)
ACHIEVEMENT = Achievement(
    id=KEY,
    title="Quy chế phối hợp",
    reached_on=DAY,
    agency=OFFICE,
    goals=(GOAL,),
    document_number="12/QC",
)
ESTIMATE = Estimate(id=KEY, goal=GOAL, year=2024, value=Decimal("85.5"), made_on=DAY)
INHERITED = Inherited(
    id=KEY,
    goal=GOAL,
    year=2024,
    numerator=Decimal(8),
    agency=OFFICE,
    document_number="3/BB",
)
UNLISTED = UnlistedTotal(
    id=KEY,
    agency=OFFICE,
    figure=Code("portals"),
    first_day=DAY,
    last_day=DAY,
    value=Decimal(8),
)

SOUND = (
    ACTIVITY,
    PRODUCT,
    DATA_SOURCE,
    POSTING,
    BROADCAST,
    HEADCOUNT,
    DEPARTURE,
    TALLY,
    SPOKESPERSON,
    UNIT_PLAN,
    OWN_CHANNEL,
    BUDGET,
    ACHIEVEMENT,
    ESTIMATE,
    INHERITED,
    UNLISTED,
)


def spoilt(record: Any, **changes: Any) -> Any:
    """Return the record with some fields changed."""
    return replace(record, **changes)
