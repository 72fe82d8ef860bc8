"""Nobody works in an older copy of his office without having been told."""

import shutil
from pathlib import Path

import pytest

from desktop.gui.two_places import APART, AWAY, BEHIND, THAT, THIS, goes_on, note
from desktop.store.store import Store
from tests.fakes import Answers
from tests.store.deeds import record_one


class Listening(Answers):
    """Remembers the details of what it is asked."""

    def choose(self, question: str, verbs: object, *, detail: str = "") -> int | None:
        self.told.append(detail)
        return super().choose(question, verbs, detail=detail)  # type: ignore[arg-type]


def nobody(path: Path) -> None:
    pytest.fail(f"nobody wanted {path}")


@pytest.fixture
def older(office: Path, tmp_path: Path) -> Path:
    """Return a copy made before the office was worked in here."""
    copy = Path(shutil.copy(office, tmp_path / "usb.stt"))
    with Store(office) as store:
        record_one(store)
        note(store)
    return copy


def test_the_furthest_is_opened_without_a_question(older: Path, office: Path) -> None:
    with Store(office) as store:
        assert goes_on(store, Answers(), nobody)


def test_one_may_go_on_in_the_older_one(older: Path) -> None:
    ask = Listening(THIS)
    with Store(older) as store:
        assert goes_on(store, ask, nobody)
        assert store.writable
    assert BEHIND in ask.told[0]
    assert "còn một bản khác" in ask.asked[0]


def test_the_other_is_opened_instead(older: Path, office: Path) -> None:
    opened: list[Path] = []
    store = Store(older)
    assert not goes_on(store, Answers(THAT), opened.append)
    assert opened == [office]
    assert not store.writable, "the one opened first was let go of"


def test_neither_may_be_wanted(older: Path) -> None:
    store = Store(older)
    assert not goes_on(store, Answers(None), nobody)
    assert not store.writable


def test_what_is_away_is_told_and_not_offered(older: Path, office: Path) -> None:
    office.rename(office.with_name("ngăn kéo.stt"))
    ask = Listening(THIS)
    with Store(older) as store:
        record_one(store, "of its own")
        assert goes_on(store, ask, nobody)
    assert APART in ask.told[0]
    assert AWAY in ask.told[0]
    assert THAT not in ask.asked[0]
