"""What tests of changes of agencies do again and again."""

import datetime as dt

import pytest

from desktop.errors import DesktopError, InputError
from desktop.operations.agencies.succeeding import Decided
from desktop.records.agency import Agency, FormerName, Succession
from desktop.records.identity import AgencyId
from desktop.store import records
from desktop.store.store import Store

DAY = dt.date(2025, 7, 1)
EVE = dt.date(2025, 6, 30)
DECIDED = Decided(day=DAY, number="12/QĐ-UBND", decided_on=dt.date(2025, 6, 16))
MAR, MON, LA = (AgencyId(f"ubnd-xa-{one}") for one in ("dak-mar", "ha-mon", "dak-la"))
ABOVE = AgencyId("so-tttt-kon-tum")


def new(name: str, **changes: str) -> Agency:
    """Return an agency nobody has made yet."""
    return Agency(id=AgencyId(""), name=name, **changes)  # type: ignore[arg-type]


def agency(store: Store, key: str) -> Agency:
    """Return an agency that must be there."""
    found = records.get(store.reader, Agency, key)
    assert found is not None
    return found


def snapshot(store: Store) -> tuple[object, ...]:
    """Return everything that is kept of agencies."""
    kinds = (Agency, FormerName, Succession)
    return tuple(records.find(store.reader, kind) for kind in kinds)


def codes(refused: pytest.ExceptionInfo[DesktopError]) -> set[tuple[str, str]]:
    """Return field and code of each problem of a refusal."""
    assert isinstance(refused.value, InputError)
    return {(one.field, one.code) for one in refused.value.problems}
