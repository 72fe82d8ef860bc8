"""New rows that may be an event told of elsewhere are marked."""

import datetime as dt
from dataclasses import replace
from typing import Any

from desktop.records.activity import ActivityState
from desktop.rules.entry_table.fates import RowFate
from tests import builders
from tests.rules.entry_table.sheets import OWN, UNIT, an_against, looked_at

HEADS = ("Tên lớp", "Ngày tổ chức", "Địa điểm", "Đơn vị thực hiện")
TITLE = "Tập huấn quyền con người cho cán bộ thôn"
DAY = dt.date(2024, 6, 13)
KEPT = builders.an_activity(
    id="kept",
    title="Lớp tập huấn về quyền con người cho cán bộ thôn",
    first_day=DAY,
    last_day=DAY,
    place="Nhà văn hóa",
    form=None,
    agency=UNIT,
)


def rows(*given: tuple[str, ...], kept: Any = KEPT) -> tuple[RowFate, ...]:
    return looked_at(HEADS, *given, against=an_against(kept=(kept,))).rows


def test_a_new_row_like_a_kept_entry_of_another_unit_is_marked() -> None:
    (one,) = rows((TITLE, "13/6/2024", "Nhà văn hóa", "Phòng VHTT"))
    assert one.record.agency == OWN
    assert one.twins == ("kept",)


def test_two_rows_alike_are_marked_with_each_other() -> None:
    first, other = rows(
        (TITLE, "20/6/2024", "Hội trường", "Phòng VHTT"),
        (f"{TITLE}.", "21/6/2024", "Hội trường", "xã Đăk Mar"),
    )
    assert (first.twins, other.twins) == (("#3",), ("#2",))


def test_rows_of_other_things_days_or_states_are_not() -> None:
    assert rows((TITLE, "25/6/2024", "Nhà văn hóa", "Phòng VHTT"))[0].twins == ()
    assert rows(("Hội nghị giao ban", "13/6/2024", "Nhà văn hóa", ""))[0].twins == ()
    gone = replace(KEPT, state=ActivityState.CANCELLED)
    told = rows((TITLE, "13/6/2024", "Nhà văn hóa", "Phòng VHTT"), kept=gone)
    assert told[0].twins == ()


def test_a_row_that_is_the_kept_entry_has_no_twin_in_it() -> None:
    (one,) = rows((KEPT.title, "13/6/2024", "Nhà văn hóa", "xã Đăk Mar"))
    assert one.before == KEPT
    assert one.twins == ()
