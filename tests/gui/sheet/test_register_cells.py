"""What stands behind the cells of a register."""

from desktop.gui.session import Session
from desktop.gui.tables.pending import Typed
from desktop.operations.entries import record_entry
from desktop.operations.offices.set_preferences import set_preferences
from desktop.records.agency import Agency
from tests.gui.sheet.desk import Typist


def test_a_value_that_forbids_itself_is_not_handed_over(typist: Typist) -> None:
    index = typist.model.index(1, typist.at("attendance"))
    said = typist.sheet.cells.accept(index, -1)
    assert said == "Số không được âm (đang ghi -1)."
    assert typist.kept("a3").attendance == 103


def test_a_fault_of_another_field_is_named_with_it(typist: Typist) -> None:
    index = typist.model.index(1, typist.at("first_day"))
    import datetime as dt

    said = typist.sheet.cells.accept(index, dt.date(2024, 12, 31))
    assert "Đến ngày: " in said


def test_names_are_read_again_when_they_change_and_not_after_an_edit(
    typist: Typist, session: Session
) -> None:
    cells = typist.sheet.cells
    known = cells.known
    cells.change({"a3": {"attendance": 7}}, "edit_cell")
    assert cells.known is known
    agency = Agency(id="x", name="Phòng Mới")  # type: ignore[arg-type]
    session.start(lambda _p: record_entry.record(session.store, agency))
    assert "x" in cells.known.agencies
    assert callable(set_preferences)


def test_a_cell_is_found_again_where_its_row_went(typist: Typist) -> None:
    cells = typist.sheet.cells
    place = cells.place_of(typist.model.index(1, 0))
    typist.model.sort(typist.at("title"))
    found = cells.index_at(place)
    assert typist.model.record(found.row()).id == "a3"
    assert not cells.index_at(("gone", 0)).isValid()


def test_kept_words_take_the_place_of_refused_ones(typist: Typist) -> None:
    index = typist.model.index(1, typist.at("attendance"))
    typist.sheet.cells.leave_typed(index, Typed("x", "Chưa phải là số."))
    assert typist.sheet.cells.typed(index) == Typed("x", "Chưa phải là số.")
    typist.sheet.cells.accept(index, 8)
    assert typist.sheet.cells.typed(index) is None
    assert index.data() == "8"
