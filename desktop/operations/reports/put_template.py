"""Keep an office's own template of a kind of report: another version each time."""

from collections.abc import Collection
from dataclasses import replace

from desktop.errors import ConflictError, InputError
from desktop.files import templates
from desktop.files.wire.template import template_to_json
from desktop.operations.office_time import office_time
from desktop.operations.outcome import Outcome
from desktop.operations.reports.read_templates import (
    as_written,
    newest,
    opened,
    problems_of,
)
from desktop.records.template import OfficeTemplate, ReportTemplate
from desktop.rules.templates.checks import cleaned
from desktop.rules.templates.merge import base_of, settle
from desktop.rules.templates.parts import Part
from desktop.store import records
from desktop.store.store import Store


def put_template(
    store: Store, template: ReportTemplate, note: str = "", *, seen: int | None = None
) -> Outcome[OfficeTemplate]:
    """Keep a template as the office's next version of its kind.

    Args:
        store: The open office.
        template: Whole; its code says of which kind.
        note: What was changed, in the office's words.
        seen: The office's version it was made from; None does not ask.

    Raises:
        UnknownNameError: There is no such kind.
        InputError: The template names what there is not, or lacks what it needs.
        ConflictError: Another version was made meanwhile, or nothing changed.
    """
    shipped = templates.load_template(template.code)
    template = cleaned(_of_the_program(template, shipped))
    problems = problems_of(template)
    if any(one.blocking for one in problems):
        raise InputError(problems)
    kept = newest(store, template.code)
    if seen is not None and seen != (kept.version if kept else 0):
        raise ConflictError("template_changed", shipped.name)
    base = shipped
    if kept is not None and kept.content != kept.base:
        base = base_of(opened(kept)[0], template, shipped)
    if _same(template, as_written(store, template.code)):
        raise ConflictError("template_same", shipped.name)
    return _keep(store, "put_template", base, template, note)


def reset_template(store: Store, kind: str, note: str = "") -> Outcome[OfficeTemplate]:
    """Go back to the program's template; the office's versions stay readable.

    Raises:
        UnknownNameError: There is no such kind.
        ConflictError: The office has no template of its own of this kind.
    """
    shipped = templates.load_template(kind)
    kept = newest(store, kind)
    if kept is None or kept.content == kept.base:
        raise ConflictError("template_not_own", shipped.name)
    return _keep(store, "reset_template", shipped, shipped, note)


def renew_template(
    store: Store,
    kind: str,
    *,
    taken: Collection[Part],
    kept: Collection[Part] = (),
) -> Outcome[OfficeTemplate]:
    """Take some of what a newer program changed, and keep the office's own of others.

    What is in neither stays offered.

    Raises:
        UnknownNameError: There is no such kind.
        ConflictError: The office has no template of its own of this kind.
    """
    shipped = templates.load_template(kind)
    mine = newest(store, kind)
    if mine is None or mine.content == mine.base:
        raise ConflictError("template_not_own", shipped.name)
    base, _ = opened(mine)
    base, template = settle(
        base, as_written(store, kind), shipped, taken=taken, kept=kept
    )
    base = base_of(base, template, shipped)
    return _keep(store, "renew_template", base, template, mine.note)


def _of_the_program(
    template: ReportTemplate, shipped: ReportTemplate
) -> ReportTemplate:
    """Return a template with what is the program's alone, and every standing word."""
    labels = {
        key: template.labels.get(key, words) for key, words in shipped.labels.items()
    }
    return replace(template, version=shipped.version, name=shipped.name, labels=labels)


def _same(one: ReportTemplate, other: ReportTemplate) -> bool:
    return replace(one, version=0) == replace(other, version=0)


def _keep(
    store: Store, verb: str, base: ReportTemplate, content: ReportTemplate, note: str
) -> Outcome[OfficeTemplate]:
    before = newest(store, content.code)
    content = replace(content, version=base.version)
    made = OfficeTemplate(
        id=store.new_id(),
        code=content.code,
        version=before.version + 1 if before else 1,
        made_at=office_time(store),
        note=note.strip(),
        base=template_to_json(base),
        content=template_to_json(content),
    )
    with store.change(verb, content.name) as change:
        records.put(change, made)
    return Outcome(made, change.touched)
