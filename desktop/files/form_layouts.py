"""Read the layouts of collecting forms from `data/forms`, old versions too."""

from functools import cache
from pathlib import Path
from typing import Any

from desktop import paths
from desktop.errors import FileError
from desktop.files.catalogue import build, read_toml
from desktop.rules.forms.layout import FormLayout, LayoutSheet

_SHEETS = "sheets.toml"


def load_layouts(folder: Path | None = None) -> tuple[FormLayout, ...]:
    """Return every version of every form. Raise FileError when one is unreadable."""
    shipped = paths.DATA / "forms"
    return _shipped(shipped) if folder is None else _layouts(folder)


def load_sheets(path: Path | None = None) -> tuple[LayoutSheet, ...]:
    """Return what is asked for of each register. Raise FileError when unreadable."""
    path = path or paths.DATA / "forms" / _SHEETS
    return build(read_toml(path).get("sheets"), tuple[LayoutSheet, ...], path)


def _layouts(folder: Path) -> tuple[FormLayout, ...]:
    found = sorted(one for one in folder.glob("*.toml") if one.name != _SHEETS)
    return tuple(_layout(one) for one in found)


def _layout(path: Path) -> FormLayout:
    raw: dict[str, Any] = read_toml(path)
    made = build(raw, FormLayout, path)
    keys = [one.key for one in made.columns]
    twice = next((key for key in keys if keys.count(key) > 1), "")
    lost = next((o.part_of for o in made.columns if o.part_of not in ("", *keys)), "")
    if twice or lost:
        raise FileError(path, "unreadable", twice or lost)
    return made


_shipped = cache(_layouts)
