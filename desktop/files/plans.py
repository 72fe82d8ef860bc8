"""Read the plans shipped in `data/plans`, word for word as they were issued."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from desktop import paths
from desktop.errors import FileError, UnknownNameError
from desktop.files.catalogue import build, read_toml
from desktop.records.agency import Agency
from desktop.records.period import Deadline
from desktop.records.plan import (
    LegalBasis,
    Plan,
    PlanRole,
    PlanSection,
    PlanValue,
    RoadmapStep,
)
from desktop.records.preferences import Preferences
from desktop.records.target import Milestone, Target
from desktop.records.task import Quantity, Task

T = TypeVar("T")

PARTS = frozenset(
    {
        "plan",
        "sections",
        "bases",
        "values",
        "roles",
        "roadmap",
        "tasks",
        "targets",
        "deadlines",
        "agencies",
        "recipients",
        "signer",
        "preferences",
    }
)
"""What a plan file holds: all of it and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChoice:
    """One plan to choose from, before it is read in whole."""

    name: str
    """What `load_plan` takes: the plan's id."""
    title: str
    issuer: str
    """Name of the agency that issued it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile:
    """Everything a plan file holds, ready to be put into an office file."""

    plan: Plan
    sections: tuple[PlanSection, ...]
    bases: tuple[LegalBasis, ...]
    values: tuple[PlanValue, ...]
    """Themes, audiences, channels … as the plan words them."""
    roles: tuple[PlanRole, ...]
    roadmap: tuple[RoadmapStep, ...]
    tasks: tuple[Task, ...]
    """Groups and their tasks, in the order of the annex."""
    targets: tuple[Target, ...]
    milestones: tuple[Milestone, ...]
    quantities: tuple[Quantity, ...]
    """How much of a figure a task asks for in each year of the plan (003-N1.3)."""
    deadlines: tuple[Deadline, ...]
    agencies: tuple[Agency, ...]
    preferences: Preferences
    """What the leading office starts from."""


def plan_names(folder: Path | None = None) -> tuple[PlanChoice, ...]:
    """Return the plans there are, by title. Raise FileError when one is unreadable."""
    files = sorted((folder or paths.DATA / "plans").glob("*.toml"))
    choices = (_read(path, _choice) for path in files)
    return tuple(sorted(choices, key=lambda choice: choice.title))


def load_plan(name: str, folder: Path | None = None) -> PlanFile:
    """Return the plan of that id.

    Raise UnknownNameError when there is none, FileError when it cannot be read.
    """
    folder = folder or paths.DATA / "plans"
    known = {path.stem.replace("_", "-"): path for path in folder.glob("*.toml")}
    path = known.get(name.replace("_", "-"))
    if path is None:
        raise UnknownNameError("plan", name, tuple(sorted(known)))
    return _read(path, _plan_file)


def _read(path: Path, make: Callable[[dict[str, Any], Path], T]) -> T:
    """Make something of a plan file, whatever is wrong with its shape told as one."""
    raw = read_toml(path)
    if raw.keys() != PARTS:
        raise FileError(path, "unreadable", *sorted(raw.keys() ^ PARTS))
    try:
        return make(raw, path)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise FileError(path, "unreadable", str(error)) from error


def _choice(raw: dict[str, Any], path: Path) -> PlanChoice:
    """Return what the first dialog shows of a plan."""
    names = {agency["id"]: agency["name"] for agency in raw["agencies"]}
    plan = raw["plan"]
    choice = {
        "name": plan["id"],
        "title": plan["title"],
        "issuer": names[plan["issuer"]],
    }
    return build(choice, PlanChoice, path)


def _plan_file(raw: dict[str, Any], path: Path) -> PlanFile:
    """Turn the plain values of a plan file into records with their ids."""
    plan = raw["plan"]["id"]
    agencies = raw["agencies"]
    parts = {
        "plan": {
            **raw["plan"],
            "recipients": raw["recipients"],
            "authority": raw["signer"]["authority"],
            "signer_name": raw["signer"]["name"],
        },
        "sections": _owned(raw["sections"], plan, "id"),
        "bases": _owned(raw["bases"], plan, "id"),
        "values": _values(raw["values"], plan),
        "roles": _roles(raw["roles"], plan, agencies),
        "roadmap": _roadmap(raw["roadmap"], plan),
        "tasks": _owned(_tasks(raw["tasks"], plan, agencies), plan, "code"),
        "targets": _targets(raw["targets"], plan, agencies),
        "milestones": _milestones(raw["targets"], plan),
        "quantities": _quantities(raw["tasks"], raw["plan"]),
        "deadlines": _deadlines(raw["deadlines"], plan, agencies),
        "agencies": _numbered(agencies),
        "preferences": {**raw["preferences"], "plan": plan},
    }
    return build(parts, PlanFile, path)


def _owned(
    rows: Iterable[Mapping[str, Any]], plan: str, key: str
) -> list[dict[str, Any]]:
    """Give each row its place, its plan, and an id made of the plan's."""
    return [
        {**row, "id": f"{plan}/{row[key]}", "plan": plan} for row in _numbered(rows)
    ]


