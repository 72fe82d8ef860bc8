"""The text of a cell and the value of its field."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.register import Field, FieldType
from desktop.rules.cell_text import Around, Choice, read_text, write_text
from desktop.rules.vietnamese import normalise
from tests.data.naughty import NAUGHTY


@dataclass(frozen=True)
class Thing:
    value: str
    text: str
    short: str = ""
    found_by: tuple[str, ...] = ()
    retired: bool = False


THINGS = (
    Thing("a", "Phòng Văn hóa, Thông tin", "P.VHTT", ("VHTT",)),
    Thing("b", "UBND xã Đăk Hà", "Đăk Hà"),
    Thing("c", "UBND xã Đắk Hà", "Đắk Hà"),
    Thing("d", "Ban; hỗn hợp"),
    Thing("e", "Đoàn thanh niên"),
    Thing("f", "Đoàn thanh niên", retired=True),
    Thing("g", "Hội nông dân"),
    Thing("h", "Hội nông dân"),
    Thing("t1", "2.2 Tập huấn cán bộ", "2.2"),
    Thing("t2", "2.10 Tập huấn khác", "2.10"),
)


def offered(_field: Field) -> Sequence[Choice]:
    return THINGS


AROUND = Around(choices=offered, today=dt.date(2024, 12, 20), year=2024)


def field(kind: FieldType, name: str = "x") -> Field:
    return Field(name=name, type=kind, label="X")


def code_of(kind: FieldType, text: str) -> str:
    problem = read_text(field(kind), text, AROUND).problem
    return "" if problem is None else problem.code


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (FieldType.DATE, "5/8", dt.date(2024, 8, 5)),
        (FieldType.DATE, "０５/08/2024", dt.date(2024, 8, 5)),
        (FieldType.DATE, "hôm nay", dt.date(2024, 12, 20)),
        (FieldType.DATETIME, "05/08/2024 8h30", dt.datetime(2024, 8, 5, 8, 30)),  # noqa: DTZ001
        (FieldType.DATETIME, "08:30, 05/08/2024", dt.datetime(2024, 8, 5, 8, 30)),  # noqa: DTZ001
        (FieldType.INTEGER, "1.500", 1500),
        (FieldType.INTEGER, "１２\u00a0345", 12345),
        (FieldType.INTEGER, "'007", 7),
        (FieldType.MONEY, "1.500.000 đ", 1_500_000),
        (FieldType.DECIMAL, "1,5", Decimal("1.5")),
        (FieldType.FLAG, "x", True),
        (FieldType.FLAG, "Có", True),
        (FieldType.FLAG, "không", False),
        (FieldType.FLAG, "", False),
        (FieldType.INTEGER, " ", None),
        (FieldType.CHOICE, "p.vhtt", "a"),
        (FieldType.CHOICE, "vhtt", "a"),
        (FieldType.AGENCY, "đăk hà", "b"),
        (FieldType.AGENCY, "ĐẮK HÀ", "c"),
        (FieldType.CHOICE, "doan thanh nien", "e"),
        (FieldType.TASKS, "2.10", ("t2",)),
        (FieldType.TASKS, "2.2, 2.10", ("t1", "t2")),
        (FieldType.AGENCIES, "Phòng Văn hóa, Thông tin; Đăk Hà", ("a", "b")),
        (FieldType.AGENCIES, "Phòng văn hoá, thông tin", ("a",)),
        (FieldType.AGENCIES, "Ban; hỗn hợp", ("d",)),
        (FieldType.TASKS, "", ()),
        (FieldType.LONG_TEXT, " a\r\nb ", "a\nb"),
    ],
)
def test_people_are_understood(kind: FieldType, text: str, value: object) -> None:
    read = read_text(field(kind), text, AROUND)
    assert read.problem is None
    assert read.value == value


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (FieldType.INTEGER, "mười hai", "number_not_number"),
        (FieldType.INTEGER, "1,5", "number_fraction"),
        (FieldType.MONEY, "1.50.0", "number_grouping"),
        (FieldType.DATE, "31/2/2024", "date_no_such_day"),
        (FieldType.DATE, "mai mốt", "date_not_date"),
        (FieldType.DATETIME, "5/8/2024", "moment_not_moment"),
        (FieldType.FLAG, "có lẽ", "not_flag"),
        (FieldType.CHOICE, "Hội phụ nữ", "not_in_list"),
        (FieldType.CHOICE, "hoi nong dan", "names_several"),
        (FieldType.AGENCY, "dak ha", "names_several"),
        (FieldType.TASKS, "2.2; 9.9", "not_in_list"),
        (FieldType.STAFF, "12", "cell_table"),
    ],
)
def test_what_is_not_understood_has_its_reason(
    kind: FieldType, text: str, code: str
) -> None:
    assert code_of(kind, text) == code


def test_a_part_of_a_name_will_do_only_while_typing() -> None:
    agency = field(FieldType.AGENCY)
    assert read_text(agency, "thông tin", AROUND, parts=True).value == "a"
    assert code_of(FieldType.AGENCY, "thông tin") == "not_in_list"
    assert read_text(agency, "ubnd", AROUND, parts=True).problem is not None


def test_a_year_is_read_as_it_is_written() -> None:
    year = field(FieldType.INTEGER, "year")
    assert read_text(year, "2024", AROUND).value == 2024
    assert write_text(year, 2024, AROUND) == "2024"
    for text in ("2.024", "24", "xx"):
        found = read_text(year, text, AROUND).problem
        assert found is not None
        assert found.code == "date_year"


VALUES = {
    FieldType.DATE: st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)),
    FieldType.DATETIME: st.datetimes(
        dt.datetime(1900, 1, 1),  # noqa: DTZ001  the office's own time
        dt.datetime(2199, 12, 31),  # noqa: DTZ001
    ).map(lambda one: one.replace(second=0, microsecond=0)),
    FieldType.INTEGER: st.integers(0, 10**15 - 1),
    FieldType.MONEY: st.integers(0, 10**15 - 1),
    FieldType.DECIMAL: st.decimals(-9999, 9999, places=2),
    FieldType.FLAG: st.booleans(),
    FieldType.TEXT: (st.sampled_from(NAUGHTY) | st.text()).map(normalise),
    FieldType.LONG_TEXT: (st.sampled_from(NAUGHTY) | st.text()).map(normalise),
    FieldType.CHOICE: st.sampled_from([one.value for one in THINGS]),
    FieldType.AGENCIES: st.lists(
        st.sampled_from([one.value for one in THINGS]), unique=True
    ).map(tuple),
}


@given(st.data())
@pytest.mark.parametrize("kind", VALUES)
def test_what_is_written_is_read_as_the_same(
    kind: FieldType, data: st.DataObject
) -> None:
    value = data.draw(VALUES[kind])
    read = read_text(field(kind), write_text(field(kind), value, AROUND), AROUND)
    assert read.problem is None
    assert read.value == value
