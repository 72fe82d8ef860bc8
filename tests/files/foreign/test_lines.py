"""What one process tells, the other puts together: the same source, whole or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Problem
from desktop.files.foreign.lines import LineReader, LineWriter
from desktop.rules.grid import Cell, Grid, GridRow, TableSource

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
CELLS = st.builds(
    Cell,
    text=TEXT,
    kind=st.sampled_from(["", "number", "day"]),
    font=st.sampled_from(["", ".VnTime"]),
    runs=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
    bold=st.booleans(),
    block=st.integers(0, 2),
    fault=st.sampled_from(["", "formula"]),
)
ROWS = st.lists(st.lists(CELLS, max_size=4).map(tuple), max_size=4)


def sent(source: TableSource) -> LineReader:
    told: list[bytes] = []
    LineWriter(told.append).source(source)
    reader = LineReader(source.name)
    for line in told:
        assert line.endswith(b"\n")
        assert line.count(b"\n") == 1
        reader.line(line)
    return reader


@given(ROWS)
def test_every_source_comes_through(rows: list[tuple[Cell, ...]]) -> None:
    made = tuple(
        GridRow(number=at * 3, cells=cells, hidden=at % 2 == 0)
        for at, cells in enumerate([*rows, (Cell(text="end"),)], start=1)
    )
    note = Problem("table", "foreign_letters", ("vni",), blocking=False)
    source = TableSource(
        name="a.xlsx", grids=(Grid(name="B", rows=made),), notes=(note,)
    )
    reader = sent(source)
    assert reader.whole
    assert reader.rows == len(made)
    assert reader.source() == source


def test_blank_rows_at_the_end_are_not_rows() -> None:
    rows = (GridRow(number=1, cells=(Cell(text="a"),)), GridRow(number=2, cells=()))
    reader = sent(TableSource(grids=(Grid(rows=rows),)))
    assert len(reader.source().grids[0].rows) == 1


def test_equal_cells_are_one_object() -> None:
    rows = tuple(GridRow(number=at, cells=(Cell(text="a"),)) for at in (1, 2))
    made = sent(TableSource(grids=(Grid(rows=rows),))).source().grids[0].rows
    assert made[0].cells[0] is made[1].cells[0]


def test_nothing_is_whole_before_its_end_or_with_a_cell_missing() -> None:
    reader = LineReader("a")
    reader.line(b'["sheet","A"]')
    reader.line(b'["row",1,false,["x"],[0],{}]')
    assert not reader.whole
    reader.line(b'["end",2]')
    assert not reader.whole
    reader.line(b'["end",1]')
    assert reader.whole


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"x",
        b"[]",
        b"5",
        b'["unheard"]',
        b'["row",1]',
        b'["sheet"]',
        b'["merged",[1,1,1,1]]',
        b'["row",1,false,["x"],[7],{}]',
        b'["row",1,false,["x"],[],{}]',
        b"\xff",
    ],
)
def test_a_line_that_makes_no_sense_is_an_error(line: bytes) -> None:
    reader = LineReader("a")
    with pytest.raises((ValueError, KeyError, TypeError, IndexError)):
        reader.line(line)


def test_a_fault_is_kept_with_its_facts() -> None:
    reader = LineReader("a")
    reader.line('["fault","too_large","ô"]'.encode())
    assert reader.fault == ("too_large", "ô")
