"""Every agency an office knows, with what each was called and what became of it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from desktop.records.agency import Agency, FormerName, Succession
from desktop.records.identity import AgencyId
from desktop.rules import succession


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One name of an agency and the days it bore it; None leaves an end open."""

    name: str
    first: dt.date | None
    last: dt.date | None

    def overlaps(self, other: "Naming") -> bool:
        """Tell whether both names were borne on one day."""
        return not (_before(self.last, other.first) or _before(other.last, self.first))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyBook:
    """Agencies in the order of lists, their former names and successions."""

    agencies: tuple[Agency, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    successions: tuple[Succession, ...] = ()
    tiers: frozenset[str] = field(default=frozenset())
    """Codes of levels; none: levels are not checked."""
    kinds: frozenset[str] = field(default=frozenset())
    """Codes of kinds of agencies, retired ones too; none: they are not checked."""

    @property
    def by_id(self) -> Mapping[AgencyId, Agency]:
        """Return every agency by its id."""
        return {one.id: one for one in self.agencies}

    def names_of(self, agency: Agency) -> tuple[FormerName, ...]:
        """Return what an agency was called before, the oldest first."""
        found = (one for one in self.former_names if one.agency == agency.id)
        return tuple(sorted(found, key=lambda one: one.last_day))

    def namings(self, agency: Agency) -> Iterator[Naming]:
        """Yield every name of an agency with its days, the oldest first."""
        first = agency.valid_from
        for one in self.names_of(agency):
            yield Naming(name=one.name, first=first, last=one.last_day)
            first = one.last_day + dt.timedelta(days=1)
        yield Naming(name=agency.name, first=first, last=agency.valid_to)

    def on(self, day: dt.date) -> tuple[Agency, ...]:
        """Return every agency with the name and place it had on a day."""
        return succession.all_as_of(self.agencies, self.former_names, day)

    def below_from(self, agency: AgencyId, day: dt.date) -> tuple[Agency, ...]:
        """Return the agencies below one that live on a day, or begin after it."""
        return tuple(
            one
            for one in self.agencies
            if one.parent == agency and not _before(one.valid_to, day)
        )


def _before(last: dt.date | None, first: dt.date | None) -> bool:
    return last is not None and first is not None and last < first
