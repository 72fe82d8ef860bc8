"""The words of each column of the list of units."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.gui.pages.collect.units import units_list
from desktop.operations.units.unit_states import UnitState, UnitStates
from desktop.records.agency import Agency
from desktop.records.exchange import Contact
from desktop.records.identity import AgencyId
from desktop.records.returns import ReturnState
from desktop.rules.calendar import parse_period
from desktop.rules.unit_states import Standing
from tests.operations.reported import a_call, a_form, a_return

DUE = dt.date(2024, 11, 24)
ONE = UnitState(
    agency=Agency(id=AgencyId("a"), name="Xã A"), standing=Standing.NOT_YET, due=DUE
)


@pytest.mark.parametrize(
    ("unit", "said", "colour"),
    [
        (replace(ONE, left=-2), "▲ Chưa báo cáo – quá 2 ngày", "bad"),
        (replace(ONE, left=3), "– Chưa báo cáo – còn 3 ngày", ""),
        (replace(ONE, standing=Standing.ENTERED, left=-2), "✓ Đã nhập tại đây", "good"),
        (
            replace(ONE, standing=Standing.ACCEPTED, came=dt.date(2024, 12, 1)),
            "✓ Đã nhận, trễ hạn",
            "warn",
        ),
        (
            replace(
                ONE,
                standing=Standing.FAULTY,
                left=1,
                ret=a_return(state=ReturnState.RETURNED, faults=3),
            ),
            "▲ Đã trả lại, 3 chỗ phải sửa – còn 1 ngày",
            "bad",
        ),
    ],
)
def test_a_state_has_its_words_and_a_colour_that_repeats_them(
    unit: UnitState, said: str, colour: str
) -> None:
    assert units_list.state(unit) == said
    assert units_list.colour(unit) == colour


def test_what_is_not_known_is_a_dash_or_said_so() -> None:
    assert units_list.came(ONE) == units_list.line(ONE) == "–"
    assert units_list.last_call(ONE) == "–"
    assert units_list.facts(ONE) == (
        "Kế hoạch riêng: chưa có",
        "Chưa làm biểu cho kỳ này",
        "Chưa liên hệ lần nào",
    )


def test_everything_known_is_told() -> None:
    contact = Contact(id=AgencyId("a"), line="0260 1", mailbox="a@x.vn")
    known = replace(ONE, form=a_form(), contact=contact, call=a_call())
    told = units_list.tip(known)
    assert told.startswith("Xã A\n– Chưa báo cáo")
    assert "Biểu đã làm: bieu.xlsx, bản 1, 01/11/2024" in told
    assert "Hộp thư: a@x.vn" in told
    assert "gọi điện: hẹn gửi trong tuần" in told


def test_the_sentence_tells_the_day_who_owes_and_who_is_late() -> None:
    period = parse_period("2024")
    late, done = replace(ONE, left=-1), replace(ONE, standing=Standing.ACCEPTED)
    states = UnitStates(period=period, units=(late, done), due=DUE, left=-1)
    said = "Hạn báo cáo 24/11/2024 đã qua; 1 trên 2 đơn vị chưa có số liệu."
    assert units_list.sentence(states) == said
    half = replace(late, standing=Standing.PART)
    told = units_list.sentence(replace(states, units=(half, done)))
    assert told.endswith("; 1 trên 2 đơn vị chưa đủ số liệu.")
    ahead = UnitStates(
        period=period, units=(done,), due=DUE, left=2, working_day=dt.date(2024, 11, 22)
    )
    told = units_list.sentence(ahead)
    assert told.startswith("Còn 2 ngày đến hạn 24/11/2024 (")
    assert "22/11" in told, "the last working day before it"
    undated = UnitStates(period=period, units=(done,), due=None)
    assert units_list.sentence(undated) == "Cả 1 đơn vị đã có số liệu."
