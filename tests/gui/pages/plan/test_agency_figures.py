"""Figures by agency, told in two ways with one total."""

from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.agency_figures import TOTAL, AgencyFiguresView
from desktop.gui.session import Session
from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.agencies.read_agency_figures import read_agency_figures
from desktop.operations.agencies.split_agency import split_agency
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.entries.join_events import join
from desktop.operations.entries.record_entry import record_many
from desktop.records.identity import RecordId
from tests import builders
from tests.operations.changed_agencies import LA, MAR, MON, new


def rows(view: AgencyFiguresView) -> list[list[str]]:
    model = view.list.model_
    return [
        [str(model.index(row, at).data()) for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_switch_moves_figures_to_heirs_and_keeps_the_total(
    session: Session, qtbot: QtBot
) -> None:
    store, view = session.store, AgencyFiguresView()
    qtbot.addWidget(view)
    record_many(
        store,
        (
            builders.an_activity(id="1", agency=MAR, attendance=1000),
            builders.an_activity(id="2", agency=MON, attendance=7),
            builders.an_activity(id="3", agency=LA, attendance=3),
        ),
    )
    day = Decided(day=session.today, number="1")
    merge_agencies(store, (MAR, MON), new("Xã Mới"), day)
    split_agency(store, LA, (new("Xã A"), new("Xã B")), day)
    view.show_figures(read_agency_figures(store, session.period), "năm 2024")
    assert view.said.text() == "Số liệu năm 2024"
    assert [row[:3] for row in rows(view)] == [
        ["Ủy ban nhân dân xã Đăk La", "1", "3"],
        ["Ủy ban nhân dân xã Đăk Mar", "1", "1.000"],
        ["Ủy ban nhân dân xã Hà Mòn", "1", "7"],
        [TOTAL, "3", "1.010"],
    ]
    view.now.setChecked(True)
    told = {row[0]: (row[2], row[-1]) for row in rows(view)}
    assert told == {
        "Xã Mới": ("1.007", "Gồm số liệu của UBND xã Đăk Mar, UBND xã Hà Mòn."),
        "Ủy ban nhân dân xã Đăk La": (
            "3",
            "Đã tách thành Xã A, Xã B; số liệu cũ chưa chia được.",
        ),
        TOTAL: ("1.010", ""),
    }


def test_the_total_of_a_joint_event_explains_itself(
    session: Session, qtbot: QtBot
) -> None:
    store, view = session.store, AgencyFiguresView()
    qtbot.addWidget(view)
    record_many(
        store,
        (
            builders.an_activity(id="1", agency=MAR, attendance=300),
            builders.an_activity(id="2", agency=MON, attendance=300),
        ),
    )
    join(store, RecordId("1"), (RecordId("2"),))
    view.show_figures(read_agency_figures(store, session.period), "năm 2024")
    assert [(row[0], row[1], row[2], row[-1]) for row in rows(view)] == [
        ("Ủy ban nhân dân xã Đăk Mar", "1", "300", ""),
        ("Ủy ban nhân dân xã Hà Mòn", "1", "300", ""),
        (TOTAL, "1", "300", "Gồm 1 hoạt động phối hợp; tổng tính một lần."),
    ]
