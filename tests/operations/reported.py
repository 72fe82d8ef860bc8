"""What units sent, as the tray leaves it behind, and forms that were made for them."""

import datetime as dt
from typing import Any

from desktop.records.exchange import Call
from desktop.records.form import CollectingForm
from desktop.records.identity import AgencyId
from desktop.records.returns import Intake, Return, ReturnKind, ReturnState
from desktop.store import records
from desktop.store.store import Store
from tests import builders

YEAR = (dt.date(2024, 1, 1), dt.date(2024, 12, 31))


def a_return(agency: str = builders.UNIT, **changes: Any) -> Return:
    """Return one form accepted in time for the year 2024."""
    values: dict[str, Any] = {
        "id": "r1",
        "intake": "in1",
        "kind": ReturnKind.FORM,
        "agency": AgencyId(agency),
        "sender": agency,
        "period_code": "2024",
        "first_day": YEAR[0],
        "last_day": YEAR[1],
        "source": "form-1",
        "version": 1,
        "file_name": "bieu.xlsx",
        "file_sha256": "0" * 64,
        "content_sha256": "1" * 64,
        "state": ReturnState.ACCEPTED,
        "received_at": builders.at("2024-11-20T09:00:00+07:00"),
    }
    return Return(**(values | changes))


def a_form(agency: str = builders.UNIT, **changes: Any) -> CollectingForm:
    """Return the first form of the year 2024."""
    values: dict[str, Any] = {
        "id": "form-1",
        "agency": AgencyId(agency),
        "plan": builders.PLAN,
        "period_code": "2024",
        "first_day": YEAR[0],
        "last_day": YEAR[1],
        "version": 1,
        "layout": "09a",
        "layout_version": 1,
        "made_at": builders.at("2024-11-01T09:00:00+07:00"),
        "file_name": "bieu.xlsx",
        "sha256": "0" * 64,
        "content": "{}",
    }
    return CollectingForm(**(values | changes))


def a_call(agency: str = builders.UNIT, **changes: Any) -> Call:
    """Return one telephone call."""
    values: dict[str, Any] = {
        "id": "c1",
        "agency": AgencyId(agency),
        "period_code": "2024",
        "at": builders.at("2024-12-02T10:30:00+07:00"),
        "way": "phone",
        "note": "hẹn gửi trong tuần",
    }
    return Call(**(values | changes))


def keep(store: Store, *many: object) -> None:
    """Keep what was sent, in an intake of its own where there is none."""
    with store.change("take_in") as change:
        if records.get(store.reader, Intake, "in1") is None:
            at = builders.at("2024-11-20T09:00:00+07:00")
            records.put(change, Intake(id="in1", at=at, seen=1, files=()))
        for one in many:
            records.put(change, one)
