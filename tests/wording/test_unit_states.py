"""Words for how a unit stands, and for how it was asked."""

import datetime as dt

import pytest

from desktop.operations.units.log_call import WAYS
from desktop.rules.unit_states import Rate, Standing
from desktop.wording import unit_states
from tests.operations.reported import a_call


@pytest.mark.parametrize("far", list(Standing))
def test_every_standing_has_a_sign_and_a_word(far: Standing) -> None:
    said = unit_states.standing(far)
    assert said[0] in "✓▲–"
    assert said[2:3].isupper()


def test_lateness_and_days_left_are_told_with_what_is_owed() -> None:
    say = unit_states.standing
    assert say(Standing.FAULTY, 3) == "▲ Đã trả lại, 3 chỗ phải sửa"
    assert say(Standing.NOT_YET, 0, 26, left=-26) == "▲ Chưa báo cáo – quá 26 ngày"
    assert say(Standing.NOT_YET, left=5) == "– Chưa báo cáo – còn 5 ngày"
    assert say(Standing.ACCEPTED, in_time=False) == "✓ Đã nhận, trễ hạn"
    assert say(Standing.ACCEPTED, in_time=True) == "✓ Đã nhận"


def test_every_way_of_asking_has_its_words() -> None:
    assert all(unit_states.way(one) != one for one in WAYS)


def test_a_call_is_told_by_the_day_of_the_office() -> None:
    zone = dt.timezone(dt.timedelta(hours=7))
    said = unit_states.call(a_call(), zone)
    assert said == "02/12/2024 gọi điện: hẹn gửi trong tuần"
    assert unit_states.call(a_call(note=""), zone) == "02/12/2024 gọi điện"
    assert unit_states.call(None) == "–"


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 0, "–"), (0, 3, "0%"), (1, 3, "33%"), (2, 3, "67%"), (1, 8, "13%")],
)
def test_shares_are_rounded_half_up(part: int, whole: int, said: str) -> None:
    assert unit_states.percent(part, whole) == said


def test_rates_tell_both_numbers() -> None:
    rate = Rate(owed=34, reported=33, in_time=17, dated=30)
    assert unit_states.rate(rate) == "33/34 (97%)"
    assert unit_states.rate_in_time(rate) == "17/34 (50%)"
    assert unit_states.rate(None) == unit_states.rate_in_time(Rate()) == "–"
