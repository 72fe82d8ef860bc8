"""Say which table keeps which record, and what of it can be searched."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.records.activity import Activity
from desktop.records.agency import (
    Agency,
    Budget,
    FormerName,
    SpokespersonCheck,
    Succession,
    UnitPlan,
)
from desktop.records.catalogue import CatalogueItem
from desktop.records.evidence import Evidence
from desktop.records.exchange import Delivery
from desktop.records.import_mapping import ImportMapping
from desktop.records.issued import IssuedCopy, IssuedReport
from desktop.records.period import DayOff, Deadline
from desktop.records.plan import (
    LegalBasis,
    Plan,
    PlanRole,
    PlanSection,
    PlanValue,
    RoadmapStep,
)
from desktop.records.product import Broadcast, DataSource, OwnChannel, Posting, Product
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.records.target import (
    Achievement,
    Estimate,
    Inherited,
    Milestone,
    Target,
)
from desktop.records.task import Quantity, Task, TaskState


def _own_id(record: Any) -> str:  # noqa: ANN401  every record with an id
    return str(record.id)


def catalogue_key(item: CatalogueItem) -> str:
    """Return the row id of a catalogue's value."""
    return f"{item.catalogue}/{item.code}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One table and what it keeps."""

    table: str
    record: type
    order: str
    """Columns by which a plain list is sorted."""
    searched: tuple[str, ...] = ()
    key: Callable[[Any], str] = _own_id


SHELVES = (
    Shelf("agencies", Agency, "position, name", ("name", "short_name", "aliases")),
    Shelf("former_names", FormerName, "agency, last_day", ("name", "short_name")),
    Shelf("successions", Succession, "day, rowid"),
    Shelf("plans", Plan, "first_day, id", ("title", "number")),
    Shelf("plan_sections", PlanSection, "position"),
    Shelf("legal_bases", LegalBasis, "position"),
    Shelf("plan_values", PlanValue, "catalogue, position"),
    Shelf("plan_roles", PlanRole, "position"),
    Shelf("roadmap_steps", RoadmapStep, "position"),
    Shelf("tasks", Task, "position", ("code", "text")),
    Shelf("task_states", TaskState, "year, task"),
    Shelf("quantities", Quantity, "task, figure, year"),
    Shelf("targets", Target, "position, valid_from", ("code", "text")),
    Shelf("milestones", Milestone, "target, year"),
    Shelf(
        "achievements", Achievement, "reached_on desc, rowid desc", ("title", "note")
    ),
    Shelf("estimates", Estimate, "year desc, goal"),
    Shelf("inherited_figures", Inherited, "year desc, rowid", ("note",)),
    Shelf("deadlines", Deadline, "due_month, due_day"),
    Shelf("days_off", DayOff, "day"),
    Shelf("catalogue_items", CatalogueItem, "catalogue, position", key=catalogue_key),
    Shelf(
        "activities",
        Activity,
        "last_day desc, rowid desc",
        ("title", "place", "note"),
    ),
    Shelf("products", Product, "first_published desc, rowid desc", ("title", "note")),
    Shelf("data_sources", DataSource, "recorded_on desc, rowid desc", ("name", "note")),
    Shelf("postings", Posting, "last_day desc, rowid desc", ("title", "note")),
    Shelf("broadcasts", Broadcast, "last_day desc, rowid desc", ("title", "note")),
    Shelf("own_channels", OwnChannel, "opened_on desc, rowid desc", ("name", "note")),
    Shelf("headcounts", Headcount, "as_of desc, rowid desc"),
    Shelf("departures", Departure, "left_on desc, rowid desc"),
    Shelf("tallies", Tally, "last_day desc, rowid desc", ("document_number",)),
    Shelf("spokesperson_checks", SpokespersonCheck, "year desc, rowid"),
    Shelf("budgets", Budget, "year desc, rowid"),
    Shelf("unit_plans", UnitPlan, "issued_on desc, rowid", ("number",)),
    Shelf("evidence", Evidence, "added_at, rowid", ("name", "note")),
    Shelf("import_mappings", ImportMapping, "kept_at desc"),
    Shelf("issued_reports", IssuedReport, "issued_at desc, rowid desc"),
    Shelf("issued_copies", IssuedCopy, "made_at desc, rowid desc"),
    Shelf("deliveries", Delivery, "prepared_at desc, rowid desc"),
)

BY_RECORD = {shelf.record: shelf for shelf in SHELVES}
BY_TABLE = {shelf.table: shelf for shelf in SHELVES}
