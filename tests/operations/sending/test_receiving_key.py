"""The office's key opens what was locked for it, for whoever knows its words."""

import pytest

from desktop.errors import LockError
from desktop.files import locking
from desktop.operations.sending.receiving_key import (
    key_path,
    make_receiving_key,
    opener,
    public_key,
)
from desktop.records.exchange import Contact
from desktop.store import records
from desktop.store.store import Store
from tests.builders import OWN

WORDS = "trời xanh mây trắng"


def test_a_key_is_made_once_and_opens_what_was_locked_for_it(store: Store) -> None:
    assert (public_key(store), opener(store)) == ("", None)
    with store.change("amend") as change:
        records.put(change, Contact(id=OWN, line="0260 123"))  # type: ignore[arg-type]
    outcome = make_receiving_key(store, WORDS)
    assert outcome.touched == {"contacts"}
    assert public_key(store) == outcome.value
    kept = records.get(store.reader, Contact, OWN)
    assert kept is not None
    assert kept.line == "0260 123"
    locked = locking.lock_with_key(b"x" * 100, outcome.value)
    secret = opener(store)
    assert secret is not None
    opened = locking.unlock_with_key(locked, secret(WORDS), path=store.path)
    assert opened == b"x" * 100
    with pytest.raises(LockError, match="wrong_words"):
        secret("không phải mật khẩu")
    assert outcome.value.encode() not in key_path(store).read_bytes()
    with pytest.raises(LockError, match="key_exists"):
        make_receiving_key(store, WORDS)


def test_short_words_make_no_key(store: Store) -> None:
    with pytest.raises(LockError, match="weak"):
        make_receiving_key(store, "ngắn")
    assert not key_path(store).exists()
    assert public_key(store) == ""
