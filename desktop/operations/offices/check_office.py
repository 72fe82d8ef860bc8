"""Check an office file: that it is whole, and that its history tells what it holds."""

from dataclasses import dataclass, field
from itertools import islice

from desktop.operations.evidence.check_evidence import EvidenceHealth, check_evidence
from desktop.operations.offices.check_received import ReceivedHealth, check_received
from desktop.operations.outcome import Outcome
from desktop.operations.signing.signed_folder import CopiesHealth, check_copies
from desktop.progress import Progress, Step, silent
from desktop.store import audit, journal, records, removals, upkeep
from desktop.store.audit import Disagreement, MissingHead
from desktop.store.shelves import SHELVES
from desktop.store.store import Store

_MOST_NAMED = 20
"""Disagreements that are named; who finds more has lost more than rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What the check found."""

    counts: dict[str, int]
    """Records in each table."""
    changes: int
    journal_head: str
    broken_at: int | None
    """First change whose place in the chain does not fit; None when unbroken."""
    disagreements: tuple[Disagreement, ...] = ()
    """The first rows on which journal and file do not agree."""
    missing_head: MissingHead | None = None
    """A head that a report or a backup keeps and the journal lacks: its tail was cut
    off, or the office was put back by hand to an older file."""
    removals_missing: int | None = 0
    """Removals of which the text log does not tell; None where it cannot be read."""

    evidence: EvidenceHealth = field(default_factory=EvidenceHealth)
    copies: CopiesHealth = field(default_factory=CopiesHealth)
    """How the signed copies stand that were attached."""
    received: ReceivedHealth = field(default_factory=ReceivedHealth)
    """How the files stand that came in from others."""

    @property
    def good(self) -> bool:
        """Tell whether nothing was found: in the history, nor in the files kept."""
        kept = self.evidence.good and self.copies.good and self.received.good
        return self.unbroken and kept

    @property
    def unbroken(self) -> bool:
        """Tell whether nothing was found that somebody must have done by hand.

        The text log is not part of it: it is written again from the journal.
        """
        return (
            self.broken_at is None
            and not self.disagreements
            and self.missing_head is None
        )


def check_office(store: Store, progress: Progress = silent) -> Outcome[Health]:
    """Check the whole of an office file.

    Raises:
        StoreDamagedError: The file contradicts itself.
    """
    progress(Step("checking", 0, 2))
    upkeep.check(store.reader, store.path, thorough=True)
    progress(Step("checking", 1, 2))
    evidence = check_evidence(store, progress)
    copies = check_copies(store, progress)
    received = check_received(store, progress)
    with store.reading() as db:
        newest = journal.entries(db, limit=1)
        health = Health(
            counts={one.table: records.count(db, one.record) for one in SHELVES},
            changes=newest[0].id if newest else 0,
            journal_head=journal.head(db),
            broken_at=journal.broken_link(db),
            disagreements=tuple(islice(audit.disagreements(db, progress), _MOST_NAMED)),
            missing_head=next(audit.missing_heads(db, store.path), None),
            removals_missing=_removals_missing(store),
            evidence=evidence,
            copies=copies,
            received=received,
        )
    progress(Step("checking", 2, 2))
    return Outcome(health)


def _removals_missing(store: Store) -> int | None:
    try:
        return removals.missing(store.reader, store.path)
    except OSError:
        return None
