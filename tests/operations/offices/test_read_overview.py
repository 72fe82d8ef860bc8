"""The overview says what the results say, and finds what is missing."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

from desktop.operations.entries.record_entry import record_many
from desktop.operations.figures.compute_results import compute_results
from desktop.operations.offices.create_office import create_office
from desktop.operations.offices.read_overview import read_overview
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.product import OwnChannel
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders

YEAR = parse_period("2024")


def idle(store: Store, code: str = "2024") -> set[str]:
    return {task.code for task in read_overview(store, parse_period(code)).idle}


def test_results_are_those_of_the_computation(store: Store) -> None:
    record_many(store, (builders.a_product(digital=True),))
    assert read_overview(store, YEAR).results == compute_results(store, YEAR)


def test_an_office_is_empty_until_something_is_recorded(store: Store) -> None:
    assert read_overview(store, YEAR).empty
    record_many(store, (builders.a_headcount("G1", 12),))
    assert not read_overview(store, YEAR).empty


def test_a_task_is_idle_until_an_entry_names_it(store: Store) -> None:
    assert len(idle(store)) == 14
    record_many(store, (builders.an_activity(),))
    assert len(idle(store)) == 13
    assert "2.2" not in idle(store)
    assert "2.2" in idle(store, "2024-Q4"), "it was recorded in June"


def test_totals_another_agency_supplied_show_work_on_its_task(store: Store) -> None:
    record_many(store, (builders.a_tally(20, 19),))
    assert "4.2" not in idle(store)


def test_followers_that_merely_stand_are_no_work(store: Store) -> None:
    record_many(store, (builders.a_posting(followers=900),))
    assert "3.1" not in idle(store, "2024-Q2")
    assert "3.1" in idle(store, "2024-Q4")


def test_tasks_of_a_plan_without_groups_are_idle_like_any_other(
    tmp_path: Path,
) -> None:
    """002-F3: thirteen tasks, none of them under another."""
    office = create_office(tmp_path / "so.stt", "khanh-hoa-2023-2028").value
    with Store(office, clock=builders.a_clock) as store:
        assert idle(store) == {str(number) for number in range(1, 14)}


def test_portals_that_merely_stand_are_no_work(tmp_path: Path) -> None:
    office = create_office(tmp_path / "so.stt", "cao-bang-2018-2020").value
    portal = OwnChannel(
        id=RecordId("portal"),
        name="Trang của Sở",
        channel=Code("portal_agency"),
        agency=AgencyId("so-tttt-cao-bang"),
        opened_on=dt.date(2018, 3, 1),
    )
    with Store(office, clock=builders.a_clock) as store:
        record_many(store, (portal,))
        assert {"3.2", "4.1"} <= idle(store, "2019")


def test_months_and_registers_count_the_same_entries(store: Store) -> None:
    record_many(store, (builders.an_activity(), builders.a_broadcast()))
    overview = read_overview(store, YEAR)
    assert [bar.value for bar in overview.months.bars] == [
        Decimal(month == 6) for month in range(1, 13)
    ]
    counts = {register.code: count for register, count in overview.kinds if count}
    assert counts == {"training": 1, "broadcast": 1}


def test_targets_without_figures_are_counted(store: Store) -> None:
    assert read_overview(store, YEAR).unknown == 8
