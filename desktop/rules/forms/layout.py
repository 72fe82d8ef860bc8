"""The layouts of collecting forms: columns of the summary, fields of each sheet."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.records.identity import Code


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutColumn:
    """One column of the summary, whose one cell holds one total."""

    key: str
    """As `records.form.FormTotal.key`."""
    heading: tuple[str, ...]
    """From the top down; neighbours with the same top stand under one heading."""
    unit: str
    figures: tuple[Code, ...]
    part_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSheet:
    """What a unit is asked for of each entry of a register."""

    register: Code
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLayout:
    """One version of one official form."""

    code: str
    version: int
    number: str
    """As printed behind `Biểu số`."""
    title: str
    sheet: str
    """Name of the summary sheet."""
    kinds: tuple[Code, ...] = ()
    """Kinds of agency it is for; empty: those no other layout is for."""
    columns: tuple[LayoutColumn, ...]


def newest(layouts: Iterable[FormLayout]) -> tuple[FormLayout, ...]:
    """Return the latest version of each form, in the order of their codes."""
    found: dict[str, FormLayout] = {}
    for one in sorted(layouts, key=lambda one: (one.code, one.version)):
        found[one.code] = one
    return tuple(found.values())


def layout_for(kind: str, layouts: Iterable[FormLayout]) -> FormLayout:
    """Return the latest form for agencies of a kind.

    Raises:
        LookupError: No form is for it, and none is for all others.
    """
    current = newest(layouts)
    own = [one for one in current if kind in one.kinds]
    return (own or [one for one in current if not one.kinds])[0]
