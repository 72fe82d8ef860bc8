"""Fields bear the labels of the screen, and what they hold is told by names."""

from decimal import Decimal
from typing import Any

from desktop.operations.history.field_words import FieldWords
from desktop.records.activity import StaffCount
from desktop.rules import changes
from desktop.rules.changes import FieldChange, Part
from desktop.store import rows
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store
from tests.builders import UNIT, a_broadcast, an_activity


def told(store: Store, record: Any) -> dict[str, FieldChange]:
    shelf = BY_RECORD[type(record)]
    row = rows.to_row(record)
    words = FieldWords(store).of(shelf.table, row, 1)
    found = changes.differences(shelf.record, None, row)
    return {one.name: words.change(one) for one in found}


def test_a_register_names_its_fields_in_its_own_words(store: Store) -> None:
    training = told(store, an_activity())
    assert training["title"].label == "Tên lớp, hội nghị tập huấn"
    assert training["form"].label == "Nội dung bồi dưỡng"
    contest = told(store, an_activity("contest"))
    assert contest["title"].label != training["title"].label


def test_what_no_register_names_has_its_term(store: Store) -> None:
    from desktop.records.agency import Agency

    found = told(store, Agency(id=UNIT, name="Xã", kind="people_committee"))  # type: ignore[arg-type]
    assert found["kind"].label == "Loại cơ quan"
    assert found["kind"].after == "Ủy ban nhân dân"


def test_levels_and_figures_have_the_names_that_ship(store: Store) -> None:
    from desktop.records.task import Quantity

    level = told(store, an_activity(organiser_tier="district"))["organiser_tier"]
    assert level.after not in {None, "district"}
    planned = Quantity(
        id="q",
        task="t",  # type: ignore[arg-type]
        figure="conferences",  # type: ignore[arg-type]
        year=2024,
        value=Decimal(3),
    )
    assert told(store, planned)["figure"].after != "conferences"


def test_a_small_table_keeps_its_cells_with_names(store: Store) -> None:
    one = StaffCount(group="G1", people=5)  # type: ignore[arg-type]
    (part,) = told(store, an_activity(staff=(one,)))["staff"].come
    assert isinstance(part, Part)
    (first, *rest) = part.cells
    assert str(first[1]).startswith("Cán bộ")
    assert 5 in [held for _, held in rest]


def test_lists_are_told_by_names(store: Store) -> None:
    found = told(store, an_activity(partners=(UNIT,), languages=("vietnamese",)))
    assert found["partners"].come == ("Ủy ban nhân dân xã Đăk Mar",)
    assert found["languages"].come == ("Tiếng Việt",)
    assert told(store, a_broadcast())["language"].after == "Tiếng Việt"
