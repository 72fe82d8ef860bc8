"""Write what a package holds into the office, as part of the change of an intake."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.errors import ConflictError, FileError
from desktop.operations.evidence.evidence_folder import folder_of
from desktop.operations.intake.deciding import Decided, Deciding
from desktop.operations.intake.local_rows import LocalRows
from desktop.operations.intake.raw_rows import APART, STAGE, all_new, put_columns
from desktop.operations.intake.told_twice import left_by_slip
from desktop.operations.intake.told_words import ToldWords
from desktop.operations.intake.translating import Office, read_office, translate
from desktop.progress import Progress, Step, silent
from desktop.records.arrival import Arrival, Fate
from desktop.records.evidence import Evidence
from desktop.records.exchange_entries import Entries, EntryRecord, SentEvidence
from desktop.records.identity import RecordId
from desktop.records.returns import Return
from desktop.rules.intake.left_out import LeftOut, left_out
from desktop.rules.intake.translation import Translation
from desktop.store import received, records
from desktop.store.many_rows import by_column
from desktop.store.shelves import BY_TABLE
from desktop.store.store import Change, Store

if TYPE_CHECKING:
    from desktop.files.package_content import Content
    from desktop.store.rows import Row

_TOLD_EVERY: Final = 1_000
_WRITTEN: Final = frozenset({Fate.CHANGE, Fate.KEEP, Fate.REMOVE})


class _About(NamedTuple):
    """Where entries lie, what they replace, who puts them, and what stays out."""

    path: Path
    over: frozenset[str]
    ret: Return
    words: ToldWords
    left: tuple[LeftOut, ...]


def apply_package(  # noqa: PLR0913  where it goes, what it is, and what stays out
    change: Change,
    store: Store,
    arrival: Arrival,
    over: frozenset[str],
    ret: Return,
    progress: Progress = silent,
    *,
    left: Collection[LeftOut] = (),
) -> None:
    """Write the entries of a package, and which return put each of them.

    Args:
        change: The intake's change; the return itself is put by the caller, before.
        store: The office.
        arrival: The package as it was inspected.
        over: Ids of rows edited here that the file replaces; any other stays.
        ret: The return under which the package is kept.
        progress: Told now and then.
        left: Days of units that another file tells: nothing of them is taken in.

    Raises:
        ConflictError: `not_acceptable`: something of it is no longer settled;
            a period is locked.
        PackageError: The file is no longer the one inspected.
        Cancelled: The user asked to stop.
    """
    apply_file(change, store, arrival.path, over, ret, progress, left=left)


def apply_file(  # noqa: PLR0913  as above
    change: Change,
    store: Store,
    path: Path,
    over: frozenset[str],
    ret: Return,
    progress: Progress = silent,
    *,
    left: Collection[LeftOut] | None = None,
) -> None:
    """Write the entries of a package that lies in our own folder; as above.

    Where nobody said what stays out (`left`), that is what other files tell.
    """
    from desktop.files.package_content import read_by_column

    content = read_by_column(path, ret.file_sha256, APART)
    if content.entries is None:
        raise ConflictError("not_acceptable", ret.file_name)
    office = _office(change)
    told = translate(office, content.header, content.entries, content.columns)
    if told.unmapped or told.sender != ret.sender:
        raise ConflictError("not_acceptable", ret.file_name)
    _put_named(change, told)
    office.learn(told)
    if left is None:
        left = left_by_slip(change.db, ret, filter(None, told.agencies.values()))
    about = _About(path, over, ret, ToldWords(store), tuple(left))
    _put_entries(change, content, told, about, progress)
    _put_evidence(change, store, content, told, ret)


def _put_entries(
    change: Change,
    content: "Content",
    told: Translation,
    about: _About,
    progress: Progress,
) -> None:
    """Put the entries."""
    from desktop.files.package_content import entry_by_entry

    entries, columns = _entries(content), content.columns
    local = LocalRows(told, entries, columns)
    deciding = Deciding(change.db, entries, told, local)
    new = deciding.first_word and all_new(change, local, columns)
    if about.left or not new:
        columns = {}
        entries = _entries(entry_by_entry(content, about.path))
        entries = _without(entries, told, about.left)
        deciding = Deciding(change.db, entries, told, words=about.words)
    _put_rows(change, deciding, about.over, about.ret, progress)
    put_columns(change, local, columns, about.ret, progress)


def _without(entries: Entries, told: Translation, left: Collection[LeftOut]) -> Entries:
    """Return entries without what another file tells."""
    if not left:
        return entries
    units = {one.unit for one in left}

    def whose(one: EntryRecord) -> str | None:
        return told.agencies.get(str(getattr(one, "agency", None) or ""))

    return replace(
        entries,
        rows=tuple(o for o in entries.rows if not left_out(o, whose(o), left)),
        earlier=tuple(o for o in entries.earlier if whose(o) not in units),
    )


def _entries(content: "Content") -> Entries:
    if content.entries is None:
        raise ConflictError("not_acceptable", content.header.package_id)
    return content.entries


def _office(change: Change) -> Office:
    """Return what the office knows, read once for all files of a change."""
    if Office not in change.memory:
        change.memory[Office] = read_office(change.db)
    known: Office = change.memory[Office]
    return known


def _put_named(change: Change, told: Translation) -> None:
    """Put the agencies and values nobody here knew: entries name them."""
    for one in (*told.added, *told.values):
        records.put(change, one)


def _put_rows(
    change: Change,
    deciding: Deciding,
    over: frozenset[str],
    ret: Return,
    progress: Progress,
) -> None:
    new: defaultdict[str, list[Row]] = defaultdict(list)
    noted: list[tuple[str, str, str]] = []
    for number, one in enumerate(_all(deciding)):
        if number % _TOLD_EVERY == 0:
            progress(Step(STAGE, number, 0))
        stays = one.fate is Fate.KEEP and one.row_id not in over
        if one.fate is Fate.ADD and one.after is not None:
            new[one.place].append(one.after)
        elif one.fate in _WRITTEN and not stays:
            _write(change, one)
        if one.cell and one.noted and not stays:
            noted.append((one.place, one.row_id, one.cell))
    for place, many in new.items():
        change.add_rows(place, by_column(many))
    received.note(change, ret.id, noted)


def _all(deciding: Deciding) -> Iterator[Decided]:
    yield from deciding.earlier()
    yield from deciding.rows()


def _write(change: Change, one: Decided) -> None:
    if one.after is None:
        records.remove(change, BY_TABLE[one.place].record, one.row_id)
    else:
        change.write(one.place, one.row_id, one.after)


# --- evidence ------------------------------------------------------------------


def _put_evidence(
    change: Change, store: Store, content: "Content", told: Translation, ret: Return
) -> None:
    """Keep the files beside the entries; contents first, so that none is missing."""
    if content.entries is None:
        return
    for sent in content.entries.evidence:
        row_id = told.prefix + sent.row_id
        if change.read(sent.place, row_id) is None:
            continue
        known = records.get(change.db, Evidence, told.prefix + sent.id)
        if known is not None and known.source_sha256 == sent.sha256:
            continue
        made = _kept(store, content.files[sent.member], sent, told, ret)
        if made is not None:
            records.put(change, made)


def _kept(
    store: Store, data: bytes, sent: SentEvidence, told: Translation, ret: Return
) -> Evidence | None:
    """Keep a file under what its bytes say it is; what can run is not kept."""
    from desktop.files.evidence import contents
    from desktop.files.evidence.media import media_of

    try:
        medium = media_of(data, Path(sent.name))
    except FileError:
        return None
    kept = contents.keep(folder_of(store), data, medium.media)
    return Evidence(
        id=RecordId(told.prefix + sent.id),
        place=sent.place,
        row_id=RecordId(told.prefix + sent.row_id),
        name=sent.name,
        sha256=kept.sha256,
        size=len(data),
        media=medium.media,
        added_at=ret.received_at,
        source_sha256=sent.sha256,
    )
