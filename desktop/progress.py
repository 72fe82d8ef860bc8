"""Let long work tell how far it is, and learn that it must stop."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Step:
    """One report of progress: `done` of `total` parts of a named stage."""

    stage: str
    """Key of the stage, turned into words by `wording.steps`."""
    done: int
    total: int
    """Parts in all; 0 when nobody knows."""


class Progress(Protocol):
    """Receive steps; every report is also a stopping point."""

    def __call__(self, step: Step, /) -> None:
        """Take one step.

        Raises:
            Cancelled: The user asked to stop.
        """


def silent(_step: Step, /) -> None:
    """Take a step and say nothing."""
