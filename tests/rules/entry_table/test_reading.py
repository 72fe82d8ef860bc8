"""One text is read as the value of one field."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.records.activity import ActivityState, AudienceCount, Spending
from desktop.records.register import Field
from desktop.rules.entry_table.reading import Context, Reading, read_value
from tests.rules.entry_table.sheets import OWN, PLAN, UNIT, a_context, a_field

DAY = dt.date(2024, 8, 5)


def read(name: str | Field, text: str, **said: Any) -> Reading:
    one = a_field(name) if isinstance(name, str) else name
    context: Context = said.pop("context", a_context())
    return read_value(one, text, context, **said)


def codes(found: Reading) -> list[str]:
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("title", "  Tập  huấn\nA ", "Tập huấn A"),
        ("note", "một\r\nhai", "một\nhai"),
        ("first_day", "5/8/2024", DAY),
        ("first_day", "5-8", DAY),
        ("attendance", "1.500", 1500),
        ("digital", "x", True),
        ("digital", "Có", True),
        ("digital", "co", True),
        ("digital", "Trên nền tảng số", True),
        ("digital", "Không", False),
        ("digital", "", False),
        ("state", "đã thực hiện", ActivityState.DONE),
        ("state", "Hoãn", ActivityState.CANCELLED),
        ("state", "planned", ActivityState.PLANNED),
        ("agency", "Phòng VHTT", OWN),
        ("agency", "ubnd xa dak mar", UNIT),
        ("agency", str(UNIT), UNIT),
        ("organiser_tier", "xã", "commune"),
        ("organiser_tier", "Cấp xã", "commune"),
        ("pillar", "knowledge", "knowledge"),
        ("pillar", "PHỔ BIẾN, GIÁO DỤC KIẾN THỨC", "knowledge"),
        ("languages", "Tiếng Việt, Xơ Đăng", ("vietnamese", "xo_dang")),
        ("languages", "tieng viet; xo dang", ("vietnamese", "xo_dang")),
        ("languages", "- Tiếng Việt\n- Xơ Đăng", ("vietnamese", "xo_dang")),
        ("tasks", "2.2", (f"{PLAN}/2.2",)),
        ("tasks", "Nhiệm vụ 1.1 và 3.1", (f"{PLAN}/1.1", f"{PLAN}/3.1")),
        ("tasks", "1.1 Tổ chức quán triệt", (f"{PLAN}/1.1",)),
        ("partners", "UBND xã Đăk Mar và Phòng VHTT", (UNIT, OWN)),
        ("partners", "các cơ quan liên quan", None),
    ],
)
def test_a_text_is_read_as_people_write_it(name: str, text: str, value: object) -> None:
    found = read(name, text)
    assert found.value == value
    assert found.good


@pytest.mark.parametrize("text", ["", "  ", "-", "–", "…", "Không có"])
def test_a_cell_that_says_nothing_is_blank(text: str) -> None:
    assert read("attendance", text).blank
    assert read("attendance", text).value is None


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("first_day", "31/02/2024", "date_no_such_day"),
        ("first_day", "hôm nọ", "date_not_date"),
        ("first_day", "01/01/0020", "date_year"),
        ("attendance", "mười", "number_not_number"),
        ("attendance", "12,5", "number_fraction"),
        ("digital", "chắc là có", "flag_unread"),
        ("agency", "Hội Chữ thập xanh", "word_unknown"),
        ("tasks", "9.9", "word_unknown"),
        ("state", "lửng lơ", "word_unknown"),
        ("audiences", "hai mươi phụ nữ", "line_unread"),
        ("audiences", "Người sao Hỏa: 20", "word_unknown"),
    ],
)
def test_what_cannot_be_read_says_why_and_stops_its_row(
    name: str, text: str, code: str
) -> None:
    found = read(name, text)
    assert codes(found)[0] == code
    assert not found.good
    assert found.problems[0].field == name


def test_a_name_nobody_has_comes_with_what_it_may_mean() -> None:
    found = read("agency", "UBND xa Dak Marr")
    assert found.unknown[0][0] == "UBND xa Dak Marr"
    assert found.unknown[0][1][0] == UNIT
    assert found.problems[0].facts[1] == "Ủy ban nhân dân xã Đăk Mar"


def test_a_group_of_agencies_is_all_of_them_but_never_one() -> None:
    many = read("partners", "UBND các xã, thị trấn")
    assert UNIT in many.value
    assert codes(read("agency", "UBND các xã, thị trấn")) == ["word_unknown"]


def test_a_word_somebody_was_asked_about_is_what_they_said() -> None:
    told = {("agency", "doi van nghe"): str(UNIT), ("partners", "ai do"): ""}
    context = replace(a_context(), settled=told)
    assert read("agency", "Đội văn nghệ", context=context).value == UNIT
    several = read("partners", "Phòng VHTT; ai đó", context=context)
    assert several.value == (OWN,)
    assert several.good


def test_a_span_gives_its_last_day_too() -> None:
    found = read("first_day", "5-7/8/2024")
    assert (found.value, found.until) == (DAY, dt.date(2024, 8, 7))


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("05/08/2024", "day", DAY),
        ("05/08/2024 08:30", "moment", DAY),
        ("45509", "number", DAY),
    ],
)
def test_a_cell_of_a_file_is_read_by_its_kind(
    text: str, kind: str, value: dt.date
) -> None:
    assert read("first_day", text, kind=kind).value == value


def test_a_day_of_a_file_can_be_exchanged() -> None:
    found = read("first_day", "05/08/2024", kind="day", reading="mdy")
    assert found.value == dt.date(2024, 5, 8)
    lost = read("first_day", "13/08/2024", kind="day", reading="mdy")
    assert codes(lost) == ["date_no_such_day"]


def test_a_moment_needs_its_time() -> None:
    one = a_field("held_at", "press_information")
    found = read(one, "05/08/2024 8h30").value
    assert found == dt.datetime(2024, 8, 5, 8, 30)  # noqa: DTZ001  the office's own
    assert codes(read(one, "05/08/2024")) == ["moment_not_moment"]


def test_a_year_is_never_grouped() -> None:
    one = a_field("year", "budget")
    assert read(one, "Năm 2024").value == 2024
    assert read(one, "2024", kind="number").value == 2024
    assert codes(read(one, "2.024")) == ["number_not_number"]


def test_money_alone_is_of_the_usual_source_and_says_so() -> None:
    found = read("spending", "25,5", factor=Decimal(1_000_000))
    assert found.value == (Spending(source="regular", spent=25_500_000),)  # type: ignore[arg-type]
    assert codes(found) == ["source_assumed"]
    assert found.good


def test_a_small_table_is_read_from_one_cell() -> None:
    found = read("audiences", "Phụ nữ: 20; Thanh niên: 1.500")
    assert found.value == (
        AudienceCount(audience="women", attendance=20),  # type: ignore[arg-type]
        AudienceCount(audience="youth", attendance=1500),  # type: ignore[arg-type]
    )


def test_a_doubtful_number_tells_its_readings() -> None:
    one = a_field("value", "estimate")
    assert read(one, "1,500").ways == ("grouped", "decimal")
    assert read(one, "1,500", reading="decimal").value == Decimal("1.5")
