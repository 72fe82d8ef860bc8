"""Hold files that came in against each other and against what was taken in before.

What is found does not depend on the order in which files were dropped or taken in: of
equal files the one with the shortest name stays, of versions the highest.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from desktop.records.arrival import Arrival, Sorting
from desktop.records.period import Period
from desktop.records.returns import Return, ReturnKind, ReturnState
from desktop.rules.intake.beside import beside
from desktop.rules.intake.parts import stands_in_part
from desktop.rules.intake.statements import OPEN, key_of, key_of_return

Unit = tuple[str, dt.date, dt.date]
"""A unit and the first and last day it was asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the office knows of what came before."""

    returns: Mapping[str, tuple[Return, ...]] = field(default_factory=dict)
    """By their senders."""
    forms: Mapping[Unit, int] = field(default_factory=dict)
    """Version of the newest form that was made for a unit and its days."""

    def of(self, arrival: Arrival) -> tuple[Return, ...]:
        """Return what came before from whoever sent a file."""
        return self.returns.get(arrival.sender, ())


def sort_together(
    arrivals: Sequence[Arrival], known: Known, period: Period | None
) -> tuple[Arrival, ...]:
    """Return the arrivals in their order, each where it belongs beside the others."""
    first = _firsts(arrivals)
    alone = [_one(each, first, known, period) for each in arrivals]
    return tuple(beside(alone))


# --- one file ------------------------------------------------------------------


def _content(arrival: Arrival) -> str:
    """Return by what two files are the same; a copy renamed or packed anew is one."""
    if arrival.content_sha256 and arrival.kind is not None:
        return f"{arrival.kind}/{arrival.sender}/{arrival.content_sha256}"
    return arrival.sha256


def _firsts(arrivals: Iterable[Arrival]) -> dict[str, Arrival]:
    """Return, of files with the same content, the one that stays."""
    found: dict[str, Arrival] = {}
    for one in sorted(arrivals, key=lambda each: (len(each.name), each.name)):
        if one.sorting in OPEN or one.sorting is Sorting.RECEIPT:
            found.setdefault(_content(one), one)
    return found


def _one(
    arrival: Arrival,
    firsts: Mapping[str, Arrival],
    known: Known,
    period: Period | None,
) -> Arrival:
    first = firsts.get(_content(arrival))
    if first is not None and first is not arrival and _may_repeat(arrival):
        return _sorted(arrival, Sorting.DUPLICATE, ("same_as", first.name))
    if arrival.sorting not in OPEN:
        return arrival
    return (
        _known(arrival, known.of(arrival))
        or _outdated(arrival, known)
        or _elsewhere(arrival, period)
        or arrival
    )


def _may_repeat(arrival: Arrival) -> bool:
    return arrival.sorting in OPEN or arrival.sorting is Sorting.RECEIPT


def _known(arrival: Arrival, returns: Sequence[Return]) -> Arrival | None:
    """Return a file that was taken in before as what it is."""
    same = [
        one
        for one in returns
        if one.kind is arrival.kind
        and one.sender == arrival.sender
        and arrival.content_sha256
        and one.content_sha256 == arrival.content_sha256
    ]
    for state, sorting, code in _BEFORE:
        for one in same:
            stands = stands_in_part(one, returns)
            if (ReturnState.ACCEPTED if stands else one.state) is state:
                return _sorted(arrival, sorting, (code, one.file_name, _day(one)))
    return None


_BEFORE: Final = (
    (ReturnState.ACCEPTED, Sorting.DUPLICATE, "taken_before"),
    (ReturnState.HELD, Sorting.DUPLICATE, "held_before"),
    (ReturnState.SUPERSEDED, Sorting.OLDER, "superseded_before"),
)


def _outdated(arrival: Arrival, known: Known) -> Arrival | None:
    key = key_of(arrival)
    for one in known.of(arrival):
        newer = (one.version, one.slip) > (arrival.version, arrival.slip)
        if one.state is ReturnState.ACCEPTED and newer and key_of_return(one) == key:
            return _sorted(arrival, Sorting.OLDER, _newer(one, arrival))
    return _old_form(arrival, known.forms)


def _newer(taken: Return, arrival: Arrival) -> tuple[str, ...]:
    """Return what was taken in: a later version, or a slip that corrects this one.

    Of a report in parts the evidence in this one has not come, and there is a way yet.
    """
    if taken.version > arrival.version:
        code, number = "newer_taken", taken.version
    else:
        code = "slip_taken_part" if arrival.parts > 1 else "slip_taken"
        number = taken.slip
    return (code, str(number), taken.file_name, _day(taken))


def _old_form(arrival: Arrival, forms: Mapping[Unit, int]) -> Arrival | None:
    if arrival.kind is not ReturnKind.FORM:
        return None
    if arrival.first_day is None or arrival.last_day is None:
        return None
    newest = forms.get((arrival.sender, arrival.first_day, arrival.last_day), 0)
    if newest <= arrival.version:
        return None
    facts = (str(arrival.version), str(newest))
    return _sorted(arrival, Sorting.OLDER, ("form_replaced", *facts))


def _elsewhere(arrival: Arrival, period: Period | None) -> Arrival | None:
    """Return what is of another period than the one being collected."""
    if period is None or arrival.sorting is not Sorting.READY:
        return None
    if arrival.first_day is None or arrival.last_day is None:
        return None
    inside = (
        period.first_day <= arrival.first_day and arrival.last_day <= period.last_day
    )
    if inside:
        return None
    reason = ("other_period", arrival.period_code, period.code)
    return _sorted(arrival, Sorting.OTHER_PERIOD, reason)


def _sorted(arrival: Arrival, sorting: Sorting, reason: tuple[str, ...]) -> Arrival:
    return replace(arrival, sorting=sorting, reasons=(reason, *arrival.reasons))


def _day(ret: Return) -> str:
    return ret.received_at.date().isoformat()
