"""How the recipient is reached is read from its line among the contacts."""

from desktop.operations.sending.read_recipient import encryption_key, mailbox
from desktop.records.exchange import Contact
from desktop.store import preferences, records
from desktop.store.store import Store


def test_the_recipients_mailbox_and_key_are_known_once_they_are_kept(
    store: Store,
) -> None:
    assert (mailbox(store), encryption_key(store)) == ("", "")
    kept = preferences.get(store.reader)
    assert kept is not None
    assert kept.recipient is not None
    contact = Contact(id=kept.recipient, mailbox="a@b.vn", encryption_key="age1x")
    with store.change("amend") as change:
        records.put(change, contact)
    assert (mailbox(store), encryption_key(store)) == ("a@b.vn", "age1x")
