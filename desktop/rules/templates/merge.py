"""Bring an office's template together with the one a newer program ships.

Three are held against each other: the program's of the day it was changed (base), the
office's, and the program's of today (shipped). What the office wrote is never taken
from it unasked.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from desktop.records.template import ReportTemplate
from desktop.rules.templates.parts import Part, parts, with_part

_Parts = Mapping[Part, Any]
_NAMED = re.compile(r"\{(\w+)\}")


class ChangeKind(StrEnum):
    """What a newer program did to a part."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateChange:
    """One part in which a newer program's template differs from the office's base."""

    part: Part
    kind: ChangeKind
    base: Any
    """What it was in the program's, None when it was not there."""
    office: Any
    """What it is in the office's, None when it is not there."""
    shipped: Any
    """What it is in the newer program's, None when it is gone."""
    both: bool
    """Whether the office changed it too."""


def effective(
    base: ReportTemplate, office: ReportTemplate, shipped: ReportTemplate
) -> ReportTemplate:
    """Return what reports are laid out by: the office's, with every word they need.

    A standing word the office did not change follows the program, as does one that
    asks for something the program no longer gives.
    """
    return replace(office, labels=_labels(base.labels, office.labels, shipped.labels))


def _labels(
    base: Mapping[str, str], office: Mapping[str, str], shipped: Mapping[str, str]
) -> dict[str, str]:
    made = dict(shipped)
    for key, words in office.items():
        changed = words != base.get(key)
        if key in shipped and changed and named_in(words) <= named_in(shipped[key]):
            made[key] = words
    return made


def named_in(text: str) -> frozenset[str]:
    """Return the names in braces a standing word is filled by."""
    return frozenset(_NAMED.findall(text))


def base_of(
    base: ReportTemplate, office: ReportTemplate, shipped: ReportTemplate
) -> ReportTemplate:
    """Return the base to keep beside an office's template that is kept now.

    Standing words that follow the program already are no change of the office's.
    """
    labels = {
        key: base.labels.get(key, words) if office.labels.get(key) != words else words
        for key, words in shipped.labels.items()
    }
    return replace(base, labels=labels)


def differences(
    base: ReportTemplate, office: ReportTemplate, shipped: ReportTemplate
) -> tuple[TemplateChange, ...]:
    """Return what a newer program would change in the office's template, in order.

    Not told: what the office has the same already, or has left out itself, and
    standing words it did not change, which follow the program.
    """
    was, own, new = parts(base), parts(office), parts(shipped)
    wanted = (*new, *(part for part in was if part not in new))
    found = (_change(part, was, own, new) for part in wanted)
    return tuple(one for one in found if one is not None)


def _change(
    part: Part,
    was: Mapping[Part, Any],
    own: Mapping[Part, Any],
    new: Mapping[Part, Any],
) -> TemplateChange | None:
    kind = _kind(part, was, new)
    if kind is None or own.get(part) == new.get(part):
        return None
    both = own.get(part) != was.get(part)
    if kind is not ChangeKind.ADDED and part not in own:
        return None
    if part.kind == "label" and not both:
        return None
    return TemplateChange(
        part=part,
        kind=kind,
        base=was.get(part),
        office=own.get(part),
        shipped=new.get(part),
        both=both and part in own,
    )


def _kind(part: Part, was: _Parts, new: _Parts) -> ChangeKind | None:
    """Say what became of a part; None when nothing did, or it is told by another."""
    if part in was and part in new:
        whole = part.kind in {"section", "table"} and not part.field
        same = whole or was[part] == new[part]
        return None if same else ChangeKind.CHANGED
    if part.field and part.kind != "head":
        return None  # told by the section or table that came or went
    if part.kind == "column" and not _has_table(part, was, new):
        return None
    return ChangeKind.ADDED if part in new else ChangeKind.REMOVED


def _has_table(part: Part, was: _Parts, new: _Parts) -> bool:
    table = Part("table", part.key)
    return table in was and table in new


def settle(
    base: ReportTemplate,
    office: ReportTemplate,
    shipped: ReportTemplate,
    *,
    taken: Iterable[Part],
    kept: Iterable[Part] = (),
) -> tuple[ReportTemplate, ReportTemplate]:
    """Return base and office's template after parts were taken, or kept as they are.

    What was decided is not offered again; what was not still is.
    """
    taken = tuple(taken)
    for part in taken:
        office = with_part(office, part, shipped)
    for part in (*taken, *kept):
        base = with_part(base, part, shipped)
    if not differences(base, office, shipped):
        base = replace(shipped, labels=base_of(base, office, shipped).labels)
    return base, office
