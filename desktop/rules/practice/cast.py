"""Who takes part in a practice year, as the plan and the catalogues tell it."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.figure import Aggregate, Figure
from desktop.records.identity import AgencyId, Code, TaskId
from desktop.records.plan import Plan
from desktop.records.preferences import Preferences
from desktop.records.target import Formula, Target
from desktop.records.task import Task
from desktop.rules.counting import Span, counted
from desktop.rules.known import SOURCE_OF
from desktop.rules.practice.book import LocalLanguages, Topic

_WORDS = re.compile(r"\w+")
_ALWAYS = Span(dt.date.min, dt.date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The plan, its agencies, tasks and targets, and the codes an office knows."""

    plan: Plan
    preferences: Preferences
    agencies: tuple[Agency, ...]
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]
    figures: Mapping[Code, Figure]
    items: tuple[CatalogueItem, ...]
    carried: dict[tuple[object, ...], tuple[TaskId, ...]] = field(
        default_factory=dict, repr=False
    )
    """Tasks found already, by what decides them."""

    def named(self, agency: AgencyId) -> Agency:
        """Return the agency of an id."""
        return next(one for one in self.agencies if one.id == agency)

    def known(self, catalogue: str, codes: Iterable[Code]) -> tuple[Code, ...]:
        """Return the codes the office's catalogue holds, each once."""
        held = {one.code for one in self.items if one.catalogue == catalogue}
        return tuple(dict.fromkeys(code for code in codes if code in held))

    def who(
        self, names: Iterable[str], leads: tuple[AgencyId, ...] = ()
    ) -> tuple[Agency, ...]:
        """Return the agencies of kinds and of names such as `@office`, in order."""
        found: dict[AgencyId, None] = {}
        for name in names:
            found.update(dict.fromkeys(self._ids(name, leads)))
        return tuple(self.named(one) for one in found)

    def leads_of(self, record: object) -> tuple[AgencyId, ...]:
        """Return the agencies that lead the tasks for which a record counts."""
        wanted = self.tasks_of(record)
        found = (lead for one in self.tasks if one.id in wanted for lead in one.leads)
        return tuple(dict.fromkeys(found))

    def tasks_of(self, record: Any) -> tuple[TaskId, ...]:  # noqa: ANN401  any entry
        """Return the tasks in whose row one of the figures counts the record."""
        names = ("kind", "form", "channel", "type", "pillar", "languages", "language")
        key = (type(record), *(getattr(record, name, None) for name in names))
        if key not in self.carried:
            self.carried[key] = tuple(
                task.id for task in self.tasks if self._shows(task, record)
            )
        return self.carried[key]

    def _ids(self, name: str, leads: tuple[AgencyId, ...]) -> tuple[AgencyId, ...]:
        suppliers = (
            one.supplier for one in self.targets if one.formula is Formula.SUPPLIED
        )
        roles: dict[str, tuple[AgencyId | None, ...]] = {
            "@office": (self.preferences.agency,),
            "@issuer": (self.plan.issuer,),
            "@recipient": (self.preferences.recipient,),
            "@supplier": tuple(suppliers),
            "@leads": leads,
        }
        of_kind = tuple(one.id for one in self.agencies if one.kind == name)
        return tuple(one for one in roles.get(name, of_kind) if one is not None)

    def _shows(self, task: Task, record: Any) -> bool:  # noqa: ANN401  any entry
        source = SOURCE_OF[type(record)]
        groups = {(one.catalogue, str(one.code)): one.group for one in self.items}
        for code in task.figures:
            figure = self.figures[code]
            if figure.source is source:
                plain = replace(figure, aggregate=Aggregate.COUNT)
                if counted(plain, (record,), _ALWAYS, groups, {}):
                    return True
        return False


def where(cast: Cast, agency: Agency) -> str:
    """Return the territory an agency works in: the plan's, or its own.

    Agencies of one kind on another tier than the office are units with territories
    of their own, which their names tell after the words all of them begin with.
    """
    office = cast.named(cast.preferences.agency)
    common = "" if agency.tier == office.tier else _common(cast, agency)
    return agency.name.removeprefix(common).strip() if common else cast.plan.territory


def _common(cast: Cast, agency: Agency) -> str:
    """Return the words with which the names of all agencies of its kind begin."""
    same = [one.name.split() for one in cast.agencies if one.kind == agency.kind]
    words: list[str] = []
    for column in zip(*same, strict=False):
        if len(set(column)) > 1:
            break
        words.append(column[0])
    own = agency.name.split()
    # One of its kind alone would lose its whole name.
    return " ".join(words) if len(words) < len(own) else ""


def symbol(cast: Cast, agency: Agency, joining: tuple[str, ...]) -> str:
    """Return the initials of an agency's name, without the name of its territory."""
    name = agency.name
    for part in (where(cast, agency), cast.plan.territory, cast.preferences.place):
        name = name.replace(part, " ") if part else name
    words = [word for word in _WORDS.findall(name) if word not in joining]
    # what is written in capitals is an abbreviation of others already
    return "".join(
        _initial(word) for word in words if word[1:].islower() or not word[1:]
    )


def _initial(word: str) -> str:
    """Return a word's first letter as a capital without its tone and marks."""
    return unicodedata.normalize("NFD", word[0])[0].upper()


def themes(cast: Cast, topic: Topic) -> tuple[Code, ...]:
    """Return the first theme of the plan that speaks of a topic."""
    for item in cast.items:
        if item.catalogue == "theme":
            text = " ".join((item.name, *item.aliases)).lower()
            if any(key in text for key in topic.keys):
                return (item.code,)
    return ()


def pillar(cast: Cast, topic: Topic) -> Code | None:
    """Return a topic's pillar, or the plan's first when it has no such pillar."""
    held = [one.code for one in cast.items if one.catalogue == "pillar"]
    if topic.pillar in held:
        return topic.pillar
    return held[0] if held else None


def local_language(
    cast: Cast, agency: Agency, known: tuple[LocalLanguages, ...]
) -> tuple[Code, ...]:
    """Return the ethnic language spoken where an agency works; none if not known."""
    fitting = (one for one in known if one.territory in cast.plan.territory)
    first = next(fitting, None)
    codes = cast.known("language", first.codes) if first else ()
    if first is None or not codes:
        return ()
    spoken = [code for code in first.codes if code in codes]
    return (spoken[agency.position % len(spoken)],)
