"""Read how the office that gets the reports is reached, and what locks for it."""

from desktop.records.exchange import Contact
from desktop.store import preferences, records
from desktop.store.store import Store


def mailbox(store: Store) -> str:
    """Return the recipient's address for official mail; blank where it is not known."""
    found = _contact(store)
    return "" if found is None else found.mailbox


def encryption_key(store: Store) -> str:
    """Return the recipient's public key; blank where none was handed over."""
    found = _contact(store)
    return "" if found is None else found.encryption_key


def _contact(store: Store) -> Contact | None:
    kept = preferences.get(store.reader)
    if kept is None or kept.recipient is None:
        return None
    return records.get(store.reader, Contact, kept.recipient)
