"""Read by which names and words an office's entries are read from text."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from desktop.files import catalogue
from desktop.files.entry_words import load_entry_words
from desktop.files.task_table.words import load_words
from desktop.operations.figures.compute_results import read_office
from desktop.records.agency import Agency, FormerName
from desktop.records.catalogue import CatalogueItem
from desktop.records.identity import PlanId, TaskId
from desktop.records.plan import RoadmapStep
from desktop.records.product import OwnChannel, Product
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.rules.entry_table import names
from desktop.rules.entry_table.names import Name, Names
from desktop.rules.entry_table.reading import Context
from desktop.rules.entry_table.words import EntryWords
from desktop.rules.task_table.numbering import bare
from desktop.rules.task_table.parties import Directory
from desktop.store import records
from desktop.store.store import Store

Many = Callable[[], Sequence[Name]]


def read_entry_context(store: Store, year: int | None = None) -> Context:
    """Return what a text typed into an entry may mean in this office now.

    Args:
        store: The open office.
        year: Year of days written without one; None: this year.

    Raises:
        ConflictError: The file holds no office yet.
    """
    words = load_entry_words()
    today = store.now().date()
    return Context(
        names=_names(store, words), words=words, today=today, year=year or today.year
    )


def _names(store: Store, words: EntryWords) -> Names:
    db = store.reader
    office = read_office(store)
    agencies = records.find(db, Agency)
    plan = office.plan
    catalogues: dict[str, list[Name]] = {}
    for item in records.each(db, CatalogueItem):
        catalogues.setdefault(item.catalogue, []).append(_item(item))
    many: dict[str, Many] = {
        name: partial(tuple, found) for name, found in catalogues.items()
    }
    many |= {
        names.AGENCY: lambda: [_agency(one) for one in agencies],
        names.TASK: lambda: list(_tasks(records.find(db, Task), plan.id)),
        names.STATE: lambda: [
            Name(value=state, text=texts[0], others=texts[1:])
            for state, texts in words.states.items()
        ],
        names.TIER: lambda: [
            Name(value=one.code, text=one.name) for one in catalogue.load_tiers().levels
        ],
        names.GOAL: lambda: _goals(records.find(db, Target), plan.id),
        names.STEP: lambda: [
            _step(one, plan.id) for one in records.each(db, RoadmapStep)
        ],
        names.FIGURE: lambda: [
            Name(
                value=code,
                text=f"{one.label} ({one.unit})",
                short=one.label,
                others=(one.label,),
            )
            for code, one in office.figures.items()
        ],
        names.CHANNEL: lambda: [
            Name(value=one.id, text=one.name) for one in records.each(db, OwnChannel)
        ],
        names.PRODUCT: lambda: [
            Name(value=one.id, text=one.title) for one in records.each(db, Product)
        ],
    }
    directory = Directory(
        agencies,
        former=records.find(db, FormerName),
        phrases=load_words().phrases,
        territory=plan.territory,
    )
    before = {names.TASK: words.before["tasks"], names.TIER: words.before["tiers"]}
    return Names(many, directory, before)


def _item(item: CatalogueItem) -> Name:
    return Name(
        value=item.code, text=item.name, others=item.aliases, retired=item.retired
    )


def _agency(one: Agency) -> Name:
    return Name(value=one.id, text=one.name, short=one.short_name, others=one.aliases)


def _tasks(tasks: Sequence[Task], plan: PlanId) -> Iterator[Name]:
    """Yield the tasks of every plan, found by number, path of numbers and words."""
    known = {one.id: one for one in tasks}
    for one in tasks:
        numbers = (bare(one.number), _path(one, known))
        others = (one.text, *(number for number in numbers if number))
        yield Name(
            value=one.id,
            text=f"{one.code} {one.text}",
            short=one.code,
            others=others,
            retired=one.plan != plan,
        )


def _path(task: Task, known: dict[TaskId, Task]) -> str:
    """Return the numbers printed from the top down to a task, such as `III.1.a`."""
    parts: list[str] = []
    at: Task | None = task
    while at is not None and len(parts) <= len(known):
        parts.append(bare(at.number or at.code))
        at = known.get(at.parent) if at.parent else None
    return ".".join(reversed(parts))


def _goals(targets: Sequence[Target], plan: PlanId) -> list[Name]:
    """Return targets whatever their version, by the words of the latest one."""
    found = {
        one.goal: Name(
            value=one.goal,
            text=f"{one.code} {one.label or one.text}",
            short=one.code,
            others=(one.label, one.text),
            retired=one.plan != plan,
        )
        for one in targets
    }
    return list(found.values())


def _step(step: RoadmapStep, plan: PlanId) -> Name:
    last = "" if step.last_year is None else f"-{step.last_year}"
    years = f"{step.first_year}{last}"
    return Name(
        value=step.id,
        text=f"{years}: {step.text}",
        short=years,
        others=(step.text,),
        retired=step.plan != plan,
    )
