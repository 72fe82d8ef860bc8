"""Going to where a finding is mended."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.forms.evidence.missing_dialog import MissingDialog
from desktop.gui.new_entry import AtField
from desktop.gui.pages.report.checking.going import go
from desktop.records.finding import Where
from desktop.store.search import Hit
from tests import builders
from tests.gui.pages.report_desk import Desk


def gone(desk: Desk, where: Where) -> tuple[list[tuple[str, object]], list[str]]:
    """Return where the window was asked to go, and which sections to write."""
    places: list[tuple[str, object]] = []
    sections: list[str] = []
    desk.session.place_wanted.connect(lambda code, what: places.append((code, what)))
    page = QWidget()
    go(desk.session, where, page, sections.append)
    return places, sections


@pytest.mark.parametrize(
    ("where", "place"),
    [
        (
            Where(place="activities", table="activities", record="a", field="people"),
            ("activities", AtField(hit=Hit("activities", "a"), field="people")),
        ),
        (
            Where(place="activities", table="tallies", record="t"),
            ("activities", Hit("tallies", "t")),
        ),
        (Where(place="activities", record="headcount"), ("activities", "headcount")),
        (Where(place="collect", table="agencies", record="xa"), ("collect", "xa")),
        (Where(place="overview", table="targets", record="t"), ("overview", "t")),
        (Where(place="plan", table="targets", record="t"), ("plan", "t")),
        (Where(place="settings", field="signer"), ("settings", "signer")),
    ],
)
def test_every_place_is_asked_for_what_it_knows(
    desk: Desk, where: Where, place: tuple[str, object]
) -> None:
    assert gone(desk, where) == ([place], [])


def test_a_section_is_written_in_the_page_itself(desk: Desk) -> None:
    where = Where(place="report", table="sections", record="V")
    assert gone(desk, where) == ([], ["V"])


def test_what_lacks_evidence_is_listed_to_attach_to(desk: Desk, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    task = builders.task("2.2")
    sections: list[str] = []
    go(desk.session, Where(place="evidence", record=task), page, sections.append)
    dialog = page.findChild(MissingDialog)
    assert isinstance(dialog, MissingDialog)
    dialog.close()
