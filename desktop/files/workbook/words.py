"""Know the fixed words of a workbook; they are kept with the templates."""

import tomllib
from dataclasses import dataclass

from desktop.paths import RESOURCES


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Every word printed that does not come from the report itself."""

    report_sheet: str
    charts_sheet: str
    footer: str
    """With Excel's own codes for the page and the number of pages."""
    practice: str
    nation: str
    motto: str
    number: str
    number_blank: str
    date: str
    date_blank: str
    addressees: str
    period: str
    recipients: str
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


def words() -> Words:
    """Read the words from `resources/templates/workbook.toml`."""
    path = RESOURCES / "templates" / "workbook.toml"
    return Words(**tomllib.loads(path.read_text(encoding="utf-8")))
