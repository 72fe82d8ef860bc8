"""The reminder that is pasted into a message."""

import datetime as dt

import pytest

from desktop.gui.pages.collect.units.reminder import reminder
from desktop.operations.units.unit_states import UnitState
from desktop.records.agency import Agency
from desktop.records.plan import Plan
from desktop.rules.unit_states import Standing

PLAN = Plan(
    id="p",  # type: ignore[arg-type]
    document_type="KẾ HOẠCH",
    title="Triển khai Đề án truyền thông",
    issuer="u",  # type: ignore[arg-type]
    territory="huyện",
    first_day=dt.date(2023, 1, 1),
    last_day=dt.date(2028, 12, 31),
)


def unit(name: str, entries: int = 0) -> UnitState:
    agency = Agency(id=name, name=name)  # type: ignore[arg-type]
    far = Standing.ENTERED if entries else Standing.NOT_YET
    return UnitState(agency=agency, entries=entries, standing=far)


def text(*units: UnitState, due: dt.date | None = dt.date(2024, 11, 24)) -> str:
    return reminder(units, PLAN, "năm 2024", "Phòng VHTT", due)


def test_one_unit_is_addressed_by_name() -> None:
    said = text(unit("Xã Đăk Mar"))
    assert said.startswith("Kính gửi: Xã Đăk Mar.\n")
    assert "Kế hoạch triển khai Đề án truyền thông" in said
    assert "báo cáo năm 2024 về Phòng VHTT, chậm nhất ngày 24/11/2024." in said
    assert "chưa nhận được số liệu của đơn vị" in said


def test_several_units_are_listed_and_the_late_ones_named() -> None:
    said = text(unit("A"), unit("B", 3), unit("C"))
    assert "- A;\n- B;\n- C.\n" in said
    assert "chưa nhận được số liệu của: A; C." in said


@pytest.mark.parametrize("units", [(unit("A", 1),), (unit("A", 1), unit("B", 2))])
def test_who_has_reported_is_not_called_late(units: tuple[UnitState, ...]) -> None:
    assert "chưa nhận được" not in text(*units)


def test_a_day_nobody_knows_is_not_invented() -> None:
    assert "chậm nhất" not in text(unit("A"), due=None)
