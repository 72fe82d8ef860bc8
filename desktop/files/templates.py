"""Read the outlines of reports and letters that ship in `resources/templates`.

An outline names its parts and tables; what several kinds share is written once, in
`report_sections.toml`, `report_tables.toml` and `report_labels.toml`.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from desktop import paths
from desktop.errors import FileError, UnknownNameError
from desktop.files.catalogue import build, read_toml
from desktop.records.template import ReportTemplate
from desktop.rules.reports.kinds import KINDS
from desktop.rules.reports.outline import numbered

_Raw = dict[str, Any]


def load_template(code: str, folder: Path | None = None) -> ReportTemplate:
    """Return the program's own outline of a kind, whole.

    Raise UnknownNameError when there is none, FileError when it cannot be read.
    """
    if code not in {one.code for one in KINDS}:
        raise UnknownNameError("template", code, tuple(one.code for one in KINDS))
    return _load(code, folder or paths.RESOURCES / "templates")


@cache  # what ships does not change while the program runs
def _load(code: str, folder: Path) -> ReportTemplate:
    path = folder / f"{code}.toml"
    raw = read_toml(path)
    sections = _read(folder / "report_sections.toml")
    every = _read(folder / "report_tables.toml")["tables"]
    tables = {one["code"]: one for one in every}
    raw["sections"] = [_section(one, sections, path) for one in raw.get("sections", ())]
    raw["tables"] = [_taken(tables, one, path) for one in raw.get("tables", ())]
    labels = _read(folder / "report_labels.toml") if raw["sections"] else {}
    raw["labels"] = {**labels, **raw.get("labels", {})}
    stretch = raw["labels"].pop("stretch", "")
    made = build(_called(raw, stretch), ReportTemplate, path)
    return replace(made, sections=numbered(made.sections))


@cache
def _read(path: Path) -> _Raw:
    return read_toml(path)


def _called(value: object, stretch: str) -> object:
    """Return words that call the days they speak of as their outline does."""
    if isinstance(value, str):
        return value.replace("{stretch}", stretch)
    if isinstance(value, dict):
        return {key: _called(one, stretch) for key, one in value.items()}
    if isinstance(value, list):
        return [_called(one, stretch) for one in value]
    return value


def _section(own: Mapping[str, Any], shared: _Raw, path: Path) -> _Raw:
    """Return a part as the outline gives it, over what it is everywhere."""
    key = own.get("key", "")
    return {**(shared[key] if key in shared else _own(own, path)), **own}


def _own(own: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    """Let a part stand that only one outline has; it brings its own heading."""
    if "heading" not in own:
        raise FileError(path, "unreadable", str(own.get("key", "sections")))
    return own


def _taken(tables: Mapping[str, _Raw], code: str, path: Path) -> _Raw:
    if code not in tables:
        raise FileError(path, "unreadable", f"tables: {code}")
    return tables[code]
