"""Files that came in and returns of before, as rules see them."""

import datetime as dt
from pathlib import Path
from typing import Any

from desktop.records.arrival import Arrival, Sorting
from desktop.records.identity import AgencyId
from desktop.records.returns import Return, ReturnKind, ReturnState

FIRST, LAST = dt.date(2024, 4, 1), dt.date(2024, 6, 30)
AT = dt.datetime(2024, 7, 2, 9, tzinfo=dt.UTC)


def an_arrival(name: str = "biểu.xlsx", **values: Any) -> Arrival:
    """Return a form that is ready."""
    usual: dict[str, Any] = {
        "path": Path(name),
        "name": name,
        "sha256": f"bytes of {name}",
        "sorting": Sorting.READY,
        "kind": ReturnKind.FORM,
        "agency": AgencyId("a"),
        "sender": "a",
        "period_code": "2024-Q2",
        "first_day": FIRST,
        "last_day": LAST,
        "version": 1,
        "content_sha256": f"content of {name}",
    }
    return Arrival(**{**usual, **values})


def a_return(**values: Any) -> Return:
    """Return a form that was accepted."""
    usual: dict[str, Any] = {
        "id": "r1",
        "intake": "i1",
        "kind": ReturnKind.FORM,
        "agency": AgencyId("a"),
        "sender": "a",
        "period_code": "2024-Q2",
        "first_day": FIRST,
        "last_day": LAST,
        "source": "f1",
        "version": 1,
        "file_name": "trước.xlsx",
        "file_sha256": "0" * 64,
        "content_sha256": "content of before",
        "state": ReturnState.ACCEPTED,
        "received_at": AT,
    }
    return Return(**{**usual, **values})
