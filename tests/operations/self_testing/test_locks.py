"""What is locked is unlocked again, in each way, and was unreadable meanwhile."""

import pytest

from desktop.files import locking
from desktop.operations.self_testing import locks
from desktop.operations.self_testing.bench import Bench


@pytest.mark.parametrize("way", [locks.for_key, locks.with_words, locks.as_archive])
def test_each_way_gives_back_what_was_locked(bench: Bench, way: object) -> None:
    assert callable(way)
    assert way(bench).endswith(" B")


def test_a_lock_that_locks_nothing_is_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "lock_with_key", lambda data, _key: data)
    monkeypatch.setattr(locking, "unlock_with_key", lambda data, _key, path: data)
    with pytest.raises(ValueError, match="differs"):
        locks.for_key(bench)
