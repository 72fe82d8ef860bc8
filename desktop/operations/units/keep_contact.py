"""Keep how a unit is reached: the line and mailbox of the office, never a person's."""

from dataclasses import replace

from desktop.operations.outcome import Outcome
from desktop.records.exchange import Contact
from desktop.rules.entry import clean
from desktop.store import records
from desktop.store.store import Store


def keep_contact(store: Store, contact: Contact, name: str) -> Outcome[Contact]:
    """Keep how a unit is reached; a key known before stays where none is given.

    Args:
        store: The office.
        contact: What to keep.
        name: What the unit is called in the history.
    """
    known = records.get(store.reader, Contact, contact.id)
    one = clean(contact)
    if known is not None and not one.encryption_key:
        one = replace(one, encryption_key=known.encryption_key)
    with store.change("keep_contact", name) as change:
        records.put(change, one)
    return Outcome(one, change.touched)
