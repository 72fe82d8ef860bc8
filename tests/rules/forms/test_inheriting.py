"""What units told that ended goes into the form of who took over from them."""

import datetime as dt
from typing import Any

from desktop.files import catalogue
from desktop.records.identity import AgencyId
from desktop.rules.forms.inheriting import carried_entries, carried_headcounts
from tests.builders import a_headcount, an_activity

OLD, HEIR = AgencyId("old"), AgencyId("heir")


def test_the_old_units_entries_come_first_and_their_people_do_not() -> None:
    ours, theirs = an_activity(id="ours"), an_activity(id="theirs")
    people = a_headcount("G1", 3)
    entries: dict[AgencyId, dict[str, list[Any]]] = {
        HEIR: {"training": [ours], "headcount": [people]},
        OLD: {"training": [theirs], "headcount": [people]},
        AgencyId("other"): {"training": [ours]},
    }
    registers = catalogue.load_registers()
    found = carried_entries(entries, (HEIR, OLD), registers)
    assert found == {"training": [theirs, ours], "headcount": [people]}
    assert carried_entries(entries, (OLD,), registers)["headcount"] == [people]


def test_people_of_the_old_units_are_added_up_where_the_heir_told_none() -> None:
    day = dt.date(2024, 5, 1)
    own = [a_headcount("G1", 20)]
    before = [
        [a_headcount("G1", 9), a_headcount("G2", 4, as_of=day)],
        [a_headcount("G2", 3)],
    ]
    found = carried_headcounts(own, before)
    assert sorted((one.group, one.people) for one in found) == [("G1", 20), ("G2", 7)]
