"""What was read of a file that may be a collecting form, before it is understood."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop.rules.grid import TableSource

STAMP_SHEET: Final = "_so"
"""Name of the very hidden sheet by which a form is known again."""
STAMP_MARK: Final = "STT-FORM"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a form says of itself where nobody sees it; only its id is believed."""

    form_id: str
    unit: str = ""
    period_code: str = ""
    version: str = ""
    layout: str = ""
    """Code and version of the layout, such as `09a/1`."""
    content_sha256: str = ""
    practice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRead:
    """One file as it was read: its sheets, or why it could not be read."""

    path: Path
    source: TableSource | None = None
    """Every sheet one can see, without the stamp; None where reading failed."""
    stamp: Stamp | None = None
    """None: the file bears no stamp of a form."""
    fault: tuple[str, ...] = ()
    """Reason and facts, as of `errors.FileError`; blank where it was read."""


def stamp_of(cells: tuple[str, ...]) -> Stamp | None:
    """Return what the first column of the hidden sheet says; None where it is none."""
    if len(cells) < _LEAST or cells[0].strip() != STAMP_MARK or not cells[1].strip():
        return None
    told = [one.strip() for one in (*cells, *[""] * _ALL)][1:_ALL]
    form_id, unit, period, version, layout, sha, practice = told
    return Stamp(
        form_id=form_id,
        unit=unit,
        period_code=period,
        version=version,
        layout=layout,
        content_sha256=sha,
        practice=practice == "1",
    )


_LEAST: Final = 2
_ALL: Final = 8
