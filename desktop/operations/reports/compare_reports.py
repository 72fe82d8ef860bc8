"""Compare two issued versions by figure: reports, or reports as slips left them."""

from dataclasses import dataclass

from desktop.errors import ConflictError
from desktop.operations.reports.read_report import read_frozen, read_issued
from desktop.records.issued import IssuedReport
from desktop.records.report import FigureChange
from desktop.rules.reports import compare as report_compare
from desktop.rules.reports.compare import Figures
from desktop.store import records
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs between two versions."""

    older: IssuedReport
    newer: IssuedReport
    changes: tuple[FigureChange, ...]
    """By figure, the largest effect first, and what only follows behind it."""
    same_period: bool
    """Whether both speak of the same days; else it is a change over time."""


def compare_reports(store: Store, older: str, newer: str) -> Comparison:
    """Return the figures that differ from one version to another.

    A slip stands for the report it corrects, with every slip up to it.

    Raises:
        ConflictError: `kinds_differ`: their tables have nothing in common;
            `issued_changed`; `nothing_issued`.
        UnknownNameError: No report of that id was issued.
    """
    one, two = read_issued(store, older), read_issued(store, newer)
    if original_of(store, one).kind != original_of(store, two).kind:
        raise ConflictError("kinds_differ")
    days = [(each.first_day, each.last_day) for each in (one, two)]
    return Comparison(
        older=one,
        newer=two,
        changes=report_compare.difference(
            figures_of(store, one), figures_of(store, two)
        ),
        same_period=days[0] == days[1],
    )


def original_of(store: Store, issued: IssuedReport) -> IssuedReport:
    """Return the report a slip corrects; of a report itself."""
    return read_issued(store, issued.corrects) if issued.corrects else issued


def slips_of(store: Store, issued: IssuedReport) -> tuple[IssuedReport, ...]:
    """Return the slips that correct a report, in order."""
    found = records.find(store.reader, IssuedReport, where={"corrects": issued.id})
    return tuple(sorted(found, key=lambda one: one.slip))


def figures_of(store: Store, issued: IssuedReport) -> Figures:
    """Return the figures of a report as issued; of a slip, as it left them.

    Raises:
        ConflictError: A frozen content is not the one that was issued.
    """
    original = original_of(store, issued)
    found: Figures = report_compare.figures(read_frozen(store, original))
    for slip in slips_of(store, original):
        if slip.slip <= issued.slip:
            changes = read_frozen(store, slip).changes
            found = report_compare.with_changes(found, changes)
    return found
