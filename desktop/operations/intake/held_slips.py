"""Apply the slips that waited for the report they correct, as soon as it is there."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.errors import ConflictError
from desktop.operations.intake.apply_package import apply_file
from desktop.operations.intake.kept_files import kept_path
from desktop.progress import Progress, silent
from desktop.records.returns import Return, ReturnKind, ReturnState
from desktop.rules.intake.statements import key_of_return
from desktop.store import records
from desktop.store.store import Change, Store


def apply_held(
    change: Change, store: Store, intake: str, progress: Progress = silent
) -> tuple[Return, ...]:
    """Apply every slip held here whose original is accepted now; return them.

    Each stands from now on as a return of the intake that brought its original: taking
    that one back holds the slip again. One that an accepted version overtook is only
    laid aside.

    Args:
        change: The intake's change, in which the originals were applied before.
        store: The office.
        intake: Id of the intake.
        progress: Told now and then.

    Raises:
        ConflictError: `received_altered`: its file is no longer kept; as
            `apply_package`.
        Cancelled: The user asked to stop.
    """
    where = {"kind": str(ReturnKind.PACKAGE), "state": str(ReturnState.HELD)}
    held = records.find(change.db, Return, where=where)
    applied = []
    for one in sorted(held, key=lambda each: (each.sender, each.version, each.slip)):
        others = _of_same_days(change, one)
        if not original_of(one.corrects, others):
            continue
        records.put(change, replace(one, state=ReturnState.SUPERSEDED))
        if not _overtaken(one, others):
            applied.append(_apply(change, store, one, others, intake, progress))
    return tuple(applied)


def original_of(corrects: str, others: Iterable[Return]) -> Return | None:
    """Return the report a slip corrects, by its id, where it was taken in."""
    return next(
        (
            one
            for one in others
            if one.source == corrects and not one.slip and one.was_accepted
        ),
        None,
    )


def _apply(
    change: Change,
    store: Store,
    held: Return,
    others: Iterable[Return],
    intake: str,
    progress: Progress,
) -> Return:
    path = kept_path(store, held.file_sha256)
    if path is None:
        raise ConflictError("received_altered", held.file_name)
    for one in others:
        if one.state is ReturnState.ACCEPTED:
            records.put(change, replace(one, state=ReturnState.SUPERSEDED))
    made = replace(
        held,
        id=str(change.new_id()),
        intake=intake,
        state=ReturnState.ACCEPTED,
        received_at=store.now(),
    )
    records.put(change, made)
    apply_file(change, store, path, frozenset(), made, progress)
    return made


def _of_same_days(change: Change, slip: Return) -> tuple[Return, ...]:
    found = records.find(change.db, Return, where={"sender": slip.sender})
    return tuple(
        one
        for one in found
        if key_of_return(one) == key_of_return(slip) and one.id != slip.id
    )


def _overtaken(slip: Return, others: Iterable[Return]) -> bool:
    """Tell whether a later version stands already: it says all the slip says."""
    return any(
        one.state is ReturnState.ACCEPTED
        and (one.version, one.slip) > (slip.version, slip.slip)
        for one in others
    )
