"""Read what a unit itself says of targets, in the package of it that stands."""

from dataclasses import dataclass
from typing import Final

from desktop.errors import ConflictError
from desktop.operations.intake.kept_files import kept_path
from desktop.operations.intake.translating import read_office
from desktop.progress import Progress, Step, silent
from desktop.records.exchange_entries import Entries, SentTarget
from desktop.records.identity import AgencyId
from desktop.records.period import Period
from desktop.records.returns import Return, ReturnKind, ReturnState
from desktop.records.target import Target
from desktop.rules.intake.sent_plan import Plans, find_plan
from desktop.store import records
from desktop.store.store import Store

STAGE: Final = "reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentResult:
    """One target as the unit counted it by its own plan."""

    sent: SentTarget
    ours: str
    """Number and label of its like here; blank where it has none, or none settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentResults:
    """What the package of a unit tells of its targets."""

    ret: Return
    results: tuple[SentResult, ...]


def sent_results(
    store: Store, agency: AgencyId, period: Period, progress: Progress = silent
) -> SentResults | None:
    """Return what a unit's newest package within a period tells; None without one.

    They are the unit's own numbers, told beside ours and counted nowhere.

    Raises:
        ConflictError: `received_altered`: its file is no longer kept as it came.
        PackageError: The same.
    """
    from desktop.files.package_content import read_content

    ret = _newest(store, agency, period)
    if ret is None:
        return None
    progress(Step(STAGE, 0, 1))
    path = kept_path(store, ret.file_sha256)
    if path is None:
        raise ConflictError("received_altered", ret.file_name)
    entries = read_content(path, ret.file_sha256).entries
    if entries is None:
        return SentResults(ret=ret, results=())
    with store.reading() as db:
        return SentResults(ret=ret, results=_results(entries, read_office(db).plans))


def _newest(store: Store, agency: AgencyId, period: Period) -> Return | None:
    """Return the accepted package whose days lie in the period and end last."""
    where = {
        "kind": str(ReturnKind.PACKAGE),
        "state": str(ReturnState.ACCEPTED),
        "agency": str(agency),
    }
    found = [
        one
        for one in records.find(store.reader, Return, where=where)
        if period.first_day <= one.first_day and one.last_day <= period.last_day
    ]
    key = {one.id: (one.last_day, -one.first_day.toordinal()) for one in found}
    return max(found, key=lambda one: key[one.id], default=None)


def _results(entries: Entries, plans: Plans) -> tuple[SentResult, ...]:
    named = {"goal": {str(one.goal) for one in entries.targets}}
    likes = find_plan(entries, named, plans).goals
    names = {str(one.goal): _name(one) for one in plans.targets}
    return tuple(
        SentResult(sent=one, ours=names.get(likes.get(str(one.goal)) or "", ""))
        for one in entries.targets
    )


def _name(target: Target) -> str:
    return f"{target.code} {target.label}".strip()
