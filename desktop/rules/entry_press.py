"""Checks of what is entered of the press: how soon, who came, what was asked."""

from collections.abc import Iterator

from desktop.errors import Problem
from desktop.records.activity import Activity, ActivityKind, ActivityState
from desktop.records.identity import Code
from desktop.rules.dates import format_date
from desktop.rules.entry_checks import doubt
from desktop.rules.known import Known
from desktop.rules.numbers import format_integer
from desktop.rules.times import format_moment

AD_HOC = Code("ad_hoc")
"""Code of what was called at short notice, in the catalogue `occasion`."""

SOON = 24 * 60
"""Minutes within which a meeting called at short notice is held (004-X1)."""

_PARTS = (
    ("answers", "questions", "answers_above_questions"),
    ("attended", "invited", "attended_above_invited"),
)
"""Counts of which one is a part of the other (004-T1, 004-R8)."""


def check(record: Activity, known: Known) -> Iterator[Problem]:
    """Yield what is wrong or doubtful in an activity's moments and guests."""
    yield from _moments(record, known)
    yield from _haste(record)
    yield from _invitation(record)
    for part, whole, code in _PARTS:
        yield from _part(record, part, whole, code)
    if record.agency in record.co_chairs:
        yield doubt("co_chairs", "partner_is_lead")


def _moments(record: Activity, known: Known) -> Iterator[Problem]:
    """Yield moments that are out of order, not yet there, or on another day."""
    requested, held = record.requested_at, record.held_at
    if requested and requested.date() > known.today:
        yield Problem("requested_at", "in_future", (format_date(known.today),))
    if held is None:
        return
    if requested and held < requested:
        yield Problem("held_at", "held_before_request", (format_moment(requested),))
    if not record.first_day <= held.date() <= record.last_day:
        facts = format_date(record.first_day), format_date(record.last_day)
        yield doubt("held_at", "held_on_other_day", *facts)


def _haste(record: Activity) -> Iterator[Problem]:
    """Yield a doubt when nobody can tell how soon, or when it was not soon."""
    if record.occasion != AD_HOC or record.state is not ActivityState.DONE:
        return
    minutes = record.response_minutes
    if minutes is None:
        missing = "held_at" if record.requested_at else "requested_at"
        yield doubt(missing, "haste_unknown")
    elif minutes > SOON:
        hours, rest = divmod(minutes, 60)
        yield doubt("held_at", "held_late", format_integer(hours), f"{rest:02}")


def _invitation(record: Activity) -> Iterator[Problem]:
    """Yield what a conference of others that is over does not tell (004-R8)."""
    if record.kind is not ActivityKind.PRESS_ATTENDANCE:
        return
    if record.state is ActivityState.DONE:
        for field in ("invited", "attended"):
            if getattr(record, field) is None:
                yield Problem(field, "missing")


def _part(record: Activity, part: str, whole: str, code: str) -> Iterator[Problem]:
    """Yield a part that is more than what it is a part of, or stands alone."""
    few: int | None = getattr(record, part)
    all_of_it: int | None = getattr(record, whole)
    if few is None:
        return
    if all_of_it is None:
        yield doubt(whole, "whole_missing")
    elif few > all_of_it:
        facts = format_integer(few), format_integer(all_of_it)
        yield Problem(part, code, facts)