def _values(
    groups: Mapping[str, Iterable[Mapping[str, Any]]], plan: str
) -> list[dict[str, Any]]:
    """Return the plan's words for values of each catalogue, in their order."""
    return [
        {**row, "catalogue": name, "plan": plan, "id": f"{plan}/{name}/{row['code']}"}
        for name, rows in groups.items()
        for row in _numbered(rows)
    ]


def _roles(
    rows: Iterable[Mapping[str, Any]], plan: str, agencies: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return who must do what, with the agencies behind `@kind` named."""
    return [
        {
            **row,
            "id": f"{plan}/role/{row['position']}",
            "plan": plan,
            "agencies": _expanded(row.get("agencies", ()), agencies),
        }
        for row in _numbered(rows)
    ]


def _roadmap(rows: Iterable[Mapping[str, Any]], plan: str) -> list[dict[str, Any]]:
    """Return the steps of the road map, their tasks named by id."""
    return [
        {
            **row,
            "id": f"{plan}/step/{row['position']}",
            "plan": plan,
            "tasks": [f"{plan}/{code}" for code in row.get("tasks", ())],
        }
        for row in _numbered(rows)
    ]


def _tasks(
    rows: Iterable[Mapping[str, Any]],
    plan: str,
    agencies: Sequence[Mapping[str, Any]],
    parent: str | None = None,
) -> list[dict[str, Any]]:
    """Return groups and tasks in one row, each task under its group."""
    found: list[dict[str, Any]] = []
    for row in rows:
        task = _without(_without(dict(row), "tasks"), "quantities")
        task["bases"] = [f"{plan}/{one}" for one in row.get("bases", ())]
        if parent:
            task["parent"] = f"{plan}/{parent}"
        found.append({**task, **_parts_in(task, agencies)})
        found += _tasks(row.get("tasks", ()), plan, agencies, row["code"])
    return found


def _parts_in(
    task: Mapping[str, Any], agencies: Sequence[Mapping[str, Any]]
) -> dict[str, list[str]]:
    """Name the agencies behind `@kind`; a lead named by its id is no partner too."""
    leads = task.get("leads", ())
    named = [lead for lead in leads if not lead.startswith("@")]
    partners = _expanded(task.get("partners", ()), agencies)
    return {
        "leads": _expanded(leads, agencies),
        "partners": [partner for partner in partners if partner not in named],
    }


def _expanded(names: Iterable[str], agencies: Sequence[Mapping[str, Any]]) -> list[str]:
    """Replace `@kind` by the agencies of that kind, each once and in order."""
    found: dict[str, None] = {}
    for name in names:
        if name.startswith("@"):
            kind = name.removeprefix("@")
            found.update((a["id"], None) for a in agencies if a["kind"] == kind)
        else:
            found[name] = None
    return list(found)


def _quantities(
    rows: Iterable[Mapping[str, Any]], plan: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Return what tasks ask for in a year, for each year of the plan."""
    years = range(plan["first_day"].year, plan["last_day"].year + 1)
    found: list[dict[str, Any]] = []
    for row in rows:
        task = f"{plan['id']}/{row['code']}"
        found += [
            {
                "id": f"{task}/{figure}/{year}",
                "task": task,
                "figure": figure,
                "year": year,
                "value": value,
            }
            for figure, value in row.get("quantities", {}).items()
            for year in years
        ]
        found += _quantities(row.get("tasks", ()), plan)
    return found


def _targets(
    rows: Iterable[Mapping[str, Any]], plan: str, agencies: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return the targets without their milestones, the agencies of `@kind` named."""
    bare = [
        {
            **_without(dict(row), "milestones"),
            "scope": _expanded(row.get("scope", ()), agencies),
        }
        for row in rows
    ]
    return _owned(bare, plan, "code")


def _deadlines(
    rows: Iterable[Mapping[str, Any]], plan: str, agencies: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return the duties to report, with who owes them."""
    return [
        {
            **_without(dict(row), "code"),
            "id": f"{plan}/{row['code']}",
            "plan": plan,
            "owing": _expanded(row.get("owing", ()), agencies),
        }
        for row in rows
    ]


def _milestones(rows: Iterable[Mapping[str, Any]], plan: str) -> list[dict[str, Any]]:
    """Return the yearly values written beside each target."""
    return [
        {
            "id": f"{plan}/{row['code']}/{year}",
            "target": f"{plan}/{row['code']}",
            "year": int(year),
            "value": value,
        }
        for row in rows
        for year, value in row.get("milestones", {}).items()
    ]


def _numbered(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give each row its place, counted from one."""
    return [{**row, "position": number} for number, row in enumerate(rows, start=1)]


def _without(row: dict[str, Any], key: str) -> dict[str, Any]:
    """Return the row without one of its keys."""
    return {name: value for name, value in row.items() if name != key}
