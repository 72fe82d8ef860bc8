"""Read the templates reports and letters are laid out by: the office's, or shipped."""

import datetime as dt
from dataclasses import dataclass, replace

from desktop.errors import Problem
from desktop.files import catalogue, templates
from desktop.files.wire.template import template_from_json
from desktop.progress import Progress, silent
from desktop.records.template import OfficeTemplate, ReportTemplate
from desktop.rules.reports.kinds import KINDS, kind_named
from desktop.rules.templates.checks import template_problems, usable
from desktop.rules.templates.merge import TemplateChange, differences, effective
from desktop.store import records
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateState:
    """A kind's template as the office has it, and what a newer program would change."""

    template: ReportTemplate
    """What reports are laid out by."""
    shipped: ReportTemplate
    own: bool
    """Whether the office changed it."""
    version: int = 0
    """The office's own; 0 while it never changed it."""
    changed_at: dt.datetime | None = None
    note: str = ""
    offered: tuple[TemplateChange, ...] = ()
    problems: tuple[Problem, ...] = ()


def load_for(store: Store, kind: str) -> ReportTemplate:
    """Return the template the office lays out reports of a kind by.

    Its version is the office's own where it changed the program's. What it names that
    this program no longer has is left out of it.

    Raises:
        UnknownNameError: There is no such kind.
        FileError: What ships with the program cannot be read.
        ConflictError: What the office kept is damaged.
    """
    shipped = templates.load_template(kind)
    written = as_written(store, kind)
    if written is shipped:
        return shipped
    letter = kind_named(kind).letter
    return usable(written, shipped, catalogue.load_figures(), letter=letter)


def as_written(store: Store, kind: str) -> ReportTemplate:
    """Return the office's template with all it says, right or wrong. As `load_for`."""
    shipped = templates.load_template(kind)
    kept = newest(store, kind)
    if kept is None or kept.content == kept.base:
        return shipped
    base, office = opened(kept)
    used = effective(base, office, shipped)
    return replace(used, version=kept.version, name=shipped.name, code=kind)


def newest(store: Store, kind: str) -> OfficeTemplate | None:
    """Return the latest version the office made of a kind, or None."""
    return next(iter(versions(store, kind)), None)


def versions(store: Store, kind: str) -> tuple[OfficeTemplate, ...]:
    """Return every version the office made of a kind, the latest first."""
    kept = records.find(store.reader, OfficeTemplate, where={"code": kind})
    return tuple(sorted(kept, key=lambda one: -one.version))


def opened(kept: OfficeTemplate) -> tuple[ReportTemplate, ReportTemplate]:
    """Return the base of an office's template, and the template.

    Raises:
        ConflictError: What was kept is damaged.
    """
    return (
        template_from_json(kept.base, kind=kept.code),
        template_from_json(kept.content, kind=kept.code),
    )


def read_template(
    store: Store, kind: str, _progress: Progress = silent
) -> TemplateState:
    """Return a kind's template with all an editor shows of it. Raises as `load_for`."""
    shipped = templates.load_template(kind)
    kept = newest(store, kind)
    used = as_written(store, kind)
    own = kept is not None and kept.content != kept.base
    offered: tuple[TemplateChange, ...] = ()
    if kept is not None and own:
        offered = differences(opened(kept)[0], used, shipped)
    return TemplateState(
        template=used,
        shipped=shipped,
        own=own,
        version=kept.version if kept else 0,
        changed_at=kept.made_at if kept else None,
        note=kept.note if kept else "",
        offered=offered,
        problems=problems_of(used),
    )


def read_templates(
    store: Store, _progress: Progress = silent
) -> tuple[TemplateState, ...]:
    """Return every kind's template, in the order of lists. Raises as `load_for`."""
    with store.reading():
        return tuple(read_template(store, one.code) for one in KINDS)


def problems_of(template: ReportTemplate) -> tuple[Problem, ...]:
    """Return everything wrong or doubtful with a template of a kind."""
    return template_problems(
        template,
        templates.load_template(template.code),
        catalogue.load_figures(),
        letter=kind_named(template.code).letter,
    )
