"""The window of templates: choose, write, see the words filled in, save, go back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.files import templates
from desktop.gui.help import HelpDialog
from desktop.gui.jobs import Jobs
from desktop.gui.pages.report.template_editor.parts_tree import HEAD, LABELS
from desktop.gui.pages.report.template_editor.window import TemplateWindow
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.operations.reports.put_template import put_template
from desktop.operations.reports.read_templates import load_for, versions
from desktop.records.template import SectionTemplate
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests import builders
from tests.fakes import Answers, AtOnce
from tests.gui.walking import english_left, nameless

YEAR = "report-year"


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def asked(answers: Answers, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    path = builders.an_office(tmp_path / "so.stt")
    settings = Settings(tmp_path / "x.ini")
    with Store(path, clock=builders.a_clock) as store:
        yield Session(store, Jobs(AtOnce()), answers, settings, parse_period("2024"))


def opened(qtbot: QtBot, session: Session, kind: str = YEAR) -> TemplateWindow:
    made = TemplateWindow(session, kind)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made, before_close_func=forget)
    return made


def forget(window: TemplateWindow) -> None:
    """Let a window be closed without asking, at the end of a test."""
    window._saved = None


def section(window: TemplateWindow, key: str) -> SectionTemplate:
    return next(one for one in window.template.sections if one.key == key)


def write(window: TemplateWindow, key: str, text: str) -> None:
    window.frame.tree.choose(("section", key))
    field = window.frame.section.sentences.text
    field.selectAll()
    field.textCursor().removeSelectedText()
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


def shown(window: TemplateWindow, qtbot: QtBot) -> str:
    window._preview()
    return window.frame.preview.toPlainText()


def test_a_sentence_is_written_seen_with_numbers_saved_and_undone(
    qtbot: QtBot, asked: Session
) -> None:
    window = opened(qtbot, asked)
    assert not window.frame.save.isEnabled()
    write(window, "supply", "Đã mở {count:tasks_all} nhiệm vụ của ta.")
    assert window.frame.save.isEnabled()
    assert shown(window, qtbot).endswith("nhiệm vụ của ta.")
    assert "{" not in shown(window, qtbot)
    window.frame.note.setText("thử")
    window.save()
    assert not window.dirty
    kept = load_for(asked.store, YEAR)
    supply = next(one for one in kept.sections if one.key == "supply")
    assert supply.sentences == ("Đã mở {count:tasks_all} nhiệm vụ của ta.",)
    assert "phiên bản 1" in window.frame.standing.text()
    assert "(thử)" in window.frame.standing.text()
    assert window.frame.message.text == "Đã lưu mẫu của cơ quan."
    window.desk.undo()  # as the button beside it does
    assert window.frame.message.text == "Đã hoàn tác."
    assert section(window, "supply").sentences != supply.sentences
    assert "của chương trình" in window.frame.standing.text()


def test_what_is_wrong_is_marked_told_and_not_saved(
    qtbot: QtBot, asked: Session
) -> None:
    window = opened(qtbot, asked)
    write(window, "supply", "Có {figure:ghosts} cuộc.")
    assert "ghosts" in window.frame.problem.text()
    window.frame.tree.choose(("head", ""))
    window.save()
    assert "Mục II.2.a" in window.frame.message.text
    assert window.frame.stack.currentIndex() == 1  # it went to the section
    assert versions(asked.store, YEAR) == ()
    assert "▲" in shown(window, qtbot)


def test_parts_are_moved_added_and_dropped_with_numbers_following(
    qtbot: QtBot, asked: Session
) -> None:
    window = opened(qtbot, asked)
    window.frame.tree.choose(("section", "causes"))
    window.move_part(-1)
    assert section(window, "causes").number == "2"
    window.add_part()
    (made,) = [one for one in window.template.sections if one.key.startswith("own")]
    assert (made.level, made.number, made.heading) == (2, "3", "Mục mới")
    assert window.frame.section.heading.text() == "Mục mới"
    window.shift_part(1)
    assert section(window, made.key).level == 3
    window.remove_part()
    assert made.key not in [one.key for one in window.template.sections]
    window.frame.tree.choose(("section", "proposals"))
    window.remove_part()
    window.add_part("section", "proposals")
    assert section(window, "proposals") == next(
        one for one in window.state.shipped.sections if one.key == "proposals"
    )


def test_words_of_tables_and_standing_words_are_written(
    qtbot: QtBot, asked: Session
) -> None:
    window = opened(qtbot, asked)
    code = window.template.tables[0].code
    window.frame.tree.choose(("table", code))
    window.frame.table.title.setText("Biểu của ta")
    window.frame.table.title.textEdited.emit("Biểu của ta")
    model = window.frame.table.model
    model.setData(model.index(1, 1), "Trên / Dưới")
    window.frame.tree.choose(("label", ""))
    window.frame.labels.line.setText("dat vuot khung")
    labels = window.frame.labels.model
    assert labels.rowCount() == 1
    labels.setData(labels.index(0, 1), "Vượt")
    window.save()
    kept = load_for(asked.store, YEAR)
    assert kept.tables[0].title == "Biểu của ta"
    assert kept.tables[0].columns[1].heading == ("Trên", "Dưới")
    assert kept.labels["verdict_above"] == "Vượt"


def test_a_table_is_dropped_and_taken_again_to_its_place(
    qtbot: QtBot, asked: Session
) -> None:
    window = opened(qtbot, asked)
    before = window.template
    code = before.tables[1].code
    window.frame.tree.choose(("table", code))
    assert window.frame.buttons.less.isEnabled()
    assert not window.frame.buttons.up.isEnabled()
    window.remove_part()
    assert code not in [one.code for one in window.template.tables]
    offered = [one.text() for one in window.frame.buttons.more.menu().actions()]
    assert offered[-1] == f"Lấy lại: Biểu {code}"
    window.add_part("table", code)
    assert window.template == before


def test_nothing_written_is_lost_unasked(
    qtbot: QtBot, asked: Session, answers: Answers
) -> None:
    window = opened(qtbot, asked)
    write(window, "supply", "Mới.")
    answers.script = [False]
    window.close()
    assert window.dirty
    answers.script = [False]
    window._on_kind("report-final")
    assert (window.template.code, window.frame.kinds.currentData()) == (YEAR, YEAR)
    answers.script = [True]
    window._on_kind("report-final")
    assert window.template.code == "report-final"


def test_going_back_asks_first(qtbot: QtBot, asked: Session, answers: Answers) -> None:
    mine = replace(load_for(asked.store, YEAR), closing="Của ta./.")
    put_template(asked.store, mine)
    window = opened(qtbot, asked)
    assert window.frame.reset_action.isEnabled()
    answers.script = [False, True]
    window.desk.reset(window.state)
    assert load_for(asked.store, YEAR).closing == "Của ta./."
    window.desk.reset(window.state)
    assert load_for(asked.store, YEAR) == templates.load_template(YEAR)
    assert not window.frame.reset_action.isEnabled()


def test_a_template_is_carried_out_and_in(
    qtbot: QtBot, asked: Session, answers: Answers, tmp_path: Path
) -> None:
    file = tmp_path / "m.toml"
    window = opened(qtbot, asked)
    answers.script = [file, file]
    window.desk.export(window.state)
    assert str(file) in window.frame.message.text
    file.write_text(
        file.read_text("utf-8").replace("ĐÁNH GIÁ CHUNG", "ĐÁNH GIÁ"), "utf-8"
    )
    window.desk.import_(window.state)
    assert section(window, "assessment").heading == "ĐÁNH GIÁ"
    file.write_text("x = ", "utf-8")
    answers.script = [file]
    window.desk.import_(window.state)
    assert "dòng 1" in answers.faults[-1].why


def test_what_a_newer_program_brings_is_offered_and_decided(
    qtbot: QtBot, asked: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = templates.load_template(YEAR)
    put_template(asked.store, replace(shipped, closing="Của ta./."))
    later = replace(shipped, version=2, closing="Mới./.", subject="{plan} {period}")
    real = templates.load_template
    monkeypatch.setattr(
        templates,
        "load_template",
        lambda code, folder=None: later if code == YEAR else real(code, folder),
    )
    window = opened(qtbot, asked)
    assert window.frame.offers.text().startswith("2 phần mới")
    dialog = window.desk.offer(window.state)
    ticked = [dialog.list.item(row).checkState().name for row in range(2)]
    assert ticked == ["Checked", "Unchecked"]  # not what the office wrote itself
    dialog.list.setCurrentRow(1)
    assert dialog.mine.toPlainText() == "Của ta./."
    assert dialog.theirs.toPlainText() == "Mới./."
    dialog.accept()
    assert window.template.subject == "{plan} {period}"
    assert window.template.closing == "Của ta./."
    assert window.frame.offers.isHidden()


def test_a_letter_has_no_outline_to_write(qtbot: QtBot, asked: Session) -> None:
    window = opened(qtbot, asked, "letter-reminder")
    assert window.frame.buttons.isHidden()
    assert "đôn đốc báo cáo" in shown(window, qtbot)


def test_everything_is_named_and_fits_a_small_screen(
    qtbot: QtBot, asked: Session
) -> None:
    window = opened(qtbot, asked)
    assert window.height() <= 700
    for place in (HEAD, ("section", "supply"), ("table", "A"), LABELS):
        window.frame.tree.choose(place)
        assert nameless(window) + english_left(window) == []


def test_help_is_a_key_away(qtbot: QtBot, asked: Session) -> None:
    window = opened(qtbot, asked)
    with qtbot.waitActive(window):
        window.show()
    QTest.keyClick(window, Qt.Key.Key_F1)
    (shown,) = window.findChildren(HelpDialog)
    assert shown.browser.toPlainText().startswith("Mẫu báo cáo, công văn")


def test_writing_can_begin_without_a_mouse(qtbot: QtBot, asked: Session) -> None:
    window = opened(qtbot, asked)
    with qtbot.waitActive(window):
        window.show()
    window.frame.tree.setFocus()
    QTest.keyClick(window.frame.tree, Qt.Key.Key_Down)
    assert window.frame.section.heading.text() == "CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert window.frame.section.heading.hasFocus()
