"""Choose the evidence that goes along with the entries of a package.

What may not be shown stays; where not all fits, each entry is given its first file
before any is given its second.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

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

_SHOWN = frozenset({Exposure.NOBODY, Exposure.ALLOWED})
_OVERHEAD = 700
"""Bytes that a member takes beside its content: in the archive, the list, the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much evidence a package can take."""

    files: int
    size: int
    """Bytes."""


@dataclass(slots=True, kw_only=True)
class Chosen:
    """The evidence that goes along, and how much does not."""

    files: dict[str, bytes] = field(default_factory=dict)
    sent: list[SentEvidence] = field(default_factory=list)
    withheld: int = 0
    left_out: int = 0
    members: dict[tuple[str, bool], str] = field(default_factory=dict)
    """Names of members by what the office keeps, and whether it is closed: each
    content goes once."""


def choose_evidence(
    store: Store,
    rows: Iterable[EntryRecord],
    carried: EvidenceCarried,
    room: Room,
    progress: Progress = silent,
) -> Chosen:
    """Return the evidence of entries as far as it may leave and there is room.

    Pictures, films and sounds go only where somebody answered that they may. In the
    full form what is closed stays; in the reduced form everything goes in its own
    reduced form: a list with the numbers of cards shortened, or not at all. One that
    is missing or altered in the folder counts as withheld.

    Raises:
        Cancelled: The user asked to stop.
    """
    chosen = Chosen()
    if carried is EvidenceCarried.NONE:
        return chosen
    every = list(_in_turn(store, rows))
    left = room.size
    for number, one in enumerate(every):
        progress(Step("packing_evidence", number, len(every)))
        if _key(one) in chosen.members and _may_leave(one):
            _tell(chosen, one)
            continue
        data = _content(store, one, carried)
        if data is None:
            chosen.withheld += 1
        elif len(chosen.files) == room.files or len(data) + _OVERHEAD > left:
            chosen.left_out += 1
        else:
            left -= len(data) + _OVERHEAD
            _add(chosen, one, data)
            _tell(chosen, one)
    return chosen


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


def _add(chosen: Chosen, one: Evidence, data: bytes) -> None:
    picture = BY_MEDIA[one.media].sort is Sort.PHOTO
    number = len(chosen.files) + 1
    # a photo made smaller may be of another kind than the one kept
    kept = ending_of(one.media)
    ending = media_of(data, Path(kept)).ending if picture else kept
    name = evidence_name(number, ending, picture=picture)
    chosen.files[name] = data
    chosen.members[_key(one)] = name


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
