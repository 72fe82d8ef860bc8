"""Small tables in one cell read as they are written."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.activity import AudienceCount, Spending, StaffCount
from desktop.records.identity import Code
from desktop.rules.entry_table.counts import ReadNumber, read_number
from desktop.rules.entry_table.lines import (
    ReadLines,
    read_lines,
    total,
    write_lines,
)
from tests.rules.entry_table.sheets import a_context, a_field

NAMES, WORDS = a_context().names, a_context().words


def count(text: str) -> ReadNumber:
    return read_number(text, WORDS, whole=True)


def read(name: str, text: str, **settled: str) -> ReadLines:
    return read_lines(a_field(name), text, NAMES, WORDS, count, settled)


def written(name: str, *rows: Any) -> str:
    return write_lines(a_field(name), rows, NAMES, WORDS)


def test_audiences_are_read_by_name_on_one_line_or_several() -> None:
    wanted = (
        AudienceCount(audience=Code("women"), attendance=20),
        AudienceCount(audience=Code("youth"), attendance=1500),
    )
    assert read("audiences", "Phụ nữ: 20; Thanh niên: 1.500").lines == wanted
    assert read("audiences", "phu nu: 20\nthanh nien: 1500 người").lines == wanted


def test_names_with_commas_stay_whole() -> None:
    found = read("audiences", "Cán bộ, công chức, viên chức: 12")
    assert found.lines == (AudienceCount(audience=Code("officials"), attendance=12),)


def test_staff_tell_their_level_and_their_firsts() -> None:
    text = "Cán bộ chủ chốt đoàn thể [Cấp xã]: 30 "
    text += "(lần đầu cập nhật 10; 5 tập huấn lần đầu)"
    assert read("staff", text).lines == (
        StaffCount(
            group=Code("G4"),
            tier="commune",
            people=30,
            first_updated=10,
            first_trained=5,
        ),
    )


def test_money_tells_what_was_planned() -> None:
    text = "Chi thường xuyên: 4.500.000 (dự kiến 5 triệu)"
    assert read("spending", text).lines == (
        Spending(source=Code("regular"), planned=5_000_000, spent=4_500_000),
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("audiences", "Phụ nữ 20"),
        ("audiences", "Phụ nữ: hai mươi"),
        ("audiences", "Phụ nữ: 20 (gì đó 5)"),
        ("audiences", "40"),
        ("spending", "Chi thường xuyên: nhiều"),
    ],
)
def test_what_is_no_line_is_quoted(name: str, text: str) -> None:
    found = read(name, text)
    assert found.wrong == (text,)
    assert found.lines == ()


def test_a_name_nobody_has_is_told_with_its_list() -> None:
    assert read("audiences", "Người sao Hỏa: 1").unknown == (
        ("audience", "Người sao Hỏa"),
    )
    assert read("staff", "Cán bộ chủ chốt đoàn thể [Sao]: 1").unknown == (
        ("@tier", "Sao"),
    )
    told = read("audiences", "Nhóm lạ: 3", **{"nhom la": "women"})
    assert told.lines == (AudienceCount(audience=Code("women"), attendance=3),)


AUDIENCES = st.lists(
    st.builds(
        AudienceCount,
        audience=st.sampled_from([Code(one) for one in NAMES.values("audience")]),
        attendance=st.integers(0, 10**9),
    ),
    min_size=1,
    unique_by=lambda one: one.audience,
)
COUNTS = st.integers(0, 10**6)
STAFF = st.lists(
    st.builds(
        StaffCount,
        group=st.sampled_from([Code(one) for one in NAMES.values("staff_group")]),
        tier=st.sampled_from(["", *NAMES.values("@tier")]),
        people=COUNTS,
        first_updated=COUNTS,
        first_trained=COUNTS,
        first_complete=COUNTS,
        first_equipped=COUNTS,
        document_sets=COUNTS,
    ),
    min_size=1,
)
SPENDING = st.lists(
    st.builds(
        Spending,
        source=st.sampled_from([Code(one) for one in NAMES.values("funding_source")]),
        planned=st.integers(0, 10**12),
        spent=st.integers(0, 10**12),
    ),
    min_size=1,
)


@given(st.tuples(AUDIENCES, STAFF, SPENDING))
def test_whatever_is_written_is_read_again(tables: tuple[list[Any], ...]) -> None:
    for name, rows in zip(("audiences", "staff", "spending"), tables, strict=True):
        found = read(name, written(name, *rows))
        assert found.lines == tuple(rows)
        assert (found.unknown, found.wrong) == ((), ())


def test_the_sum_is_of_what_the_table_counts() -> None:
    women = AudienceCount(audience=Code("women"), attendance=2)
    youth = AudienceCount(audience=Code("youth"), attendance=3)
    assert total(a_field("audiences"), (women, youth)) == 5
