"""The PKCS#11 modules of token makers: suggestions of `data/tokens.toml`."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A module a maker's software may have put on this machine."""

    family: str
    """Name of the family of tokens, as people call it."""
    path: Path
    present: bool
    """Whether the file lies on this machine."""
    bits: int = 0
    """32 or 64, read from the file; 0 when unknown."""


def suggestions() -> tuple[Suggestion, ...]:
    """List the modules known for this system, those that are present first.

    Raises:
        FileError: `data/tokens.toml` is missing or damaged.
    """
    return ()
