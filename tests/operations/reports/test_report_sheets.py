"""The data sheets hold every record behind the figures, of the years before too."""

import datetime as dt

from desktop.operations.figures.compute_results import read_office, span_of
from desktop.operations.reports.read_templates import load_for
from desktop.operations.reports.report_sheets import data_sheets
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests.builders import a_product, an_activity


def test_every_register_with_records_has_a_sheet_from_the_plan_s_first_day(
    store: Store,
) -> None:
    with store.change("record") as change:
        records.put(change, an_activity(id="now"))
        records.put(change, an_activity(id="old", last_day=dt.date(2023, 8, 1)))
        records.put(change, an_activity(id="later", last_day=dt.date(2025, 8, 1)))
        records.put(change, a_product())
    span = span_of(parse_period("2024"))
    template = load_for(store, "report-year")
    sheets = data_sheets(store, read_office(store), span, template)
    found = {one.code: [row.record for row in one.rows] for one in sheets}
    assert found["data_training"] == ["activities/old", "activities/now"]
    assert len(found["data_product"]) == 1
    assert "data_conference" not in found
