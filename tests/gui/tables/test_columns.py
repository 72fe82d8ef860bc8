"""Columns show values as an office writes them, and sort by what is shown."""

import datetime as dt
from decimal import Decimal

from desktop.gui.session import Session
from desktop.gui.tables.columns import Column, columns_of, plain_number
from desktop.gui.tables.reading_names import read_names
from desktop.records.activity import AudienceCount, Spending
from desktop.records.identity import GoalId, RecordId
from desktop.records.target import Estimate
from tests import builders
from tests.gui.entry_office import register


def column(session: Session, code: str, name: str) -> Column:
    found = columns_of(register(session, code), read_names(session))
    return next(one for one in found if one.field.name == name)


def test_each_type_is_written_as_an_office_writes_it(session: Session) -> None:
    record = builders.an_activity(
        first_day=dt.date(2024, 6, 4),
        attendance=1234,
        place="Hội\ntrường",
        digital=True,
        partners=(builders.UNIT,),
        audiences=(AudienceCount(audience="people", attendance=1500),),  # type: ignore[arg-type]
    )
    shown = {
        one.field.name: one.text(record)
        for one in columns_of(register(session, "training"), read_names(session))
    }
    assert shown["first_day"] == "04/06/2024"
    assert shown["attendance"] == "1.234"
    assert shown["place"] == "Hội trường", "one line in a table"
    assert shown["digital"] == "Có"
    assert shown["tasks"] == "2.2"
    assert shown["state"] == "Đã thực hiện"
    assert shown["audiences"] == "1.500"
    assert shown["people"] == "", "nothing entered is not zero"
    assert builders.OWN not in shown["agency"], "codes are shown as names"


def test_moments_and_decimals_are_written_as_people_read_them(
    session: Session,
) -> None:
    held = builders.at("2024-07-12T08:05")
    record = builders.an_activity("press_information", held_at=held)
    moment = column(session, "press_information", "held_at")
    assert moment.text(record) == "08:05, 12/07/2024"
    assert moment.sort == "plain"
    estimate = Estimate(
        id=RecordId("e"),
        goal=GoalId(f"{builders.PLAN}/T2a"),
        year=2024,
        value=Decimal("1234.5"),
        made_on=builders.DAY,
    )
    value = column(session, "estimate", "value")
    assert value.text(estimate) == "1.234,5"
    assert (value.number, value.added, value.sort) == (True, False, "plain")
    assert plain_number(value, estimate) == Decimal("1234.5")
    assert column(session, "estimate", "goal").text(estimate) == "T2a"


def test_a_year_is_not_grouped_and_not_added(session: Session) -> None:
    year = column(session, "spokesperson_check", "year")
    assert year.text(builders.a_check(builders.OWN)) == "2024"
    assert not year.added


def test_numbers_whose_sum_means_nothing_are_not_added(session: Session) -> None:
    assert not column(session, "broadcast", "minutes").added
    assert column(session, "broadcast", "times").added
    assert not column(session, "headcount", "people").added
    assert not column(session, "posting", "followers").added


def test_a_heading_names_the_unit_unless_the_label_does(session: Session) -> None:
    assert column(session, "broadcast", "minutes").label.endswith("(phút)")
    assert column(session, "training", "attendance").label == "Số lượt người"


def test_a_code_sorts_by_name_and_a_small_table_does_not_sort(session: Session) -> None:
    names = read_names(session)
    order = column(session, "training", "agency").order(names, descending=True)
    assert order is not None
    assert order.ranks == names.alphabetic("@agency")
    assert order.descending
    assert column(session, "training", "staff").order(names, descending=False) is None


def test_numbers_are_copied_plainly(session: Session) -> None:
    spending = (Spending(source="regular", planned=9, spent=1_250_000),)  # type: ignore[arg-type]
    record = builders.an_activity(attendance=1234, spending=spending)
    assert plain_number(column(session, "training", "attendance"), record) == 1234
    assert plain_number(column(session, "training", "spending"), record) == 1_250_000
    assert plain_number(column(session, "training", "title"), record) is None
