"""Say what of a change can be put back as it was, and what stays because of others."""

import sqlite3
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from desktop.store import journal, received, rows, told_by_others
from desktop.store.change import Change
from desktop.store.day_columns import YEARLY
from desktop.store.journal import WHOLE, Touch
from desktop.store.naming import title_of_row
from desktop.store.referrers import Referrers
from desktop.store.rows import Row

Key = tuple[str, str]
"""Table and id of a row."""
Word = Callable[[str, str, str], str | None]
"""What a return says of a row, as the journal keeps rows: by its id, table and id."""

EDITED, LATER = "edited", "later_intake"


@dataclass(frozen=True, slots=True)
class Left:
    """One row that is left as it is, and why."""

    place: str
    row_id: str
    title: str
    reason: str
    """`edited`, `later_intake`, or `referred`."""


@dataclass(slots=True)
class Plan:
    """What to put back, in the order it was written, and what to leave."""

    back: dict[Key, Touch] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)


def plan(
    db: sqlite3.Connection,
    change: int,
    returns: Collection[str],
    apart: Collection[str] = (),
    word: Word | None = None,
) -> Plan:
    """Return what of a change is as it left it, and what is not.

    Args:
        db: An open office file.
        change: Number of the change.
        returns: Ids of the returns of the intake that is taken back.
        apart: Tables the caller sees to.
        word: Tells what a return says of a row; None where nothing can be said.
    """
    found = Plan()
    undone = _undone(db)
    touched = _touched(db, change, apart)
    if undone:  # what rests on an intake taken back earlier goes with this one
        touched |= _confirmed(db, change, returns, touched)
    for key, one in touched.items():
        touch = replace(one, before=_before(db, one, change, undone))
        if touch.before == touch.after:
            continue
        now = _now(db, *key)
        touch, reason = _judged(db, touch, now, returns, word)
        if not reason:
            found.back[key] = touch
        elif now is not None or touch.before is not None:
            found.left.append(_left(touch, now, reason))
    for touch in told_by_others.given_way(db, undone):
        key = touch.place, touch.row_id
        if key not in touched and not _gave_way(db, touch, returns):
            found.back[key] = touch
    _keep_spoken_of(db, found)
    return found


def _judged(
    db: sqlite3.Connection,
    touch: Touch,
    now: Row | None,
    returns: Collection[str],
    word: Word | None,
) -> tuple[Touch, str]:
    """Return a row as it is put back, and why it cannot be; blank where it can."""
    reason = _reason(db, touch, now, returns)
    if not reason and _gave_way(db, touch, returns):
        reason = LATER
    if word is None or touch.place not in YEARLY:
        return touch, reason
    return _by_word(db, touch, now, reason, returns, word)


def _gave_way(db: sqlite3.Connection, touch: Touch, returns: Collection[str]) -> bool:
    """Tell whether a row another sender told stays away, for a third one tells it.

    It gave way to what the officer took instead; that one may have given way since.
    """
    if touch.before is None or touch.after is not None:
        return False
    told = received.tellers_of(db, touch.place, touch.row_id)
    gone = received.tellers_named(db, returns)
    if not told or set(told.values()) & set(gone.values()):
        return False  # a version of the same sender took it away, or nobody told it
    row = rows.kept(touch.place, touch.before)
    apart = {*told, *returns}
    return told_by_others.tells_other(db, touch.place, row, apart)


def touched_in(db: sqlite3.Connection, change: int, place: str) -> tuple[Touch, ...]:
    """Return the rows of one table that a change touched, each once."""
    touched = _touched(db, change, ())
    return tuple(one for key, one in touched.items() if key[0] == place)


def put_back(change: Change, touch: Touch) -> None:
    """Write a row as it stood before a change."""
    before = None
    if touch.before is not None:
        columns = change.columns(touch.place)
        kept = rows.kept(touch.place, touch.before)
        before = {name: value for name, value in kept.items() if name in columns}
    change.write(touch.place, touch.row_id, before)


def _touched(
    db: sqlite3.Connection, change: int, apart: Collection[str]
) -> dict[Key, Touch]:
    """Return each row a change touched once: as it was before all, and after all."""
    found: dict[Key, Touch] = {}
    for one in journal.each_touch(db, change):
        if one.place in apart:
            continue
        key = (one.place, one.row_id)
        first = found.get(key, one)
        found[key] = Touch(one.place, one.row_id, first.before, one.after)
    return found


