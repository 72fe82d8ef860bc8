"""A call to several units is one deed, and is undone as one."""

from desktop.operations.history.undo import undo
from desktop.operations.units.log_call import log_call
from desktop.operations.units.unit_states import read_unit_states
from desktop.records.exchange import Call
from desktop.records.identity import AgencyId
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests import builders

PERIOD = parse_period("2024")
UNITS = (AgencyId(builders.UNIT), AgencyId("ubnd-xa-ha-mon"))


def test_each_unit_has_its_call_and_all_go_with_one_undo(store: Store) -> None:
    made = log_call(store, UNITS, PERIOD, "phone", note=" hẹn mai ").value
    assert {one.agency for one in made} == set(UNITS)
    found = records.find(store.reader, Call)
    assert [(one.way, one.note, one.period_code) for one in found] == [
        ("phone", "hẹn mai", "2024")
    ] * 2
    called = [one for one in read_unit_states(store, PERIOD).units if one.call]
    assert {one.agency.id for one in called} == set(UNITS)
    undo(store)
    assert records.find(store.reader, Call) == ()
