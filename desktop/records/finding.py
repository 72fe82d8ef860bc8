"""Findings: what whoever receives a report would send it back for."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.records.report import FigureKey


class Severity(StrEnum):
    """Whether a report may go out with a finding in it."""

    ERROR = "error"
    """Two numbers that cannot both be true: no report is issued with them."""
    DOUBT = "doubt"
    """It may be so, and then wants a word of explanation."""


class Check(StrEnum):
    """What is looked for before a report is signed."""

    PARTS_DIFFER = "parts_differ"
    ABOVE_DENOMINATOR = "above_denominator"
    UNIT_MISSING = "unit_missing"
    FIGURE_MISSING = "figure_missing"
    TARGET_UNDECIDED = "target_undecided"
    DATE_OUTSIDE = "date_outside"
    COUNTED_TWICE = "counted_twice"
    FAR_PASSED = "far_passed"
    """A target passed by more than 150 % of what was planned."""
    UNLIKE_PAST = "unlike_past"
    """Held against the same period of past years."""
    NO_EVIDENCE = "no_evidence"
    TALLY_BARE = "tally_bare"
    """Totals another agency supplied, without the document they come from."""
    TEXT_STALE = "text_stale"
    """A number in a text an officer edited that is no longer the one computed."""
    SECTION_EMPTY = "section_empty"
    PAPER_BLANK = "paper_blank"
    """Signer, place, symbol or recipients."""
    CERTIFICATE_ENDS = "certificate_ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where in the program a finding is looked at and mended."""

    place: str
    """Code of a place on the rail."""
    table: str = ""
    """Table of the record, when it is one that is shown by its id."""
    record: str = ""
    """Id of what is shown there: a record, a register, a section of the outline."""
    field: str = ""
    """Field of it that is at fault, when it is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why something found stays as it is: printed under the report as a footnote."""

    key: str
    """Of the finding."""
    facts: tuple[str, ...]
    """The numbers it was given for; with others it is asked for again."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that should be mended or explained before a report is signed."""

    key: str
    """The same for the same thing each time it is looked for."""
    code: Check
    detail: str = ""
    """Which of the sentences of its kind tells it."""
    severity: Severity = Severity.DOUBT
    subject: str
    """What it is found in: a unit, an entry, a target, a figure, a section."""
    facts: tuple[str, ...] = ()
    """What the sentence needs: numbers, days, names."""
    effect: Decimal = Decimal(0)
    """How much of the figure it concerns it may move, in percent; 0: no figure.

    A contradiction moves the whole of it: neither number can be believed.
    """
    moved: Decimal = Decimal(0)
    """The same as a number of units, people or entries."""
    unit: str = ""
    where: Where
    at: FigureKey | None = None
    """The figure a footnote stands at; None: the heading of `section`."""
    section: str = ""
    explanation: str = ""
    """Why it stays as it is; blank while nobody has said."""
    offered: str = ""
    """What was said when its numbers were others."""

    @property
    def blocks(self) -> bool:
        """Tell whether nothing may be issued while it stands."""
        return self.severity is Severity.ERROR

    @property
    def explainable(self) -> bool:
        """Tell whether a footnote could stand for it; what blocks is mended."""
        return not self.blocks and (self.at is not None or bool(self.section))

    @property
    def open(self) -> bool:
        """Tell whether nobody has explained it."""
        return not self.explanation
