"""What no column tells is given to all rows at once."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.importing.fixed_fields import FixedFields
from desktop.gui.pages.activities.importing.targets import Targets
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.gui.widgets.choice_field import ChoiceField
from desktop.rules.entry_table.fates import Choices
from tests.gui.entry_office import register
from tests.gui.pages.activities.importing.previews import a_preview, seen

PILLAR = "Giải thích, làm rõ, phản bác các thông tin sai lệch, xuyên tạc"


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Callable[..., FixedFields]:
    code = register(session, "training")
    targets = Targets(code, read_names(session))
    made = FixedFields()
    qtbot.addWidget(made)

    def show(*wanting: str, **fixed: str) -> FixedFields:
        preview = a_preview(code, wanting=wanting)
        made.show_seen(seen(preview, Choices(fixed=fixed)), targets)
        return made

    return show


def test_nothing_is_asked_where_nothing_is_wanting(show: Any) -> None:
    assert show().isHidden()


def test_what_is_wanting_is_chosen_or_typed(show: Any) -> None:
    made = show("pillar", "title")
    assert not made.isHidden()
    pillar, title = made.fields.values()
    assert isinstance(pillar, ChoiceField)
    assert isinstance(title, QLineEdit)
    amended: list[Callable[[Choices], Choices]] = []
    made.amended.connect(amended.append)
    pillar.set_value(PILLAR)
    pillar.changed.emit()
    title.setText("  Sinh hoạt  ")
    title.editingFinished.emit()
    choices = Choices()
    for amend in amended:
        choices = amend(choices)
    assert choices.fixed == {"pillar": PILLAR, "title": "Sinh hoạt"}


def test_what_was_given_stays_to_be_changed_or_taken_back(show: Any) -> None:
    made = show("pillar")
    made = show(pillar=PILLAR)
    field = made.fields["pillar"]
    assert field.value == PILLAR
    made = show("pillar")
    assert made.fields["pillar"] is field, "one stays in the field one is in"
    title = show("title", title="Cũ").fields["title"]
    assert title.text() == "Cũ"
    heard: list[Callable[[Choices], Choices]] = []
    made.amended.connect(heard.append)
    title.setText("")
    title.editingFinished.emit()
    assert heard[-1](Choices(fixed={"title": "Cũ"})).fixed == {}


def test_other_fields_take_the_place_of_those_filled(show: Any) -> None:
    assert list(show("pillar", "form").fields) == ["pillar", "form"]
    assert list(show("form").fields) == ["form"]
    assert show().isHidden()
