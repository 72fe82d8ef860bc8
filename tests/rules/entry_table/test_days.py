"""Days as people write them in tables."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.dates import format_date
from desktop.rules.entry_table.days import (
    DMY,
    MDY,
    ReadDay,
    read_day,
    read_serial,
    swapped,
)

TODAY = dt.date(2024, 12, 20)


def read(text: str, order: str = "") -> ReadDay:
    return read_day(text, today=TODAY, year=2026, order=order)


def day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%d/%m/%Y").replace(tzinfo=dt.UTC).date()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("5/8/2026", "05/08/2026", ""),
        ("05/08/2026", "05/08/2026", ""),
        ("05-08-2026", "05/08/2026", ""),
        ("05.08.2026", "05/08/2026", ""),
        ("05082026", "05/08/2026", ""),
        ("5/8/26", "05/08/2026", ""),
        ("15/05/20", "15/05/2020", ""),
        ("2026-08-05", "05/08/2026", ""),
        ("５/８/2026", "05/08/2026", ""),
        ("'5/8/2026", "05/08/2026", ""),
        ("5/8/2026 00:00:00", "05/08/2026", ""),
        ("ngày 05 tháng 8 năm 2026", "05/08/2026", ""),
        ("Sáng 5/8/2026", "05/08/2026", ""),
        ("chiều ngày 5/8/2026", "05/08/2026", ""),
        ("8h30 ngày 5/8/2026", "05/08/2026", ""),
        ("14 giờ 00, ngày 5/8/2026", "05/08/2026", ""),
        ("Thứ hai, 13/8/2026", "13/08/2026", ""),
        ("Chủ nhật 13/8/2026", "13/08/2026", ""),
        ("hôm nay", "20/12/2024", ""),
        ("5-7/8/2026", "05/08/2026", "07/08/2026"),
        ("5/8-7/8/2026", "05/08/2026", "07/08/2026"),
        ("05/8/2026 - 07/8/2026", "05/08/2026", "07/08/2026"),
        ("05/8/2026 – 07/8/2026", "05/08/2026", "07/08/2026"),
        ("5-8-2026 - 7-8-2026", "05/08/2026", "07/08/2026"),
        ("từ ngày 5/8 đến ngày 7/8/2026", "05/08/2026", "07/08/2026"),
        ("Từ 5/8/2026 đến hết ngày 7/8/2026", "05/08/2026", "07/08/2026"),
        ("5/8/2026\n7/8/2026", "05/08/2026", "07/08/2026"),
        ("5, 6, 7/8/2026", "05/08/2026", "07/08/2026"),
        ("Các ngày 5 và 7/8/2026", "05/08/2026", "07/08/2026"),
        ("28/7-2/8/2026", "28/07/2026", "02/08/2026"),
        ("30/12/2025-02/01/2026", "30/12/2025", "02/01/2026"),
        ("30/12-02/01/2026", "30/12/2025", "02/01/2026"),
    ],
)
def test_a_day_or_a_span_is_read_as_it_is_written(
    text: str, first: str, last: str
) -> None:
    found = read(text)
    assert found.first == day(first)
    assert found.last == (day(last) if last else None)
    assert (found.reason, found.doubt) == ("", "")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("5-8", "05/08/2026", ""),
        ("5/8", "05/08/2026", ""),
        ("5 tháng 8", "05/08/2026", ""),
        ("sáng 13/8", "13/08/2026", ""),
        ("05-07/8", "05/08/2026", "07/08/2026"),
        ("05/08-07/08", "05/08/2026", "07/08/2026"),
    ],
)
def test_a_year_nobody_wrote_is_doubtful(text: str, first: str, last: str) -> None:
    found = read(text)
    assert found.first == day(first)
    assert found.last == (day(last) if last else None)
    assert (found.reason, found.doubt) == ("", "year_assumed")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("tháng 8/2026", "01/08/2026", "31/08/2026"),
        ("8/2026", "01/08/2026", "31/08/2026"),
        ("T2/2024", "01/02/2024", "29/02/2024"),
        ("tháng 2", "01/02/2026", "28/02/2026"),
        ("Quý III/2024", "01/07/2024", "30/09/2024"),
        ("quý 1 năm 2024", "01/01/2024", "31/03/2024"),
        ("quý IV", "01/10/2026", "31/12/2026"),
    ],
)
def test_a_month_or_quarter_is_all_of_its_days_and_doubtful(
    text: str, first: str, last: str
) -> None:
    found = read(text)
    assert (found.first, found.last) == (day(first), day(last))
    assert found.doubt == "whole_month"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "blank"),
        ("  ", "blank"),
        ("31/02/2026", "no_such_day"),
        ("29/02/1900", "no_such_day"),
        ("5/13/2026", "no_such_day"),
        ("01/01/0020", "year"),
        ("hè 2026", "not_date"),
        ("2026", "not_date"),
        ("13/2026", "not_date"),
        ("7/8-5/8/2026", "not_date"),
        ("45500", "not_date"),
    ],
)
def test_what_is_no_day_says_why(text: str, reason: str) -> None:
    assert read(text).reason == reason
    assert read(text).first is None


@pytest.mark.parametrize(
    ("text", "ways", "proves"),
    [
        ("05/08/2026", (DMY, MDY), ""),
        ("5-8", (DMY, MDY), ""),
        ("05.08.2026", (), ""),
        ("08/08/2026", (), ""),
        ("13/08/2026", (), DMY),
        ("08/13/2026", (), MDY),
        ("31/02/2026", (), DMY),
        ("5-7/8/2026", (), ""),
        ("ngày 5 tháng 8 năm 2026", (), ""),
    ],
)
def test_a_text_tells_what_it_leaves_open_and_what_it_proves(
    text: str, ways: tuple[str, ...], proves: str
) -> None:
    found = read(text)
    assert (found.ways, found.proves) == (ways, proves)


def test_months_come_first_only_where_somebody_said_so() -> None:
    assert read("05/08/2026", MDY).first == day("08/05/2026")
    assert read("08/13/2026 10:30", MDY).first == day("13/08/2026")
    assert read("05/08/2026", DMY).first == day("05/08/2026")


@pytest.mark.parametrize(
    ("text", "first"),
    [("45500", "27/07/2024"), ("45500.75", "27/07/2024"), ("5082026", "05/08/2026")],
)
def test_a_number_where_a_day_was_meant_is_one(text: str, first: str) -> None:
    assert read_serial(text, today=TODAY).first == day(first)


@pytest.mark.parametrize("text", ["2024", "1", "12", "999999", "-45500", "abc"])
def test_other_numbers_are_no_days(text: str) -> None:
    assert read_serial(text, today=TODAY).first is None


@given(st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_printed_is_read_as_itself(one: dt.date) -> None:
    assert read(format_date(one)).first == one


@given(st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31)))
def test_exchanging_twice_gives_the_day_again(one: dt.date) -> None:
    other = swapped(one)
    assert (other is None) == (one.day > 12)
    if other is not None:
        assert swapped(other) == one


@given(st.text(max_size=40))
def test_no_text_is_too_odd_to_be_judged(text: str) -> None:
    found = read(text)
    assert (found.first is None) == bool(found.reason)
    if found.first and found.last:
        assert found.first <= found.last
