"""The table of years tells each year apart, what was inherited and what is guessed."""

from decimal import Decimal
from typing import Any

import pytest

from desktop.files.templates import load_template
from desktop.records.identity import Code
from desktop.records.report import Table
from desktop.records.result import Measured, YearResult
from desktop.records.target import Direction, Formula
from desktop.rules.reports.years import figures_table, years_table
from tests.rules.reported import facts, labels, measured, result


def year(number: int, found: Measured, **changes: Any) -> YearResult:
    return YearResult(year=number, measured=found, **changes)


SHARE = result(
    measured(9, 10, "90.0"),
    years=(
        year(2023, measured(3, 10, "30.0", "not_met"), planned=Decimal(40)),
        year(2024, measured(9, 10, "90.0"), inherited=True),
    ),
)
EVENTS = result(
    measured(2, 2, "100.0"),
    direction=Direction.COUNT,
    formula=Formula.FIGURE,
    unit="cuộc",
    value=None,
    years=(
        year(2023, measured(1, None, None, "unknown")),
        year(2024, measured(2, 2, "100.0"), planned=Decimal(2)),
    ),
)
WORDS = result(measured(None, None, None, "text"), formula=Formula.TEXT)


def table(*results: Any) -> Table:
    found = years_table(facts(results=results), labels())
    assert found is not None
    return found


def headings(found: Table) -> list[str]:
    return [one.heading[0] for one in found.columns]


def test_each_year_has_a_column_and_each_counted_target_a_row() -> None:
    found = table(WORDS, SHARE, EVENTS)
    assert headings(found)[3:] == ["Năm 2023", "Năm 2024", "Lũy kế"]
    assert [row.values for row in found.rows] == [
        (1, "Cán bộ được tập huấn", "%", "30% (mốc 40%)", "90% (*)", "90%"),
        (2, "Cán bộ được tập huấn", "cuộc", "1 cuộc", "2/2", "2/2"),
    ]
    assert any(note.startswith("(*)") for note in found.notes)


def test_an_estimate_has_a_column_of_its_own_only_where_there_is_one() -> None:
    guessed = result(SHARE.period, years=SHARE.years, estimate=Decimal(95))
    found = table(guessed, EVENTS)
    assert headings(found)[-1] == "Ước thực hiện cả năm 2024"
    assert [row.values[-1] for row in found.rows] == ["95%", ""]
    assert any("không tính vào kết quả" in note for note in found.notes)
    assert headings(table(SHARE))[-1] == "Lũy kế"
    assert not any("không tính" in note for note in table(SHARE).notes)


@pytest.mark.parametrize(("many", "rows"), [(None, 1), (3, 2)])
def test_a_target_judged_in_words_has_a_row_where_it_has_a_number(
    many: int | None, rows: int
) -> None:
    """An empty row would read as nothing done (002-T3)."""
    supplied = result(
        measured(many, None, None, "text"),
        direction=Direction.TEXT,
        formula=Formula.SUPPLIED,
        years=(year(2023, measured(None, None, None, "text")),),
    )
    assert len(table(SHARE, supplied).rows) == rows


def test_without_anything_inherited_nothing_is_marked() -> None:
    assert not any(note.startswith("(*)") for note in table(EVENTS).notes)


def test_a_target_without_a_year_leaves_its_cell_blank() -> None:
    late = result(SHARE.period, years=SHARE.years[1:])
    assert table(SHARE, late).rows[1].values[3] == ""


@pytest.mark.parametrize("years", [(), SHARE.years[1:]])
def test_without_two_years_there_is_no_table(years: tuple[YearResult, ...]) -> None:
    one = result(SHARE.period, years=years)
    assert years_table(facts(results=(one, WORDS)), labels()) is None


def figures(by_year: dict[int, int], total: int, **changes: Any) -> Table | None:
    template = next(
        one for one in load_template("report-final").tables if one.code == "Y"
    )
    code = Code("trainings")
    found = facts(
        totals={code: Decimal(total)},
        by_year={year: {code: Decimal(many)} for year, many in by_year.items()},
        **changes,
    )
    return figures_table(template, found, labels())


def test_figures_have_a_column_for_each_year_and_one_for_all() -> None:
    found = figures({2023: 3, 2024: 4}, 7)
    assert found is not None
    assert headings(found)[3:] == ["Năm 2023", "Năm 2024", "Cộng"]
    (row,) = (one for one in found.rows if one.key == "trainings")
    assert row.values[1:] == ("Số hội nghị, lớp tập huấn, bồi dưỡng", "cuộc", 3, 4, 7)
    assert found.notes == ()


def test_years_that_do_not_add_up_are_explained() -> None:
    found = figures({2023: 3, 2024: 4}, 6)
    assert found is not None
    assert any("Cột Cộng tính lại" in note for note in found.notes)


def test_a_year_that_has_not_begun_has_no_column() -> None:
    """NOW lies in 2024: nothing can be told of 2025."""
    found = figures({2023: 3, 2024: 4, 2025: 0}, 7)
    assert found is not None
    assert headings(found)[3:] == ["Năm 2023", "Năm 2024", "Cộng"]
    late = result(
        SHARE.period, years=(*SHARE.years, year(2025, measured(0, 10, "0.0")))
    )
    assert "Năm 2025" not in headings(table(late))


def test_one_year_is_the_period_itself() -> None:
    assert figures({2024: 4}, 4) is None


def test_what_an_office_before_left_is_said_to_be_left_out() -> None:
    found = figures({2023: 3, 2024: 4}, 7, inherited=frozenset({Code("trainings")}))
    assert found is not None
    assert any("kế thừa" in note for note in found.notes)
    other = figures({2023: 3, 2024: 4}, 7, inherited=frozenset({Code("followers")}))
    assert other is not None
    assert other.notes == ()
