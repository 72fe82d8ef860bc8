"""Know the fixed words of a workbook; they are kept with the templates."""

import tomllib
from dataclasses import dataclass

from desktop.paths import RESOURCES


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Every word printed that does not come from the report itself."""

    report_sheet: str
    charts_sheet: str
    data_sheet: str
    """Sheet that leads to every sheet of records."""
    trace_sheet: str
    footer: str
    """With Excel's own codes for the page and the number of pages."""
    practice: str
    code: str
    """At the foot of every page, and below the report."""
    nation: str
    motto: str
    number: str
    number_blank: str
    date: str
    date_blank: str
    letter_subject: str
    addressees: str
    period: str
    recipients: str
    notes: str
    """Above the footnotes of the text."""
    footnote: str
    see_table: str
    see_chart: str
    yes: str
    no: str
    chart_label: str
    chart_value: str
    chart_target: str
    chart_upper: str
    chart_text: str
    chart_missing: str
    chart_unit: str
    data_title: str
    data_note: str
    data_ordinal: str
    data_name: str
    data_rows: str
    data_columns: str
    trace_title: str
    trace_note: str
    trace_code: str
    trace_what: str
    trace_value: str
    trace_addend: str
    trace_other: str
    trace_where: str
    trace_ordinal: str
    trace_row: str
    trace_day: str
    trace_agency: str
    trace_how: str
    trace_tip: str
    record_tip: str
    attached_workbook: str
    """What the workbook is called among the files inside the PDF."""
    attached_data: str


def words() -> Words:
    """Read the words from `resources/templates/workbook.toml`."""
    path = RESOURCES / "templates" / "workbook.toml"
    return Words(**tomllib.loads(path.read_text(encoding="utf-8")))
