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
from desktop.records.exchange import Call, Contact, Delivery, Mapping, Receipt
from desktop.records.form import CollectingForm
from desktop.records.import_mapping import ImportMapping
from desktop.records.import_source import ImportSource
from desktop.records.issued import IssuedCopy, IssuedReport
from desktop.records.period import DayOff, Deadline, PeriodStanding
from desktop.records.plan import (
    LegalBasis,
    Plan,
    PlanRole,
    PlanSection,
    PlanValue,
    RoadmapStep,
)
from desktop.records.product import Broadcast, DataSource, OwnChannel, Posting, Product
from desktop.records.returns import Intake, Return, UnlistedTotal
from desktop.records.signing import ReportSignature
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
from desktop.records.template import OfficeTemplate


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
    """Columns whose words find the record."""
    key: Callable[[Any], str] = _own_id
    day: str = ""
    """Column by which a list is newest first: a day, or a year."""
    kind: str = ""
    """Column that tells of which list a record is, where a table keeps several."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return the columns of text by which a list is sorted and filtered."""
        return self.searched if self.day else ()


SHELVES = (
    Shelf("agencies", Agency, "position, name", ("name", "short_name", "aliases")),
    Shelf("former_names", FormerName, "agency, last_day", ("name", "short_name")),
    Shelf("successions", Succession, "day, rowid", ("decision", "note")),
    Shelf("plans", Plan, "first_day, id", ("title", "number", "annex_title")),
    Shelf("plan_sections", PlanSection, "position", ("heading", "text")),
    Shelf("legal_bases", LegalBasis, "position", ("number", "issuer", "summary")),
    Shelf("plan_values", PlanValue, "catalogue, position", ("number", "text")),
    Shelf("plan_roles", PlanRole, "position", ("agency_text", "text")),
    Shelf("roadmap_steps", RoadmapStep, "position", ("text",)),
    Shelf(
        "tasks",
        Task,
        "position",
        (
            "code",
            "number",
            "text",
            "content_text",
            "form_text",
            "lead_text",
            "partner_text",
            "time_text",
        ),
    ),
    Shelf("task_states", TaskState, "year, task", ("result_text",)),
    Shelf("quantities", Quantity, "task, figure, year"),
    Shelf("targets", Target, "position, valid_from", ("code", "text", "label")),
    Shelf("milestones", Milestone, "target, year"),
    Shelf(
        "achievements",
        Achievement,
        "reached_on desc, rowid desc",
        ("title", "document_number", "note"),
        day="reached_on",
    ),
    Shelf(
        "estimates",
        Estimate,
        "year desc, goal",
        ("note",),
        day="year",
    ),
    Shelf(
        "inherited_figures",
        Inherited,
        "year desc, rowid",
        ("document_number", "note"),
        day="year",
    ),
    Shelf("deadlines", Deadline, "due_month, due_day", ("text", "recipient_text")),
    Shelf("days_off", DayOff, "day", ("name",)),
    Shelf(
        "catalogue_items",
        CatalogueItem,
        "catalogue, position",
        ("name", "aliases"),
        key=catalogue_key,
    ),
    Shelf(
        "activities",
        Activity,
        "last_day desc, rowid desc",
        (
            "title",
            "place",
            "programme",
            "request_document",
            "invitation_document",
            "note",
        ),
        day="last_day",
        kind="kind",
    ),
    Shelf(
        "products",
        Product,
        "first_published desc, rowid desc",
        ("title", "online_place", "note"),
        day="first_published",
    ),
    Shelf(
        "data_sources",
        DataSource,
        "recorded_on desc, rowid desc",
        ("name", "online_place", "note"),
        day="recorded_on",
    ),
    Shelf(
        "postings",
        Posting,
        "last_day desc, rowid desc",
        ("title", "note"),
        day="last_day",
    ),
    Shelf(
        "broadcasts",
        Broadcast,
        "last_day desc, rowid desc",
        ("title", "note"),
        day="last_day",
    ),
    Shelf(
        "own_channels",
        OwnChannel,
        "opened_on desc, rowid desc",
        ("name", "note"),
        day="opened_on",
    ),
    Shelf(
        "headcounts",
        Headcount,
        "as_of desc, rowid desc",
        ("note",),
        day="as_of",
    ),
    Shelf(
        "departures",
        Departure,
        "left_on desc, rowid desc",
        ("note",),
        day="left_on",
    ),
    Shelf(
        "tallies",
        Tally,
        "last_day desc, rowid desc",
        ("document_number",),
        day="last_day",
    ),
    Shelf(
        "spokesperson_checks",
        SpokespersonCheck,
        "year desc, rowid",
        ("position", "document_number", "note"),
        day="year",
    ),
    Shelf("budgets", Budget, "year desc, rowid", ("note",), day="year"),
    Shelf(
        "unit_plans",
        UnitPlan,
        "issued_on desc, rowid",
        ("number", "note"),
        day="issued_on",
    ),
    Shelf("evidence", Evidence, "added_at, rowid", ("name", "note")),
    Shelf("import_mappings", ImportMapping, "kept_at desc"),
    Shelf("import_sources", ImportSource, "imported_at desc, rowid desc"),
    Shelf("office_templates", OfficeTemplate, "code, version desc"),
    Shelf("period_standings", PeriodStanding, "first_day, last_day"),
    Shelf("issued_reports", IssuedReport, "issued_at desc, rowid desc", ("number",)),
    Shelf(
        "issued_copies",
        IssuedCopy,
        "made_at desc, rowid desc",
        ("file_name", "signed_by"),
    ),
    Shelf("report_signatures", ReportSignature, "rowid desc"),
    Shelf("deliveries", Delivery, "prepared_at desc, rowid desc", ("file_name",)),
    Shelf(
        "unlisted_totals",
        UnlistedTotal,
        "last_day desc, rowid desc",
        ("note",),
        day="last_day",
    ),
    Shelf("collecting_forms", CollectingForm, "made_at desc, rowid desc"),
    Shelf("intakes", Intake, "at desc, rowid desc"),
    Shelf("returns", Return, "received_at desc, rowid desc"),
    Shelf("receipts", Receipt, "kept_at desc, rowid desc"),
    Shelf("exchange_mappings", Mapping, "sender, kind, theirs"),
    Shelf("contacts", Contact, "id"),
    Shelf("calls", Call, "at desc, rowid desc"),
)

BY_RECORD = {shelf.record: shelf for shelf in SHELVES}
BY_TABLE = {shelf.table: shelf for shelf in SHELVES}
