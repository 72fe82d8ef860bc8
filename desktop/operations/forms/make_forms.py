"""Make the collecting forms of a period: one workbook and one mail for each unit."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.records.form import CollectingForm
from desktop.records.identity import AgencyId
from desktop.records.period import Period
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFiles:
    """What was made for one unit."""

    form: CollectingForm
    agency: str
    """Name of the unit."""
    workbook: Path
    text: Path
    """What the mail says, to be pasted where there is no mail program."""
    mail: Path
    """Draft with the workbook attached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made for all units."""

    folder: Path
    files: tuple[FormFiles, ...]


def make_forms(
    store: Store,
    period: Period,
    agencies: Collection[AgencyId] | None,
    folder: Path,
    progress: Progress = silent,
) -> Outcome[Made]:
    """Write the forms of some units, or of all that owe a report, as one change.

    Raises:
        ConflictError: `nobody_owes`: no unit owes a report for the period; the file
            holds no office yet.
        FileError: The folder cannot be written to; nothing is left of the forms.
        Cancelled: The user asked to stop; nothing is left of the forms.
    """
    raise NotImplementedError
