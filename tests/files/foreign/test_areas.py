"""Merged cells say the same everywhere, and nothing is covered without a word."""

from desktop.files.foreign.areas import merged
from desktop.rules.grid import EMPTY, Cell, GridRow


def rows(*lines: list[str]) -> list[GridRow]:
    return [
        GridRow(
            number=at, cells=tuple(Cell(text=one) if one else EMPTY for one in line)
        )
        for at, line in enumerate(lines, start=1)
    ]


def texts(made: tuple[GridRow, ...]) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in made]


def test_each_area_has_the_text_of_its_first_cell_and_a_number() -> None:
    given = rows(["a", "", "c"], ["b"], ["d", "e"])
    made, covered = merged(given, [(1, 1, 1, 2), (2, 1, 2, 3), (3, 2, 9, 2)])
    assert texts(made) == [["a", "a", "c"], ["b", "b", "b"], ["d", "e"]]
    assert [[cell.block for cell in row.cells] for row in made] == [
        [1, 1, 0],
        [2, 2, 2],
        [0, 3],
    ]
    assert covered == ()


def test_an_area_ends_where_nothing_is_read() -> None:
    made, _ = merged(rows(["a"]), [(1, 1, 1_048_576, 16_384), (5, 1, 6, 1)])
    assert [len(row.cells) for row in made] == [256]


def test_a_blank_area_is_still_an_area() -> None:
    made, _ = merged(rows(["a"]), [(1, 2, 1, 3)])
    assert made[0].cells == (Cell(text="a"), Cell(block=1), Cell(block=1))


def test_what_is_covered_is_told_five_times_at_most() -> None:
    given = rows(["a", "b", "a"], ["", "c"])
    assert merged(given, [(1, 1, 2, 3)])[1] == ((1, 2), (2, 2))
    many = rows(["a", *"bcdefghij"])
    assert len(merged(many, [(1, 1, 1, 10)])[1]) == 5


def test_rows_without_areas_are_the_same_rows() -> None:
    given = rows(["a"], ["b"])
    made, _ = merged(given, [(1, 1, 1, 2)])
    assert made[1] is given[1]
