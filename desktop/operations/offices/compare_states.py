"""See whether an office was further when it was last open on this machine."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import StoreError
from desktop.files import states_seen
from desktop.files.states_seen import State
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.store import evidence, journal, preferences, upkeep
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """The same office in another place, with changes that are not in this one."""

    path: Path
    at: dt.datetime
    """When its newest change was made."""
    there: bool
    """It can be opened now; a stick may be away."""
    both: bool
    """This one has changes too that the other lacks: they went apart."""


def compare_states(
    store: Store, _progress: Progress = silent
) -> Outcome[Elsewhere | None]:
    """Return where the office is further than here, as far as this machine knows.

    The same place is no other one: there a backup was restored. Sample offices are all
    alike, and asked for nothing.
    """
    kept = preferences.get(store.reader)
    if kept is None or kept.practice:
        return Outcome(None)
    state = states_seen.seen(evidence.mark(store.reader))
    if state is None or _same(Path(state.path), store.path):
        return Outcome(None)
    with store.reading() as db:
        holds = db.execute(
            "select 1 from changes where hash = ?", (state.head,)
        ).fetchone()
        newest, head = journal.entries(db, limit=1), journal.head(db)
    if holds is not None:
        return Outcome(None)
    return Outcome(
        Elsewhere(
            path=Path(state.path),
            at=dt.datetime.fromisoformat(state.at),
            there=_stands(Path(state.path)),
            both=_lacks(state, newest[0].id if newest else 0, head),
        )
    )


def note_state(store: Store) -> None:
    """Remember on this machine how far an open office is; of a sample one, nothing."""
    with store.reading() as db:
        kept, newest = preferences.get(db), journal.entries(db, limit=1)
        mark, head = evidence.mark(db), journal.head(db)
    if newest and not (kept is not None and kept.practice):
        state = State(
            path=str(store.path.absolute()),
            change=newest[0].id,
            head=head,
            at=newest[0].at.isoformat(),
        )
        states_seen.note(mark, state)


def _lacks(state: State, change: int, head: str) -> bool:
    """Tell whether the other place lacks our newest change; if away, as well as may be.

    Numbers alone do not tell: the other may have gone on further than we did.
    """
    try:
        with upkeep.at_rest(Path(state.path)) as db:
            found = db.execute("select 1 from changes where hash = ?", (head,))
            return found.fetchone() is None
    except StoreError:
        return change >= state.change


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()


def _stands(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
