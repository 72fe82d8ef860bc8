"""All forms are made by one click, and a second time only when asked for."""

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.forms.forms_desk import AGAIN, FormsDesk, usual_folder
from desktop.gui.session import Session
from desktop.operations.forms.make_forms import make_forms
from desktop.records.identity import AgencyId
from tests import builders
from tests.fakes import Answers
from tests.gui.pages.asking import shown

OTHER = "phong-noi-vu-dak-ha"


@pytest.fixture
def ask(session: Session) -> Answers:
    session.ask = Answers()
    return session.ask


@pytest.fixture
def desk(session: Session, qtbot: QtBot) -> FormsDesk:
    made = FormsDesk(session)
    shown(made, qtbot)
    return made


def select(desk: FormsDesk, *agencies: str) -> None:
    desk.list.clearSelection()
    for one in agencies:
        row = desk.list.model_.row_of(one)
        assert row is not None
        index = desk.list.model_.index(row, 0)
        flags = desk.list.selectionModel().SelectionFlag
        desk.list.selectionModel().select(index, flags.Select | flags.Rows)


def made_before(session: Session, *agencies: str) -> None:
    folder = session.store.path.parent / "before"
    make_forms(
        session.store, session.period, [AgencyId(one) for one in agencies], folder
    )


def files(folder: Path) -> int:
    return len(list(folder.glob("*.xlsx")))


def test_everybody_who_owes_is_listed_and_nobody_need_be_chosen(
    desk: FormsDesk,
) -> None:
    assert desk.list.model_.rowCount() == 34
    assert desk.make_button.text() == "&Làm biểu cho cả 34 đơn vị"
    assert desk.make_button.isEnabled()
    assert not desk.stop_button.isVisible()


def test_one_click_makes_all_of_them(desk: FormsDesk, session: Session) -> None:
    desk.make_button.click()
    folder = usual_folder(session)
    assert folder.name == "nam-2024"
    assert files(folder) == 34
    assert "Đã làm 34 biểu" in desk.message.text
    assert all(one.newest for one in desk.list.model_.rows)
    assert desk.close_button.isEnabled()


def test_only_the_selected_ones_get_a_form(desk: FormsDesk, session: Session) -> None:
    select(desk, builders.UNIT, OTHER)
    assert desk.make_button.text() == "&Làm biểu cho 2 đơn vị"
    desk.make()
    assert files(usual_folder(session)) == 2


def test_they_go_where_one_wants_them(
    desk: FormsDesk, ask: Answers, tmp_path: Path
) -> None:
    ask.script = [tmp_path / "elsewhere", None]
    desk.choose_button.click()
    desk.choose_button.click()
    select(desk, builders.UNIT)
    desk.make()
    assert files(tmp_path / "elsewhere") == 1, (
        "no other folder was chosen the last time"
    )


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("Chỉ làm cho 1 đơn vị chưa có", 1), (AGAIN, 2), (None, 0)],
)
def test_a_second_form_is_made_only_when_asked_for(
    session: Session, qtbot: QtBot, ask: Answers, answer: str | None, expected: int
) -> None:
    made_before(session, builders.UNIT)
    desk = FormsDesk(session)
    shown(desk, qtbot)
    select(desk, builders.UNIT, OTHER)
    ask.script = [answer]
    desk.make()
    folder = usual_folder(session)
    assert (files(folder) if folder.exists() else 0) == expected


def test_where_all_have_one_there_is_only_making_them_again(
    session: Session, qtbot: QtBot, ask: Answers
) -> None:
    made_before(session, builders.UNIT)
    desk = FormsDesk(session)
    shown(desk, qtbot)
    select(desk, builders.UNIT)
    ask.script = [AGAIN]
    desk.make()
    assert AGAIN in ask.asked[0]
    assert "Chỉ làm" not in ask.asked[0]


def test_a_folder_nobody_may_write_to_is_told_in_four_lines(
    desk: FormsDesk, ask: Answers, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    desk.folder = tmp_path / "file" / "forms"
    select(desk, builders.UNIT)
    desk.make()
    assert len(ask.faults) == 1
    assert desk.make_button.isEnabled(), "one can try again"


def test_while_it_writes_it_cannot_be_closed_but_stopped(
    desk: FormsDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # what runs at once in tests is watched from the inside, by its progress
    seen: list[tuple[bool, bool, bool]] = []

    def look(step: object) -> None:
        desk.reject()
        buttons: tuple[QPushButton, ...] = (desk.stop_button, desk.close_button)
        stop, close = buttons
        seen.append((desk.isVisible(), stop.isVisible(), close.isEnabled()))

    monkeypatch.setattr(desk, "_on_told", look)
    select(desk, builders.UNIT)
    desk.make()
    assert seen
    assert set(seen) == {(True, True, False)}
    desk.reject()
    assert not desk.isVisible()


def test_every_control_has_a_name(desk: FormsDesk) -> None:
    for one in (desk.choose_button, desk.stop_button, desk.list):
        assert one.accessibleName()
    assert dataclasses.is_dataclass(desk.list.model_.rows[0])
