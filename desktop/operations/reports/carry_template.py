"""Write an office's template to a file, and read one another office wrote."""

from pathlib import Path

from desktop.files import templates
from desktop.files.template_file import read_template, write_template
from desktop.operations.outcome import Outcome
from desktop.operations.reports.put_template import put_template
from desktop.operations.reports.read_templates import as_written
from desktop.records.template import OfficeTemplate, ReportTemplate
from desktop.store.store import Store


def export_template(store: Store, kind: str, path: Path) -> Outcome[Path]:
    """Write the template the office uses for a kind.

    Raises:
        UnknownNameError: There is no such kind.
        FileError: The file cannot be written.
    """
    write_template(path, as_written(store, kind), templates.load_template(kind))
    return Outcome(path)


def inspect_template(path: Path, kind: str) -> ReportTemplate:
    """Return the template a file holds for a kind, without keeping it.

    Raises:
        UnknownNameError: There is no such kind.
        FileError: The file holds no template of that kind.
    """
    return read_template(path, kind, templates.load_template(kind))


def import_template(store: Store, kind: str, path: Path) -> Outcome[OfficeTemplate]:
    """Keep the template of a file as the office's next version.

    Raises:
        UnknownNameError: There is no such kind.
        FileError: The file holds no template of that kind.
        InputError: The template names what there is not, or lacks what it needs.
        ConflictError: It is the one the office uses already.
    """
    return put_template(store, inspect_template(path, kind), path.name)
