"""An office in which one unit has something of every kind, for tests of its form."""

import dataclasses
import datetime as dt
from decimal import Decimal
from pathlib import Path

from desktop.operations.entries.record_entry import record_many
from desktop.records.exchange import Contact
from desktop.records.form import FormContent
from desktop.records.identity import AgencyId, RecordId
from desktop.records.period import Period
from desktop.records.returns import UnlistedTotal
from desktop.rules.calendar import parse_period
from desktop.rules.forms.against import Whose
from desktop.rules.forms.totals import unlisted_id
from desktop.store import records
from desktop.store.store import Store
from tests import builders

UNIT = AgencyId(builders.UNIT)
OTHER = AgencyId("phong-noi-vu-dak-ha")
PERIOD: Period = parse_period("2024")
WHOSE = Whose(
    sender=UNIT,
    agency=UNIT,
    plan=builders.PLAN,
    first_day=PERIOD.first_day,
    last_day=PERIOD.last_day,
)
LABEL = "Phổ biến trực tiếp: Số lượt người tham dự (Lượt người)"
"""Heading of the total, which is noted beside what it told."""


def an_office(folder: Path) -> Path:
    """Make an office with entries of the unit, inside the period and outside of it."""
    path = builders.an_office(folder / "so.stt")
    with Store(path, clock=builders.a_clock) as store:
        fill(store)
    return path


def fill(store: Store) -> None:
    before = dt.date(2023, 12, 31)
    held = builders.an_activity("conference", agency=UNIT, form="briefing")
    conference = dataclasses.replace(held, id=RecordId("conference"), tasks=())
    many = (
        builders.an_activity(agency=UNIT),
        builders.an_activity(id="before", agency=UNIT, last_day=before),
        builders.an_activity(id="ours"),
        builders.a_product(agency=UNIT, copies=20),
        builders.a_channel(agency=UNIT, opened_on=before),
        builders.a_headcount("G1", 9, agency=UNIT, as_of=before),
    )
    record_many(store, many)
    with store.change("prepare") as change:
        records.put(change, conference)
        records.put(
            change,
            UnlistedTotal(
                id=unlisted_id(WHOSE, "direct_attendance", "direct_attendance"),
                agency=UNIT,
                figure="direct_attendance",  # type: ignore[arg-type]
                first_day=PERIOD.first_day,
                last_day=PERIOD.last_day,
                value=Decimal(140),
                note=LABEL,
                whole=True,
            ),
        )
        records.put(change, Contact(id=UNIT, mailbox="xa@example.vn"))


def sheets(content: FormContent) -> dict[str, str]:
    """Return the name of the sheet of each register."""
    return {one.register: one.sheet for one in content.sheets}
