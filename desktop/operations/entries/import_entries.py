"""Store the accepted rows of a sheet of entries as one deed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.errors import ConflictError, InputError, Problem
from desktop.files.foreign.places import letters_of
from desktop.operations.entries.holding_events import events_held
from desktop.operations.entries.inspect_entries import read_against
from desktop.operations.outcome import Outcome
from desktop.operations.uncollected import uncollected
from desktop.progress import Progress, Step, silent
from desktop.records.identity import Code, RecordId
from desktop.records.import_mapping import HeadingMatch, ImportMapping, WordMatch
from desktop.records.import_source import ImportSource, SourceColumn, SourceRow
from desktop.rules.entry_table.fates import Choices, Fate, Match, Preview
from desktop.rules.entry_table.preview import preview
from desktop.rules.grid import TableSource
from desktop.rules.vietnamese import fold
from desktop.store import records
from desktop.store.store import Change, Store

_TOGETHER = 1_000
VERB = "import_entries"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import stored, and the preview it went by."""

    preview: Preview
    """Without likely twins: they were looked at before."""
    added: int
    changed: int
    ids: tuple[RecordId, ...] = ()
    """Of what was stored, in the order of the sheet."""


def import_entries(
    store: Store,
    source: TableSource,
    register_code: str,
    choices: Choices | None = None,
    *,
    expected: Preview | None = None,
    progress: Progress = silent,
) -> Outcome[Imported]:
    """Store the rows a preview accepts: all of them, or none; one undo takes it back.

    How the columns were matched, and where each entry stood, is kept in the same deed.

    Args:
        store: The open office.
        source: What was read from a file or the clipboard.
        register_code: Of which register the entries are.
        choices: What the user settled.
        expected: The preview the user saw; the import is refused when what would be
            stored is no longer that.
        progress: Told how far it is; it may stop the import, and nothing is stored.

    Raises:
        ConflictError: What would be stored is not what was shown.
        UnknownNameError: There is no such register.
        InputError: There is no table, or no row is accepted.
        Cancelled: The user asked to stop.
    """
    with uncollected():
        return _import(store, source, register_code, choices, expected, progress)


def _import(
    store: Store,
    source: TableSource,
    register_code: str,
    choices: Choices | None,
    expected: Preview | None,
    progress: Progress,
) -> Outcome[Imported]:
    progress(Step("checking", 0, 1))
    with store.reading():
        against = read_against(store, register_code)
        shown = preview(source, against, choices, twins=False)
    if expected is not None and not _same(shown, expected):
        raise ConflictError("table_changed_since")
    if not shown.accepted:
        raise InputError((Problem("table", "nothing_accepted"),))
    mapping = _mapping(store, shown, choices or Choices(), against.mappings)
    changing = [row.record.id for row in shown.accepted if row.before is not None]
    with (
        store.change(VERB, shown.register.name) as change,
        events_held(change, changing),
    ):
        ids = tuple(_put_all(change, shown, progress))
        records.add(change, _source(store, source, shown, ids))
        if mapping is not None:
            records.put(change, mapping)
    counts = shown.counts
    done = Imported(
        preview=shown, added=counts[Fate.ADD], changed=counts[Fate.CHANGE], ids=ids
    )
    return Outcome(done, change.touched)


def _same(shown: Preview, expected: Preview) -> bool:
    """Tell whether the same rows would be stored, in the place of the same entries."""
    if shown.register != expected.register or shown.counts != expected.counts:
        return False
    return all(
        (one.number, one.fate, one.record, one.before)
        == (other.number, other.fate, other.record, other.before)
        for one, other in zip(shown.rows, expected.rows, strict=True)
    )


def _put_all(change: Change, shown: Preview, progress: Progress) -> Iterator[RecordId]:
    """Write the rows, as many at once as one may wait for; yield the id of each."""
    rows = shown.accepted
    for first in range(0, len(rows), _TOGETHER):
        progress(Step("recording", first, len(rows)))
        many = rows[first : first + _TOGETHER]
        new = [row.record for row in many if row.before is None]
        ids = iter(records.add_all(change, new))
        for row in many:
            if row.before is None:
                yield next(ids)
            else:
                records.put(change, row.record)
                yield row.record.id


def _source(
    store: Store, source: TableSource, shown: Preview, ids: Iterable[RecordId]
) -> ImportSource:
    """Return where each entry stood, so that a figure leads back to its cell."""
    return ImportSource(
        id=store.new_id(),
        register=Code(shown.register.code),
        file_name=source.name,
        sha256=source.sha256,
        sheet=shown.sheet,
        imported_at=store.now(),
        columns=tuple(
            SourceColumn(field=one.field, column=letters_of(one.column + 1))
            for one in shown.columns
            if one.field and one.field != "id"
        ),
        rows=tuple(
            SourceRow(record=record, row=row.number)
            for record, row in zip(ids, shown.accepted, strict=True)
        ),
    )


def _mapping(
    store: Store, shown: Preview, choices: Choices, known: Iterable[ImportMapping]
) -> ImportMapping | None:
    """Return what is to be remembered of this shape of sheet; None where nothing is.

    What only the program told itself is not remembered: it would tell it again.
    """
    headings = tuple(
        HeadingMatch(heading=fold(one.heading), field=one.field, reading=one.reading)
        for one in shown.columns
        if one.heading and one.match in (Match.CHOSEN, Match.REMEMBERED, Match.SIMILAR)
    )
    readings = tuple(
        HeadingMatch(heading=fold(one.heading), field=one.field, reading=one.reading)
        for one in shown.columns
        if one.heading and one.match is Match.EXACT and one.column in choices.readings
    )
    words = tuple(
        WordMatch(field=name, word=fold(word), value=value)
        for (name, word), value in choices.words.items()
    )
    told = headings + readings
    if not (told or words):
        return None
    kept = next((one for one in known if one.headings == told), None)
    if kept is not None:
        words = _joined(kept.words, words)
    return ImportMapping(
        id=kept.id if kept else store.new_id(),
        register=shown.register.code,
        headings=told,
        words=words,
        kept_at=store.now(),
    )


def _joined(
    old: Iterable[WordMatch], new: Iterable[WordMatch]
) -> tuple[WordMatch, ...]:
    """Return the words settled before and now; what was said last holds."""
    held = {(one.field, one.word): one for one in (*old, *new)}
    return tuple(held.values())
