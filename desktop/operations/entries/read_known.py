"""Read what an office knows, against which entries are checked."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.files import catalogue
from desktop.operations.figures.compute_results import read_office
from desktop.operations.office_time import at_office
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.identity import RecordId
from desktop.records.plan import RoadmapStep
from desktop.records.product import OwnChannel
from desktop.records.target import Formula, Target
from desktop.records.task import Task
from desktop.rules.known import Known
from desktop.store import joint_events, records
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.records.identity import Code


def read_known(store: Store, leads: Iterable[RecordId] = ()) -> Known:
    """Return the plan, the names and the codes an entry may use.

    Args:
        store: An open office.
        leads: Entries to which others are about to be joined.

    Raises:
        ConflictError: The file holds no office yet.
    """
    db = store.reader
    office = read_office(store)
    codes: defaultdict[str, set[Code]] = defaultdict(set)
    for item in records.each(db, CatalogueItem):
        codes[item.catalogue].add(item.code)
    targets = records.find(db, Target)
    return Known(
        plan=office.plan,
        today=at_office(store.now(), office.preferences).date(),
        agencies=frozenset(one.id for one in records.each(db, Agency)),
        # Of every plan: one piece of work may serve the office's and the one above.
        tasks=frozenset(one.id for one in records.each(db, Task)),
        codes={name: frozenset(found) for name, found in codes.items()},
        tiers=frozenset(one.code for one in catalogue.load_tiers().levels),
        registers=catalogue.load_registers(),
        goals=frozenset(one.goal for one in targets),
        growing=frozenset(one.goal for one in targets if one.formula is Formula.GROWTH),
        steps=frozenset(one.id for one in records.each(db, RoadmapStep)),
        figures=frozenset(office.figures),
        channels={one.id: one.parent for one in records.each(db, OwnChannel)},
        events=joint_events.events(db, leads),
    )
