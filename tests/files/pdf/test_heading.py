"""Merging the heading of a table."""

from desktop.files.pdf.heading import Merged, merged
from desktop.records.report import Column
from tests.files.report_builder import a_targets_table, a_wide_table


def of(*headings: tuple[str, ...]) -> list[Merged]:
    return merged([Column(heading=heading) for heading in headings])


def test_equal_neighbours_merge_across() -> None:
    assert of(("A", "x"), ("A", "y")) == [
        Merged(0, 2, 0, 1, "A"),
        Merged(0, 1, 1, 2, "x"),
        Merged(1, 2, 1, 2, "y"),
    ]


def test_equal_levels_merge_down() -> None:
    assert of(("TT", "TT"), ("A", "x"), ("A", "y"))[0] == Merged(0, 1, 0, 2, "TT")


def test_a_short_heading_reaches_to_the_bottom() -> None:
    assert of(("TT",), ("A", "x"))[0] == Merged(0, 1, 0, 2, "TT")


def test_columns_of_one_name_under_two_groups_stay_apart() -> None:
    cells = of(("A", "Số"), ("B", "Số"))
    assert [(cell.first, cell.after, cell.text) for cell in cells] == [
        (0, 1, "A"),
        (1, 2, "B"),
        (0, 1, "Số"),
        (1, 2, "Số"),
    ]


def test_a_name_over_two_columns_merges_across_and_down() -> None:
    assert of(("A", "A"), ("A", "A")) == [Merged(0, 2, 0, 2, "A")]


def test_blank_neighbours_do_not_merge_across() -> None:
    assert len(of(("",), ("",))) == 2


def test_the_cells_cover_the_whole_heading_once() -> None:
    for table in (a_targets_table(), a_wide_table()):
        columns = table.columns
        covered = [
            (column, level)
            for cell in merged(columns)
            for column in range(cell.first, cell.after)
            for level in range(cell.top, cell.below)
        ]
        depth = len(columns[0].heading)
        assert sorted(covered) == [
            (column, level) for column in range(len(columns)) for level in range(depth)
        ]


def test_no_columns_have_no_heading() -> None:
    assert merged([]) == []
