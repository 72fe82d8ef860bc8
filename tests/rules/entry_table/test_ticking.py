"""Ticks change fates as inspecting anew would, and nothing else."""

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from desktop.operations.entries.inspect_entries import inspect_entries
from desktop.operations.entries.read_entry_table import read_entry_paste
from desktop.records.figure import Source
from desktop.records.register import Register
from desktop.rules.entry_table.fates import (
    CellFate,
    Choices,
    Fate,
    Preview,
    RowFate,
)
from desktop.rules.entry_table.ticking import only_ticks, ticked
from desktop.store.store import Store
from tests import builders

CELL = CellFate(column=0, field="title", found="x", text="x", shown="x")
KEPT = builders.an_activity(id="kept")
REGISTER = Register(
    code="training", name="Tập huấn", one="lớp", source=Source.ACTIVITY, fields=()
)


def a_row(number: int, fate: Fate, **changes: Any) -> RowFate:
    values: dict[str, Any] = {"number": number, "fate": fate, "cells": (CELL,)}
    return RowFate(**(values | changes))


SHOWN = Preview(
    register=REGISTER,
    sheet="",
    sheets=("",),
    heading_row=1,
    columns=(),
    rows=(
        a_row(2, Fate.ADD, twins=("#3",)),
        a_row(3, Fate.CHANGE, before=KEPT),
        a_row(4, Fate.SAME, before=KEPT),
        a_row(5, Fate.REFUSED),
        a_row(6, Fate.LEFT_OUT, cells=()),
    ),
)


def fates(shown: Preview) -> list[Fate]:
    return [row.fate for row in shown.rows]


def test_rows_are_taken_out_and_come_in_again_as_they_were() -> None:
    out = ticked(SHOWN, Choices(left_out=frozenset({2, 3, 4, 5, 6})))
    assert fates(out) == [
        Fate.LEFT_OUT,
        Fate.LEFT_OUT,
        Fate.SAME,
        Fate.REFUSED,
        Fate.LEFT_OUT,
    ]
    assert ticked(out, Choices(overwrite=None)) == SHOWN


def test_changes_may_be_kept_out_one_by_one() -> None:
    out = ticked(SHOWN, Choices())
    assert fates(out)[:2] == [Fate.ADD, Fate.KEPT]
    assert ticked(out, Choices(overwrite=frozenset({3}))) == SHOWN


def test_only_wishes_for_rows_are_ticks() -> None:
    before = Choices(sheet="T1")
    assert only_ticks(before, replace(before, left_out=frozenset({2})))
    assert only_ticks(before, replace(before, overwrite=None))
    assert not only_ticks(before, replace(before, readings={1: "dmy"}))
    assert not only_ticks(before, Choices(left_out=frozenset({2})))


def test_a_tick_gives_what_inspecting_anew_gives(store: Store) -> None:
    first = dt.date(2024, 2, 13)
    lines = [
        f"Lớp {n}\t{first + dt.timedelta(days=9 * n):%d/%m/%Y}\tThôn {n}\t{30 + n}"
        for n in range(6)
    ]
    heads = (
        "Tên lớp\tTừ ngày\tĐịa điểm\tSố lượt người\tNội dung bồi dưỡng\t"
        "Trụ cột nội dung"
    )
    ends = "\tTập huấn kỹ năng\tPhổ biến, giáo dục kiến thức"
    table = "\n".join((heads, *(line + ends for line in lines), "Tổng cộng\t\t\t205"))
    source = read_entry_paste("", table).value
    shown = inspect_entries(store, source, "training").value
    assert shown.counts[Fate.ADD] == 6

    @given(st.frozensets(st.integers(min_value=1, max_value=9)))
    def holds(left_out: frozenset[int]) -> None:
        choices = Choices(left_out=left_out)
        anew = inspect_entries(store, source, "training", choices).value
        told = [(one.number, one.fate, one.record) for one in anew.rows]
        now = ticked(shown, choices)
        assert [(one.number, one.fate, one.record) for one in now.rows] == told

    holds()
