"""Change a catalogue: add, edit, retire, bring back, order; never delete."""

from collections.abc import Iterable
from dataclasses import replace

from desktop.errors import ConflictError, InputError, Problem
from desktop.operations.outcome import Outcome
from desktop.records.catalogue import CatalogueItem
from desktop.records.identity import Code
from desktop.rules import entry
from desktop.rules.plan_checks import item_problems
from desktop.rules.vietnamese import slug
from desktop.store import records
from desktop.store.shelves import catalogue_key
from desktop.store.store import Store


def update_catalogue(store: Store, item: CatalogueItem) -> Outcome[CatalogueItem]:
    """Keep a value of a catalogue, new or in the place of the one with its code.

    A new one without a code gets one made of its name; codes never change, for
    records keep them.

    Raises:
        InputError: It has no name, or another value in use has the same.
    """
    item = _coded(store, entry.clean(item))
    found = problems(store, item)
    if found:
        raise InputError(found)
    every = values(store, item.catalogue)
    if not item.position:
        item = replace(item, position=max((o.position for o in every), default=0) + 1)
    known = any(one.code == item.code for one in every)
    with store.change("amend_value" if known else "add_value", item.name) as change:
        records.put(change, item)
    return Outcome(item, change.touched)


def problems(store: Store, item: CatalogueItem) -> tuple[Problem, ...]:
    """Return what is wrong with a value as it would stand in its catalogue."""
    item = _coded(store, entry.clean(item))
    return item_problems(item, values(store, item.catalogue))


def retire(store: Store, item: CatalogueItem) -> Outcome[CatalogueItem]:
    """Offer a value no more; records that have it keep it, and show its name."""
    return _set_retired(store, item, "retire_value", retired=True)


def bring_back(store: Store, item: CatalogueItem) -> Outcome[CatalogueItem]:
    """Offer a retired value again.

    Raises:
        InputError: Another value in use has its name by now.
    """
    every = values(store, item.catalogue)
    found = item_problems(replace(item, retired=False), every)
    if found:
        raise InputError(found)
    return _set_retired(store, item, "bring_back_value", retired=False)


def order_values(store: Store, items: Iterable[CatalogueItem]) -> Outcome[int]:
    """Let the values of a catalogue stand in the order given; return how many moved."""
    with store.change("order_values") as change:
        moved = [
            records.put(change, replace(one, position=number))
            for number, one in enumerate(items, start=1)
        ]
    return Outcome(sum(moved), change.touched)


def values(store: Store, catalogue: str) -> tuple[CatalogueItem, ...]:
    """Return the values of one catalogue in their order, retired ones too."""
    return records.find(store.reader, CatalogueItem, where={"catalogue": catalogue})


def _set_retired(
    store: Store, item: CatalogueItem, verb: str, *, retired: bool
) -> Outcome[CatalogueItem]:
    kept = records.get(store.reader, CatalogueItem, catalogue_key(item))
    if kept is None:
        raise ConflictError("no_value", item.name)
    made = replace(kept, retired=retired)
    with store.change(verb, item.name) as change:
        records.put(change, made)
    return Outcome(made, change.touched)


def _coded(store: Store, item: CatalogueItem) -> CatalogueItem:
    """Return a value with a code: its own, else one made of its name."""
    if item.code:
        return item
    taken = {one.code for one in values(store, item.catalogue)}
    made = slug(item.name).replace("-", "_") or "value"
    number, code = 2, made
    while code in taken:
        code, number = f"{made}_{number}", number + 1
    return replace(item, code=Code(code))
