"""The window that sends a form back: what is wrong, the words, the marked copy."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.returning.returning_dialog import ReturningDialog
from desktop.gui.session import Session
from desktop.records.arrival import Arrival
from desktop.records.form import CollectingForm
from desktop.records.returns import Return
from desktop.store import records
from desktop.store.store import Store
from tests.builders import a_clock
from tests.fakes import Answers
from tests.operations.forms.returned import (
    PERIOD,
    a_form,
    an_arrival,
    at,
    fault,
    fill,
)


@pytest.fixture(scope="module")
def pattern(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """Return an office that made a form, and the form as it came back."""
    folder = tmp_path_factory.mktemp("returned")
    office = Path(shutil.copy(office_pattern, folder / "so.stt"))
    with Store(office, clock=a_clock) as store:
        form, path = a_form(store, folder / "bieu")
    fill(path, {at(form, "attendance"): "12 buổi"}, photo=False)
    return office, path


@pytest.fixture(scope="module")
def office(pattern: tuple[Path, Path]) -> Path:
    return pattern[0]


@pytest.fixture
def ask(session: Session) -> Answers:
    """Put a user in place who answers as he is told."""
    session.ask = Answers()
    return session.ask


@pytest.fixture
def arrival(session: Session, pattern: tuple[Path, Path]) -> Arrival:
    (form,) = records.find(session.store.reader, CollectingForm)
    faults = (
        fault(at(form, "attendance"), "number_not_number", "12 buổi"),
        replace(fault(at(form, "title"), "missing"), doubt=True),
    )
    return an_arrival(form, pattern[1], faults)


@pytest.fixture
def dialog(
    session: Session, arrival: Arrival, ask: Answers, qtbot: QtBot
) -> Iterator[ReturningDialog]:
    session.set_period(PERIOD)
    above = QWidget()
    qtbot.addWidget(above)
    made = ReturningDialog(session, (arrival,), above)
    made.open()
    yield made
    made.close()


def test_it_tells_the_unit_the_file_and_each_fault(dialog: ReturningDialog) -> None:
    said = dialog.said.text()
    assert "Ủy ban nhân dân xã Đăk Mar: 1 ô phải sửa, 1 ô cần xem lại" in said
    assert "Tệp của đơn vị giữ nguyên" in said
    model = dialog.list.model_
    rows = [
        [str(model.index(row, at).data()) for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    doubted, wrong = rows
    assert doubted[3].startswith("– ")
    assert wrong[3] == "▲ “12 buổi” không phải là số."
    assert wrong[4] == "Chỉ ghi số, ví dụ 12"


def test_the_text_names_unit_and_period_and_no_day_that_is_past(
    dialog: ReturningDialog,
) -> None:
    said = dialog.text.toPlainText()
    assert said.startswith("Kính gửi: Ủy ban nhân dân xã Đăk Mar.")
    assert "6 tháng cuối năm 2024" in said
    assert "hết ngày" not in said, "the form was due in November"


def test_the_text_tells_until_when(
    session: Session, arrival: Arrival, ask: Answers, qtbot: QtBot
) -> None:
    session.set_period(PERIOD)
    session.today = PERIOD.first_day
    above = QWidget()
    qtbot.addWidget(above)
    dialog = ReturningDialog(session, (arrival,), above)
    assert "gửi lại trước hết ngày 24/11/2024." in dialog.text.toPlainText()
    dialog.close()


def test_the_text_may_be_changed_and_is_copied_as_it_is(
    dialog: ReturningDialog,
) -> None:
    dialog.text.setPlainText("Chị ơi sửa giúp em")
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Chị ơi sửa giúp em"
    assert "Đã chép" in dialog.message.text


def test_the_copy_and_the_text_as_typed_are_written(
    dialog: ReturningDialog, session: Session, ask: Answers, tmp_path: Path
) -> None:
    folder = tmp_path / "tra"
    folder.mkdir()
    ask.script.append(folder)
    dialog.text.setPlainText("Sửa giúp")
    dialog.write_button.click()
    assert {one.suffix for one in folder.iterdir()} == {".xlsx", ".txt"}
    (text,) = folder.glob("*.txt")
    assert text.read_text("utf-8-sig") == "Sửa giúp"
    assert "Đã ghi 1 bản trả lại" in dialog.message.text
    assert records.count(session.store.reader, Return) == 1
    assert dialog.write_button.isEnabled()


def test_no_folder_chosen_leaves_all_as_it_is(
    dialog: ReturningDialog, session: Session, ask: Answers
) -> None:
    ask.script.append(None)
    dialog.write_button.click()
    assert records.count(session.store.reader, Return) == 0
    assert dialog.message.text == ""


def test_several_forms_are_chosen_among_and_written_together(
    session: Session, arrival: Arrival, ask: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    above = QWidget()
    qtbot.addWidget(above)
    other = replace(arrival, faults=arrival.faults[:1])
    dialog = ReturningDialog(session, (arrival, other), above)
    dialog.open()
    assert not dialog.choice.isHidden()
    dialog.text.setPlainText("Riêng cho biểu này")
    dialog.choice.setCurrentIndex(1)
    assert dialog.list.model_.rowCount() == 1
    dialog.choice.setCurrentIndex(0)
    assert dialog.text.toPlainText() == "Riêng cho biểu này"
    ask.script.append(tmp_path)
    dialog.write_button.click()
    texts = sorted(one.read_text("utf-8-sig") for one in tmp_path.glob("*lai*.txt"))
    assert len(texts) == 2
    assert texts[1] == "Riêng cho biểu này"
    dialog.close()
