"""A kind of report brings the period it speaks of, and follows the one on screen."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.report.kind_box import KindBox
from desktop.rules.calendar import parse_period, span
from tests.gui.pages.report_desk import Desk


def box(desk: Desk, qtbot: QtBot) -> KindBox:
    made = KindBox(desk.session)
    qtbot.addWidget(made)
    return made


def test_the_kind_on_screen_is_the_one_of_the_period(desk: Desk, qtbot: QtBot) -> None:
    made = box(desk, qtbot)
    assert made.kind.code == "report-year"
    with qtbot.waitSignal(made.kind_changed) as changed:
        desk.session.set_period(parse_period("2024-H1"))
    assert changed.args == ["report-half-year"]
    desk.session.set_period(parse_period("2024-Q1"))
    assert made.kind.code == "report-ad-hoc"


def test_choosing_a_kind_brings_its_period(desk: Desk, qtbot: QtBot) -> None:
    made = box(desk, qtbot)
    made.choose("report-final")
    plan = desk.session.plan
    period = desk.session.period
    assert (period.first_day, period.last_day) == (plan.first_day, plan.last_day)
    assert made.kind.code == "report-final"
    made.choose("report-half-year")
    assert desk.session.period.code.endswith(("-H1", "-H2"))
    assert made.kind.code == "report-half-year"


def test_a_thematic_report_speaks_of_whatever_days_are_typed(
    desk: Desk, qtbot: QtBot
) -> None:
    made = box(desk, qtbot)
    made.choose("report-thematic")
    assert desk.session.period.code == "2024"
    days = parse_period("2024-M12")
    desk.session.set_period(span(days.first_day, days.last_day))
    assert made.kind.code == "report-thematic"


def test_a_letter_stays_a_letter(desk: Desk, qtbot: QtBot) -> None:
    made = box(desk, qtbot)
    made.choose("letter-reminder")
    desk.session.set_period(parse_period("2024-H2"))
    assert made.kind.code == "letter-reminder"


def test_every_kind_is_named_in_words(desk: Desk, qtbot: QtBot) -> None:
    made = box(desk, qtbot)
    names = [made.itemText(row) for row in range(made.count()) if made.itemData(row)]
    assert len(names) == len(set(names)) == 9
    assert "Báo cáo năm" in names
    assert "Công văn đôn đốc" in names
