"""Tables repeat their headings, split no row, and bear codes and notes."""

from dataclasses import replace
from typing import Any

from desktop.records.report import Report, Row, RowKind, Table
from tests.files.report_builder import (
    a_report,
    a_targets_table,
    a_wide_table,
    an_annex,
)
from tests.files.traced_report import a_traced_report
from tests.files.word.reading import W, opened, value


def only(table: Table, **changes: Any) -> Report:
    return a_report(blocks=(replace(table, **changes),), annexes=(), data=())


def table_of(made: Any, place: int = 1) -> Any:
    """Return a table of the body; the first is the letterhead."""
    return made.element.body.findall(f"{W}tbl")[place]


def rows(table: Any) -> list[Any]:
    return list(table.findall(f"{W}tr"))


def words(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def test_every_heading_row_is_repeated_and_no_row_splits() -> None:
    found = rows(table_of(opened(only(a_targets_table()))))
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in found]
    assert heads == [True] * 3 + [False] * 7
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in found)


def test_headings_are_joined_across_and_down() -> None:
    found = rows(table_of(opened(only(a_wide_table()))))
    top = [
        (words(cell), value(cell, "tcPr/gridSpan"), value(cell, "tcPr/vMerge"))
        for cell in found[0].findall(f"{W}tc")
    ]
    assert top[1] == ("Đơn vị", None, "restart")
    assert top[2] == ("Phổ biến trực tiếp", "2", None)
    assert top[4] == ("Tài liệu phát hành miễn phí (bản)", "4", None)
    below = [value(c, "tcPr/vMerge") for c in found[1].findall(f"{W}tc")]
    assert below[:2] == ["continue", "continue"]


def test_every_row_fills_the_grid() -> None:
    for table in (a_targets_table(), a_wide_table()):
        drawn = table_of(opened(only(table)))
        columns = len(drawn.findall(f"{W}tblGrid/{W}gridCol"))
        assert columns == len(table.columns)
        for row in rows(drawn):
            spans = [
                int(value(cell, "tcPr/gridSpan") or 1) for cell in row.findall(f"{W}tc")
            ]
            assert sum(spans) == columns


def test_a_table_is_never_wider_than_its_page() -> None:
    made = opened(a_report(annexes=(an_annex(),)))
    section = made.sections[1]
    room = section.page_width - section.left_margin - section.right_margin
    for table in made.element.body.findall(f"{W}tbl"):
        wide = int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) / 20
        assert wide <= room / 12_700 + 1


def test_a_group_stays_with_what_follows_and_a_row_with_its_total() -> None:
    found = rows(table_of(opened(only(a_targets_table()))))[3:]
    kept = [row.find(f".//{W}keepNext") is not None for row in found]
    kinds = [row.kind for row in a_targets_table().rows]
    assert [
        k for k, kind in zip(kept, kinds, strict=True) if kind is RowKind.GROUP
    ] == [
        True,
        True,
    ]
    assert kept[-2:] == [True, False]
    assert kept[1] is False


def test_groups_and_totals_are_bold() -> None:
    found = rows(table_of(opened(only(a_targets_table()))))[3:]
    bold = [row.find(f".//{W}r/{W}rPr/{W}b") is not None for row in found]
    assert bold == [row.kind is not RowKind.DATA for row in a_targets_table().rows]


def test_codes_stand_small_behind_their_figures() -> None:
    made = opened(a_traced_report())
    cells = [words(cell) for cell in table_of(made).iter(f"{W}tc")]
    assert "4 A1" in cells
    assert "12 A7" in cells
    sizes = {
        words(run): int(value(run, "rPr/sz") or 0)
        for run in table_of(made).iter(f"{W}r")
    }
    assert sizes[" A1"] < sizes["4"]


def test_a_table_without_rows_is_its_heading() -> None:
    assert len(rows(table_of(opened(only(a_targets_table(), rows=()))))) == 3


def test_a_thousand_rows_take_no_minutes() -> None:
    row = Row(values=("1", "Chỉ tiêu", "Người", 1, 2, None, "Đạt"))
    made = opened(only(a_targets_table(), rows=(row,) * 1000))
    assert len(rows(table_of(made))) == 1003


def test_two_tables_that_follow_do_not_become_one() -> None:
    bare = a_targets_table(notes=())
    made = opened(a_report(blocks=(bare, bare), annexes=(), data=()))
    tables = made.element.body.findall(f"{W}tbl")
    assert len(tables) == 4
    assert all(t.getnext().tag == f"{W}p" for t in tables[:-1])
