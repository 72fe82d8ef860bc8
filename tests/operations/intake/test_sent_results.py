"""What a unit counted of its own targets is told beside ours, and counted nowhere."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import ConflictError
from desktop.files.signatures.trust import Trust
from desktop.operations.intake.inspect_arrivals import inspect_arrivals
from desktop.operations.intake.kept_files import kept_path
from desktop.operations.intake.map_sender import Decision, map_sender
from desktop.operations.intake.sent_results import sent_results
from desktop.records.identity import AgencyId
from desktop.rules.calendar import parse_period
from desktop.store import journal
from desktop.store.store import Store
from tests.builders import PLAN
from tests.operations.intake.own_plan import GOAL, by_own_plan
from tests.operations.intake.sent_packages import (
    COMMUNE,
    OTHER,
    a_package,
    a_receiver,
    take_in,
)

PERIOD = parse_period("2024-Q2")
REACHED: dict[str, Any] = {
    "numerator": Decimal(8),
    "denominator": Decimal(10),
    "reached": Decimal(80),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Return an office that took in the package of a unit with a plan of its own."""
    entries = by_own_plan(COMMUNE)
    (goal,) = entries.targets
    entries = replace(entries, targets=(replace(goal, **REACHED),))
    package = a_package(tmp_path / "goi", entries, None)
    with a_receiver(tmp_path / "here" / "so.stt") as found:
        for likes in ({"plan": PLAN}, {"task": None, "goal": GOAL}):
            (arrival,) = inspect_arrivals(found, [package], Trust())
            map_sender(
                found,
                [Decision(unmapped=o, ours=likes[o.kind]) for o in arrival.unmapped],
            )
        take_in(found, Trust(), package)
        yield found


def test_a_target_of_the_units_own_plan_is_told_beside_its_like_here(
    store: Store,
) -> None:
    before = journal.head(store.reader)
    found = sent_results(store, AgencyId(COMMUNE), PERIOD)
    assert found is not None
    (one,) = found.results
    assert (one.sent.code, one.sent.reached) == ("C1", Decimal(80))
    assert one.ours.startswith("T2a ")
    assert journal.head(store.reader) == before


def test_of_a_year_the_package_of_its_quarter_is_read_of_another_none(
    store: Store,
) -> None:
    unit = AgencyId(COMMUNE)
    year = sent_results(store, unit, parse_period("2024"))
    assert year is not None
    assert year.ret.period_code == "2024-Q2"
    assert sent_results(store, unit, parse_period("2024-Q3")) is None
    assert sent_results(store, AgencyId(OTHER), PERIOD) is None


def test_a_file_that_is_no_longer_kept_is_said_to_be_gone(store: Store) -> None:
    found = sent_results(store, AgencyId(COMMUNE), PERIOD)
    assert found is not None
    kept = kept_path(store, found.ret.file_sha256)
    assert kept is not None
    kept.unlink()
    with pytest.raises(ConflictError) as caught:
        sent_results(store, AgencyId(COMMUNE), PERIOD)
    assert caught.value.reason == "received_altered"
