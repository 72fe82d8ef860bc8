"""An event two agencies held is credited once to the one they became."""

from desktop.records.figure import Aggregate, Figure, Source
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.rules.joint_credit import Counting, counted_twice
from tests.builders import OWN, UNIT, an_activity
from tests.store.samples import SPAN

HEIR = AgencyId("heir")
PEOPLE = Figure(
    code=Code("people"),
    label="",
    unit="",
    source=Source.ACTIVITY,
    aggregate=Aggregate.SUM,
    field="attendance",
)
BY = Counting(span=SPAN)
LEAD = an_activity(id="lead", agency=OWN, attendance=300)
EVENT = (
    LEAD,
    an_activity(id="a", agency=UNIT, attendance=280, joined_to=RecordId("lead")),
    an_activity(id="b", agency="third", attendance=250, joined_to=RecordId("lead")),
)


def merged(*agencies: str) -> dict[AgencyId, AgencyId]:
    return dict.fromkeys(map(AgencyId, agencies), HEIR)


def test_agencies_that_stayed_apart_are_credited_nothing_twice() -> None:
    assert counted_twice(PEOPLE, [EVENT], lambda one: one, BY) == {}


def test_the_accounts_of_agencies_that_merged_are_one() -> None:
    heirs = merged(OWN, UNIT)
    twice = counted_twice(PEOPLE, [EVENT], lambda one: heirs.get(one, one), BY)
    assert twice == {HEIR: 280}


def test_of_those_merged_without_the_lead_the_first_account_stays() -> None:
    heirs = merged(UNIT, "third")
    twice = counted_twice(PEOPLE, [EVENT], lambda one: heirs.get(one, one), BY)
    assert twice == {HEIR: 250}


def test_accounts_of_another_period_are_no_credit() -> None:
    early = SPAN.first.replace(year=2020)
    event = (an_activity(id="lead", agency=OWN, last_day=early), *EVENT[1:])
    heirs = merged(OWN, UNIT)
    assert counted_twice(PEOPLE, [event], lambda one: heirs.get(one, one), BY) == {}


def test_what_is_no_activity_is_never_shared() -> None:
    postings = Figure(code=Code("p"), label="", unit="", source=Source.POSTING)
    assert counted_twice(postings, [EVENT], lambda _one: HEIR, BY) == {}
