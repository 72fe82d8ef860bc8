"""Whose figures an agency's are: its own, or those of the unit that reports for it."""

import datetime as dt

from desktop.records.activity import ActivityState
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.rules.counting import Span
from desktop.rules.reporting_units import ReportingUnits, units_of
from tests.builders import an_activity

OWN, DISTRICT, COMMUNE, SCHOOL = map(AgencyId, ("own", "district", "commune", "school"))
SPAN = Span(dt.date(2024, 1, 1), dt.date(2024, 6, 30))


def agencies(*above: tuple[AgencyId, AgencyId | None]) -> tuple[Agency, ...]:
    return tuple(Agency(id=one, name=one, parent=parent) for one, parent in above)


TREE = agencies((OWN, None), (DISTRICT, OWN), (COMMUNE, DISTRICT), (SCHOOL, COMMUNE))


def test_a_sender_reports_for_all_that_stands_under_it() -> None:
    assert units_of(TREE, [DISTRICT], OWN) == {COMMUNE: DISTRICT, SCHOOL: DISTRICT}


def test_the_nearest_sender_above_reports() -> None:
    assert units_of(TREE, [DISTRICT, COMMUNE], OWN) == {SCHOOL: COMMUNE}


def test_the_office_itself_is_nobodys_unit() -> None:
    assert units_of(TREE, [OWN], OWN) == {}


def test_agencies_that_stand_over_each_other_end_the_search() -> None:
    ring = agencies((COMMUNE, SCHOOL), (SCHOOL, COMMUNE), (DISTRICT, None))
    assert units_of(ring, [DISTRICT], OWN) == {}


def test_the_second_account_of_a_unit_is_repeated_unless_it_is_of_other_days() -> None:
    day = SPAN.last
    lead = an_activity(id="lead", agency=COMMUNE, last_day=day)
    second = an_activity(id="second", agency=SCHOOL, last_day=day, joined_to="lead")
    other = an_activity(id="other", agency=OWN, last_day=day, joined_to="lead")
    units = ReportingUnits(
        unit_of={COMMUNE: DISTRICT, SCHOOL: DISTRICT}, events=((lead, second, other),)
    )
    assert units.repeated(SPAN) == {"second"}
    later = Span(SPAN.last + dt.timedelta(days=1), dt.date(2024, 12, 31))
    assert units.repeated(later) == frozenset()


def test_a_planned_account_tells_nothing_yet() -> None:
    lead = an_activity(id="lead", agency=COMMUNE, state=ActivityState.PLANNED)
    held = an_activity(id="held", agency=SCHOOL, joined_to="lead")
    units = ReportingUnits(
        unit_of={COMMUNE: DISTRICT, SCHOOL: DISTRICT}, events=((lead, held),)
    )
    assert units.repeated(Span(dt.date(2023, 1, 1), dt.date(2025, 1, 1))) == frozenset()
