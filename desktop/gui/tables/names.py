"""What ids and codes stand for: nothing on the screen shows a code alone."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

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
    above: str = ""
    """Value it is a part of, such as the theme of a sub-theme."""


_IN_THEIR_ORDER = frozenset({"@task", "@goal", "@step"})


def of_plan(one: Named, plan: str, plans: Mapping[str, str] | None) -> Named:
    """Return a part of a plan as it is offered where several plans are carried out."""
    if plans is None:
        return one
    beside = plans.get(plan, "")
    return replace(
        one,
        text=f"{one.text} – {beside}" if beside else one.text,
        retired=plan not in plans,
    )


class Names:
    """Agencies, tasks, levels and catalogues of one office, read once."""

    def __init__(
        self,
        agencies: Iterable[Agency] = (),
        tasks: Iterable[Task] = (),
        items: Iterable[CatalogueItem] = (),
        *,
        product: Callable[[str], str] = str,
        plans: Mapping[str, str] | None = None,
        others: Mapping[str, Iterable[Named]] | None = None,
    ) -> None:
        """Arrange everything by what it is asked for.

        Args:
            agencies: In the order of lists.
            tasks: In the order of their plans, groups too.
            items: Values of every catalogue.
            product: Finds the title of a product by its id.
            plans: Plans whose tasks are offered, each with what is said behind a task
                to tell it from those of the plan worked by; None: all. Tasks of other
                plans are only named.
            others: What else is chosen from, such as `@tier`, each in its order.
        """
        self.agencies = tuple(_agency(one) for one in agencies)
        tasks = tuple(tasks)
        groups = {one.parent for one in tasks}
        self.tasks = tuple(
            of_plan(Named(one.id, f"{one.code} {one.text}", one.code), one.plan, plans)
            for one in tasks
            # Something may be done for a group as a whole where it has figures.
            if one.id not in groups or one.figures
        )
        self.states = tuple(Named(*one) for one in STATES.items())
        self._product = product
        self._items: dict[str, list[Named]] = {}
        for item in items:
            self._items.setdefault(item.catalogue, []).append(_item(item))
        self._cache: dict[str, dict[str, Named]] = {}
        self._task_codes = {str(one.id): one.code for one in tasks}
        self._others = {
            kind: tuple(many)
            for kind, many in ({} if others is None else others).items()
        }

    def items(self, catalogue: str) -> tuple[Named, ...]:
        """Return the values of one catalogue in their order."""
        return tuple(self._items.get(catalogue, ()))

    def of(self, kind: str) -> tuple[Named, ...]:
        """Return what a kind of choice offers.

        Args:
            kind: `@agency`, `@task`, `@state`, one of the others such as `@tier`, or
                the name of a catalogue.
        """
        special = {
            "@agency": self.agencies,
            "@task": self.tasks,
            "@state": self.states,
            **self._others,
        }
        found = special.get(kind)
        return self.items(kind) if found is None else found

    def with_parts(self, kind: str, values: Iterable[str]) -> tuple[str, ...]:
        """Return values with all that are parts of them, in the order offered.

        Who asks for a theme asks for its sub-themes, as counting does (001-C1a).
        """
        offered, wanted = self.of(kind), set(values)
        count = -1
        while count != len(wanted):
            count = len(wanted)
            wanted |= {one.value for one in offered if one.above in wanted}
        return tuple(one.value for one in offered if one.value in wanted)

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

        Tasks, targets and steps keep the order of the plan.
        """
        offered = self.of(kind)
        if kind in _IN_THEIR_ORDER:
            return tuple(one.value for one in offered)
        return tuple(
            one.value for one in sorted(offered, key=lambda one: sort_key(one.text))
        )


def _agency(one: Agency) -> Named:
    return Named(one.id, one.name, one.short_name, one.aliases)


def _item(one: CatalogueItem) -> Named:
    above = str(one.parent or "")
    return Named(one.code, one.name, "", one.aliases, one.retired, above)
