"""Names of a sender are settled once, the likeliest already chosen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.mapping.mapping_dialog import NOWHERE, MappingDialog
from desktop.gui.session import Session
from desktop.operations.intake.map_sender import Decision, map_sender, settled
from desktop.records.arrival import Unmapped
from desktop.records.exchange import MappedKind, Mapping
from desktop.store import records
from tests import builders

PLAN = Unmapped(
    sender="ke-hoach-tinh",
    kind=MappedKind.PLAN,
    theirs="ke-hoach-tinh",
    name="41/KH-UBND Kế hoạch của tỉnh",
    offers=((builders.PLAN, "Kế hoạch của huyện"),),
)
TASK = Unmapped(
    sender="ke-hoach-tinh",
    kind=MappedKind.TASK,
    theirs="ke-hoach-tinh/7",
    name="7 Việc không ai có",
)
UNIT = Unmapped(
    sender="xa-la",
    kind=MappedKind.AGENCY,
    theirs="xa-la",
    name="Xã Đăk Mar mới",
    offers=(("ubnd-xa-dak-mar", "Ủy ban nhân dân xã Đăk Mar"),),
)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(page: QWidget, session: Session) -> MappingDialog:
    made = MappingDialog(session, (PLAN, TASK, UNIT), page)
    made.show()
    return made


def test_the_likeliest_plan_is_chosen_and_a_unit_is_always_asked(
    dialog: MappingDialog,
) -> None:
    assert [field.value for field in dialog.fields] == [builders.PLAN, None, None]
    dialog.keep_button.click()
    assert "2" in dialog.message.text
    assert dialog.isVisible()


def test_what_is_settled_is_remembered(
    dialog: MappingDialog, session: Session, tmp_path: Path
) -> None:
    _plan, task, unit = dialog.fields
    task.set_value("-")
    assert task.currentText() == NOWHERE
    assert unit.findData("-") == -1
    unit.set_value("ubnd-xa-dak-mar")
    assert dialog.grab().save(str(tmp_path / "mapping.png"))
    dialog.keep_button.click()
    found = {
        one.theirs: one.ours for one in records.find(session.store.reader, Mapping)
    }
    assert found == {
        PLAN.theirs: builders.PLAN,
        TASK.theirs: None,
        UNIT.theirs: "ubnd-xa-dak-mar",
    }


def test_a_dialog_is_as_tall_as_its_names_and_never_taller_than_a_screen(
    page: QWidget, session: Session
) -> None:
    heights = [
        MappingDialog(session, [PLAN] * many, page).height() for many in (1, 4, 90)
    ]
    assert heights[0] < heights[1] < heights[2] <= 690


def test_what_was_settled_is_shown_and_may_be_settled_otherwise(
    page: QWidget, session: Session
) -> None:
    map_sender(
        session.store,
        (
            Decision(unmapped=PLAN, ours=None),
            Decision(unmapped=TASK, ours=builders.task("2.2")),
        ),
    )
    dialog = MappingDialog(session, (), page, settled=settled(session.store))
    plan, task = dialog.fields
    assert plan.currentText() == NOWHERE
    assert task.value == builders.task("2.2")
    plan.set_value(builders.PLAN)
    dialog.keep_button.click()
    found = {
        one.theirs: one.ours for one in records.find(session.store.reader, Mapping)
    }
    assert found == {PLAN.theirs: builders.PLAN, TASK.theirs: builders.task("2.2")}
