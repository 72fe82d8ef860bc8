"""Options, tall texts, lines, and numbers by quarter."""

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.forms.fields import Editor
from desktop.gui.forms.plan_editors import (
    ChoiceOfEditor,
    LinesEditor,
    OptionEditor,
    OptionsEditor,
    QuartersEditor,
    TallTextEditor,
)
from desktop.records.register import Field, FieldType
from tests.gui.typing_keys import WORDS, type_words
from tests.gui.walking import nameless

FIELD = Field(name="x", type=FieldType.TEXT, label="Năm 2024")
ONE = Decimal(1)


def heard(editor: Editor) -> list[int]:
    told: list[int] = []
    editor.changed.connect(lambda: told.append(1))
    return told


def test_an_option_is_always_one_of_them(qtbot: QtBot) -> None:
    editor = OptionEditor(FIELD, [("", "Không có"), ("a", "A")])
    qtbot.addWidget(editor.widget)
    told = heard(editor)
    editor.set_value("a")
    assert (editor.value(), len(told)) == ("a", 1)
    editor.set_value("nobody")
    assert editor.value() == "a"
    editor.set_value(None)
    assert editor.value() == ""


def test_options_and_choices_take_what_they_are_given(qtbot: QtBot) -> None:
    many = OptionsEditor(FIELD, [("a", "A"), ("b", "B")])
    one = ChoiceOfEditor(FIELD, [("a", "Áo dài"), ("b", "B")])
    for each in (many, one):
        qtbot.addWidget(each.widget)
    many.set_value(("b", "a"))
    assert many.value() == ("a", "b"), "in the order of the list"
    one.set_value("a")
    assert one.value() == "a"
    one.widget.setEditText("không có trong danh sách")  # type: ignore[attr-defined]
    assert one.unreadable().startswith("Không có trong danh sách")
    one.set_value(None)
    assert (one.value(), one.unreadable()) == (None, "")


def test_lines_are_texts_without_blanks(qtbot: QtBot) -> None:
    editor = LinesEditor(FIELD, 3)
    qtbot.addWidget(editor.widget)
    editor.set_value(("TM. ỦY BAN", "CHỦ TỊCH"))
    assert editor.value() == ("TM. ỦY BAN", "CHỦ TỊCH")
    editor.widget.setPlainText("  một \n\n hai")  # type: ignore[attr-defined]
    assert editor.value() == ("một", "hai")


def test_a_tall_text_takes_a_vietnamese_keyboard(qtbot: QtBot) -> None:
    editor = TallTextEditor(FIELD, 6)
    qtbot.addWidget(editor.widget)
    editor.widget.show()
    type_words(editor.widget, WORDS)
    assert editor.value() == " ".join(WORDS)


@pytest.fixture
def quarters(qtbot: QtBot) -> QuartersEditor:
    made = QuartersEditor(FIELD)
    qtbot.addWidget(made.widget)
    made.widget.show()
    return made


def test_a_year_s_number_is_split_by_one_button(quarters: QuartersEditor) -> None:
    quarters.even.click()
    assert quarters.value() == (None, ()), "there is nothing to split"
    quarters.year.set_value(10)
    told = heard(quarters)
    quarters.even.click()
    assert quarters.value() == (
        Decimal(10),
        (Decimal(2), Decimal(2), Decimal(3), Decimal(3)),
    )
    assert told


def test_quarters_alone_make_the_year(quarters: QuartersEditor) -> None:
    quarters.quarters[0].set_value(1)
    quarters.quarters[3].set_value(2)
    assert quarters.value() == (
        Decimal(3),
        (ONE, Decimal(0), Decimal(0), Decimal(2)),
    )


def test_what_was_kept_is_shown_and_every_number_has_a_name(
    quarters: QuartersEditor,
) -> None:
    quarters.set_value((Decimal(4), (ONE,) * 4))
    assert quarters.value() == (Decimal(4), (ONE,) * 4)
    quarters.set_value((Decimal(4), ()))
    assert quarters.value() == (Decimal(4), ())
    assert not nameless(quarters.widget)
    names = {one.accessibleName() for one in quarters.quarters}
    assert "Năm 2024, quý IV" in names
    quarters.quarters[1].setText("hai")
    assert quarters.unreadable() == "Chưa phải là số."


def test_a_share_is_not_split(qtbot: QtBot) -> None:
    editor = QuartersEditor(FIELD, decimals=1, splits=False)
    qtbot.addWidget(editor.widget)
    editor.widget.show()
    editor.year.setText("12,5")
    assert editor.value() == (Decimal("12.5"), ())
    assert not editor.even.isVisible()
