"""Attach files to a record as evidence: copied into the office's folder, each once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import ConflictError, FileError
from desktop.files.evidence import contents
from desktop.files.evidence.bringing import Brought, bring
from desktop.files.evidence.guarding import look
from desktop.operations.evidence.evidence_folder import folder_of
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step, silent
from desktop.records.evidence import Evidence, Exposure
from desktop.rules.entry import title_of
from desktop.rules.evidence_guard import Findings
from desktop.store import evidence, records
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """What became of one file."""

    path: Path
    evidence: Evidence | None = None
    """As it is kept; None of a file refused."""
    before: bool = False
    """The record had this very file already; nothing changed."""
    refused: FileError | None = None
    findings: Findings | None = None
    """What it shows of persons; None where its words cannot be read."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A file whose content is in the folder, and nothing else is done yet."""

    path: Path
    brought: Brought
    content: contents.Content
    findings: Findings | None


def attach_evidence(
    store: Store,
    owner: tuple[type, str],
    paths: Sequence[Path],
    *,
    exposure: Exposure = Exposure.UNKNOWN,
    progress: Progress = silent,
) -> Outcome[tuple[Attached, ...]]:
    """Attach files as one deed, and tell of each what became of it.

    The contents come first: whatever stops the work leaves at most contents nobody
    refers to, and never a reference to nothing. A list that names persons stays in the
    office unless somebody says otherwise.

    Args:
        store: The office.
        owner: Class and id of the record.
        paths: The files; they are only read.
        exposure: What whoever attaches them says of persons in photos and films.
        progress: Told of each file.

    Raises:
        ConflictError: `record_gone`: there is no such record.
        Cancelled: The user asked to stop; nothing is attached.
    """
    cls, row_id = owner
    record: object = records.get(store.reader, cls, row_id)
    if record is None:
        raise ConflictError("record_gone")
    found = _read_all(store, paths, progress)
    place = BY_RECORD[cls].table
    kept: list[Attached] = []
    with store.change("attach_evidence", title_of(record)) as change:
        if change.read(place, row_id) is None:
            raise ConflictError("record_gone")
        for one in found:
            if isinstance(one, Attached):
                kept.append(one)
                continue
            known = _known(evidence.of(change.db, place, row_id), one)
            if known is None:
                made = _evidence(store, (place, row_id), one, exposure)
                records.put(change, made)
                kept.append(_kept(one, made))
            else:
                kept.append(_kept(one, known, before=True))
    return Outcome(tuple(kept), change.touched)


def _read_all(
    store: Store, paths: Sequence[Path], progress: Progress
) -> list[_Read | Attached]:
    """Read each file and put its content into the folder."""
    folder = folder_of(store)
    found: list[_Read | Attached] = []
    for number, path in enumerate(paths):
        progress(Step("attaching", number, len(paths)))
        try:
            brought = bring(path)
            findings = look(brought.data, brought.medium)
            content = contents.keep(folder, brought.data, brought.medium.media)
        except FileError as error:
            found.append(Attached(path=path, refused=error))
        else:
            found.append(_Read(path, brought, content, findings))
    progress(Step("attaching", len(paths), len(paths)))
    return found


def _known(those: tuple[Evidence, ...], one: _Read) -> Evidence | None:
    """Return the evidence the record has of the same file, or of the same content."""
    same = {one.brought.source_sha256, one.content.sha256}
    return next(
        (old for old in those if {old.source_sha256, old.sha256} & same and old.media),
        None,
    )


def _evidence(
    store: Store, owner: tuple[str, str], one: _Read, exposure: Exposure
) -> Evidence:
    shows = exposure if one.brought.medium.shows_persons else Exposure.UNKNOWN
    return Evidence(
        id=store.new_id(),
        place=owner[0],
        row_id=owner[1],
        name=one.brought.name,
        sha256=one.content.sha256,
        size=len(one.brought.data),
        media=one.content.media,
        added_at=store.now(),
        source_sha256=one.brought.source_sha256,
        exposure=Exposure.CLOSED if one.findings else shows,
    )


def _kept(one: _Read, made: Evidence, *, before: bool = False) -> Attached:
    return Attached(path=one.path, evidence=made, before=before, findings=one.findings)
