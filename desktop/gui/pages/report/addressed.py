"""Ask for a letter to some units and no others."""

from dataclasses import dataclass

from desktop.records.identity import AgencyId


@dataclass(frozen=True, slots=True)
class Addressed:
    """Which letter is to be written, and to whom."""

    kind: str
    units: tuple[AgencyId, ...]
    """Empty: to everybody it is meant for."""
