"""Agencies with names for their kinds and levels."""

import datetime as dt
from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.agencies import PlanAgencies
from desktop.gui.session import Session
from desktop.operations.read_plan import read_plan
from tests import builders
from tests.gui.pages.asking import shown


def test_an_agency_is_named_with_kind_level_and_years(
    session: Session, qtbot: QtBot
) -> None:
    part = PlanAgencies()
    shown(part, qtbot)
    book = read_plan(session.store, session.period)
    gone = tuple(
        replace(one, valid_to=dt.date(2025, 6, 30)) if one.id == builders.UNIT else one
        for one in book.agencies
    )
    part.show_book(replace(book, agencies=gone))
    model = part.list.model_
    assert model.rowCount() == len(book.agencies)
    row = model.row_of(builders.UNIT)
    assert row is not None
    assert [model.index(row, column).data() for column in (2, 3, 4)] == [
        "Ủy ban nhân dân xã, phường, thị trấn",
        "Cấp xã",
        "đến 30/06/2025",
    ]
