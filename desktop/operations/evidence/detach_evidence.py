"""Detach evidence, so that an undo brings it back, or erase it for good."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.files.evidence import contents
from desktop.operations.evidence.evidence_folder import content_of, folder_of
from desktop.operations.outcome import Outcome
from desktop.records.change import ChangeKind
from desktop.records.evidence import Evidence, Exposure
from desktop.store import evidence, records
from desktop.store.store import Store


def detach_evidence(store: Store, ids: Sequence[str]) -> Outcome[int]:
    """Detach files from their records; the contents stay, for an undo needs them."""
    found = [records.get(store.reader, Evidence, one) for one in ids]
    names = [one.name for one in found if one is not None]
    subject = names[0] if len(names) == 1 else str(len(names))
    with store.change("detach_evidence", subject) as change:
        removed = sum(records.remove(change, Evidence, one) for one in ids)
    return Outcome(removed, change.touched)


def erase_evidence(store: Store, evidence_id: str, reason: str = "") -> Outcome[int]:
    """Erase a content for good, wherever it is attached; return how many traces stay.

    Who is shown in it may ask for that (Law 91/2025/QH15). Each row stays as a trace
    without a name and without a file, and the count of the entry with it. The deed
    cannot be undone; the history keeps when, by whom and why.

    Raises:
        FileError: `read_only`: another program holds the file; nothing is changed.
    """
    one = records.get(store.reader, Evidence, evidence_id)
    if one is None or one.media == evidence.ERASED:
        return Outcome(0)
    content = content_of(one)
    contents.erase(folder_of(store), content)
    with store.change("erase_evidence", reason, kind=ChangeKind.FIXED) as change:
        those = evidence.with_content(change.db, one.sha256)
        for each in those:
            records.put(change, _trace(each))
    return Outcome(len(those), change.touched)


def _trace(one: Evidence) -> Evidence:
    return replace(
        one,
        name="",
        note="",
        media=evidence.ERASED,
        size=0,
        exposure=Exposure.CLOSED,
    )
