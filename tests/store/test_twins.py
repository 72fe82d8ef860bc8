"""Candidates for twins are read by kind and days, and none is missed."""

import datetime as dt
import sqlite3
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.records.activity import ActivityState
from desktop.rules.twins import Look, Nature, look, twins
from desktop.store import twins as stored
from desktop.store.store import Store
from tests.builders import (
    DAY,
    OWN,
    UNIT,
    a_broadcast,
    a_posting,
    a_product,
    an_activity,
)
from tests.store.counting_targets import holding, keep
from tests.store.test_totals import db

__all__ = ["db"]

DAYS = st.integers(-3, 3).map(lambda many: DAY + dt.timedelta(days=many))
ENTRIES = st.builds(
    lambda kind, agency, first, length, place: an_activity(
        kind,
        agency=agency,
        first_day=first,
        last_day=first + dt.timedelta(days=length),
        place=place,
    ),
    st.sampled_from(["training", "contest"]),
    st.sampled_from([OWN, UNIT]),
    DAYS,
    st.sampled_from([0, 0, 1, 40, 366]),
    st.sampled_from(["", "Xã A", "Xã B"]),
)


def seen(record: Any) -> Look:
    found = look(record)
    assert found is not None
    return found


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(many=st.lists(ENTRIES, min_size=1, max_size=6))
def test_what_is_near_holds_every_twin(many: list[Any], db: sqlite3.Connection) -> None:
    with holding(db, many) as kept:
        for one in map(seen, kept):
            expected = twins(one, map(seen, kept))
            assert twins(one, stored.near(db, one)) == expected


@pytest.mark.parametrize(
    ("record", "nature"),
    [
        (an_activity(languages=("vietnamese",), place="Xã A"), Nature.EVENT),
        (a_product(), Nature.WORK),
        (a_posting(), Nature.POSTED),
        (a_broadcast(), Nature.BROADCAST),
    ],
)
def test_what_is_read_is_what_the_rules_see(
    store: Store, record: Any, nature: Nature
) -> None:
    keep(store, record)
    expected = seen(record)
    assert expected.nature is nature
    days = (DAY, DAY + dt.timedelta(days=40))
    assert stored.within(store.reader, nature, *days) == (expected,)


def test_what_was_called_off_is_no_candidate(store: Store) -> None:
    keep(store, an_activity(state=ActivityState.CANCELLED))
    one = seen(an_activity(id="new"))
    assert stored.near(store.reader, one) == ()
    assert stored.within(store.reader, Nature.EVENT, DAY, DAY) == ()


@pytest.mark.parametrize("nature", ["event", "posted", "broadcast"])
def test_candidates_come_through_an_index(store: Store, nature: str) -> None:
    sql = stored.statement(Nature(nature))
    values = ("x", "2024-01-01", "2024-02-01", "2024-01-03", "id")
    plan = store.reader.execute(f"explain query plan {sql}", values).fetchall()
    assert "USING INDEX" in plan[0]["detail"]
