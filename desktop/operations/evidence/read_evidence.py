"""Read the evidence of a record, count it for a list, and say where it is missing."""

from dataclasses import dataclass
from pathlib import Path

from desktop.errors import ConflictError, FileError
from desktop.files.evidence import contents
from desktop.files.evidence.media import Sort, ending_of, sort_of
from desktop.files.whole_file import write
from desktop.operations.evidence.evidence_folder import content_of, folder_of
from desktop.operations.outcome import Outcome
from desktop.records.evidence import Evidence
from desktop.records.identity import TaskId
from desktop.records.period import Period
from desktop.rules.evidence_names import file_name
from desktop.store import evidence, records
from desktop.store.evidence import Proof, Unproven
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One piece of evidence as a list shows it."""

    evidence: Evidence
    sort: Sort | None
    """None of one whose content was erased."""
    place: Path
    """Where its content lies; nobody has looked whether it is whole."""

    @property
    def erased(self) -> bool:
        """Tell whether only a trace is left of it."""
        return self.evidence.media == evidence.ERASED


def read_evidence(store: Store, cls: type, row_id: str) -> tuple[Shown, ...]:
    """Return the evidence of one record, in the order it was attached."""
    folder = folder_of(store)
    return tuple(
        Shown(
            evidence=one,
            sort=sort_of(one.media),
            place=contents.place_of(folder, content_of(one)),
        )
        for one in evidence.of(store.reader, BY_RECORD[cls].table, row_id)
    )


def read_proof(store: Store, period: Period) -> Proof:
    """Return how many activities done in a period have nothing to show."""
    return evidence.proof(store.reader, *_days(period))


def read_unproven(
    store: Store, period: Period, task: TaskId | None = None
) -> tuple[Unproven, ...]:
    """Return the newest of them, of a task if one is given."""
    return evidence.unproven(store.reader, *_days(period), task=task or "")


def copy_to_view(store: Store, evidence_id: str, folder: Path) -> Outcome[Path]:
    """Write a read-only copy with a name one can read, and return where it lies.

    A viewer that saves over what it shows must not change what the office keeps.

    Raises:
        ConflictError: `evidence_gone`: it is attached no more, or was erased.
        FileError: `evidence_missing` or `evidence_altered`; or the copy cannot be
            written.
    """
    one = records.get(store.reader, Evidence, evidence_id)
    if one is None or one.media == evidence.ERASED:
        raise ConflictError("evidence_gone")
    data = contents.read(folder_of(store), content_of(one))
    copy = folder / one.sha256[:8] / file_name(one.name, ending_of(one.media))
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        if copy.exists():
            copy.chmod(0o600)
        write(copy, data)
        copy.chmod(0o400)
    except OSError as error:
        raise FileError(copy, "read_only") from error
    return Outcome(copy)


def _days(period: Period) -> tuple[str, str]:
    return period.first_day.isoformat(), period.last_day.isoformat()
