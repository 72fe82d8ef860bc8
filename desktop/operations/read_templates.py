"""Read the templates reports and letters are laid out by: the office's, or shipped."""

from desktop.files import templates
from desktop.files.wire.template import template_from_json
from desktop.records.template import OfficeTemplate, ReportTemplate
from desktop.rules.template_merge import effective
from desktop.store import records
from desktop.store.store import Store


def load_for(store: Store, kind: str) -> ReportTemplate:
    """Return the template the office lays out reports of a kind by.

    Its version is the office's own where it changed the program's.

    Raises:
        UnknownNameError: There is no such kind.
        FileError: What ships with the program cannot be read.
        ConflictError: What the office kept is damaged.
    """
    shipped = templates.load_template(kind)
    kept = newest(store, kind)
    if kept is None or kept.content == kept.base:
        return shipped
    base = template_from_json(kept.base, kind=kind)
    office = template_from_json(kept.content, kind=kind)
    return effective(base, office, shipped)


def newest(store: Store, kind: str) -> OfficeTemplate | None:
    """Return the latest version the office made of a kind, or None."""
    kept = records.find(store.reader, OfficeTemplate, where={"code": kind})
    return max(kept, key=lambda one: one.version, default=None)
