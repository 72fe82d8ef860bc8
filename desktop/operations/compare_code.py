"""Compare a code read from paper with the data a file carries."""

from dataclasses import dataclass

from desktop.records.verification import FileVerdict, FoundReport
from desktop.rules.short_code import Comparison, Match, compare


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeVerdict:
    """What came of comparing a code with the report in a file."""

    report: FoundReport | None
    """None when the file carries no report to compare with."""
    comparison: Comparison | None = None

    @property
    def same(self) -> bool:
        """Tell whether the paper and the file speak of the same data."""
        return self.comparison is not None and self.comparison.match is Match.SAME


def compare_code(verdict: FileVerdict, typed: str) -> CodeVerdict:
    """Compare a typed or scanned code with the data that a check found in a file."""
    report = report_in(verdict)
    if report is None:
        return CodeVerdict(report=None)
    return CodeVerdict(report=report, comparison=compare(typed, report.sha256))


def report_in(verdict: FileVerdict) -> FoundReport | None:
    """Return the report in a file, or in one of the files of a package."""
    if verdict.report is not None:
        return verdict.report
    found = (one.report for one in verdict.members if one.report is not None)
    return next(found, None)
