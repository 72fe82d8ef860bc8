"""Numbers, days and texts of a sheet become what one reads in it."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, to_excel

from desktop.files.foreign import values
from desktop.files.foreign.formats import form

DAY = form("dd/mm/yyyy")
MOMENT = form("dd/mm/yyyy hh:mm")


@pytest.mark.parametrize(
    ("raw", "code", "text", "kind"),
    [
        ("12", "General", "12", "number"),
        ("0", "General", "0", "number"),
        ("-3", "General", "-3", "number"),
        ("1500000", "#,##0", "1500000", "number"),
        ("1.1000000000000001", "General", "1.1", "number"),
        ("0.30000000000000004", "General", "0.3", "number"),
        ("1.1", "0.00", "1.10", "number"),
        ("1", "0.00", "1.00", "number"),
        ("1.456", "0.0", "1.456", "number"),
        ("1E+20", "General", "100000000000000000000", "number"),
        ("1.5E-7", "General", "0.00000015", "number"),
        ("7", "000", "007", "number"),
        ("0.155", "0.0%", "15,5%", ""),
        ("1", "0%", "100%", ""),
        ("0.5", "0.00%", "50,00%", ""),
        ("0.12345", "0%", "12,345%", ""),
        ("0.3125", "h:mm", "07:30", ""),
        ("0.29166666666666669", "h:mm", "07:00", ""),
        ("1.5", "[h]:mm", "36:00", ""),
        ("45413", "dd/mm/yyyy", "01/05/2024", "day"),
        ("45413.75", "dd/mm/yyyy", "01/05/2024", "day"),
        ("45413.75", "dd/mm/yyyy hh:mm", "01/05/2024 18:00", "moment"),
        ("45413", "dd/mm/yyyy hh:mm", "01/05/2024", "day"),
        ("45413.3125", "h:mm", "01/05/2024 07:30", "moment"),
        ("1", "dd/mm/yyyy", "01/01/1900", "day"),
        ("59", "dd/mm/yyyy", "28/02/1900", "day"),
        ("60", "dd/mm/yyyy", "29/02/1900", ""),
        ("61", "dd/mm/yyyy", "01/03/1900", "day"),
        ("2958465", "dd/mm/yyyy", "31/12/9999", "day"),
        ("2958466", "dd/mm/yyyy", "2958466", "number"),
        ("-1", "dd/mm/yyyy", "-1", "number"),
    ],
)
def test_a_number_is_what_its_format_shows(
    raw: str, code: str, text: str, kind: str
) -> None:
    assert values.number(raw, form(code), since_1904=False) == (text, kind)


@pytest.mark.parametrize(
    ("raw", "text"),
    [("0", "01/01/1904"), ("43951", "01/05/2024"), ("1462", "02/01/1908")],
)
def test_days_since_1904_are_four_years_later(raw: str, text: str) -> None:
    assert values.number(raw, DAY, since_1904=True) == (text, "day")


@pytest.mark.parametrize("raw", ["x", "nan", "inf", "1,5", "0x10"])
def test_what_is_no_number_is_damage(raw: str) -> None:
    with pytest.raises(ValueError, match=re.escape(raw)):
        values.number(raw, form("General"), since_1904=False)


@given(
    st.datetimes(dt.datetime(1904, 1, 1), dt.datetime(2100, 1, 1)),  # noqa: DTZ001
    st.booleans(),
)
def test_every_moment_comes_back_as_openpyxl_writes_it(
    moment: dt.datetime, since_1904: bool
) -> None:
    moment = moment.replace(second=0, microsecond=0)
    epoch = CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900
    serial = repr(to_excel(moment, epoch))  # type: ignore[no-untyped-call]
    text, _ = values.number(serial, MOMENT, since_1904=since_1904)
    if moment.date() == dt.date(1904, 1, 1) and not since_1904:
        return
    shown = (
        f"{moment:%d/%m/%Y %H:%M}"
        if moment.hour or moment.minute
        else f"{moment:%d/%m/%Y}"
    )
    assert text == shown


@given(
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12)
)
def test_no_digit_that_a_sheet_keeps_is_lost(value: float) -> None:
    text, kind = values.number(repr(value), form("General"), since_1904=False)
    assert kind == "number"
    assert float(text) == pytest.approx(value, rel=1e-14, abs=0)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("2024-05-01", ("01/05/2024", "day")),
        ("2024-05-01T07:30:00", ("01/05/2024 07:30", "moment")),
        ("2024-05-01T07:30:00.000Z", ("01/05/2024 07:30", "moment")),
        ("07:30:00", ("07:30", "")),
        ("T07:30", ("07:30", "")),
    ],
)
def test_days_stored_as_text_are_days(raw: str, told: tuple[str, str]) -> None:
    assert values.iso_day(raw) == told


def test_flags_are_told_as_a_sheet_shows_them() -> None:
    assert values.flag("1") == ("TRUE", "flag")
    assert values.flag("0") == ("FALSE", "flag")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Đăk Hà", "Đăk Hà"),
        ("a_x000D__x000A_b", "a\nb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("_x0041_", "A"),
        ("_x005F_x0041_", "_x0041_"),
        ("a_x0001_b\ufffe\uffff_xD800_c", "abc"),
        ("tab\tstays", "tab\tstays"),
        ("007", "007"),
        ("\u00a0x\u200b", "\u00a0x\u200b"),
    ],
)
def test_texts_lose_only_what_nothing_can_carry(raw: str, text: str) -> None:
    assert values.plain_text(raw) == text


@given(st.text())
def test_any_text_can_be_carried(raw: str) -> None:
    kept = values.carried(raw)
    kept.encode()
    assert values.carried(kept) == kept
    assert all(
        one in "\t\n\r" or (one >= " " and one < "\ufffe") or one > "\uffff"
        for one in kept
    )
