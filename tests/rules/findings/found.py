"""Findings for tests: name what matters."""

from typing import Any

from desktop.records.finding import Check, Finding, Where
from desktop.records.report import FigureKey

HERE = Where(place="activities", table="activities", record="a")
AT = FigureKey(table="table_a", row="total", column="postings")


def a_finding(**changes: Any) -> Finding:
    """Return a doubt about one entry."""
    values: dict[str, Any] = {
        "key": "date_outside:a",
        "code": Check.DATE_OUTSIDE,
        "detail": "still_planned",
        "subject": "Hội nghị",
        "facts": ("01/02/2024",),
        "where": HERE,
        "at": AT,
    }
    return Finding(**(values | changes))
