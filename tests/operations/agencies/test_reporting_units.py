"""Units are those whose packages were accepted, with all that stands under them."""

from dataclasses import replace

from desktop.operations.agencies.reporting_units import read_reporting_units
from desktop.records.identity import AgencyId
from desktop.records.returns import ReturnKind, ReturnState
from desktop.rules.reporting_units import ReportingUnits
from desktop.store.store import Store
from tests.builders import OWN, UNIT
from tests.operations.reports.test_compare_units import a_package_of, below, keep


def test_where_no_package_came_every_agency_reports_for_itself(store: Store) -> None:
    keep(store, below("Trường"))
    assert read_reporting_units(store.reader, AgencyId(OWN)) == ReportingUnits()


def test_the_sender_of_a_package_reports_for_what_came_with_it(store: Store) -> None:
    keep(store, *a_package_of(UNIT), below("Trường"))
    units = read_reporting_units(store.reader, AgencyId(OWN))
    assert units.unit_of == {f"{UNIT}.Trường": UNIT}
    assert units.of(AgencyId(OWN)) == OWN


def test_a_form_and_a_package_taken_back_make_nobody_a_unit(store: Store) -> None:
    intake, ret = a_package_of(UNIT)
    back = replace(ret, id="back", state=ReturnState.TAKEN_BACK)
    form = replace(ret, id="form", kind=ReturnKind.FORM)
    keep(store, intake, back, form, below("Trường"))
    assert not read_reporting_units(store.reader, AgencyId(OWN)).unit_of
