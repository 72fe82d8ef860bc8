"""What a form counts itself is what the program counts, or it counts nothing."""

import pytest

from desktop.files import catalogue
from desktop.records.form import FormColumn
from desktop.records.identity import Code
from desktop.rules.counting import groups_of
from desktop.rules.forms.listed import Listing, listed_formula
from tests.rules.forms.drafts import a_draft, registers

FIGURES = catalogue.load_figures()


def listing() -> Listing:
    return Listing(
        sheets=a_draft().content.sheets,
        registers=registers(),
        groups=groups_of(catalogue.load_catalogues()),
        yes="Có",
        undone=("Dự kiến", "Đã hủy"),
    )


def formula(code: str) -> str:
    return listed_formula(FIGURES[Code(code)], listing())


def test_events_are_counted_on_every_sheet_of_their_kinds() -> None:
    found = formula("direct_events")
    assert found.count("SUMPRODUCT(") == 2, "two of the four sheets are on this form"
    assert "'Tập huấn, bồi dưỡng'!" in found
    assert "'Hội nghị quán triệt, phổ biến'!" in found
    assert "'Sản phẩm truyền thông'!" not in found


def test_what_is_planned_or_called_off_is_not_counted() -> None:
    found = formula("trainings")
    assert '<>"Dự kiến")' in found
    assert '<>"Đã hủy")' in found


def column(register: str, field: str) -> FormColumn:
    sheet = next(one for one in listing().sheets if one.register == register)
    return next(one for one in sheet.columns if one.field == field)


def test_a_sum_adds_up_its_own_column() -> None:
    letter = column("training", "attendance").column
    found = formula("training_attendance")
    assert f"*1,'Tập huấn, bồi dưỡng'!${letter}$5:" in found


def test_a_choice_is_compared_with_the_name_in_the_cell() -> None:
    types = column("product", "type")
    names = dict(zip(types.choices, types.choice_names, strict=True))
    found = formula("copies_leaflets")
    assert f"!${types.column}$5" in found
    assert f'="{names["leaflet"]}")' in found


def test_a_condition_that_must_not_hold_is_turned_round() -> None:
    assert ")=0)" in formula("copies_other")


@pytest.mark.parametrize(
    "code",
    [
        "agencies_briefed",  # different values
        "broadcast_hours",  # minutes of each broadcast
        "clubs",  # nobody lists them
        "budget_allocated",  # no such sheet on this form
    ],
)
def test_what_plain_functions_cannot_count_has_no_formula(code: str) -> None:
    assert not formula(code)


def test_no_formula_is_longer_than_a_cell_of_2010_takes() -> None:
    longest = max(len(formula(code)) for code in FIGURES)
    assert longest < 8_192
