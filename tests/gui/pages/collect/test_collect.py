"""The parts of the place `Thu thập`, each made when it is looked at."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.collect import CollectPage
from desktop.gui.pages.collect.parts import PARTS
from desktop.gui.session import Session
from tests import builders
from tests.gui.pages.asking import shown


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> CollectPage:
    made = CollectPage(session)
    shown(made, qtbot)
    return made


def titles(page: CollectPage) -> list[str]:
    return [page.tabs.tabText(number) for number in range(page.tabs.count())]


def test_the_units_come_first_and_are_there_at_once(page: CollectPage) -> None:
    assert titles(page)[0] == "Đơn vị"
    assert page.tabs.currentWidget() is page.units
    assert page.units.list.model_.rowCount() == 34


def test_a_part_is_made_when_it_is_first_looked_at(page: CollectPage) -> None:
    for late in page.others.values():
        made = [late.pane]
        page.open(late.part.code)
        assert page.tabs.currentWidget() is late
        made.append(late.pane)
        page.open("units")
        page.open(late.part.code)
        made.append(late.pane)
        assert made[0] is None, "nobody looked yet"
        assert made[1] is not None
        assert made[2] is made[1], "it is made once"


def test_a_unit_wanted_from_elsewhere_is_shown_in_its_list(page: CollectPage) -> None:
    for late in page.others.values():
        page.open(late.part.code)
    page.open(builders.UNIT)
    assert page.tabs.currentWidget() is page.units
    assert page.units.list.current.agency.id == builders.UNIT


def test_every_part_has_a_tab_of_its_own(page: CollectPage) -> None:
    assert titles(page)[1:] == [part.title for part in PARTS if part.exists]
    assert all(isinstance(one, QWidget) for one in page.others.values())
    assert page.findChild(QLabel) is not None
