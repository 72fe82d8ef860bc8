"""What forms are held against is the office as it stands."""

from desktop.operations.forms.form_against import read_form_against
from desktop.records.activity import Activity
from desktop.records.returns import UnlistedTotal
from desktop.store.store import Store


def test_everything_a_form_speaks_of_is_known(store: Store) -> None:
    known = read_form_against(store)
    assert known.places[Activity] == "activities"
    assert known.places[UnlistedTotal] == "unlisted_totals"
    assert "conference" in known.registers
    assert "direct_events" in known.figures
    assert known.row_total == "Tổng số trong kỳ"
    assert known.names["@agency"]
    assert known.standings == ()
