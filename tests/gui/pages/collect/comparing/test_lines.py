"""Shares, differences and totals of the comparison, in words."""

from dataclasses import replace
from decimal import Decimal

from desktop.gui.pages.collect.comparing.lines import lines, names, said, shared
from desktop.operations.reports.compare_units import UnitComparison, UnitRow
from desktop.records.agency import Agency
from desktop.records.figure import Figure, Source
from desktop.records.identity import AgencyId, Code
from tests.store.samples import SPAN

CODE = Code("direct_events")
FIGURE = Figure(code=CODE, label="Số cuộc", unit="cuộc", source=Source.ACTIVITY)


def a_row(key: str, now: int, before: int = 0, *, missing: bool = False) -> UnitRow:
    return UnitRow(
        agency=Agency(id=AgencyId(key), name=f"Xã {key}"),
        values={CODE: Decimal(now)} if now else {},
        before={CODE: Decimal(before)} if before else {},
        owes=True,
        missing=missing,
    )


def compared(*rows: UnitRow, total: int, before: int = 0) -> UnitComparison:
    return UnitComparison(
        figures=(FIGURE,),
        rows=rows,
        totals={CODE: Decimal(total)},
        totals_before={CODE: Decimal(before)},
        before=SPAN,
    )


def test_a_difference_tells_its_sign_and_its_percent() -> None:
    found = compared(a_row("a", 3, 4), a_row("b", 6, 4), total=9, before=8)
    told = {one.key: (one.before, one.change) for one in lines(found, CODE)}
    assert told == {
        "a": ("4", "-1 (-25%)"),
        "b": ("4", "+2 (+50%)"),
        "": ("8", "+1 (+12,5%)"),
    }


def test_a_missing_unit_has_neither_share_nor_difference() -> None:
    found = compared(a_row("a", 0, 7, missing=True), a_row("b", 5), total=5)
    first = lines(found, CODE)[0]
    assert (first.key, first.share, first.before, first.change) == ("a", "", "7", "")
    assert said(found).startswith("Chưa có số liệu của 1 trên 2 đơn vị")


def test_nobody_missing_is_said() -> None:
    assert said(compared(a_row("a", 1), total=1)).startswith("Đủ số liệu của cả 1")


def test_who_told_of_a_part_of_the_period_is_said_with_its_figures() -> None:
    half = replace(a_row("a", 3), part=True)
    found = compared(half, a_row("b", 5), total=8)
    told = {one.key: (one.state, one.share) for one in lines(found, CODE)}
    assert told["a"] == ("▲ Mới một phần", "37,5%")
    assert said(found) == (
        "Trong 2 đơn vị phải báo cáo, 1 đơn vị mới có số liệu của một phần kỳ."
    )
    missing = compared(half, a_row("b", 0, missing=True), total=3)
    assert said(missing).endswith("Còn 1 đơn vị mới có số liệu của một phần kỳ.")


def test_units_that_add_up_to_more_than_the_total_are_explained() -> None:
    found = compared(a_row("a", 3), a_row("b", 3), total=5)
    assert "hơn tổng 1 cuộc" in shared(found, FIGURE)
    assert shared(compared(a_row("a", 3), total=3), FIGURE) == ""


def test_every_figure_has_a_heading() -> None:
    assert names([FIGURE]) == ("Cuộc phổ biến",)


def test_nobody_at_all_is_no_line() -> None:
    assert lines(compared(total=0), CODE) == ()
