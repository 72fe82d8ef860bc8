"""Know what the ids of a sender stand for here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.records.agency import Agency
from desktop.records.arrival import Unmapped
from desktop.records.catalogue import CatalogueItem
from desktop.records.exchange import MappedKind
from desktop.records.exchange import Mapping as Settled
from desktop.records.identity import AgencyId
from desktop.rules.vietnamese import fold

SEPARATOR = "."
"""Stands between the sender's agency and the id of an entry at the sender."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What a sender's ids are here; ready when nothing is unmapped."""

    sender: AgencyId | None
    """The sender as it is known here, whoever took over from it since."""
    agency: AgencyId | None
    """Who answers for it on the last day of its period."""
    agencies: Mapping[str, str] = field(default_factory=dict)
    tasks: Mapping[str, str | None] = field(default_factory=dict)
    goals: Mapping[str, str | None] = field(default_factory=dict)
    """None: it has no like here, which somebody decided."""
    steps: Mapping[str, str | None] = field(default_factory=dict)
    added: tuple[Agency, ...] = ()
    """Agencies nobody here knew, to be put with the entries that name them."""
    values: tuple[CatalogueItem, ...] = ()
    """Values of catalogues, likewise."""
    unmapped: tuple[Unmapped, ...] = ()
    reasons: tuple[tuple[str, ...], ...] = ()
    """Notices for whoever takes it in."""

    @property
    def prefix(self) -> str:
        """Return what ids of the sender's entries have before them here."""
        return f"{self.sender}{SEPARATOR}"


class Decisions:
    """What was settled before of senders' agencies, plans, tasks and targets."""

    def __init__(self, settled: Iterable[Settled]) -> None:
        """Look them up by sender, kind, id and name."""
        self._known = {(one.sender, one.kind, one.theirs): one for one in settled}

    def find(
        self, sender: str, kind: MappedKind, theirs: str, name: str
    ) -> Settled | None:
        """Return what was decided of exactly this; an id that now means another is new.

        Two senders may use one id for two things: the name has to be the same too.
        """
        one = self._known.get((sender, kind, theirs))
        if one is None or fold(one.theirs_name) != fold(name):
            return None
        return one
