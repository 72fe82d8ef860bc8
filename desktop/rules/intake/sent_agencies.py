"""Find the agencies a package names among those known here.

They are known by id and name together: offices make ids of names, so that one id may
be two agencies of two territories. Then by name under the same agency above, then by a
name only one has. What nobody here knows is added under the sender.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from desktop.records.agency import Agency, FormerName
from desktop.records.arrival import Unmapped
from desktop.records.exchange import MappedKind
from desktop.records.identity import AgencyId
from desktop.rules.intake.likeness import Candidate, offers
from desktop.rules.intake.translation import SEPARATOR, Decisions
from desktop.rules.vietnamese import fold

Heir = Callable[[AgencyId, str], AgencyId | None]
"""Who answers today for an agency here that a sender calls by a name."""


_REMEMBERED = 8_192
"""Folded names that are remembered: those of a province and its communes."""


@dataclass(frozen=True, kw_only=True)
class Here:
    """The agencies of the office that takes a package in."""

    agencies: tuple[Agency, ...]
    former_names: tuple[FormerName, ...] = ()
    decisions: Decisions = field(default_factory=lambda: Decisions(()))

    @cached_property
    def by_id(self) -> Mapping[str, Agency]:
        """Each agency by its id; this and what follows is made once for many files."""
        return {str(one.id): one for one in self.agencies}

    @cached_property
    def names(self) -> Mapping[str, Collection[str]]:
        """Every name an agency bears or bore, folded, by its id."""
        found = {
            str(one.id): {_folded(name) for name in (one.name, *one.aliases) if name}
            for one in self.agencies
        }
        for one in self.former_names:
            if str(one.agency) in found:
                found[str(one.agency)].add(_folded(one.name))
        return found

    @cached_property
    def by_name(self) -> Mapping[str, Sequence[str]]:
        """The ids of the agencies that bear or bore a name, by that name folded."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for row_id, names in self.names.items():
            for name in names:
                found[name].append(row_id)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the agencies of a package are here."""

    ids: Mapping[str, AgencyId]
    added: tuple[Agency, ...]


def find_sender(
    sender: str, name: str, sent: Collection[Agency], here: Here
) -> AgencyId | Unmapped:
    """Return the sender as known here, or what is to be settled."""
    settled = here.decisions.find(sender, MappedKind.AGENCY, sender, name)
    ours = settled.ours if settled is not None else None
    if ours is not None and ours in here.by_id:
        return AgencyId(ours)
    search = _Search(sent, here, None)
    told = next((one for one in sent if one.id == sender), None)
    found = search.known(told or Agency(id=AgencyId(sender), name=name))
    if found is not None:
        return found
    candidates = (Candidate(id=one.id, name=one.name) for one in here.agencies)
    return Unmapped(
        sender=sender,
        kind=MappedKind.AGENCY,
        theirs=sender,
        name=name,
        offers=offers(name, "", candidates),
    )


def find_agencies(
    named: Iterable[str],
    sent: Collection[Agency],
    here: Here,
    sender: tuple[str, AgencyId],
) -> Found:
    """Return what agencies that entries name are here, and those to be added.

    Args:
        named: Ids at the sender.
        sent: The agencies the package tells of.
        here: What is known here.
        sender: The sender's id there and here.
    """
    search = _Search(sent, here, sender)
    ids = {one: search.here(one) for one in sorted(set(named))}
    return Found(ids=ids, added=tuple(search.added.values()))


class _Search:
    """One look through the agencies here, for all that a package names."""

    def __init__(
        self,
        sent: Collection[Agency],
        here: Here,
        sender: tuple[str, AgencyId] | None,
    ) -> None:
        self.added: dict[str, Agency] = {}
        self._sent = {str(one.id): one for one in sent}
        self._here = here
        self._ours = here.by_id
        self._sender = sender
        self._under_way: set[str] = set()

    def here(self, theirs: str) -> AgencyId:
        """Return what an agency is here; one that is unknown is added."""
        if self._sender is not None and theirs == self._sender[0]:
            return self._sender[1]
        told = self._sent.get(theirs) or Agency(id=AgencyId(theirs), name=theirs)
        return self._own(theirs) or self.known(told) or self._add(told)

    def known(self, told: Agency) -> AgencyId | None:
        """Return the agency here that is one of the sender's, or None."""
        names = {fold(told.name), *map(fold, told.aliases)}
        same = self._ours.get(str(told.id))
        if same is not None and not names.isdisjoint(self._here.names[str(same.id)]):
            return same.id if self._fits(told, same) else None
        alike = [self._ours[one] for one in self._here.by_name.get(fold(told.name), ())]
        under = [one for one in alike if self._fits(told, one)]
        return under[0].id if len(under) == 1 else None

    def _own(self, theirs: str) -> AgencyId | None:
        """Return an agency that came in with an earlier package of the sender."""
        if self._sender is None:
            return None
        own = f"{self._sender[1]}{SEPARATOR}{theirs}"
        return AgencyId(own) if own in self._ours or own in self.added else None

    def _fits(self, told: Agency, ours: Agency) -> bool:
        """Tell whether what stands above two agencies of one name is one, too."""
        above = self._sent.get(str(told.parent)) if told.parent else None
        over = self._ours.get(str(ours.parent)) if ours.parent else None
        if above is None or over is None:
            return True
        return fold(above.name) in self._here.names[str(over.id)]

    def _add(self, told: Agency) -> AgencyId:
        sender = self._sender[1] if self._sender else AgencyId("")
        made = replace(
            told,
            id=AgencyId(f"{sender}{SEPARATOR}{told.id}"),
            name=self._free_name(told, sender),
            aliases=tuple(dict.fromkeys((*told.aliases, told.name))),
            parent=None,
        )
        self.added[str(made.id)] = made
        parent = self._parent(told) or sender or None
        self.added[str(made.id)] = replace(made, parent=parent)
        return made.id

    def _parent(self, told: Agency) -> AgencyId | None:
        if not told.parent or str(told.parent) in self._under_way:
            return None  # a ring at the sender is cut where it was entered
        self._under_way.add(str(told.id))
        found = self.here(str(told.parent))
        self._under_way.discard(str(told.id))
        return found

    def _free_name(self, told: Agency, sender: AgencyId) -> str:
        """Return a name nobody bears here: two territories may use the same one."""
        taken = {
            (one.name, one.valid_from)
            for one in (*self._ours.values(), *self.added.values())
        }
        if (told.name, told.valid_from) not in taken:
            return told.name
        above = self._ours.get(str(sender))
        named = f"{told.name} ({above.name if above else sender})"
        number = 2
        while (named, told.valid_from) in taken:
            named = f"{told.name} ({above.name if above else sender}, {number})"
            number += 1
        return named


@lru_cache(maxsize=_REMEMBERED)
def _folded(name: str) -> str:
    return fold(name)
