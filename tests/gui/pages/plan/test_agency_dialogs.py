"""The windows in which agencies are written, and what became of them."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.forms.deed_dialog import DeedDialog
from desktop.gui.pages.plan.agency_dialogs import (
    AgencyDialog,
    DecidedDialog,
    DissolveDialog,
    MergeDialog,
    SplitDialog,
)
from desktop.gui.session import Session
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.records.agency import Agency, Succession
from desktop.records.identity import AgencyId
from desktop.store import records
from tests.operations.changed_agencies import EVE, LA, MAR, MON, agency

TIERS = {"commune": "Cấp xã"}


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def on(dialog: DecidedDialog, day: str = "1/7/2025", decision: str = "5/QĐ") -> None:
    dialog.day.setText(day)
    dialog.decision.setText(decision)


def said(dialog: DeedDialog) -> str:
    return dialog.message.text


def an_editor(session: Session, parent: QWidget, one: Agency | None) -> AgencyDialog:
    book = read_agencies(session.store)
    dialog = AgencyDialog(session, book, TIERS, one, parent)
    dialog.open()
    return dialog


def test_a_new_agency_is_written_with_its_days_and_aliases(
    session: Session, parent: QWidget
) -> None:
    dialog = an_editor(session, parent, None)
    dialog.name.setText("Trạm Truyền thanh")
    dialog.aliases.setPlainText("Trạm TT\nĐài xã")
    dialog.kind.set_value("public_service")
    dialog.tier.set_value("commune")
    dialog.parent_.set_value(MAR)
    dialog.first.setText("1/7/2025")
    dialog.do()
    kept = agency(session.store, "tram-truyen-thanh")
    assert kept.aliases == ("Trạm TT", "Đài xã")
    assert (kept.kind, kept.tier, kept.parent) == ("public_service", "commune", MAR)
    assert str(kept.valid_from) == "2025-07-01"


def test_what_is_written_of_an_agency_is_shown_and_mended(
    session: Session, parent: QWidget
) -> None:
    kept = agency(session.store, MAR)
    dialog = an_editor(session, parent, kept)
    assert dialog.typed() == kept
    dialog.short_name.setText("Xã Mar")
    dialog.do()
    assert agency(session.store, MAR).short_name == "Xã Mar"


def test_a_name_that_is_borne_and_a_day_that_is_none_are_told_in_place(
    session: Session, parent: QWidget
) -> None:
    dialog = an_editor(session, parent, None)
    dialog.name.setText("Phòng Nội vụ huyện Đăk Hà")
    dialog.last.setText("32/1/2025")
    dialog.parent_.setEditText("Sao Hỏa")
    dialog.do()
    wrong = {n for n, one in dialog.grid.fields.items() if one.property("wrong")}
    assert wrong == {"name", "valid_to", "parent"}
    assert said(dialog) == "Chưa ghi được. Xem các chỗ có dấu ▲."


def a_merger(session: Session, parent: QWidget) -> MergeDialog:
    book = read_agencies(session.store)
    dialog = MergeDialog(session, book, book.by_id[MAR], parent)
    dialog.open()
    return dialog


def test_several_merge_into_a_new_one_like_the_first(
    session: Session, parent: QWidget
) -> None:
    dialog = a_merger(session, parent)
    dialog.merging.set_value((MAR, MON))
    dialog.name.setText("UBND xã Mới")
    on(dialog)
    dialog.do()
    heir = agency(session.store, "ubnd-xa-moi")
    assert (heir.kind, heir.tier) == ("commune", "commune")
    assert agency(session.store, MON).valid_to == EVE


def test_several_merge_into_one_that_goes_on(session: Session, parent: QWidget) -> None:
    dialog = a_merger(session, parent)
    dialog.merging.set_value((MON,))
    dialog.into.set_value(LA)
    on(dialog)
    dialog.do()
    (kept,) = records.find(session.store.reader, Succession)
    assert (set(kept.predecessors), kept.successors) == ({MON, LA}, (LA,))


def test_a_merger_names_one_heir(session: Session, parent: QWidget) -> None:
    dialog = a_merger(session, parent)
    on(dialog)
    assert [(one.field, one.code) for one in dialog.problems()] == [("name", "missing")]
    dialog.name.setText("Mới")
    dialog.into.set_value(LA)
    assert [one.code for one in dialog.problems()] == ["two_heirs"]


def test_one_alone_does_not_merge(session: Session, parent: QWidget) -> None:
    dialog = a_merger(session, parent)
    dialog.name.setText("Mới")
    on(dialog)
    dialog.do()
    assert dialog.grid.fields["predecessors"].property("wrong")


def test_one_splits_and_may_go_on(session: Session, parent: QWidget) -> None:
    whole = agency(session.store, MAR)
    dialog = SplitDialog(session, whole, parent)
    dialog.parts.setPlainText("Xã A")
    on(dialog)
    dialog.open()
    dialog.do()
    assert dialog.grid.fields["successors"].property("wrong")
    dialog.stays.setChecked(True)
    dialog.do()
    assert agency(session.store, MAR).valid_to is None
    assert agency(session.store, "xa-a").parent == whole.parent


def test_one_is_dissolved_by_a_decision(session: Session, parent: QWidget) -> None:
    dialog = DissolveDialog(session, agency(session.store, MAR), parent)
    dialog.open()
    dialog.do()
    assert dialog.grid.fields["day"].property("wrong")
    on(dialog)
    dialog.do()
    (kept,) = records.find(session.store.reader, Succession)
    assert (kept.predecessors, kept.decision) == ((AgencyId(MAR),), "5/QĐ")
