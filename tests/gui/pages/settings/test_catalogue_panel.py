"""Catalogues are edited, and nothing in them is deleted."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gui.pages.settings.catalogue_panel import ABOUT, CataloguePanel
from desktop.gui.session import Session
from desktop.operations.offices.update_catalogue import values
from desktop.wording.catalogues import ORDER
from tests.gui.pages.asking import shown
from tests.gui.pages.plan.plan_desk import last_verb, press, said, take_back, texts
from tests.gui.walking import english_left, nameless

KEY = Qt.Key


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> CataloguePanel:
    made = CataloguePanel(session)
    shown(made, qtbot)
    made.names.select("channel")
    return made


def names(session: Session) -> list[str]:
    return [one.name for one in values(session.store, "channel")]


def test_catalogues_are_called_in_the_office_s_words(panel: CataloguePanel) -> None:
    model = panel.names.model_
    shown_names = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert model.rows[: len(ORDER)] == ORDER
    assert shown_names[0] == "Nội dung tuyên truyền"
    assert panel.use.text().startswith("Dùng cho: ")
    assert not nameless(panel) + english_left(panel)


def test_why_nothing_is_deleted_is_said_and_there_is_no_such_button(
    panel: CataloguePanel,
) -> None:
    assert "không xóa được" in ABOUT
    assert not [name for name in panel.verbs.buttons if "Xóa" in name]


def test_a_value_is_added_by_keyboard(panel: CataloguePanel, session: Session) -> None:
    press(panel.list, KEY.Key_Insert)
    opened = panel.deeds.dialog
    assert opened is not None
    assert not nameless(opened) + english_left(opened)
    opened.editors["name"].set_value(names(session)[0])
    opened.save()
    assert said(opened, "name").startswith("▲ Danh mục đã có giá trị")
    opened.editors["name"].set_value("Loa kéo di động")
    opened.editors["aliases"].set_value(("Loa kéo",))
    opened.save()
    assert names(session)[-1] == "Loa kéo di động"
    assert panel.list.current.code == "loa_keo_di_dong"
    take_back(session)
    assert "Loa kéo di động" not in names(session)


def test_a_value_is_retired_and_brought_back(
    panel: CataloguePanel, session: Session
) -> None:
    panel.list.select("facebook")
    panel.retire()
    assert last_verb(session) == "retire_value"
    assert panel.list.current.retired, "one stays on the value"
    row = panel.list.model_.row_of("facebook")
    assert row is not None
    assert texts(panel, 3)[row] == "Ngừng dùng"
    assert panel.verbs.buttons["Ngừng dùng"].text() == "Dù&ng lại"
    panel.retire()
    assert last_verb(session) == "bring_back_value"
    assert not panel.list.current.retired


def test_values_change_places_by_keyboard(
    panel: CataloguePanel, session: Session
) -> None:
    before = names(session)
    panel.list.select(panel.list.model_.rows[1].code)
    press(panel.list, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(session)[:2] == [before[1], before[0]]
    press(panel.list, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(session)[:2] == [before[1], before[0]], "it is the first"


def test_a_renamed_value_keeps_its_code(
    panel: CataloguePanel, session: Session
) -> None:
    panel.list.select("facebook")
    press(panel.list, KEY.Key_F2)
    opened = panel.deeds.dialog
    assert opened is not None
    opened.editors["name"].set_value("Trang Facebook")
    opened.save()
    assert session.name_of("channel", "facebook") == "Trang Facebook"
    assert last_verb(session) == "amend_value"
