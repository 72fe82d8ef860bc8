"""The draft is read beside whoever types; what is out of date never arrives."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.drafting import Drafted, Drafting, read_draft
from desktop.operations.reports.draft_report import Drafts, Request
from desktop.rules.calendar import parse_period
from tests.gui.pages.report_desk import YEAR, Desk

REQUEST = Request(period=YEAR, period_words="năm 2024", texts={"outlook": "Của tôi"})


def test_a_draft_is_sorted_by_the_sections_it_stands_in(desk: Desk) -> None:
    drafted = read_draft(Drafts(), desk.store, "khóa", REQUEST)
    assert drafted.key == "khóa"
    assert {"direction", "targets", "outlook"} <= set(drafted.generated)
    assert "Của tôi" not in drafted.generated["outlook"].text
    assert [one.code for one in drafted.blocks["targets"]] == ["targets_short"]


def test_what_is_asked_arrives(desk: Desk, qtbot: QtBot) -> None:
    owner = QObject()
    drafting = Drafting(desk.session, owner)
    with qtbot.waitSignal(drafting.arrived) as arrived:
        drafting.ask("khóa", REQUEST)
    assert isinstance(arrived.args[0], Drafted)
    assert not drafting.busy


def test_a_period_without_a_plan_is_told_and_stops_nothing(
    desk: Desk, qtbot: QtBot
) -> None:
    owner = QObject()
    drafting = Drafting(desk.session, owner)
    outside = Request(period=parse_period("2035"), period_words="năm 2035")
    with qtbot.waitSignal(drafting.refused) as refused:
        drafting.ask("khóa", outside)
    assert getattr(refused.args[0], "reason", "") == "period_outside_plan"


def test_several_changes_are_read_once(desk: Desk, qtbot: QtBot) -> None:
    owner = QObject()
    drafting = Drafting(desk.session, owner)
    arrived: list[object] = []
    drafting.arrived.connect(arrived.append)
    for _ in range(3):
        drafting.ask_soon("khóa", REQUEST)
    assert not arrived
    qtbot.waitUntil(lambda: bool(arrived))
    assert len(arrived) == 1
