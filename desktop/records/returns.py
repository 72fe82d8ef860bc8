"""What came in: files dropped into the tray, what they are, and what became of them."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.records.identity import AgencyId, Code, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlistedTotal:
    """A number a unit told without listing its entries: it counts under its figure.

    Of the whole number of some days only what exceeds all that is kept of the unit in
    them counts (`rules.beyond`); totals stay the sum of their parts.
    """

    id: RecordId
    agency: AgencyId
    figure: Code
    first_day: dt.date
    last_day: dt.date
    """It counts in the period of its last day."""
    value: Decimal
    note: str = ""
    whole: bool = False
    """Whether the value is of all the unit did, entries and parts of days included."""


class ReturnKind(StrEnum):
    """What kind of file a unit sent."""

    FORM = "form"
    PACKAGE = "package"


class ReturnState(StrEnum):
    """What became of a file that came in."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    """Sent back with its faults marked."""
    HELD = "held"
    """Waits for what it rests on: the report its slip corrects."""
    SUPERSEDED = "superseded"
    """Accepted once; a later version stands in its place."""
    TAKEN_BACK = "taken_back"
    """Accepted once; the intake was undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """One file from a unit that was decided on; the file itself is kept by its hash."""

    id: str
    intake: str
    """Id of the intake it was decided in."""
    kind: ReturnKind
    agency: AgencyId
    """Whose it is, as the unit is known here today."""
    sender: str
    """Id of the agency as the file names it."""
    sender_name: str = ""
    """Its name as the file tells it: an old one where it was renamed since."""
    period_code: str
    first_day: dt.date
    last_day: dt.date
    source: str
    """Id of the form, or of the report in the package at the sender."""
    version: int
    slip: int = 0
    corrects: str = ""
    """Id of the report, at the sender, that a slip corrects."""
    package_id: str = ""
    file_name: str
    file_sha256: str
    content_sha256: str
    """Of the canonical content: a file renamed or packed anew bears the same."""
    entries: int = 0
    """Entries of every register together, counted here."""
    attendance: int = 0
    """Lượt người over its activities, counted here."""
    control: str = ""
    """Short code of its canonical content."""
    state: ReturnState
    received_at: dt.datetime
    faults: int = 0
    reasons: tuple[str, ...] = ()
    """Codes of what was found or noticed, in the order told."""
    signer: str = ""

    @property
    def was_accepted(self) -> bool:
        """Tell whether it was accepted, and not taken back; a later one may stand."""
        return self.state in {ReturnState.ACCEPTED, ReturnState.SUPERSEDED}

    @property
    def is_here(self) -> bool:
        """Tell whether it was accepted, or waits to be."""
        return self.was_accepted or self.state is ReturnState.HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeFile:
    """One file of an intake and how it was sorted."""

    name: str
    sha256: str
    sorting: str
    """Value of `records.arrival.Sorting`."""
    taken: bool = False
    ret: str = ""
    """Id of its `Return`; blank where nothing was decided on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """One time files were taken in together; undone together."""

    id: str
    at: dt.datetime
    seen: int
    files: tuple[IntakeFile, ...]
    taken_back_at: dt.datetime | None = None
