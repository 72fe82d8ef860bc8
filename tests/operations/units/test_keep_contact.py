"""How a unit is reached is kept, and a key that is known is not lost."""

from dataclasses import replace

from desktop.operations.units.keep_contact import keep_contact
from desktop.records.exchange import Contact
from desktop.records.identity import AgencyId
from desktop.store import records
from desktop.store.store import Store
from tests import builders

ONE = Contact(id=AgencyId(builders.UNIT), line="0260 1 ", encryption_key="age1x")


def test_a_key_known_before_stays_where_none_is_given(store: Store) -> None:
    first = keep_contact(store, ONE, "Xã A")
    assert first.touched == {"contacts"}
    assert first.value.line == "0260 1"
    keep_contact(store, replace(ONE, line="0260 2", encryption_key=""), "Xã A")
    (kept,) = records.find(store.reader, Contact)
    assert (kept.line, kept.encryption_key) == ("0260 2", "age1x")
