"""Which field opens in a cell."""

import datetime as dt

import pytest

from desktop.gui.forms.fields import Offer
from desktop.gui.session import Session
from desktop.gui.sheet import cell_editors
from desktop.gui.tables.reading_names import read_names
from desktop.records.register import Field, FieldType
from tests.gui.entry_office import register


def offer(session: Session) -> Offer:
    today = dt.date(2024, 12, 20)
    return Offer(read_names(session), lambda: (("p1", "Phóng sự"),), today, 2024)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (FieldType.DATETIME, "5/8/2024 8h30", dt.datetime(2024, 8, 5, 8, 30)),  # noqa: DTZ001
        (FieldType.FLAG, "x", True),
        (FieldType.TASKS, "2.2", ("dak-ha-2023-2028/2.2",)),
        (FieldType.TASKS, "", ()),
    ],
)
def test_fields_of_several_widgets_are_one_line_in_a_cell(
    session: Session, kind: FieldType, typed: str, value: object
) -> None:
    field = Field(name="x", type=kind, label="X")
    editor = cell_editors.make_cell_editor(field, offer(session))
    editor.set_typed(typed)
    assert editor.value() == value
    assert editor.unreadable() == ""
    editor.set_value(value)
    assert editor.value() == value


def test_a_line_says_why_it_means_nothing(session: Session) -> None:
    field = Field(name="x", type=FieldType.TASKS, label="X")
    editor = cell_editors.make_cell_editor(field, offer(session))
    editor.set_typed("99.99")
    assert editor.unreadable() == "Không có “99.99” trong danh sách."


def test_every_field_of_every_register_opens_or_belongs_into_the_form(
    session: Session,
) -> None:
    given = offer(session)
    for one in session.registers:
        for field in one.fields:
            if cell_editors.in_form_only(field):
                assert field.type in {
                    FieldType.AUDIENCES,
                    FieldType.STAFF,
                    FieldType.SPENDING,
                }
                continue
            editor = cell_editors.make_cell_editor(field, given)
            assert editor.widget.accessibleName()
            editor.widget.deleteLater()


def test_products_are_chosen_by_title(session: Session) -> None:
    fields = {one.name: one for one in register(session, "posting").fields}
    field = fields["product"]
    known = cell_editors.around(offer(session)).choices(field)
    assert [(one.value, one.text) for one in known] == [("p1", "Phóng sự")]
    assert cell_editors.least_width(field) > 0
