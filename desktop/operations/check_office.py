"""Check an office file: that it is whole, and that its history is unbroken."""

from dataclasses import dataclass

from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step, silent
from desktop.store import journal, records, upkeep
from desktop.store.shelves import SHELVES
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What the check found."""

    counts: dict[str, int]
    """Records in each table."""
    changes: int
    journal_head: str
    broken_at: int | None
    """First change whose place in the chain does not fit; None when unbroken."""

    @property
    def good(self) -> bool:
        """Tell whether nothing was found wanting."""
        return self.broken_at is None


def check_office(store: Store, progress: Progress = silent) -> Outcome[Health]:
    """Check the whole of an office file.

    Raises:
        StoreDamagedError: The file contradicts itself.
    """
    progress(Step("checking", 0, 2))
    upkeep.check(store.reader, store.path, thorough=True)
    progress(Step("checking", 1, 2))
    with store.reading() as db:
        broken = journal.broken_link(db)
        newest = journal.entries(db, limit=1)
        counts = {one.table: records.count(db, one.record) for one in SHELVES}
        head = journal.head(db)
    progress(Step("checking", 2, 2))
    health = Health(
        counts=counts,
        changes=newest[0].id if newest else 0,
        journal_head=head,
        broken_at=broken,
    )
    return Outcome(health)
