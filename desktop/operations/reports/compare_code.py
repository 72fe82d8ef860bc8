"""Compare a code read from paper with the data a file carries."""

from dataclasses import dataclass
from typing import Final

from desktop.records.verification import FileVerdict, FoundReport
from desktop.rules.short_code import Comparison, Match, compare
from desktop.rules.verdict import Light, light

_SAYS_ONLY: Final = "workbook"


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


def stands_by_paper(verdict: FileVerdict, compared: CodeVerdict) -> bool:
    """Tell whether a file has the data of a signed paper, and nothing wrong in it.

    The signature is on the paper then: that no key signed the file is no fault.
    """
    return compared.same and light(verdict) is not Light.RED


def report_in(verdict: FileVerdict) -> FoundReport | None:
    """Return the report whose data are in a file, or in one of those of a package.

    A workbook only says which data it was made of: its hash cannot be told from what
    is in it, so that it proves nothing.
    """
    files = (verdict, *verdict.members)
    held = (one.report for one in files if one.format != _SAYS_ONLY)
    return next((report for report in held if report is not None), None)
