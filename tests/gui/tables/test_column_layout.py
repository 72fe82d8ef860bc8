"""A column that must be written in is shown, and fits."""

from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.gui.sheet.register_view import RegisterView
from desktop.gui.tables.register_table import RegisterModel
from tests.gui.entry_office import YEAR
from tests.gui.sheet.desk import Typist


def test_a_column_revealed_shows_from_now_on(session: Session, qtbot: QtBot) -> None:
    typist = Typist(session, qtbot)
    pillar = typist.at("pillar")
    assert typist.view.header.isSectionHidden(pillar)
    typist.view.columns.reveal(pillar)
    assert not typist.view.header.isSectionHidden(pillar)
    assert typist.view.header.sectionSize(pillar) > 60
    qtbot.wait(10)
    assert not typist.view.header.isSectionHidden(pillar), "nothing hides it again"
    typist.view.columns.reset()
    assert typist.view.header.isSectionHidden(pillar)


def again(session: Session, qtbot: QtBot, typist: Typist, width: int) -> RegisterView:
    """Show the register anew, as somebody who left it and comes back."""
    model = RegisterModel(
        session.store, typist.model.register, typist.model.names, YEAR
    )
    view = RegisterView(model, session.settings)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(width, 500)
    view.show()
    qtbot.wait(20)
    return view


def test_columns_only_chosen_follow_the_room_when_they_come_back(
    session: Session, qtbot: QtBot
) -> None:
    typist = Typist(session, qtbot)
    typist.view.columns.reveal(typist.at("pillar"))
    qtbot.wait(20)
    view = again(session, qtbot, typist, 960)
    assert not view.header.isSectionHidden(typist.at("pillar"))
    assert view.header.length() == view.rows.viewport().width()


def test_a_width_somebody_gave_comes_back(session: Session, qtbot: QtBot) -> None:
    typist = Typist(session, qtbot)
    title = typist.at("title")
    typist.view.header.resizeSection(title, 321)
    view = again(session, qtbot, typist, 960)
    assert view.header.sectionSize(title) == 321
