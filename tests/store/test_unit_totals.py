"""What units add up to is what the rules count of the agencies each reports for."""

import sqlite3
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.records.figure import Aggregate, Source
from desktop.records.identity import AgencyId
from desktop.rules.counting import counted
from desktop.rules.reporting_units import ReportingUnits
from desktop.rules.tracing import parts as trace_parts
from desktop.store import addends, joint_events, unit_totals, upkeep
from tests.builders import OWN, UNIT
from tests.store.samples import FIGURES, GROUPS, NAMES, SPAN, told_beside
from tests.store.test_totals import BARE, USED, a_list, codes_of, holding

UNIT_OF = {AgencyId(one): AgencyId(OWN) for one in (UNIT, "cong-an-huyen-dak-ha")}
LISTED = [one for one in USED if one is not Source.UNLISTED]


@pytest.fixture(scope="module")
def db(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    """Open one office for all examples; each is rolled back."""
    path = tmp_path_factory.mktemp("units") / "so.stt"
    path.write_bytes(office_pattern.read_bytes())
    opened = upkeep.connect(path, writable=True)
    yield opened
    opened.close()


@pytest.mark.parametrize("source", LISTED)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_unit_is_counted_as_the_agencies_it_reports_for(
    source: Source, data: st.DataObject, db: sqlite3.Connection
) -> None:
    many = data.draw(a_list(source, 6))
    beside = data.draw(told_beside(codes_of(source)))
    with holding(db, [*many, *beside]) as kept:
        listed, told = kept[: len(many)], kept[len(many) :]
        units = ReportingUnits(unit_of=UNIT_OF, events=joint_events.accounts(db))
        repeated = units.repeated(SPAN)
        for figure in (*FIGURES.values(), *BARE):
            if figure.source is not source or figure.aggregate is Aggregate.LATEST:
                continue
            found = unit_totals.by_unit(db, figure, SPAN, units, NAMES)
            for unit in {units.of(one.agency) for one in kept}:
                own = [
                    one
                    for one in listed
                    if units.of(one.agency) == unit and one.id not in repeated
                ]
                said = [one for one in told if units.of(one.agency) == unit]
                expected = counted(
                    figure, own, SPAN, GROUPS, NAMES, by_agency=True, unlisted=said
                )
                if figure.aggregate is Aggregate.STANDING:  # told last by each agency
                    continue
                assert found.get(unit, Decimal(0)) == expected, (figure.code, unit)


@pytest.mark.parametrize("source", LISTED)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_parts_of_a_unit_add_up_to_it(
    source: Source, data: st.DataObject, db: sqlite3.Connection
) -> None:
    with holding(db, data.draw(a_list(source, 6))):
        units = ReportingUnits(unit_of=UNIT_OF, events=joint_events.accounts(db))
        for figure in (*FIGURES.values(), *BARE):
            if figure.source is not source:
                continue
            found = unit_totals.by_unit(db, figure, SPAN, units, NAMES)
            parts = addends.parts(db, figure, SPAN, NAMES)
            made = trace_parts.by_group(figure, units.regrouped(parts, SPAN))
            for unit in found.keys() | made.keys():
                told = trace_parts.value(figure, made[unit]) if unit in made else 0
                assert told == found.get(AgencyId(unit), Decimal(0)), (
                    figure.code,
                    unit,
                )
