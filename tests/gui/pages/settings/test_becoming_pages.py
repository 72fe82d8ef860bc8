"""The three pages on which one tells what our office became."""

import datetime as dt

from pytestqt.qtbot import QtBot

from desktop.gui.pages.settings.becoming_pages import NamesPage, UnitsPage, WhatPage
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.rules.agency_book import AgencyBook
from desktop.rules.office_names import Territory, propose


def test_the_newest_levels_are_offered_first(qtbot: QtBot) -> None:
    page = WhatPage()
    qtbot.addWidget(page)
    assert page.chosen.preset.code == "two_tier_2025"
    assert page.kind.currentText().startswith("Phòng Văn hóa - Xã hội cấp xã – Hai cấp")
    assert {one.preset.code for one in page.kinds} == {
        "two_tier_2025",
        "three_tier_2023",
    }


def test_the_first_page_tells_territory_day_and_decision(qtbot: QtBot) -> None:
    page = WhatPage()
    qtbot.addWidget(page)
    assert {one.field for one in page.unreadable()} == {"territory", "day"}
    page.place.setText(" xã  A ")
    page.day.setText("1/7/2025")
    page.decided_on.setText("16/6/2025")
    page.decision.setText("1/NQ")
    assert not page.unreadable()
    assert page.territory == Territory(place="xã A")
    told = page.decided()
    assert (told.day, told.number) == (dt.date(2025, 7, 1), "1/NQ")
    assert told.decided_on == dt.date(2025, 6, 16)


def test_names_are_proposed_and_typed_over(qtbot: QtBot) -> None:
    what, page = WhatPage(), NamesPage()
    qtbot.addWidget(what)
    qtbot.addWidget(page)
    of = Territory(place="xã A", above="tỉnh B")
    names = propose(what.chosen.template, of, AgencyBook())
    page.propose(names)
    assert page.office(names.office) == names.office
    assert page.papers(names.papers) == names.papers
    page.line.setText("Phòng khác")
    assert page.papers(names.papers).issuer_lines == ("UBND XÃ A", "PHÒNG KHÁC")


def test_the_old_recipient_is_named_where_there_is_another(qtbot: QtBot) -> None:
    page = UnitsPage()
    qtbot.addWidget(page)
    recipient = Agency(id=AgencyId(""), name="Sở B")
    page.propose(recipient, (("a", "A"), ("b", "B")), (AgencyId("b"),))
    page.name_old("Sở A", other=True)
    assert page.follows.isChecked()
    assert "Sở A" in page.follows.text()
    assert (page.merged.value, page.ended.value) == ((), ("b",))
    assert not page.unreadable()
    page.name_old("Sở A", other=False)
    assert not page.follows.isEnabled()
    page.recipient.clear()
    assert [one.field for one in page.unreadable()] == ["recipient"]