def _undone(db: sqlite3.Connection) -> frozenset[int]:
    """Return the changes whose intakes were taken back, and those that did so."""
    found = db.execute(
        "select j.change from journal j join intakes i on i.id = j.row_id "
        "where j.place = 'intakes' and j.before is null "
        "and i.taken_back_at is not null "
        "union select id from changes where verb = ?",
        (received.TAKING_BACK,),
    )
    return frozenset(int(row[0]) for row in found)


def _confirmed(
    db: sqlite3.Connection,
    change: int,
    returns: Collection[str],
    touched: Collection[Key],
) -> dict[Key, Touch]:
    """Return the rows an intake found as it told them, as they stood then."""
    found: dict[Key, Touch] = {}
    for ret in returns:
        for row in received.of_return(db, ret):
            key = (row.place, row.row_id)
            if key not in touched:
                left = received.left_by(db, *key, change)
                found[key] = Touch(*key, left, left)
    return found


def _before(
    db: sqlite3.Connection, touch: Touch, change: int, undone: Collection[int]
) -> str | None:
    """Return a row as it was before a change, and before intakes undone since."""
    before = touch.before
    if not undone:
        return before
    earlier = db.execute(
        f"select change, before, after from {WHOLE} "
        "where place = ? and row_id = ? and change < ? order by id desc",
        (touch.place, touch.row_id, change),
    )
    for row in earlier:
        if row["change"] not in undone or row["after"] != before:
            break
        before = row["before"]
    return before


def _reason(
    db: sqlite3.Connection, touch: Touch, now: Row | None, returns: Collection[str]
) -> str:
    """Return why a row cannot be put back; blank where it can."""
    origin = received.origin(db, touch.place, touch.row_id)
    later = origin is not None and origin.ret not in returns and now is not None
    if later and _named_by(db, touch, returns):
        return LATER
    return "" if received.stands(now, touch.place, touch.after) else EDITED


def _by_word(
    db: sqlite3.Connection,
    touch: Touch,
    now: Row | None,
    reason: str,
    returns: Collection[str],
    word: Word,
) -> tuple[Touch, str]:
    """Return what becomes of a row that has only a year, which others tell too.

    An accepted file that came since told it as well, and its word, which did not
    stand beside this one, stands from now on.
    """
    key = touch.place, touch.row_id
    own = any(received.stands(now, touch.place, word(one, *key)) for one in returns)
    if reason == EDITED and own and now is not None:
        reason = ""
    other = received.told_too(db, key, returns)
    before = None if touch.before is None else rows.kept(touch.place, touch.before)
    if reason or other is None or received.left_by_hand(db, *key, before):
        return touch, reason
    told = replace(touch, before=word(other, *key))
    same = told.before is None or received.stands(now, touch.place, told.before)
    return told, LATER if same else ""


def _named_by(db: sqlite3.Connection, touch: Touch, returns: Collection[str]) -> bool:
    """Tell whether the intake itself named a row: a later one names it again."""
    found = db.execute(
        "select ret from received_rows where place = ? and row_id = ?",
        (touch.place, touch.row_id),
    )
    return any(str(row[0]) in returns for row in found)


def _keep_spoken_of(db: sqlite3.Connection, found: Plan) -> None:
    """Leave what something that stays speaks of, and what that speaks of, and so on."""
    referrers = Referrers(db)
    while spoken_of := [
        key
        for key, touch in found.back.items()
        if touch.before is None
        and any(one not in found.back for one in referrers.of(*key))
    ]:
        for key in spoken_of:
            found.left.append(_left(found.back.pop(key), _now(db, *key), "referred"))


def _left(touch: Touch, now: Row | None, reason: str) -> Left:
    text = touch.after or touch.before
    row = now if now is not None or text is None else rows.kept(touch.place, text)
    title = "" if row is None else title_of_row(touch.place, row)
    return Left(touch.place, touch.row_id, title, reason)


def _now(db: sqlite3.Connection, place: str, row_id: str) -> Row | None:
    found = db.execute(f"select * from {place} where id = ?", (row_id,)).fetchone()
    return None if found is None else dict(found)
