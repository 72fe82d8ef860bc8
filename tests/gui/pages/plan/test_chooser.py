"""Several plans in one office: chosen, added, made, closed, removed."""

import datetime as dt

from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.operations.plans.choose_plan import choose_plan
from desktop.operations.plans.make_plan import make_plan
from desktop.operations.plans.read_plan import PlanBook
from desktop.records.plan import Plan, PlanState
from desktop.records.task import Task
from desktop.rules.calendar import parse_period
from desktop.store import records
from tests import builders
from tests.fakes import Answers
from tests.gui import entry_office
from tests.gui.pages.plan.plan_desk import a_page, dialog, fill, said, take_back
from tests.operations.plan_office import a_plan

OTHER = "2025: Kế hoạch truyền thông năm 2025"


def with_second(session: Session, **changes: object) -> Plan:
    plan = a_plan(session.store, **changes)
    session.start(lambda _progress: make_plan(session.store, plan))
    return plan


def test_choosing_switches_everything_and_the_period(
    session: Session, qtbot: QtBot
) -> None:
    plan = with_second(session, parent=builders.PLAN)
    page = a_page(session, qtbot)
    books: list[PlanBook] = []
    page.reading.arrived.connect(books.append)
    row = page.chooser.plans.findData(plan.id)
    page.chooser.plans.setCurrentIndex(row)
    page.chooser.plans.activated.emit(row)
    assert session.plan == plan
    assert session.period == parse_period("2025"), "a year of the new plan"
    assert books[-1].plan == plan
    assert page.tasks.list.model_.rows == ()
    assert "Thực hiện kế hoạch cấp trên: Triển khai" in page.sentence.text()
    assert page.message.text.startswith("Đang làm việc với kế hoạch")
    take_back(session)
    assert session.plan.id == builders.PLAN


def test_a_new_plan_after_the_model_of_this_one_is_gone_to(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    page.chooser.make_new()
    opened = dialog(page)
    assert opened.editors["copied"].value() == builders.PLAN
    fill(opened, title="Kế hoạch của đơn vị", parent=builders.PLAN)
    fill(opened, first_day=dt.date(2025, 1, 1), last_day=dt.date(2030, 12, 31))
    opened.save()
    assert said(opened, "parent").startswith("▲ Kế hoạch cấp trên kết thúc ngày 31/12")
    fill(opened, last_day=dt.date(2025, 12, 31), state="in_force")
    opened.save()
    assert session.plan.title == "Kế hoạch của đơn vị"
    model = records.find(session.store.reader, Task, where={"plan": builders.PLAN})
    assert len(page.tasks.list.model_.rows) == len(model)


def test_a_parent_of_the_same_issuer_is_a_doubt_that_may_stand(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    page.chooser.make_new()
    opened = dialog(page)
    fill(opened, title="Kế hoạch", parent=builders.PLAN, issuer=session.plan.issuer)
    assert not [one for one in opened.look() if one.blocking]
    assert (
        said(opened, "parent") == "? Kế hoạch cấp trên do chính cơ quan này ban hành?"
    )


def test_a_plan_is_closed_and_opened_again(session: Session, qtbot: QtBot) -> None:
    with_second(session)
    page = a_page(session, qtbot, OTHER, f"{OTHER} – Đã đóng")
    page.chooser.close_other()
    words = [page.chooser.plans.itemText(row) for row in range(2)]
    assert f"{OTHER} – Đã đóng" in words
    page.chooser.open_closed()
    assert {one.state for one in session.plans} == {PlanState.IN_FORCE}


def test_an_unused_plan_is_removed(session: Session, qtbot: QtBot) -> None:
    with_second(session)
    page = a_page(session, qtbot, OTHER, True)
    page.chooser.remove_other()
    assert page.message.text == "Đã xóa kế hoạch"
    assert len(session.plans) == 1
    assert not page.chooser.more.isEnabled()


def test_a_used_plan_is_offered_to_be_closed_instead(
    session: Session, qtbot: QtBot
) -> None:
    entry_office.keep(session, builders.an_activity())
    second = with_second(session)
    session.start(lambda _progress: choose_plan(session.store, second.id))
    here = "2023–2028: Triển khai thực hiện Đề án truyền thông về quyền …"
    page = a_page(session, qtbot, here, True)
    page.chooser.remove_other()
    asked = session.ask
    assert isinstance(asked, Answers)
    assert "không xóa được. Đóng kế hoạch?" in asked.asked[1]
    closed = {one.id for one in session.plans if one.state is PlanState.CLOSED}
    assert closed == {builders.PLAN}


def test_with_nothing_to_do_it_is_said(session: Session, qtbot: QtBot) -> None:
    page = a_page(session, qtbot)
    page.chooser.open_closed()
    asked = session.ask
    assert isinstance(asked, Answers)
    assert asked.told == ["Không có kế hoạch nào phù hợp với việc này."]
