"""Make a new office file from a plan that ships with the program."""

from dataclasses import replace
from pathlib import Path

from desktop.errors import StoreUnavailableError
from desktop.files import catalogue, plans
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step, silent
from desktop.records.change import ChangeKind
from desktop.store import preferences, records, upkeep
from desktop.store.store import Change, Store, local_now
from desktop.taking_place import take_place


def create_office(
    path: Path,
    plan_name: str,
    *,
    practice: bool = False,
    officer: str = "",
    progress: Progress = silent,
) -> Outcome[Path]:
    """Make an office file with the plan, its agencies and every catalogue.

    Raises:
        UnknownNameError: No plan of that name ships.
        PlaceUnfitError: It must not lie there.
        StoreUnavailableError: The file exists already, or none can be made there.
    """
    plan = plans.load_plan(plan_name)
    progress(Step("opening", 0, 2))
    part = path.with_name(f"{path.name}.moi")
    upkeep.refuse_unfit(path, new=True)
    upkeep.refuse_existing(path)
    upkeep.remove_set(part)  # left by a program that was killed while making it
    try:
        upkeep.create(part)
        progress(Step("opening", 1, 2))
        with Store(part, clock=local_now) as store:
            _fill(store, plan, practice=practice, officer=officer)
        take_place(part, path)
    except StoreUnavailableError as error:  # nobody knows the half-made file's name
        reason = "read_only" if error.reason == "unreadable" else error.reason
        raise StoreUnavailableError(path, reason) from error
    finally:
        upkeep.remove_set(part)
    progress(Step("opening", 2, 2))
    return Outcome(path)


def _fill(store: Store, plan: plans.PlanFile, *, practice: bool, officer: str) -> None:
    store.officer = officer
    settings = replace(plan.preferences, practice=practice, officer=officer)
    with store.change(
        "create_office", plan.plan.title, kind=ChangeKind.FIXED
    ) as change:
        _put_all(change, plan)
        preferences.put(change, settings)


def _put_all(change: Change, plan: plans.PlanFile) -> None:
    everything: tuple[object, ...] = (
        *catalogue.load_catalogues(),
        *plan.agencies,
        plan.plan,
        *plan.sections,
        *plan.bases,
        *plan.values,
        *plan.roles,
        *plan.roadmap,
        *plan.tasks,
        *plan.targets,
        *plan.milestones,
        *plan.quantities,
        *plan.deadlines,
    )
    for record in everything:
        records.put(change, record)
