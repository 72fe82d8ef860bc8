"""Send a faulty form back: a marked copy of the unit's own workbook, and what to say.

The unit's file stays as it came; what it held is kept, so that on return only the
cells that were asked about are compared.
"""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Final

from desktop.errors import ConflictError, FileError
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step, silent
from desktop.records.arrival import Arrival
from desktop.records.change import ChangeKind
from desktop.records.form import CollectingForm, FormContent
from desktop.records.returns import (
    Intake,
    IntakeFile,
    Return,
    ReturnKind,
    ReturnState,
)
from desktop.rules.forms.answering import asked, stood
from desktop.rules.forms.found import STAMP_SHEET
from desktop.rules.forms.laying import lay
from desktop.rules.forms.slots import Held, Slot, slots
from desktop.store import records
from desktop.store.store import Store

STAGE: Final = "marking_form"
Slots = Mapping[Slot, Held]
_ID_CELL: Final = "A2"
"""Where the hidden sheet tells the id of the form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkWords:
    """What is written into the copy and beside it; the words are made by others."""

    author: str
    """Who speaks in the notes: the office."""
    notes: tuple[str, ...]
    """For each fault of the arrival, in its order."""
    covering: str
    """The text that goes with the copy."""
    suffix: str
    """What the name of the copy ends with."""
    mended: str = ""
    """What is said of a cell that was marked before and is right now; blank: nothing,
    and its colour stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What was made to be sent back."""

    workbook: Path
    text: Path
    """The covering text beside it."""
    form: CollectingForm
    ret: Return


def mark_form(
    store: Store,
    arrival: Arrival,
    words: MarkWords,
    folder: Path,
) -> Outcome[Marked]:
    """Write the marked copy and its covering text, and note the form as returned.

    Raises:
        ConflictError: `nothing_to_mark`: the arrival is no form of this office, or has
            no fault.
        FileError: The copy cannot be made or written; nothing is left of it.
    """
    from desktop.files import whole_file
    from desktop.files.wire.form_content import content_to_json

    form = _form_of(store, arrival)
    content, held = _content(arrival, form)
    own = store.new_id()
    mended = _mended(content, held, arrival) if words.mended else ()
    data = _drawn(store, arrival, words, own, mended)
    told = replace(content, asked=asked(arrival.faults, held), stood=stood(held))
    workbook = _free(folder, f"{Path(arrival.own_name).stem}{words.suffix}")
    text = workbook.with_suffix(".txt")
    made = replace(
        form,
        id=own,
        made_at=store.now(),
        file_name=workbook.name,
        sha256=hashlib.sha256(data).hexdigest(),
        content=content_to_json(told),
    )
    try:
        whole_file.write(workbook, data)
        whole_file.write(text, words.covering.replace("\n", "\r\n").encode("utf-8-sig"))
        ret, touched = _note(store, arrival, made)
    except BaseException:
        for path in (workbook, text):
            with suppress(OSError):  # a stick that is gone keeps what it has
                path.unlink(missing_ok=True)
        raise
    form = replace(made, marked_from=ret.id)
    return Outcome(Marked(workbook=workbook, text=text, form=form, ret=ret), touched)


def mark_forms(
    store: Store,
    many: Sequence[tuple[Arrival, MarkWords]],
    folder: Path,
    progress: Progress = silent,
) -> Outcome[tuple[Marked, ...]]:
    """Send several forms back, one after the other; what is made stays made.

    Raises:
        ConflictError: As `mark_form`.
        FileError: As `mark_form`.
        Cancelled: The user asked to stop; those made until then are kept.
    """
    made = []
    touched: frozenset[str] = frozenset()
    for number, (arrival, words) in enumerate(many):
        progress(Step(STAGE, number, len(many)))
        outcome = mark_form(store, arrival, words, folder)
        made.append(outcome.value)
        touched |= outcome.touched
    progress(Step(STAGE, len(many), len(many)))
    return Outcome(tuple(made), touched)


def _form_of(store: Store, arrival: Arrival) -> CollectingForm:
    form = records.get(store.reader, CollectingForm, arrival.source)
    if arrival.kind is not ReturnKind.FORM or form is None or not arrival.faults:
        raise ConflictError("nothing_to_mark", arrival.name)
    return form


def _content(arrival: Arrival, form: CollectingForm) -> tuple[FormContent, Slots]:
    """Return what is known of the form, and every value in it by its slot."""
    from desktop.files.forms.form_words import form_words
    from desktop.files.forms.reading import read_forms
    from desktop.files.wire.form_content import content_from_json

    read = next(iter(read_forms([arrival.path])))
    if read.source is None:
        raise FileError(arrival.path, *(read.fault or ("unreadable",)))
    content = content_from_json(form.content, arrival.path)
    laid = lay(content, read.source, form_words().row_total)
    return content, slots(content, laid)


def _drawn(
    store: Store,
    arrival: Arrival,
    words: MarkWords,
    own: str,
    mended: Sequence[Held],
) -> bytes:
    """Return the marked copy, which bears an id of its own where nobody sees it."""
    from desktop.files.forms.marking import Note, mark

    notes = [
        Note(sheet=one.sheet, cell=one.cell, text=text, doubt=one.doubt)
        for one, text in zip(arrival.faults, words.notes, strict=True)
    ]
    notes += [
        Note(sheet=one.sheet, cell=one.cell, text=words.mended, mended=True)
        for one in mended
    ]
    return mark(
        arrival.path,
        notes,
        author=words.author,
        moment=store.now(),
        texts={(STAMP_SHEET, _ID_CELL): own},
    )


def _mended(content: FormContent, held: Slots, arrival: Arrival) -> tuple[Held, ...]:
    """Return the cells that bear a mark from the last time, and are right now.

    Only a marked copy has any; a unit that mended its own file sends none.
    """
    wrong = {(one.sheet, one.cell) for one in arrival.faults}
    before = {(one.sheet, one.row, one.field) for one in content.asked}
    return tuple(
        one
        for slot, one in held.items()
        if slot in before and (one.sheet, one.cell) not in wrong
    )


def _note(
    store: Store, arrival: Arrival, made: CollectingForm
) -> tuple[Return, frozenset[str]]:
    """Keep the copy and the return of the form, as one deed that is not undone."""
    ret = _return(store, arrival, made)
    kept = IntakeFile(
        name=arrival.name,
        sha256=arrival.sha256,
        sorting=str(arrival.sorting),
        ret=ret.id,
    )
    intake = Intake(id=ret.intake, at=ret.received_at, seen=1, files=(kept,))
    with store.change("return_form", made.file_name, kind=ChangeKind.FIXED) as change:
        records.put(change, intake)
        records.put(change, ret)
        records.put(change, replace(made, marked_from=ret.id))
    return ret, change.touched


def _return(store: Store, arrival: Arrival, made: CollectingForm) -> Return:
    return Return(
        id=store.new_id(),
        intake=store.new_id(),
        kind=ReturnKind.FORM,
        agency=made.agency,
        sender=arrival.sender or made.agency,
        sender_name=arrival.sender_name,
        period_code=made.period_code,
        first_day=made.first_day,
        last_day=made.last_day,
        source=arrival.source,
        version=made.version,
        file_name=Path(arrival.name).name,
        file_sha256=arrival.sha256,
        content_sha256=arrival.content_sha256 or arrival.sha256,
        entries=arrival.control.entries,
        attendance=arrival.control.attendance,
        control=arrival.control.code,
        state=ReturnState.RETURNED,
        received_at=store.now(),
        faults=len(arrival.faults),
        reasons=tuple(dict.fromkeys(one.code for one in arrival.faults)),
    )


def _free(folder: Path, stem: str) -> Path:
    """Return a name in a folder that no file has, its text neither."""
    for number in count(1):
        name = stem if number == 1 else f"{stem} ({number})"
        found = [folder / f"{name}{ending}" for ending in (".xlsx", ".txt")]
        if not any(one.exists() for one in found):
            return found[0]
    raise AssertionError  # numbers have no end
