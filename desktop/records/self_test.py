"""What the program found when it tried itself out on a machine."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One thing the program needs, and whether it works here."""

    name: str
    """Key of what was tried; it never changes its meaning."""
    ok: bool
    took_ms: int
    detail: str
    """Facts for whoever mends it: versions, places, an error; no words of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfTest:
    """Everything that was tried, on which machine and with what."""

    made_at: dt.datetime
    versions: tuple[tuple[str, str], ...]
    """Of the program and of what it stands on."""
    places: tuple[tuple[str, str], ...]
    """Folders by what lies in them."""
    checks: tuple[Trial, ...]

    @property
    def good(self) -> bool:
        """Tell whether everything works."""
        return all(one.ok for one in self.checks)

    @property
    def failed(self) -> tuple[Trial, ...]:
        """Return what does not work."""
        return tuple(one for one in self.checks if not one.ok)

    @property
    def took_ms(self) -> int:
        """Return the milliseconds of all checks together."""
        return sum(one.took_ms for one in self.checks)
