"""Templates: the outline and the standing words of a report."""

import datetime as dt
from dataclasses import dataclass

from desktop.records.identity import Code

CONTENTS = ("text", "targets", "tasks", "charts", "comparison", "spending", "none")
"""What goes into a section beside its sentences; `table:CODE` is one more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTemplate:
    """One part of the outline, and what goes into it."""

    key: str = ""
    """What it is, the same wherever it is moved and whatever it is called."""
    number: str = ""
    """Follows from its place and level: `rules.reports.outline.numbered`."""
    heading: str
    level: int
    content: str = "text"
    """One of `CONTENTS`, or `table:CODE`."""
    sentences: tuple[str, ...] = ()
    """Sentences with `{figure:CODE}`; one is left out when all its figures are zero.

    So is a part of one in brackets, by its own figures.
    """
    by_hand: bool = False
    """Whether an officer writes into it, beside what its sentences say."""
    empty: str = ""
    """What is written when there is nothing to say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumnTemplate:
    """One column of a table of figures."""

    heading: tuple[str, ...]
    figure: Code | None = None
    """The figure counted; None for the row's own name, or as `key` says."""
    key: str = ""
    """Of a column without a figure: `area_code`, `note`; any other name is of what the
    office's registers do not keep, whose cells stay blank."""
    weight: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class TableTemplate:
    """A table of figures."""

    code: str
    title: str
    sheet: str
    rows: str = "agencies"
    """`agencies`: a row for each agency, and totals. `earlier`: each column that counts
    a figure is a row, held against earlier periods; `years`: told year by year."""
    unit: str = ""
    columns: tuple[TableColumnTemplate, ...]
    notes: tuple[str, ...] = ()
    landscape: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTemplate:
    """Everything a kind of report needs beside the figures."""

    code: str
    version: int
    """The program's own, or of an office's the one it counts itself."""
    name: str = ""
    """What the kind is called in lists."""
    document_type: str
    """Printed above the subject; blank for an official letter."""
    symbol: str = ""
    """With `{office}`, its short name; blank: the report's symbol as it is set."""
    subject: str
    """With `{plan}`, `{period}`, `{territory}`."""
    addressee: str = ""
    """Of `Kính gửi`, with `{recipient}`; blank: the recipient alone."""
    opening: tuple[str, ...]
    sections: tuple[SectionTemplate, ...] = ()
    closing: str
    tables: tuple[TableTemplate, ...] = ()
    labels: dict[str, str]
    """Standing words: headings of the target and task tables, verdicts, notes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTemplate:
    """A template as an office changed it, with the one it was made from."""

    id: str
    code: str
    """Of the report's kind."""
    version: int
    """Counted from 1 for each code; a change makes the next, old ones stay."""
    made_at: dt.datetime
    note: str = ""
    base: str
    """The program's template it was made from, as canonical JSON."""
    content: str
    """The office's, as canonical JSON; equal to `base` when the office went back."""
