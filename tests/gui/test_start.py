"""Three ways to begin, by keyboard alone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.files.plans import plan_names
from desktop.gui.start import Start, StartChoice, StartDialog
from tests.fakes import Answers
from tests.gui.typing_keys import WORDS, type_words
from tests.gui.walking import english_left, nameless


def a_dialog(qtbot: QtBot, first: Start, *answers: object) -> StartDialog:
    made = StartDialog(plan_names(), Answers(*answers), first=first)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("first", list(Start))
def test_it_begins_with_the_way_proposed_and_fits(qtbot: QtBot, first: Start) -> None:
    dialog = a_dialog(qtbot, first)
    assert dialog.kind is first
    assert dialog.new_office.isVisible() is (first is Start.NEW)
    assert dialog.sizeHint().height() <= 700
    assert not nameless(dialog) + english_left(dialog)


def test_a_new_book_asks_for_plan_officer_and_place(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = a_dialog(qtbot, Start.NEW)
    dialog.plan.setCurrentIndex(dialog.plan.findData("dak-ha-2023-2028"))
    type_words(dialog.officer, WORDS)
    dialog.place.setText(str(tmp_path / "so moi"))
    dialog.accept()
    assert dialog.choice == StartChoice(
        kind=Start.NEW,
        path=tmp_path / "so moi.stt",
        plan="dak-ha-2023-2028",
        officer=" ".join(WORDS),
    )


def test_every_plan_is_offered_with_its_issuer_and_none_by_haste(
    qtbot: QtBot,
) -> None:
    dialog = a_dialog(qtbot, Start.NEW)
    offered = [dialog.plan.itemText(row) for row in range(dialog.plan.count())]
    assert offered == [f"{one.issuer}: {one.title}" for one in plan_names()]
    assert len(offered) == 5
    dialog.accept()
    assert dialog.isVisible(), "which plan it is, is for the office to say"
    assert dialog.plan.toolTip() == "Chọn kế hoạch của cơ quan"
    dialog.plan.setCurrentIndex(1)
    assert dialog.whole_title.text() == plan_names()[1].title
    assert dialog.sizeHint().height() <= 700


def test_a_single_plan_needs_no_choice(qtbot: QtBot) -> None:
    made = StartDialog(plan_names()[:1], Answers(), first=Start.NEW)
    qtbot.addWidget(made)
    assert made.choice.plan == plan_names()[0].name


def test_a_new_book_without_a_place_is_not_begun(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot, Start.NEW)
    dialog.plan.setCurrentIndex(0)
    dialog.place.clear()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.place


def test_the_other_ways_ask_for_nothing(qtbot: QtBot) -> None:
    assert a_dialog(qtbot, Start.OPEN).choice == StartChoice(kind=Start.OPEN)


def test_a_book_without_a_place_is_told_so(qtbot: QtBot) -> None:
    dialog = a_dialog(qtbot, Start.NEW)
    dialog.plan.setCurrentIndex(1)
    dialog.place.clear()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.place.property("wrong") is True
    assert dialog.place.toolTip() == dialog.place.placeholderText() == "Chọn nơi lưu sổ"
