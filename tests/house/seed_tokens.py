"""Find what a row of `seed_rows.csv` says serves it: each token names something real.

| Token | Names |
|---|---|
| `record:Plan.title` | a record, or one of its fields |
| `register:training`, `register:training.staff` | a register, or one of its fields |
| `figure:trainings` | a figure |
| `catalogue:language`, `catalogue:language/tay` | a catalogue, or one of its values |
| `plan:ID`, `plan:ID/T1`, `plan:ID#1.1`, `plan:ID@D1` | a plan, or its part |
| `rule:targets.verdict` | a module of `desktop/rules`, or a name in it |
| `operation:undo`, `file:plans`, `store:totals`, `cli:new` | one of that room |
| `page:plan.tasks`, `form:forms.fields` | a module of `gui/pages`, or of `gui` |
| `word:problems` | a module of `desktop/wording` |
| `template:report-year`, `data:tiers.toml` | a template, a file of `data` |
| `document:README.md` | any other file, from the top |
"""

import ast
from functools import cache
from pathlib import Path

from desktop.files import catalogue, plans
from desktop.records.catalogue import CatalogueItem
from tests.house.record_classes import field_names, records
from tests.house.source import ROOT

ROOMS = {
    "rule": "rules",
    "operation": "operations",
    "file": "files",
    "store": "store",
    "cli": "cli",
    "page": "gui/pages",
    "form": "gui",
    "word": "wording",
}


def resolves(token: str) -> bool:
    """Tell whether what a token names is there."""
    kind, _, name = token.partition(":")
    if kind in ROOMS:
        return _module(ROOMS[kind], name)
    find = {
        "record": _record,
        "register": _register,
        "figure": lambda code: code in catalogue.load_figures(),
        "catalogue": _catalogue,
        "plan": _plan,
        "template": lambda stem: _there(f"resources/templates/{stem}.toml"),
        "data": lambda path: _there(f"data/{path}"),
        "document": _there,
    }.get(kind)
    return bool(name and find and find(name))


def _there(path: str) -> bool:
    return (ROOT / path).is_file()


def _module(room: str, name: str) -> bool:
    """Tell whether a module, or a function or class in one, is in a room."""
    path = ROOT / "desktop" / room / name.replace(".", "/")
    if path.with_suffix("").is_dir() or Path(f"{path}.py").is_file():
        return True
    owner = path.parent.with_name(f"{path.parent.name}.py")
    return owner.is_file() and path.name in names_in(owner)


@cache
def names_in(path: Path) -> frozenset[str]:
    """Return the functions, classes and constants a module defines at its top."""
    found: set[str] = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found.update(one.id for one in node.targets if isinstance(one, ast.Name))
    return frozenset(found)


def _record(name: str) -> bool:
    record, _, field = name.partition(".")
    found = _records().get(record)
    return found is not None and (not field or field in found)


@cache
def _records() -> dict[str, frozenset[str]]:
    return {one.__name__: frozenset(field_names(one)) for one in records()}


def _register(name: str) -> bool:
    code, _, field = name.partition(".")
    found = {one.code: one for one in catalogue.load_registers()}.get(code)
    if found is None:
        return False
    return not field or field in {one.name for one in found.fields}


def _catalogue(name: str) -> bool:
    wanted, _, code = name.partition("/")
    return any(
        one.catalogue == wanted and (not code or one.code == code) for one in _items()
    )


@cache
def _items() -> tuple[CatalogueItem, ...]:
    return catalogue.load_catalogues()


_plan_file = cache(plans.load_plan)


def _plan(name: str) -> bool:
    for mark, part in (("/", "targets"), ("#", "tasks"), ("@", "deadlines")):
        plan, found, code = name.partition(mark)
        if found:
            ids = {one.id for one in getattr(_plan_file(plan), part)}
            return f"{plan}/{code}" in ids
    return _plan_file(name) is not None
