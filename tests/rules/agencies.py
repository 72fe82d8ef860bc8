"""Small agencies for tests of what becomes of them."""

import datetime as dt
from typing import Any

from desktop.records.agency import Agency, FormerName, Succession, SuccessionKind
from desktop.records.identity import AgencyId

REFORM = dt.date(2025, 7, 1)
EVE = dt.date(2025, 6, 30)


def an_agency(key: str, **changes: Any) -> Agency:
    """Return an agency whose id is its name."""
    return Agency(**({"id": AgencyId(key), "name": key} | changes))


def a_name(agency: str, name: str, last_day: dt.date, **changes: Any) -> FormerName:
    """Return what an agency was called until a day."""
    values: dict[str, Any] = {"id": f"{agency}/{last_day}", "agency": agency}
    return FormerName(**(values | {"name": name, "last_day": last_day} | changes))


def became(
    before: str, after: str, day: dt.date = REFORM, kind: str = "", **changes: Any
) -> Succession:
    """Return what happened, the agencies as letters: `became("ab", "c")`."""
    if not kind:
        kind = {True: "merged", False: "replaced"}[len(before) > 1]
        kind = "split" if len(after) > 1 else kind
    values: dict[str, Any] = {
        "id": f"{before}-{after}-{day}",
        "kind": SuccessionKind(kind),
        "day": day,
        "predecessors": tuple(before),
        "successors": tuple(after),
        "decision": "1/NQ",
    }
    return Succession(**(values | changes))
