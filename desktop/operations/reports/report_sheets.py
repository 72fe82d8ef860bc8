"""Read the records behind a report's figures for the data sheets of its workbook."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from desktop.files import catalogue
from desktop.operations.agencies.read_agencies import agencies_on
from desktop.operations.figures.compute_results import Office
from desktop.records.activity import ActivityState
from desktop.records.catalogue import CatalogueItem
from desktop.records.figure import Source
from desktop.records.plan import RoadmapStep
from desktop.records.product import OwnChannel, Product
from desktop.records.report import Table
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.records.template import ReportTemplate
from desktop.rules.counting import DAY, RECORD_OF, Span
from desktop.rules.reports import data as report_data
from desktop.store import joint_events, records
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store


def data_sheets(
    store: Store, office: Office, span: Span, template: ReportTemplate
) -> tuple[Table, ...]:
    """Return every record behind the figures, those of the years before included."""
    sheets = list(_sheets(store, office, span))
    return report_data.data_tables(
        sheets, span, _names(store, template.labels, span.last), template.labels
    )


def _sheets(store: Store, office: Office, span: Span) -> Iterator[report_data.Sheet]:
    # From the plan's first day: the cumulative figures are recounted from here too.
    whole = office.whole(span.last)
    for register in catalogue.load_registers():
        cls, day = RECORD_OF[register.source], DAY[register.source]
        where = {"kind": register.kind} if register.kind else None
        between = (day, whole.first.isoformat(), whole.last.isoformat())
        if day == "year":
            between = (day, str(whole.first.year), str(whole.last.year))
        elif register.source is Source.OWN_CHANNEL:  # it stands since it was opened
            between = (day, dt.date.min.isoformat(), whole.last.isoformat())
        found: tuple[Any, ...] = records.find(
            store.reader, cls, where=where, between=between
        )
        yield report_data.Sheet(
            register=register,
            records=tuple(reversed(found)),
            day=day,
            table=BY_RECORD[cls].table,
        )


def _names(
    store: Store, labels: Mapping[str, str], day: dt.date
) -> dict[tuple[str, str], str]:
    """Return what codes and ids are called; agencies as they were called on a day."""
    db = store.reader
    names = {
        (item.catalogue, str(item.code)): item.name
        for item in records.each(db, CatalogueItem)
    }
    names |= {
        ("agency", one.id): one.short_name or one.name
        for one in agencies_on(store, day)
    }
    names |= {("task", one.id): one.code for one in records.each(db, Task)}
    names |= {("product", one.id): one.title for one in records.each(db, Product)}
    names |= {("goal", one.goal): one.code for one in records.each(db, Target)}
    names |= {("step", one.id): one.text for one in records.each(db, RoadmapStep)}
    names |= {("own_channel", one.id): one.name for one in records.each(db, OwnChannel)}
    names |= {("figure", code): f.label for code, f in catalogue.load_figures().items()}
    names |= {
        ("event", lead): event.lead.title
        for lead, event in joint_events.events(db).items()
    }
    names |= {("tier", one.code): one.name for one in catalogue.load_tiers().levels}
    names |= {("state", state): labels[f"state_{state}"] for state in ActivityState}
    return names
