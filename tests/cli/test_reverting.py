"""What undo and redo share: the deed is named, and nothing to revert is wanting."""

from pathlib import Path

from desktop.cli.reverting import revert
from desktop.operations.outcome import Outcome
from desktop.records.change import ChangeEntry
from desktop.store.store import Store
from tests.cli.entries import a_file, a_training
from tests.cli.saying import Say


def last(store: Store) -> Outcome[ChangeEntry | None]:
    return Outcome(store.last_change())


def nothing(_store: Store) -> Outcome[ChangeEntry | None]:
    return Outcome(None)


def test_the_deed_is_named_in_words(office: Path, say: Say, capsys: object) -> None:
    source = a_file(office.parent, a_training())
    assert say("record", office, source, "--register", "training").code == 0
    assert revert(office, last, "Đã xong", as_json=False) == 0


def test_nothing_to_revert_is_found_wanting(office: Path) -> None:
    assert revert(office, nothing, "Đã xong", as_json=True) == 1


def test_undo_and_redo_go_back_and_forth_in_step(office: Path, say: Say) -> None:
    for title in ("một", "hai"):
        source = a_file(office.parent, a_training(title=title))
        assert say("record", office, source, "--register", "training").code == 0
    counts = []
    for verb in ("undo", "undo", "redo", "redo", "undo"):
        assert say(verb, office).code == 0
        counts.append(say("check", office, "--json").data["counts"]["activities"])
    assert counts == [1, 0, 1, 2, 1]
