"""Writing why something found stays as it is."""

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.checking.explain_box import (
    AGAIN,
    LONGEST,
    MEND,
    NO_PLACE,
    WRITE,
    ExplainBox,
)
from desktop.records.finding import Severity
from tests.rules.findings.found import a_finding


@pytest.fixture
def box(qtbot: QtBot) -> ExplainBox:
    made = ExplainBox()
    qtbot.addWidget(made)
    return made


def test_what_is_typed_is_said_in_one_line(box: ExplainBox, qtbot: QtBot) -> None:
    box.show_finding(a_finding())
    assert not box.keep_button.isEnabled()
    box.field.setPlainText(" Do mưa\nlũ. ")
    assert box.unkept
    with qtbot.waitSignal(box.said) as said:
        box.keep_button.click()
    assert said.args == [a_finding(), "Do mưa lũ."]


def test_what_was_said_is_shown_and_can_be_taken_back(
    box: ExplainBox, qtbot: QtBot
) -> None:
    finding = a_finding(explanation="Vì mưa.")
    box.show_finding(finding)
    assert box.field.toPlainText() == "Vì mưa."
    assert not box.keep_button.isEnabled()
    with qtbot.waitSignal(box.said) as said:
        box.drop_button.click()
    assert said.args == [finding, ""]


def test_what_was_said_of_other_numbers_is_offered_to_be_kept(box: ExplainBox) -> None:
    box.show_finding(a_finding(offered="Vì mưa."))
    assert box.field.toPlainText() == "Vì mưa."
    assert box.hint.text() == AGAIN
    assert box.keep_button.isEnabled()


def test_neither_a_contradiction_nor_a_blank_setting_is_explained(
    box: ExplainBox,
) -> None:
    box.show_finding(a_finding(severity=Severity.ERROR))
    assert (box.field.isEnabled(), box.hint.text()) == (False, MEND)
    box.show_finding(a_finding(at=None))
    assert (box.field.isEnabled(), box.hint.text()) == (False, NO_PLACE)
    box.show_finding(None)
    assert not box.field.isEnabled()


def test_what_is_being_typed_stays_when_the_same_finding_is_shown_again(
    box: ExplainBox,
) -> None:
    box.show_finding(a_finding())
    box.field.setPlainText("Do mưa")
    box.show_finding(a_finding(effect=Decimal(3)))
    assert box.field.toPlainText() == "Do mưa"
    box.show_finding(a_finding(key="other"))
    assert box.field.toPlainText() == ""


def test_a_footnote_fits_the_foot_of_a_page(box: ExplainBox) -> None:
    box.show_finding(a_finding())
    assert box.hint.text() == WRITE
    box.field.setPlainText("a" * (LONGEST + 1))
    assert not box.keep_button.isEnabled()
    assert "600" in box.hint.text()
