"""What ids and codes stand for: nothing on the screen shows a code alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desktop.records.activity import ActivityState
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.task import Task
from desktop.rules.vietnamese import sort_key

STATES: Mapping[str, str] = {
    ActivityState.DONE: "Đã thực hiện",
    ActivityState.PLANNED: "Dự kiến",
    ActivityState.CANCELLED: "Đã hủy",
}
"""States of an activity in words, the usual one first."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something to choose: what is kept, and what is read."""

    value: str
    text: str
    short: str = ""
    """What a narrow column shows; blank for the text itself."""
    found_by: tuple[str, ...] = ()
    """Other spellings that find it."""
    retired: bool = False
    """Still shown where it was used, no longer offered."""


class Names:
    """Agencies, tasks, levels and catalogues of one office, read once."""

    def __init__(
        self,
        agencies: Iterable[Agency] = (),
        tasks: Iterable[Task] = (),
        items: Iterable[CatalogueItem] = (),
        tiers: Mapping[str, str] | None = None,
        *,
        product: Callable[[str], str] = str,
    ) -> None:
        """Arrange everything by what it is asked for.

        Args:
            agencies: In the order of lists.
            tasks: In the order of the plan, groups too.
            items: Values of every catalogue.
            tiers: Names of levels by their codes.
            product: Finds the title of a product by its id.
        """
        self.agencies = tuple(_agency(one) for one in agencies)
        tasks = tuple(tasks)
        groups = {one.parent for one in tasks}
        self.tasks = tuple(
            Named(one.id, f"{one.code} {one.text}", one.code)
            for one in tasks
            if one.id not in groups
        )
        self.task_ids = {one.code: str(one.id) for one in tasks}
        self.tiers = tuple(Named(*one) for one in (tiers or {}).items())
        self.states = tuple(Named(*one) for one in STATES.items())
        self._product = product
        self._items: dict[str, list[Named]] = {}
        for item in items:
            self._items.setdefault(item.catalogue, []).append(_item(item))
        self._cache: dict[str, dict[str, Named]] = {}
        self._task_codes = {str(one.id): one.code for one in tasks}

    def items(self, catalogue: str) -> tuple[Named, ...]:
        """Return the values of one catalogue in their order."""
        return tuple(self._items.get(catalogue, ()))

    def of(self, kind: str) -> tuple[Named, ...]:
        """Return what a kind of choice offers.

        Args:
            kind: `@agency`, `@task`, `@tier`, `@state`, or the name of a catalogue.
        """
        special = {
            "@agency": self.agencies,
            "@task": self.tasks,
            "@tier": self.tiers,
            "@state": self.states,
        }
        found = special.get(kind)
        return self.items(kind) if found is None else found

    def name(self, kind: str, value: object, *, short: bool = False) -> str:
        """Return what a value stands for; the value itself when nobody knows it."""
        if value is None or value == "":
            return ""
        if kind == "@task" and short:
            return self._task_codes.get(str(value), str(value))
        if kind == "@product":
            return self._product(str(value))
        known = self._cache.get(kind)
        if known is None:
            known = self._cache[kind] = {one.value: one for one in self.of(kind)}
        one = known.get(str(value))
        if one is None:
            return str(value)
        return (one.short if short else "") or one.text

    def alphabetic(self, kind: str) -> tuple[str, ...]:
        """Return the values of a kind in the order of their names.

        Tasks keep the order of the plan.
        """
        offered = self.of(kind)
        if kind == "@task":
            return tuple(one.value for one in offered)
        return tuple(
            one.value for one in sorted(offered, key=lambda one: sort_key(one.text))
        )


def _agency(one: Agency) -> Named:
    return Named(one.id, one.name, one.short_name, one.aliases)


def _item(one: CatalogueItem) -> Named:
    return Named(one.code, one.name, "", one.aliases, one.retired)
