"""What is typed is kept within two seconds, and dropped when it became an entry."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.gui.forms.drafting import KEPT_WITHIN, DraftKeeper
from desktop.gui.jobs import Jobs
from desktop.gui.session import Session
from desktop.operations.entries import keep_draft
from tests.gui.entry_office import register

TYPED: dict[str, object] = {"title": "Lớp đang gh"}


def a_keeper(session: Session, parent: QObject) -> DraftKeeper:
    return DraftKeeper(session, register(session, "training"), lambda: TYPED, parent)


def test_typing_without_a_pause_is_kept_within_two_seconds(
    session: Session, qtbot: QtBot
) -> None:
    assert KEPT_WITHIN < 2_000
    parent = QObject()
    keeper = a_keeper(session, parent)
    keeper.begin("r1", new=True)

    def kept_meanwhile() -> bool:
        keeper.note()
        return bool(keep_draft.kept(session.store))

    qtbot.waitUntil(kept_meanwhile, timeout=2_000)
    found = keeper.waiting()
    assert found is not None
    assert (found.id, found.values) == ("r1", TYPED)


def test_leaving_keeps_at_once_and_nothing_typed_keeps_nothing(
    session: Session,
) -> None:
    parent = QObject()
    keeper = a_keeper(session, parent)
    keeper.begin("r1", new=True)
    keeper.flush()
    assert keeper.waiting() is None
    keeper.note()
    keeper.flush()
    assert keeper.waiting() is not None


def test_a_draft_of_a_recorded_entry_is_offered_only_to_that_entry(
    session: Session,
) -> None:
    parent = QObject()
    keeper = a_keeper(session, parent)
    keeper.begin("r1", new=False)
    keeper.note()
    keeper.flush()
    assert keeper.waiting() is None
    assert keeper.of("r1") is not None
    assert keeper.of("r2") is None


def test_what_became_an_entry_is_no_draft_any_more(session: Session) -> None:
    parent = QObject()
    keeper = a_keeper(session, parent)
    keeper.begin("r1", new=True)
    keeper.note()
    keeper.flush()
    keeper.drop()
    keeper.flush()
    assert keep_draft.kept(session.store) == ()


def test_after_the_office_is_closed_nothing_is_kept_and_nothing_fails(
    session: Session, qtbot: QtBot
) -> None:
    session.jobs = Jobs()  # whose thread takes nothing any more once it is closed
    parent = QObject()
    keeper = a_keeper(session, parent)
    keeper.begin("r1", new=True, kept=True)
    keeper.note()
    session.jobs.close()
    with qtbot.captureExceptions() as raised:
        qtbot.wait(KEPT_WITHIN + 200)
        keeper.note()
        keeper.flush()
        keeper.drop()
    assert raised == []
    assert session.jobs.waiting == ()
