"""Read the intakes of an office, newest first, with their control totals."""

from dataclasses import dataclass

from desktop.records.returns import Intake, Return
from desktop.store import records
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeTold:
    """One intake and what was decided on in it."""

    intake: Intake
    returns: tuple[Return, ...]

    @property
    def entries(self) -> int:
        """Return the entries of all files taken in."""
        return sum(one.entries for one in self._of_files())

    @property
    def attendance(self) -> int:
        """Return the lượt người of all files taken in."""
        return sum(one.attendance for one in self._of_files())

    @property
    def taken(self) -> int:
        """Return how many files were taken in."""
        return sum(one.taken for one in self.intake.files)

    def _of_files(self) -> tuple[Return, ...]:
        """Return what stands for its files: a slip that had waited came with another's.

        What only went back to be mended was not taken in.
        """
        taken = {one.ret for one in self.intake.files if one.taken}
        return tuple(one for one in self.returns if one.id in taken)


def read_intakes(store: Store) -> tuple[IntakeTold, ...]:
    """Return every intake, newest first."""
    db = store.reader
    return tuple(
        IntakeTold(
            intake=one, returns=records.find(db, Return, where={"intake": one.id})
        )
        for one in records.find(db, Intake)
    )
