"""Reports are compared by figure: what was counted anew first, then what follows."""

from dataclasses import replace
from decimal import Decimal

from desktop.records.report import (
    Addend,
    Column,
    ColumnType,
    FigureChange,
    FigureKey,
    Report,
    Row,
    RowKind,
    Table,
    Trace,
    Value,
)
from desktop.rules.reports.compare import (
    difference,
    effect,
    figures,
    printed_once,
    with_changes,
)
from tests.files.report_builder import a_report

COLUMNS = (
    Column(key="name", heading=("Đơn vị",)),
    Column(key="events", heading=("Số cuộc", "cuộc"), type=ColumnType.INTEGER),
    Column(key="people", heading=("Lượt người",), type=ColumnType.INTEGER),
    Column(key="share", heading=("Tỷ lệ",), type=ColumnType.PERCENT),
    Column(key="verdict", heading=("Đánh giá",)),
    Column(heading=("Không tên",), type=ColumnType.INTEGER),
)


def a_row(key: str, *values: Value, kind: RowKind = RowKind.DATA) -> Row:
    return Row(key=key, values=(key.upper(), *values, "Đạt", 9), kind=kind)


ROWS = (
    Row(values=("Nhóm", None, None, None, None, None), kind=RowKind.GROUP, key="g"),
    a_row("a", 1, 600, Decimal(10)),
    a_row("b", 11, 400, Decimal(20)),
    a_row("total", 12, 1000, Decimal(15), kind=RowKind.TOTAL),
)


def report(*rows: Row, code: str = "t", **changes: object) -> Report:
    table = Table(code=code, title="Biểu", sheet="Biểu A", columns=COLUMNS, rows=rows)
    return replace(a_report(), blocks=(table,), annexes=(), **changes)  # type: ignore[arg-type]


def key(row: str, column: str, table: str = "t") -> FigureKey:
    return FigureKey(table=table, row=row, column=column)


def told(old: Report, new: Report) -> list[tuple[str, str, Value, Value, bool]]:
    return [
        (one.at.row, one.at.column, one.old, one.new, one.total)
        for one in difference(figures(old), figures(new))
    ]


def test_a_figure_is_known_by_its_place_and_named_by_row_and_column() -> None:
    found = figures(report(*ROWS))
    assert found[key("a", "people")].value == 600
    assert found[key("a", "events")].label == "Biểu A: A; Số cuộc - cuộc"
    assert key("g", "events") not in found
    assert {one.column for one in found} == {"events", "people", "share", "verdict"}


def test_sums_shares_and_verdicts_only_follow() -> None:
    found = figures(report(*ROWS))
    assert not found[key("a", "events")].total
    assert all(
        found[key(*place)].total
        for place in (("total", "events"), ("a", "share"), ("a", "verdict"))
    )


def test_a_figure_made_of_other_figures_only_follows() -> None:
    trace = Trace(
        code="A1",
        at=(key("a", "events"),),
        label="",
        value=Decimal(1),
        how="",
        addends=(Addend(amount=Decimal(1), code="A2"),),
    )
    found = figures(report(*ROWS, traces=(trace,)))
    assert found[key("a", "events")].total
    assert not found[key("b", "events")].total


def test_the_same_report_differs_in_nothing() -> None:
    assert difference(figures(report(*ROWS)), figures(report(*ROWS))) == ()


def test_the_largest_effect_on_its_total_comes_first_and_what_follows_last() -> None:
    changed = (
        a_row("a", 2, 634, Decimal(10)),
        a_row("b", 11, 400, Decimal(20)),
        a_row("total", 13, 1034, Decimal(15), kind=RowKind.TOTAL),
    )
    assert told(report(*ROWS), report(*changed)) == [
        ("a", "events", 1, 2, False),  # 1 of 13
        ("a", "people", 600, 634, False),  # 34 of 1034
        ("total", "events", 12, 13, True),
        ("total", "people", 1000, 1034, True),
    ]


def test_a_row_that_came_or_went_is_told_with_what_it_was() -> None:
    fewer = ROWS[:2]
    found = told(report(*ROWS), report(*fewer))
    assert ("b", "events", 11, None, False) in found
    assert told(report(*fewer), report(*ROWS))[0][2] is None


def test_a_figure_two_tables_print_is_counted_anew_once() -> None:
    def both(events: int) -> Report:
        rows = (a_row("a", events, 600, Decimal(10)),)
        one, two = report(*rows), report(*rows, code="u")
        return replace(one, blocks=(*one.blocks, *two.blocks))

    assert told(both(1), both(2)) == [
        ("a", "events", 1, 2, False),
        ("a", "events", 1, 2, True),
    ]


def test_changes_bring_the_old_figures_to_the_new() -> None:
    old = figures(report(*ROWS))
    new = figures(report(*ROWS[:2], a_row("c", 5, 5, Decimal(5))))
    after = with_changes(old, difference(old, new))
    assert {k: one.value for k, one in after.items()} == {
        k: one.value for k, one in new.items()
    }


def test_the_effect_of_words_is_no_number() -> None:
    changed = (replace(ROWS[1], values=("A", 3, 600, Decimal(10), "Chưa đạt", 9)),)
    found = difference(figures(report(ROWS[1])), figures(report(*changed)))
    assert [effect(one) for one in found] == [Decimal(2), None]


def test_a_row_that_tells_a_columns_total_again_only_follows() -> None:
    again = report(a_row("events", 12, 13, Decimal(5)), code="growth")
    one = report(*ROWS)
    found = figures(replace(one, blocks=(*one.blocks, *again.blocks)))
    assert found[key("events", "people", "growth")].total
    assert not found[key("a", "people")].total


def test_a_row_is_called_as_the_shortest_table_calls_it() -> None:
    long = Row(key="a", values=("Đơn vị A của huyện", 1, 2, Decimal(3), "Đạt", 9))
    one = report(*ROWS)
    found = figures(replace(one, blocks=(*report(long, code="u").blocks, *one.blocks)))
    assert found[key("a", "events", "u")].label.startswith("Biểu A: A;")


def test_words_are_figures_only_where_they_tell_one() -> None:
    columns = (
        Column(key="title", heading=("Tên",)),
        Column(key="year_2024", heading=("Năm 2024",)),
        Column(key="ordinal", heading=("STT",), type=ColumnType.ORDINAL),
    )
    rows = (Row(key="a", values=("Hội nghị 12", "85,5%", 3)),)
    table = Table(code="y", title="", sheet="Y", columns=columns, rows=rows)
    found = figures(replace(a_report(), blocks=(table,), annexes=()))
    assert {one.column for one in found} == {"year_2024"}
    assert all(one.total for one in found.values())


def test_what_another_table_has_told_is_printed_once() -> None:
    changes = [
        FigureChange(at=key("a", column, table), label="", old=old, new=new)
        for table, column, old, new in (
            ("targets", "period_value", Decimal("58.8"), Decimal("37.3")),
            ("short", "period_value", "58,8%", "37,3%"),
            ("targets", "cumulative_value", Decimal("58.8"), Decimal("37.3")),
            ("short", "verdict", "Đạt", "Chưa đạt"),
        )
    ]
    kept = printed_once(changes)
    assert [(one.at.table, one.at.column) for one in kept] == [
        ("targets", "period_value"),
        ("targets", "cumulative_value"),
        ("short", "verdict"),
    ]
