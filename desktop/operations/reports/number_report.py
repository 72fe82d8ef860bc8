"""Give an issued report the number and date it was still without."""

import datetime as dt
from dataclasses import replace

from desktop.errors import ConflictError, InputError, Problem
from desktop.operations.outcome import Outcome
from desktop.operations.reports.read_report import read_issued
from desktop.records.change import ChangeKind
from desktop.records.issued import IssuedReport
from desktop.rules.dates import format_date
from desktop.store import records
from desktop.store.store import Store


def number_report(
    store: Store, report_id: str, number: str = "", dated: dt.date | None = None
) -> Outcome[IssuedReport]:
    """Fill in what the clerk gave after issuing; what is there already stays.

    Raises:
        InputError: Neither is given, or the report would be dated before the last day
            whose figures it holds.
        ConflictError: `numbered_already`: it has another number or date;
            `nothing_issued`.
        UnknownNameError: No report of that id was issued.
    """
    issued = read_issued(store, report_id)
    if not number.strip() and dated is None:
        raise InputError((Problem("number", "missing"),))
    numbered = filled_in(issued, number, dated)
    with store.change(
        "number_report", numbered.number, kind=ChangeKind.FIXED
    ) as change:
        records.put(change, numbered)
    return Outcome(numbered, change.touched)


def filled_in(issued: IssuedReport, number: str, dated: dt.date | None) -> IssuedReport:
    """Return a report with number and date filled in; what is there already stays.

    Raises:
        InputError: The report would be dated before it was begun.
        ConflictError: `numbered_already`: it has another number or date.
    """
    number = number.strip() or issued.number
    dated = dated or issued.dated
    if (issued.number and number != issued.number) or (
        issued.dated and dated != issued.dated
    ):
        told = format_date(issued.dated) if issued.dated else ""
        raise ConflictError("numbered_already", issued.number, told)
    if dated is not None and dated < issued.first_day:
        first = format_date(issued.first_day)
        raise InputError((Problem("dated", "dated_before_period", (first,)),))
    return replace(issued, number=number, dated=dated)
