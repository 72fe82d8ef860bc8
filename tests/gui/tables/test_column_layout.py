"""A column that must be written in is shown, and fits."""

from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
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
