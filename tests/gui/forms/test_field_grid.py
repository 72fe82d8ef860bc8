"""A few labelled fields, each with what is wrong with it."""

from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.errors import Problem
from desktop.gui.forms.field_grid import (
    FieldGrid,
    day_problems,
    lines_field,
    lines_of,
    text_of,
)
from desktop.gui.widgets.date_field import DateField


def a_grid(qtbot: QtBot) -> FieldGrid:
    grid = FieldGrid()
    qtbot.addWidget(grid)
    grid.add("name", "&Tên *", QLineEdit(), "Tên đầy đủ.")
    grid.add("day", "Từ ngà&y", DateField())
    grid.add_check("stays", QCheckBox("Vẫn &còn"))
    grid.finish()
    grid.show()
    return grid


def texts(grid: FieldGrid) -> list[str]:
    return [one.text() for one in grid.findChildren(QLabel) if one.isVisible()]


def test_fields_are_named_and_reached_by_their_labels(qtbot: QtBot) -> None:
    grid = a_grid(qtbot)
    assert [one.accessibleName() for one in grid.fields.values()] == [
        "Tên",
        "Từ ngày",
        "Vẫn còn",
    ]
    buddies = {one.buddy() for one in grid.findChildren(QLabel)} - {None}
    assert grid.fields["name"] in buddies


def test_a_problem_stands_under_its_field_and_others_are_given_back(
    qtbot: QtBot,
) -> None:
    grid = a_grid(qtbot)
    other = Problem("elsewhere", "missing")
    doubt = Problem("day", "no_decision", blocking=False)
    left = grid.show_problems((Problem("name", "missing"), doubt, other))
    assert left == (other,)
    assert "▲ Chưa ghi nội dung này." in texts(grid)
    assert "? Chưa ghi số quyết định; có thể bổ sung sau." in texts(grid)
    assert grid.fields["name"].property("wrong")
    assert not grid.fields["day"].property("wrong")
    assert grid.focus_fault()
    grid.show_problems(())
    assert not [one for one in texts(grid) if one.startswith(("▲", "?"))]
    assert not grid.focus_fault()


def test_days_are_judged_as_typed(qtbot: QtBot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    assert not day_problems("day", field, needed=False)
    assert day_problems("day", field, needed=True) == (Problem("day", "missing"),)
    field.setText("31/2/2025")
    (found,) = day_problems("day", field, needed=False)
    assert (found.code, found.facts) == ("date_no_such_day", ("31/2/2025",))


def test_texts_come_in_their_stored_form(qtbot: QtBot) -> None:
    line, many = QLineEdit("  Phòng   A "), lines_field(3)
    qtbot.addWidget(line)
    qtbot.addWidget(many)
    many.setPlainText(" A \n\n  B  b\n")
    assert text_of(line) == "Phòng A"
    assert lines_of(many) == ("A", "B b")
