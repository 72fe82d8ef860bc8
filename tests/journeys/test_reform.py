"""A district office of 2023 becomes that of a commune on 1 July 2025.

What it did goes on counting and is marked, its duties go to others, and one undo puts
the file back as it stood.
"""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.operations.agencies.become_office import become_office
from desktop.operations.agencies.rename_agency import NewName, rename_agency
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.entries.record_entry import record_many
from desktop.operations.figures.compute_results import compute_results, read_office
from desktop.operations.history.undo import undo
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.reports.read_report import read_report
from desktop.records.identity import AgencyId
from desktop.records.period import Deadline
from desktop.records.report import Report
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.agencies.test_become_office import (
    ABOVE,
    DECIDED,
    OFFICE,
    a_new_office,
)

YEAR = parse_period("2025")
LATER = dt.datetime(2025, 12, 20, 8, 0, tzinfo=builders.NOW.tzinfo)
BEFORE, AFTER = dt.date(2025, 5, 6), dt.date(2025, 9, 2)
OLD_ABOVE = AgencyId("so-tttt-kon-tum")
DATA = ("preferences", "agencies", "former_names", "successions", "plans", "targets")


@pytest.fixture
def office_2025(office: Path) -> Path:
    """Record a product in two languages and an exhibition with the office above."""
    with Store(office, clock=lambda: LATER) as store:
        record_many(
            store,
            (
                builders.a_product(first_published=BEFORE),
                builders.a_product(
                    id="other", first_published=BEFORE, languages=("ba_na",)
                ),
                builders.an_activity(
                    "exhibition",
                    form="exhibition_on_site",
                    id="shown",
                    last_day=BEFORE,
                    partners=(OLD_ABOVE,),
                ),
            ),
        )
    return office


def text_of(report: Report) -> str:
    return repr(report)


def data_of(store: Store) -> list[list[tuple[object, ...]]]:
    db = store.reader
    names = [
        row[0]
        for row in db.execute(
            "select name from sqlite_master where type = 'table' and name not like "
            "'search%' and name not in ('changes', 'journal')"
        )
    ]
    assert set(DATA) <= set(names)
    statement = "select * from {} order by 1"
    return [
        [tuple(row) for row in db.execute(statement.format(name))] for name in names
    ]


def values(store: Store) -> dict[str, Decimal | None]:
    found = compute_results(store, YEAR)
    return {one.target.code: one.cumulative.numerator for one in found}


def test_what_the_old_office_did_goes_on_counting_and_is_marked(
    office_2025: Path,
) -> None:
    with Store(office_2025, clock=lambda: LATER) as store:
        before = values(store)
        assert before["T3"] == 1
        assert before["T4"] == 1
        become_office(store, a_new_office(store), DECIDED)
        after = values(store)
        assert (after["T3"], after["T4"]) == (before["T3"], before["T4"])
        record_many(
            store,
            (
                builders.an_activity(
                    "exhibition",
                    form="exhibition_on_site",
                    id="again",
                    agency=OFFICE,
                    last_day=AFTER,
                    partners=(ABOVE,),
                ),
            ),
        )
        assert values(store)["T3"] == 2
        found = {one.target.code: one for one in compute_results(store, YEAR)}
        assert found["T3"].inherited
        names = read_office(store).names
        assert names["@agency"] == (OFFICE, builders.OWN)
        assert names["@recipient"] == (ABOVE, OLD_ABOVE)


def test_reports_go_out_under_the_new_names_and_an_issued_one_stays(
    office_2025: Path,
) -> None:
    first = Request(period=parse_period("2025-H1"), period_words="6 tháng đầu năm 2025")
    with Store(office_2025, clock=lambda: LATER) as store:
        issued = issue_report(store, draft_report(store, first)).value
        old = read_report(store, issued)
        become_office(store, a_new_office(store), DECIDED)
        whole = Request(period=YEAR, period_words="năm 2025")
        new = draft_report(store, whole)
        assert new.letterhead.agency == "PHÒNG VĂN HÓA - XÃ HỘI"
        assert new.letterhead.superior == "UBND XÃ ĐĂK HÀ"
        (addressee,) = new.letterhead.addressees
        assert addressee == "Sở Văn hóa, Thể thao và Du lịch tỉnh Quảng Ngãi"
        assert read_report(store, issued) == old
        assert old.letterhead.superior == "UBND HUYỆN ĐĂK HÀ"


def test_a_report_of_before_a_new_name_prints_the_old_one(office_2025: Path) -> None:
    unit = AgencyId(builders.UNIT)
    name = NewName(name="Ủy ban nhân dân xã Mới", short_name="UBND xã Mới")
    with Store(office_2025, clock=lambda: LATER) as store:
        rename_agency(store, unit, name, Decided(day=DECIDED.day, number="1"))
        early = Request(period=parse_period("2025-H1"), period_words="sáu tháng")
        late = Request(period=YEAR, period_words="năm 2025")
        before, after = (text_of(draft_report(store, one)) for one in (early, late))
    assert "UBND xã Đăk Mar" in before
    assert "UBND xã Mới" not in before
    assert "UBND xã Mới" in after
    assert "UBND xã Đăk Mar" not in after


def test_duties_change_hands_and_one_undo_puts_everything_back(
    office_2025: Path,
) -> None:
    with Store(office_2025, clock=lambda: LATER) as store:
        before, figures = data_of(store), values(store)
        become_office(store, a_new_office(store), DECIDED)
        recipients = {one.recipient for one in records.find(store.reader, Deadline)}
        assert recipients == {OFFICE, ABOVE}
        undo(store)
        assert data_of(store) == before
        assert values(store) == figures
