"""Intakes written by hand, one change each."""

import datetime as dt

from desktop.records.identity import AgencyId
from desktop.records.returns import Intake, Return, ReturnKind, ReturnState
from desktop.store import received, records
from desktop.store.store import Store
from tests.builders import NOW, UNIT, an_activity


def take_in(store: Store, number: int, **attendance: int) -> str:
    """Take in activities by their ids, as the file of an intake told them."""
    intake, ret = f"intake-{number}", f"return-{number}"
    with store.change("take_in") as change:
        records.put(change, Intake(id=intake, at=NOW, seen=1, files=()))
        records.put(change, a_return(ret, intake, number))
        told = []
        for row_id, many in attendance.items():
            records.put(change, an_activity(id=row_id, attendance=many))
            told.append(("activities", row_id, f"Hội nghị!{number}"))
        received.note(change, ret, told)
    return intake


def a_return(ret: str, intake: str, number: int) -> Return:
    """Return what is kept of the file of an intake."""
    return Return(
        id=ret,
        intake=intake,
        kind=ReturnKind.FORM,
        agency=AgencyId(UNIT),
        sender=UNIT,
        period_code="2024-Q2",
        first_day=dt.date(2024, 4, 1),
        last_day=dt.date(2024, 6, 30),
        source="form",
        version=number,
        file_name=f"{number}.xlsx",
        file_sha256=str(number) * 64,
        content_sha256=str(number) * 64,
        state=ReturnState.ACCEPTED,
        received_at=NOW + dt.timedelta(days=number),
    )
