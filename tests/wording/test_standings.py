"""How far a period has come is told with its days, its paper and its report."""

import datetime as dt
from dataclasses import replace

from desktop.records.period import PeriodState
from desktop.rules import period_states
from desktop.rules.calendar import parse_period
from desktop.wording.standings import (
    change_line,
    left_lines,
    standing_line,
    standing_name,
    still_locked_line,
)
from tests.builders import NOW

DAY = f"{NOW:%d/%m/%Y}"
ENTERING = period_states.entering(parse_period("2024@14/11"), NOW)


def test_a_period_is_told_with_its_days_and_report() -> None:
    signed = replace(ENTERING, state=PeriodState.SIGNED)
    assert standing_name(signed) == "Năm 2024 (số liệu đến ngày 14/11/2024)"
    assert standing_line(signed, "15") == (
        "Năm 2024 (số liệu đến ngày 14/11/2024) (01/01/2024 - 14/11/2024): đã ký từ "
        f"ngày {DAY}, báo cáo số 15."
    )
    received = replace(ENTERING, state=PeriodState.RECEIVED, reason="Biên nhận số 12")
    assert standing_line(received).endswith("(Biên nhận số 12).")


def test_a_change_is_told_with_who_and_why() -> None:
    at = dt.datetime(2024, 11, 20, 9, 0, tzinfo=dt.UTC)
    assert change_line(PeriodState.CLOSED, at, "", "") == "20/11/2024: đã chốt."
    assert change_line(PeriodState.ENTERING, at, "Y Hà", "Xã gửi muộn") == (
        "20/11/2024, Y Hà: mở lại, lý do: Xã gửi muộn."
    )


def test_a_wider_lock_is_named() -> None:
    assert "vẫn khóa" in still_locked_line(ENTERING)
    assert still_locked_line(ENTERING).startswith("Lưu ý: Năm 2024")


def test_what_a_restored_backup_does_not_know_of_is_told() -> None:
    closed = replace(ENTERING, state=PeriodState.CLOSED)
    first, second = left_lines((closed,), (("15", NOW), ("", NOW)))
    assert first.startswith("▲ Năm 2024")
    assert "chốt lại kỳ" in first
    assert f"báo cáo: số 15, ban hành ngày {DAY}." in second
    assert left_lines((), ()) == ()
