"""Two entries stand side by side, and what differs is marked."""

from pytestqt.qtbot import QtBot

from desktop.gui.forms.comparison import Comparison
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from tests import builders
from tests.gui.entry_office import register
from tests.gui.pages.activities.joining.offices import contest


def test_only_fields_with_something_in_them_are_shown(
    session: Session, qtbot: QtBot
) -> None:
    view = Comparison()
    qtbot.addWidget(view)
    first, second = contest("a", builders.OWN), contest("b", builders.UNIT, "Hội thi")
    names = read_names(session)
    view.compare(register(session, "contest"), names, first, second)
    by_field = {line.field: line for line in view.lines}
    assert by_field["title"].differs
    assert by_field["agency"].differs
    assert not by_field["attendance"].differs
    assert (by_field["attendance"].first, by_field["attendance"].second) == (
        "300",
        "300",
    )
    assert "prizes" not in by_field
    model = view.list.model_
    marks = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert marks.count("≠") == 2
