"""Plans that ship and are not here are offered with who issued them."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.files.plans import plan_names
from desktop.gui.session import Session
from tests import builders
from tests.gui.pages.plan.plan_desk import a_page, last_verb, press
from tests.gui.walking import english_left, nameless


def test_what_is_here_is_not_offered_and_what_is_chosen_comes(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    page.chooser.add_shipped()
    opened = page.chooser.shipped
    assert opened is not None
    assert not nameless(opened) + english_left(opened)
    names = {one.name for one in plan_names()} - {builders.PLAN}
    assert {one.name for one in opened.list.model_.rows} == names
    chosen = opened.list.current
    press(opened.list, Qt.Key.Key_Return)
    assert last_verb(session) == "add_plan"
    assert chosen.name in {one.id for one in session.plans}
    assert session.plan.id == builders.PLAN, "one goes on with the plan one had"
    assert page.message.text == f"Đã thêm vào sổ: {chosen.title}"
    assert page.chooser.plans.count() == 2


def test_with_every_plan_here_there_is_nothing_to_add(
    session: Session, qtbot: QtBot
) -> None:
    page = a_page(session, qtbot)
    for _ in range(len(plan_names()) - 1):
        page.chooser.add_shipped()
        assert page.chooser.shipped is not None
        page.chooser.shipped.add()
    page.chooser.add_shipped()
    opened = page.chooser.shipped
    assert opened is not None
    assert opened.list.model_.rows == ()
    assert not opened.add_button.isEnabled()
