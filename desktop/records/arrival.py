"""A file in the tray: what it is, what it would change, what is wrong with it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from desktop.records.exchange import ControlTotal, MappedKind
from desktop.records.identity import AgencyId
from desktop.records.returns import ReturnKind

WITHIN: Final = " › "
"""Stands between the name of an archive or a folder and that of a file in it."""


class Sorting(StrEnum):
    """Where the tray puts a file."""

    READY = "ready"
    TO_FIX = "to_fix"
    """Cells that cannot be accepted: it goes back marked."""
    TO_MAP = "to_map"
    """A plan, task or target of the sender's is unknown here: settled once."""
    LOCKED = "locked"
    """Opened by words, or by the office's key for receiving; unknown until then."""
    DUPLICATE = "duplicate"
    OLDER = "older"
    """An older version, or made on a form that was replaced since."""
    OTHER_PERIOD = "other_period"
    HELD = "held"
    """A slip whose original is missing."""
    RECEIPT = "receipt"
    REFUSED = "refused"
    """Changed, forged, locked for another, from practice, from a later program."""
    FOREIGN = "foreign"
    """No form and no package of this program."""


class Fate(StrEnum):
    """What accepting would do to one entry or total."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    REMOVE = "remove"
    """It was there the last time and is not in this one."""
    KEEP = "keep"
    """Edited here since it came, and the unit sent something else: asked, never
    decided silently."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field here and in the file."""

    field: str
    label: str
    ours: str
    theirs: str
    """Both as people read them; blank where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalRow:
    """One entry or total of a file, and what accepting would do."""

    place: str
    """Table of its record."""
    row_id: str
    title: str
    fate: Fate
    at: str = ""
    """Where it stands in the file, such as `Tập huấn!7`."""
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellFault:
    """One cell that cannot be accepted, or is doubted."""

    sheet: str
    cell: str
    label: str
    code: str
    """What is wrong; words are made in `wording.form_faults`."""
    facts: tuple[str, ...] = ()
    shown: str = ""
    """What stands in the cell."""
    doubt: bool = False
    """Whether it may be accepted all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Control totals of one file: seen = accepted + refused + unchanged."""

    seen: int = 0
    accepted: int = 0
    refused: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmapped:
    """Something of the sender's that has no like here yet."""

    sender: str
    kind: MappedKind
    theirs: str
    name: str
    offers: tuple[tuple[str, str], ...] = ()
    """Ids and names here that it may be, the likeliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One file as the tray shows it; nothing is stored before it is accepted."""

    path: Path
    """Our own copy of the file, by its hash: the stick may be pulled out."""
    name: str
    """As it was dropped; inside an archive with the archive's name before it."""
    sha256: str
    sorting: Sorting
    reasons: tuple[tuple[str, ...], ...] = ()
    """Why it was sorted so, and notices: each a code and its facts."""
    kind: ReturnKind | None = None
    agency: AgencyId | None = None
    sender: str = ""
    sender_name: str = ""
    period_code: str = ""
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    source: str = ""
    version: int = 0
    slip: int = 0
    corrects: str = ""
    package_id: str = ""
    part: int = 1
    parts: int = 1
    """Of a report that goes in several packages: which one it is, and of how many."""
    content_sha256: str = ""
    tells_of: tuple[str, ...] = ()
    """Whose entries a package holds, by their ids here."""
    entries_of: Mapping[str, int] = field(default_factory=dict)
    """How many of them are of each."""
    control: ControlTotal = field(default_factory=ControlTotal)
    counts: Counts = field(default_factory=Counts)
    signer: str = ""
    rows: tuple[ArrivalRow, ...] = ()
    """What would change, entry by entry; of a large package the first thousand."""
    faults: tuple[CellFault, ...] = ()
    unmapped: tuple[Unmapped, ...] = ()

    @property
    def own_name(self) -> str:
        """Return the name whoever sent the file knows it by."""
        return Path(self.name.rpartition(WITHIN)[2]).name
