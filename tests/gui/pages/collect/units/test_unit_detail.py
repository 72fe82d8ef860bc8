"""What is known of one unit beside all of them."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.units.unit_detail import NOBODY, UnitDetail
from desktop.rules.unit_states import Rate
from tests.gui.pages.collect.units.test_units_list import ONE


def test_years_stand_side_by_side_for_the_unit_and_for_all(qtbot: QtBot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    detail = UnitDetail(frame)
    every = {2023: Rate(owed=34, reported=30, in_time=20), 2024: Rate(owed=34)}
    detail.show_unit(None, every)
    assert detail.facts.text() == NOBODY
    assert not detail.contact_button.isEnabled()

    from dataclasses import replace

    detail.show_unit(replace(ONE, rates={2023: Rate(owed=1, reported=1)}), every)
    model = detail.years.model_
    told = [[model.index(n, c).data() for c in range(5)] for n in range(2)]
    assert told[0] == ["2023", "1/1 (100%)", "0/1 (0%)", "30/34 (88%)", "20/34 (59%)"]
    assert told[1][1:3] == ["–", "–"], "the unit owed nothing that year"
    assert detail.name.text() == "Xã A"
    assert detail.contact_button.isEnabled()
