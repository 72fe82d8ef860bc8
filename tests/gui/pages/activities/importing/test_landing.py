"""After an import the page says what it does not show."""

import datetime as dt

from desktop.gui.pages.activities.importing.landing import landed
from desktop.gui.session import Session
from tests import builders
from tests.gui.entry_office import YEAR, register


def activities(*days: dt.date) -> list[object]:
    return [builders.an_activity(last_day=day) for day in days]


def test_rows_of_the_period_are_only_counted(session: Session) -> None:
    kept = activities(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    assert landed(register(session, "training"), kept, YEAR) == "Đã nhập 2 dòng"


def test_rows_outside_the_period_are_told_with_their_days(session: Session) -> None:
    days = (dt.date(2024, 5, 1), dt.date(2025, 2, 3), dt.date(2023, 12, 31))
    said = landed(register(session, "training"), activities(*days), YEAR)
    assert said == (
        "Đã nhập 3 dòng; 2 dòng ngoài kỳ đang xem (từ 31/12/2023 đến 03/02/2025): "
        "đổi kỳ ở phía trên để thấy."
    )
    one = landed(register(session, "training"), activities(days[1]), YEAR)
    assert "1 dòng ngoài kỳ đang xem (ngày 03/02/2025)" in one


def test_what_stands_is_of_every_period_since(session: Session) -> None:
    channels = next(one for one in session.registers if one.source == "own_channel")
    opened = builders.a_channel(opened_on=dt.date(2019, 1, 1))
    assert landed(channels, [opened], YEAR) == "Đã nhập 1 dòng"


def test_a_register_by_years_tells_years(session: Session) -> None:
    checks = next(
        one for one in session.registers if one.source == "spokesperson_check"
    )
    kept = [builders.a_check(builders.UNIT, year=year) for year in (2024, 2026)]
    assert landed(checks, kept[:1], YEAR) == "Đã nhập 1 dòng"
    assert "1 dòng ngoài kỳ đang xem (năm 2026)" in landed(checks, kept, YEAR)
