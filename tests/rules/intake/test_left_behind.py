"""Whatever of a package has no place here is told, by kind and number."""

import datetime as dt
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any

from desktop.records.exchange_entries import Entries, EntryRecord
from desktop.records.identity import AgencyId, GoalId, PlanId, RecordId
from desktop.records.period import PeriodStanding, PeriodState
from desktop.records.target import Estimate
from desktop.rules.intake.left_behind import left_behind
from desktop.rules.intake.translation import Translation
from desktop.wording.arrivals import reason
from tests import builders
from tests.rules.intake.files import AT, FIRST, LAST

UNIT = AgencyId("xa")
LIKES: Mapping[str, Any] = {
    "tasks": {"ke-hoach-xa/1": None},
    "agencies": {str(UNIT): UNIT},
    "goals": {"ke-hoach-xa/T1": None},
}


def entries(*rows: EntryRecord, earlier: tuple[EntryRecord, ...] = ()) -> Entries:
    return Entries(
        agency=UNIT,
        plan=PlanId("ke-hoach-xa"),
        first_day=FIRST,
        last_day=LAST,
        agencies=(),
        plans=(),
        rows=rows,
        earlier=earlier,
    )


def an_event(**values: Any) -> EntryRecord:
    usual = {"agency": UNIT, "tasks": ("ke-hoach-xa/1",), "last_day": LAST}
    return builders.an_activity(**{**usual, **values})


def nothing(_cls: type, _ids: Collection[str]) -> Collection[str]:
    return ()


def told(
    found: Entries,
    *standings: PeriodStanding,
    steps: Mapping[str, str | None] | None = None,
    known: Any = nothing,
) -> dict[str, str]:
    here = Translation(sender=UNIT, agency=UNIT, steps=steps or {}, **LIKES)
    return {one[0]: one[1] for one in left_behind(found, here, standings, known)}


def closed(state: PeriodState) -> PeriodStanding:
    return PeriodStanding(
        id="2024-Q1",
        period_code="2024-Q1",
        first_day=dt.date(2024, 1, 1),
        last_day=dt.date(2024, 3, 31),
        state=state,
        changed_at=AT,
    )


def test_of_a_package_of_which_all_has_a_place_nothing_is_told() -> None:
    assert told(entries(an_event()), closed(PeriodState.SIGNED)) == {}


def test_guesses_and_steps_that_are_left_out_are_counted() -> None:
    guess = Estimate(
        id=RecordId("e1"),
        goal=GoalId("ke-hoach-xa/T1"),
        year=2024,
        value=Decimal(3),
        made_on=LAST,
    )
    steps = {"buoc-1": None, "buoc-2": "buoc-2"}
    found = told(entries(an_event(), guess), steps=steps)
    assert found == {"estimates_left": "1", "steps_left": "1"}


def test_what_is_named_and_not_sent_is_counted_once_each() -> None:
    rows = [
        an_event(id="a1", joined_to=RecordId("a9")),
        an_event(id="a2", joined_to=RecordId("a9")),
        an_event(id="a3", joined_to=RecordId("a1"), tasks=("ke-hoach-la/1",)),
    ]
    assert told(entries(*rows)) == {"links_left": "2"}


def test_earlier_entries_that_a_closed_period_keeps_out_are_counted() -> None:
    before = an_event(id="a0", last_day=dt.date(2024, 2, 1))
    found = entries(an_event(), earlier=(before,))
    assert told(found, closed(PeriodState.ENTERING)) == {}
    assert told(found, closed(PeriodState.SIGNED)) == {"earlier_closed": "1"}

    def here(_cls: type, ids: Collection[str]) -> Collection[str]:
        assert set(ids) == {"xa.a0"}
        return ids

    assert told(found, closed(PeriodState.SIGNED), known=here) == {}


def test_each_notice_is_a_sentence() -> None:
    for code in ("estimates_left", "steps_left", "links_left", "earlier_closed"):
        assert reason((code, "12")).startswith("12 ")
