"""A change remembers what it touched, and hands long lists to the journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.store import change_log
from desktop.store.change_log import ChangeLog
from desktop.store.journal import Touch, each_touch
from desktop.store.store import Change
from tests import builders

NUMBER = 900
MADE = [Touch("activities", f"a{n}", None, f'{{"id":"a{n}"}}') for n in range(5)]


@pytest.fixture
def change(tmp_path: Path) -> Iterator[Change]:
    """Return a change that is being written; what a test notes is taken out again."""
    store = builders.a_bare_store(tmp_path / "so.stt")
    with store, store.change("record") as made:
        yield made
        made.db.execute("delete from journal where change = ?", (NUMBER,))
        made.db.execute("delete from journal_shared where change = ?", (NUMBER,))


def noted(change: Change, number: int | None = NUMBER) -> ChangeLog:
    log = ChangeLog(change.db, number)
    for one in MADE:
        log.note(one)
    return log


def test_little_stays_in_memory(change: Change) -> None:
    log = noted(change)
    assert list(log) == MADE
    assert not log.long
    assert list(each_touch(change.db, NUMBER)) == []


def test_much_is_read_back_from_the_journal_in_its_order(
    change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change_log, "HELD", 2)
    log = noted(change)
    assert log.long
    assert list(each_touch(change.db, NUMBER)) == MADE[:4]
    assert list(log) == MADE


def test_rows_told_by_the_thousands_come_after_what_was_noted_before(
    change: Change,
) -> None:
    log = ChangeLog(change.db, NUMBER)
    log.note(MADE[0])
    log.note_added("activities", "{}", [(one.row_id, "{}") for one in MADE[1:]])
    assert list(log) == MADE
    assert list(each_touch(change.db, NUMBER)) == MADE


def test_what_is_not_journalled_stays_in_memory_however_much(
    change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(change_log, "HELD", 2)
    log = noted(change, None)
    assert list(log) == MADE
    assert not log.long
    with pytest.raises(ValueError, match="activities"):
        log.note_added("activities", "{}", [("b", "{}")])


def test_only_what_was_there_before_can_be_gone(change: Change) -> None:
    log = ChangeLog(change.db, NUMBER)
    stages = [(bool(log), log.removes)]
    for one in (MADE[0], Touch("products", "p", "{}", None)):
        log.note(one)
        stages.append((bool(log), log.removes))
    assert stages == [(False, False), (True, False), (True, True)]
    assert log.places == {"activities", "products"}
