"""Entries of a shared event are marked in the list, in words too."""

import pytest
from PySide6.QtCore import Qt

from desktop.gui.session import Session
from desktop.gui.tables.joint_marks import MARK
from desktop.gui.tables.reading_names import read_names
from desktop.gui.tables.register_table import RegisterModel
from desktop.operations.entries.join_events import join, unjoin
from desktop.records.identity import RecordId
from tests import builders
from tests.gui.entry_office import YEAR, keep, register

LEAD, OTHER = RecordId("lead"), RecordId("other")


@pytest.fixture
def model(session: Session) -> RegisterModel:
    keep(
        session,
        builders.an_activity(id="alone"),
        builders.an_activity(id="lead"),
        builders.an_activity(id="other", agency=builders.UNIT),
    )
    join(session.store, LEAD, (OTHER,))
    names = read_names(session)
    return RegisterModel(session.store, register(session, "training"), names, YEAR)


def titles(model: RegisterModel, role: int) -> dict[str, str]:
    at = [one.field.name for one in model.columns].index("title")
    return {
        str(model.record(row).id): str(model.data(model.index(row, at), role))
        for row in range(model.rowCount())
    }


def test_the_lead_and_what_is_joined_to_it_bear_a_mark(model: RegisterModel) -> None:
    shown = titles(model, Qt.ItemDataRole.DisplayRole)
    assert [one for one, text in shown.items() if text.startswith(MARK)] == [
        "other",
        "lead",
    ]


def test_the_mark_is_told_in_words(model: RegisterModel) -> None:
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        said = titles(model, role)
        assert "gồm 1 hoạt động phối hợp" in said["lead"]
        assert "tổng tính ở “Tập huấn kiến thức" in said["other"]
        assert "Sự kiện chung" not in said["alone"]


def test_the_mark_goes_with_the_event(model: RegisterModel, session: Session) -> None:
    titles(model, Qt.ItemDataRole.DisplayRole)
    unjoin(session.store, (LEAD,))
    model.reload()
    shown = titles(model, Qt.ItemDataRole.DisplayRole)
    assert not any(text.startswith(MARK) for text in shown.values())
