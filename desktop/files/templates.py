"""Read the outlines of reports that ship in `resources/templates`."""

from pathlib import Path

from desktop import paths
from desktop.errors import UnknownNameError
from desktop.files.catalogue import build, read_toml
from desktop.records.template import ReportTemplate


def load_template(code: str, folder: Path | None = None) -> ReportTemplate:
    """Return the outline of that code.

    Raise UnknownNameError when there is none, FileError when it cannot be read.
    """
    folder = folder or paths.RESOURCES / "templates"
    known = {path.stem: path for path in folder.glob("report-*.toml")}
    if code not in known:
        raise UnknownNameError("template", code, tuple(sorted(known)))
    return build(read_toml(known[code]), ReportTemplate, known[code])
