"""Where footnotes about entries stand."""

from desktop.files import catalogue
from desktop.records.activity import Activity
from desktop.records.product import Broadcast, Product
from desktop.records.report import FigureKey
from desktop.records.tally import Tally
from desktop.rules.findings.anchors import figure_of, row_of_agency
from tests.rules.reported import template

FIGURES = catalogue.load_figures()


def at(record: type, kind: str = "", field: str = "") -> tuple[str, str]:
    return figure_of(template(), FIGURES, (record, kind), field)


def test_an_entry_stands_at_the_first_figure_that_counts_it() -> None:
    assert at(Activity, "training") == ("table_a", "direct_events")
    assert at(Activity, "contest") == ("table_a", "contests")
    assert at(Product, field="copies") == ("table_a", "copies")
    assert at(Broadcast)[0] in {"table_a", "table_c"}


def test_the_figure_that_adds_up_the_number_told_goes_before() -> None:
    assert at(Activity, "training", "attendance") == ("table_a", "direct_attendance")


def test_what_no_table_counts_stands_nowhere() -> None:
    assert at(Tally) == ("", "")


def test_an_agency_stands_in_the_first_table() -> None:
    assert row_of_agency(template(), "xa") == FigureKey(
        table="table_a", row="xa", column=""
    )
