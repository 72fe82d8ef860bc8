"""Words nobody knew are settled once, and may be settled otherwise."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.importing.targets import SKIP, Targets
from desktop.gui.pages.activities.importing.words_pane import MOST_SHOWN, WordsPane
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.rules.entry_table.fates import Choices, Preview
from tests.gui.entry_office import register
from tests.gui.pages.activities.importing.previews import a_preview, seen

WORD = ("pillar", "Kiến thưc chung", ("rebuttal",))
KEY = ("pillar", "kien thuc chung")


@pytest.fixture
def preview(session: Session) -> Preview:
    return a_preview(register(session, "training"), unknown_words=(WORD,))


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Callable[..., WordsPane]:
    targets = Targets(register(session, "training"), read_names(session))
    made = WordsPane()
    qtbot.addWidget(made)

    def show(preview: Preview, choices: Choices | None = None) -> WordsPane:
        made.show_seen(seen(preview, choices), targets)
        return made

    return show


def test_a_word_offers_what_it_may_mean_first(
    show: Callable[..., WordsPane], preview: Preview
) -> None:
    (field,) = show(preview).fields
    assert field.accessibleName() == "Trụ cột nội dung: “Kiến thưc chung” là"
    assert [field.itemData(row) for row in range(2)] == ["rebuttal", SKIP]
    assert field.value is None


@pytest.mark.parametrize(("code", "value"), [("knowledge", "knowledge"), (SKIP, "")])
def test_a_choice_is_for_the_word_whatever_its_marks(
    show: Callable[..., WordsPane], preview: Preview, code: str, value: str
) -> None:
    pane = show(preview)
    heard: list[Callable[[Choices], Choices]] = []
    pane.amended.connect(heard.append)
    (field,) = pane.fields
    field.set_value(code)
    field.changed.emit()
    assert heard[0](Choices()).words == {KEY: value}


def test_a_settled_word_stays_in_its_place(
    show: Callable[..., WordsPane], preview: Preview
) -> None:
    other = ("place", "Nơi nào đó", ())
    pane = show(replace(preview, unknown_words=(WORD, other)))
    fields = pane.fields
    settled = replace(preview, unknown_words=(other,))
    pane = show(settled, Choices(words={KEY: "achievement"}))
    assert pane.fields == fields
    assert fields[0].value == "achievement"
    blank = show(settled, Choices(words={KEY: ""}))
    assert blank.fields[0].value == SKIP
    assert blank.known


def test_words_of_another_table_are_forgotten(
    show: Callable[..., WordsPane], preview: Preview
) -> None:
    pane = show(preview)
    pane.forget()
    assert not pane.known
    pane = show(replace(preview, unknown_words=()))
    assert pane.fields == ()
    assert not pane.known


def test_very_many_words_come_a_part_at_a_time(
    show: Callable[..., WordsPane], preview: Preview
) -> None:
    many = tuple(("pillar", f"chữ {n}", ()) for n in range(MOST_SHOWN + 15))
    pane = show(replace(preview, unknown_words=many))
    assert len(pane.fields) == MOST_SHOWN
    assert pane.rest == "… và 15 chữ nữa."
    first = ("pillar", "chu 0")
    pane = show(replace(preview, unknown_words=many[1:]), Choices(words={first: ""}))
    assert len(pane.fields) == MOST_SHOWN + 1
    assert pane.rest == "… và 14 chữ nữa."


def test_the_cursor_goes_to_the_first_open_word(
    show: Callable[..., WordsPane], preview: Preview, qtbot: QtBot
) -> None:
    other = ("pillar", "khác", ())
    pane = show(replace(preview, unknown_words=(WORD, other)))
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.fields[0].set_value("knowledge")
    pane.focus_first()
    assert pane.fields[1].hasFocus()
    assert pane.stops() == pane.fields[:1]
