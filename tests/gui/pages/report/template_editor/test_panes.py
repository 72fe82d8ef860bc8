"""Fields of one part: what they show is what they give back."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.files.catalogue import load_figures
from desktop.files.templates import load_template
from desktop.gui.pages.report.template_editor.names import NameBook
from desktop.gui.pages.report.template_editor.panes import HeadPane, SectionPane
from desktop.rules.reports.kinds import KINDS

BOOK = NameBook(load_figures())


@pytest.mark.parametrize("kind", [one.code for one in KINDS])
def test_a_head_that_is_only_shown_is_not_changed(qtbot: QtBot, kind: str) -> None:
    pane = HeadPane(BOOK)
    qtbot.addWidget(pane)
    heard: list[str] = []
    pane.edited.connect(lambda: heard.append("x"))
    template = load_template(kind)
    pane.show_template(template, letter=True)
    assert pane.changed(template) == template
    assert heard == []


def test_no_section_is_changed_by_being_shown(qtbot: QtBot) -> None:
    pane = SectionPane(BOOK)
    qtbot.addWidget(pane)
    heard: list[str] = []
    pane.edited.connect(lambda: heard.append("x"))
    template = load_template("report-final")
    for section in template.sections:
        pane.show_section(section, template)
        assert pane.changed(section) == section
    assert heard == []


def test_what_is_written_is_heard_and_given_back(qtbot: QtBot) -> None:
    pane = SectionPane(BOOK)
    qtbot.addWidget(pane)
    template = load_template("report-year")
    section = template.sections[0]
    pane.show_section(section, template)
    with qtbot.waitSignal(pane.edited):
        pane.by_hand.click()
    pane.sentences.text.insert_name("figure:trainings")
    changed = pane.changed(section)
    assert changed.by_hand is not section.by_hand
    assert changed.sentences[0].startswith("{figure:trainings}")


def test_the_list_of_names_puts_a_chip_into_the_field(qtbot: QtBot) -> None:
    pane = HeadPane(BOOK)
    qtbot.addWidget(pane)
    template = load_template("letter-cover")
    pane.show_template(template, letter=True)
    picker = pane.closing.pick()
    picker.line.setText("noi nhan")
    picker.accept()
    assert pane.changed(template).closing.startswith("{recipient}")
