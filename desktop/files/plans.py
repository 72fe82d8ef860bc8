"""Read the plans shipped in `data/plans`, word for word as they were issued."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from desktop import paths
from desktop.errors import FileError, UnknownNameError
from desktop.files.catalogue import build, read_toml
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.period import Deadline
from desktop.records.plan import (
    LegalBasis,
    Milestone,
    Plan,
    PlanSection,
    Target,
    Task,
)
from desktop.records.preferences import Preferences
from desktop.records.report import SignerBlock

T = TypeVar("T")

PARTS = frozenset(
    {
        "plan",
        "sections",
        "bases",
        "groups",
        "targets",
        "deadlines",
        "agencies",
        "themes",
        "pillars",
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
    tasks: tuple[Task, ...]
    """Groups and their tasks, in the order of the annex."""
    targets: tuple[Target, ...]
    milestones: tuple[Milestone, ...]
    deadlines: tuple[Deadline, ...]
    agencies: tuple[Agency, ...]
    themes: tuple[CatalogueItem, ...]
    pillars: tuple[CatalogueItem, ...]
    recipients: tuple[str, ...]
    """Recipients of the plan itself, as printed (001-F8)."""
    signer: SignerBlock
    """Who signed the plan itself (001-F9)."""
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
        "plan": raw["plan"],
        "sections": _owned(raw["sections"], plan, "id"),
        "bases": _owned(raw["bases"], plan, "id"),
        "tasks": _tasks(raw["groups"], plan, agencies),
        "targets": _targets(raw["targets"], plan),
        "milestones": _milestones(raw["targets"], plan),
        "deadlines": [
            _without({**one, "id": f"{plan}/{one['code']}", "plan": plan}, "code")
            for one in raw["deadlines"]
        ],
        "agencies": _numbered(agencies),
        "themes": _catalogue(raw["themes"], "theme"),
        "pillars": _catalogue(raw["pillars"], "pillar"),
        "recipients": raw["recipients"],
        "signer": raw["signer"],
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


def _tasks(
    groups: Iterable[Mapping[str, Any]],
    plan: str,
    agencies: Sequence[Mapping[str, Any]],
) -> list[dict[str, Any]]:
    """Return groups and tasks in one row, each task under its group."""
    rows: list[dict[str, Any]] = []
    for group in groups:
        rows.append(_without(dict(group), "tasks"))
        for task in group["tasks"]:
            rows.append({**task, "parent": f"{plan}/{group['code']}"})
            rows[-1].update(_roles(task, agencies))
    return _owned(rows, plan, "code")


def _roles(
    task: Mapping[str, Any], agencies: Sequence[Mapping[str, Any]]
) -> dict[str, list[str]]:
    """Name the agencies behind `@kind`; a lead named by its id is no partner too."""
    named = [lead for lead in task["leads"] if not lead.startswith("@")]
    partners = _expanded(task["partners"], agencies)
    return {
        "leads": _expanded(task["leads"], agencies),
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


def _targets(rows: Iterable[Mapping[str, Any]], plan: str) -> list[dict[str, Any]]:
    """Return the targets without their milestones."""
    bare = [_without(dict(row), "milestones") for row in rows]
    return _owned(bare, plan, "code")


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


def _catalogue(
    rows: Iterable[Mapping[str, Any]], catalogue: str
) -> list[dict[str, Any]]:
    """Return a plan's own values of a catalogue."""
    return [{**row, "catalogue": catalogue} for row in _numbered(rows)]


def _numbered(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Give each row its place, counted from one."""
    return [{**row, "position": number} for number, row in enumerate(rows, start=1)]


def _without(row: dict[str, Any], key: str) -> dict[str, Any]:
    """Return the row without one of its keys."""
    return {name: value for name, value in row.items() if name != key}
