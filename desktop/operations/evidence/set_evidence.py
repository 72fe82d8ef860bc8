"""Change what a piece of evidence is called, noted with, and may show of persons."""

from collections.abc import Sequence

from desktop.errors import ConflictError
from desktop.operations.outcome import Outcome
from desktop.records.evidence import Evidence
from desktop.rules.evidence_names import kept_name
from desktop.rules.vietnamese import normalise
from desktop.store import records
from desktop.store.store import Store


def set_evidence(
    store: Store, changed: Sequence[Evidence]
) -> Outcome[tuple[Evidence, ...]]:
    """Keep names, notes and answers as one deed; everything else stays as it is.

    A name keeps the ending of what the file is.

    Raises:
        ConflictError: `evidence_gone`: one of them is attached no more.
    """
    kept: list[Evidence] = []
    subject = changed[0].name if len(changed) == 1 else str(len(changed))
    with store.change("set_evidence", subject) as change:
        for one in changed:
            old = records.get(change.db, Evidence, one.id)
            if old is None:
                raise ConflictError("evidence_gone")
            new = _with(old, one)
            records.put(change, new)
            kept.append(new)
    return Outcome(tuple(kept), change.touched)


def _with(old: Evidence, new: Evidence) -> Evidence:
    from dataclasses import replace

    return replace(
        old,
        name=kept_name(new.name, old.name),
        note=normalise(new.note).strip(),
        exposure=new.exposure,
    )
