"""Make a practice office: an office file with a believable year in it."""

import dataclasses
from pathlib import Path

from desktop.errors import UnknownNameError
from desktop.files import catalogue, plans
from desktop.files.practice import load_practice
from desktop.operations.entries.record_entry import record_many
from desktop.operations.figures.compute_results import read_office
from desktop.operations.offices.create_office import create_office
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.outcome import Outcome
from desktop.operations.practice.practise_evidence import (
    forget_pictures,
    practise_evidence,
)
from desktop.progress import Progress, Step, silent
from desktop.records.activity import Activity
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.rules.known import SOURCE_OF
from desktop.rules.practice.book import PracticeBook
from desktop.rules.practice.cast import Cast
from desktop.rules.practice.year import Deed, practice_year
from desktop.store import records, upkeep
from desktop.store.store import Clock, Store, local_now
from desktop.taking_place import take_place

_JOINED = "joined_to"
"""Names the deed of what partners record of events already recorded."""


def make_practice_office(
    path: Path,
    plan_name: str,
    *,
    year: int = 2024,
    seed: int = 1,
    progress: Progress = silent,
    clock: Clock = local_now,
) -> Outcome[Path]:
    """Make an office file and record a year in it; the same for the same seed.

    What lies after the clock's day is not recorded, or only as planned.

    Raises:
        UnknownNameError: No plan of that name ships, or it does not cover the year.
        StoreUnavailableError: The file exists already, or none can be made there.
        Cancelled: The user asked to stop; no file is left.
    """
    refuse_unknown(plan_name, year)
    upkeep.refuse_existing(path)
    book = load_practice()
    officer = book.setting.officer
    part = path.with_name(f"{path.name}.dang-tao")
    upkeep.remove_set(part)
    try:
        made = create_office(
            part, plan_name, practice=True, officer=officer, progress=progress
        )
        with Store(part, clock=clock) as store:
            store.officer = officer
            _name_signer(store, book.setting.signer)
            try:
                _record(store, book, (year, seed), progress)
                practise_evidence(store)
            except BaseException:
                forget_pictures(store)
                raise
        take_place(part, path)
    finally:
        upkeep.remove_set(part)
    return Outcome(path, made.touched)


def _name_signer(store: Store, name: str) -> None:
    own = read_office(store).preferences
    set_preferences(store, dataclasses.replace(own, signer_name=name))


def refuse_unknown(plan_name: str, year: int) -> None:
    """Check that a plan of that name ships, and that it covers the year.

    Raises:
        UnknownNameError: It does not.
    """
    plan = plans.load_plan(plan_name).plan
    years = range(plan.first_day.year, plan.last_day.year + 1)
    if year not in years:
        raise UnknownNameError("year", str(year), tuple(map(str, years)))


def _record(
    store: Store, book: PracticeBook, which: tuple[int, int], progress: Progress
) -> None:
    """Record every deed of a year, each as one change of its own."""
    year, seed = which
    deeds = practice_year(book, read_cast(store), year, seed, store.now().date())
    names = _names(book)
    for number, deed in enumerate(deeds):
        progress(Step("recording", number, len(deeds)))
        subject = book.setting.subject.format(
            register=names.get(_of(deed), ""), year=deed.year
        )
        record_many(store, deed.records, subject=subject)
    progress(Step("recording", len(deeds), len(deeds)))


def read_cast(store: Store) -> Cast:
    """Return who takes part in the practice of an office."""
    office = read_office(store)
    db, of_plan = store.reader, {"plan": office.plan.id}
    return Cast(
        plan=office.plan,
        preferences=office.preferences,
        agencies=records.find(db, Agency),
        tasks=records.find(db, Task, where=of_plan),
        targets=records.find(db, Target, where=of_plan),
        figures=office.figures,
        items=records.find(db, CatalogueItem),
    )


def _names(book: PracticeBook) -> dict[str, str]:
    """Return what each register is called, and records that have none."""
    registers = {
        one.kind or str(one.source): one.name for one in catalogue.load_registers()
    }
    return registers | book.setting.other_registers


def _of(deed: Deed) -> str:
    """Return the kind or source of a deed's records, or the name of their class."""
    first = deed.records[0]
    if isinstance(first, Activity):
        return str(first.kind) if first.joined_to is None else _JOINED
    return str(SOURCE_OF.get(type(first), type(first).__name__))
