"""What dialogs are made of: fields with values, plans in words."""

import datetime as dt
from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.writing import Desk, field, new_id, plan_words, text
from desktop.gui.session import Session
from desktop.operations.offices.update_catalogue import retire, values
from desktop.records.catalogue import CatalogueItem
from desktop.records.plan import PlanState
from desktop.records.register import FieldType
from desktop.store import records


def test_a_plan_is_called_by_years_title_number_and_state(session: Session) -> None:
    plan = replace(session.plan, title="Kế hoạch A")
    assert plan_words(plan) == "2023–2028: Kế hoạch A"
    numbered = replace(plan, number="15/KH", state=PlanState.CLOSED)
    assert plan_words(numbered) == "2023–2028: Kế hoạch A, số 15/KH – Đã đóng"
    short = replace(plan, last_day=dt.date(2023, 6, 30))
    assert plan_words(short) == "2023: Kế hoạch A"


def test_a_retired_value_is_offered_no_more_but_shown_where_it_was(
    session: Session, qtbot: QtBot
) -> None:
    item = values(session.store, "staff_group")[0]
    wanted = field("group", FieldType.CHOICE, "Nhóm", catalogue="staff_group")
    offered = Desk(session).editor(wanted, None).widget
    before = offered.count()  # type: ignore[attr-defined]
    session.start(lambda _progress: retire(session.store, item))
    after = Desk(session).editor(wanted, None).widget
    assert after.count() == before - 1  # type: ignore[attr-defined]
    kept = Desk(session).editor(wanted, item.code)
    assert kept.value() == item.code
    assert kept.widget.currentText() == item.name  # type: ignore[attr-defined]
    assert records.get(session.store.reader, CatalogueItem, f"staff_group/{item.code}")


def test_ids_are_never_the_same() -> None:
    assert new_id() != new_id()
    assert text("name", "Tên", help="Gợi ý").help == "Gợi ý"
