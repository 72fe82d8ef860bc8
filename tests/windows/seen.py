"""What was seen of a Windows at one moment, and what an office there looked like."""

from dataclasses import dataclass
from pathlib import Path

Keys = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Ran:
    """How a program ended."""

    code: int
    seconds: float
    said: str


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything that programs could have changed."""

    ran: Ran | None
    files: frozenset[str]
    """Files and folders of drive C:."""
    user: Keys
    """The user's part of the registry."""
    machine: Keys
    """Everybody's part of it."""

    @property
    def code(self) -> int:
        assert self.ran is not None
        return self.ran.code


@dataclass(frozen=True, slots=True)
class Office:
    """An office file that the program knows."""

    windows: str
    path: Path
    foreign: Path
    """A file of somebody else's in the program's folder."""
