"""Undo and redo from the window: name the deed, do it, say it."""

from desktop.gui.jobs import Job
from desktop.gui.session import Session
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.history.redo import redo
from desktop.operations.history.undo import undo
from desktop.records.change import ChangeEntry
from desktop.store import journal
from desktop.wording.verbs import short_deed

DONE = {"undo": "Đã hoàn tác", "redo": "Đã làm lại"}
VERBS = {"undo": "Hoàn tác", "redo": "Làm lại"}
BACK = {"undo": "redo", "redo": "undo"}


def names(session: Session) -> tuple[str, str]:
    """Return what the next undo and redo would revert, in words."""
    db = session.store.reader
    undoable, redoable = journal.undoable(db), journal.redoable(db)
    return (
        "" if undoable is None else _name(session, undoable),
        "" if redoable is None else _name(session, redoable),
    )


def take(session: Session, verb: str, bar: MessageBar) -> None:
    """Undo or redo the newest deed, and offer the way back."""
    work = undo if verb == "undo" else redo
    job = Job(lambda _progress: work(session.store), title=DONE[verb])

    def tell(entry: ChangeEntry | None) -> None:
        if entry is not None:
            offer(session, f"{DONE[verb]}: {_name(session, entry)}", bar, BACK[verb])

    job.succeeded.connect(tell)
    session.jobs.start(job)


def offer(session: Session, done: str, bar: MessageBar, back: str = "undo") -> None:
    """Say what was done, with the way back, until something else is done.

    Undo takes back the newest deed: an offer that outlived it would take another.
    """
    bar.say(
        done,
        VERBS[back],
        lambda: take(session, back, bar),
        until=session.jobs.changed,
    )


def _name(session: Session, entry: ChangeEntry) -> str:
    done = journal.origin(session.store.reader, entry)
    return short_deed(done.verb, done.subject)
