"""Choose the evidence that goes along with the entries of a package.

What may not be shown stays; where not all fits, each entry is given its first file
before any is given its second.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.files.evidence import contents
from desktop.files.evidence.media import BY_MEDIA, Sort, ending_of, media_of
from desktop.files.evidence.reduced import reduced
from desktop.files.packed_entries import evidence_name
from desktop.operations.evidence.evidence_folder import content_of, folder_of
from desktop.progress import Progress, Step, silent
from desktop.records.evidence import Evidence, Exposure
from desktop.records.exchange import EvidenceCarried
from desktop.records.exchange_entries import EntryRecord, SentEvidence
from desktop.store import evidence, records
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store
from desktop.taking_place import reason_of

_SHOWN = frozenset({Exposure.NOBODY, Exposure.ALLOWED})
_OVERHEAD = 700
"""Bytes that a member takes beside its content: in the archive, the list, the page."""
MOST_PARTS: Final = 20
"""Packages a report may go in; what has no room in them is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much evidence a package can take."""

    files: int
    size: int
    """Bytes."""


@dataclass(slots=True, kw_only=True)
class Chosen:
    """The evidence that goes along in one package, and how much goes in none."""

    files: dict[str, Path] = field(default_factory=dict)
    """Where each member lies until it is packed, by its name."""
    size: int = 0
    """Bytes that the files take in a package."""
    sent: list[SentEvidence] = field(default_factory=list)
    withheld: int = 0
    left_out: int = 0
    members: dict[tuple[str, bool], str] = field(default_factory=dict)
    """Names of members by what the office keeps, and whether it is closed: each
    content goes once."""


def choose_evidence(  # noqa: PLR0913  what, how much, in which room, and where to
    store: Store,
    rows: Iterable[EntryRecord],
    carried: EvidenceCarried,
    room: Room,
    waiting: Path,
    progress: Progress = silent,
    *,
    most: int = MOST_PARTS,
) -> tuple[Chosen, ...]:
    """Return the evidence of entries as far as it may leave, package by package.

    Pictures, films and sounds go only where somebody answered that they may. In the
    full form what is closed stays; in the reduced form everything goes in its own
    reduced form: a list with the numbers of cards shortened, or not at all. One that
    is missing or altered in the folder counts as withheld. Both are counted in the
    first package, as is what has no room in any.

    Args:
        store: The office.
        rows: Entries that go along.
        carried: How much of the evidence is wanted.
        room: What one package takes.
        waiting: A folder in which files lie until they are packed.
        progress: Told of each file.
        most: Packages at most.

    Raises:
        FileError: The folder cannot be written to.
        Cancelled: The user asked to stop.
    """
    lots = [Chosen()]
    if carried is EvidenceCarried.NONE:
        return tuple(lots)
    every = list(_in_turn(store, rows))
    for number, one in enumerate(every):
        progress(Step("packing_evidence", number, len(every)))
        held = next((lot for lot in lots if _key(one) in lot.members), None)
        if held is not None and _may_leave(one):
            _tell(held, one)
            continue
        data = _content(store, one, carried)
        if data is None:
            lots[0].withheld += 1
            continue
        lot = _with_room(lots, len(data) + _OVERHEAD, room, most)
        if lot is None:
            lots[0].left_out += 1
        else:
            name = _name(one, data, sum(len(each.files) for each in lots) + 1)
            _add(lot, one, data, waiting / name)
            _tell(lot, one)
    return tuple(lots)


def _with_room(lots: list[Chosen], size: int, room: Room, most: int) -> Chosen | None:
    """Return the first package with room for a file, a new one, or None."""
    if size > room.size or room.files < 1:
        return None
    for lot in lots:
        if len(lot.files) < room.files and lot.size + size <= room.size:
            return lot
    if len(lots) == most:
        return None
    lots.append(Chosen())
    return lots[-1]


def _in_turn(store: Store, rows: Iterable[EntryRecord]) -> Iterator[Evidence]:
    """Yield the evidence of entries: first files first, then second ones."""
    wanted = {(BY_RECORD[type(one)].table, str(one.id)) for one in rows}
    seen = Counter[tuple[str, str]]()
    found: list[tuple[int, str, str, Evidence]] = []
    for one in records.each(store.reader, Evidence):
        key = one.place, str(one.row_id)
        if key in wanted and one.media != evidence.ERASED:
            found.append((seen[key], *key, one))
            seen[key] += 1
    return (one[-1] for one in sorted(found, key=lambda one: (*one[:3], one[3].id)))


def _content(store: Store, one: Evidence, carried: EvidenceCarried) -> bytes | None:
    """Return what of a file may leave the office; None where nothing may."""
    if not _may_leave(one):
        return None
    whole = carried is EvidenceCarried.FULL
    if whole and one.exposure is Exposure.CLOSED:
        return None
    folder, content = folder_of(store), content_of(one)
    try:
        if not whole:
            return reduced(contents.place_of(folder, content))
        return contents.read(folder, content)
    except FileError:
        return None


def _may_leave(one: Evidence) -> bool:
    """Tell whether a file may go in some form, as far as its kind and answer tell."""
    medium = BY_MEDIA.get(one.media)
    if medium is None or (medium.shows_persons and one.exposure not in _SHOWN):
        return False
    return one.exposure is not Exposure.CLOSED or medium.sort is not Sort.ARCHIVE


def _key(one: Evidence) -> tuple[str, bool]:
    return one.sha256, one.exposure is Exposure.CLOSED


def _name(one: Evidence, data: bytes, number: int) -> str:
    picture = BY_MEDIA[one.media].sort is Sort.PHOTO
    # a photo made smaller may be of another kind than the one kept
    kept = ending_of(one.media)
    ending = media_of(data, Path(kept)).ending if picture else kept
    return evidence_name(number, ending, picture=picture)


def _add(chosen: Chosen, one: Evidence, data: bytes, place: Path) -> None:
    try:
        place.write_bytes(data)
    except OSError as error:
        raise FileError(place, reason_of(error)) from error
    chosen.files[place.name] = place
    chosen.size += len(data) + _OVERHEAD
    chosen.members[_key(one)] = place.name


def _tell(chosen: Chosen, one: Evidence) -> None:
    chosen.sent.append(
        SentEvidence(
            id=one.id,
            place=one.place,
            row_id=one.row_id,
            name=one.name,
            media=one.media,
            sha256=one.sha256,
            member=chosen.members[_key(one)],
        )
    )
