"""Every cell of a paste is judged before any is kept."""

import datetime as dt
from typing import Any

from desktop.gui.forms.fields import Offer
from desktop.gui.session import Session
from desktop.gui.sheet.cell_editors import around
from desktop.gui.sheet.pasting import Ground, land
from desktop.gui.tables.columns import columns_of
from desktop.gui.tables.reading_names import read_names
from desktop.operations.entries.read_known import read_known
from tests import builders
from tests.gui.entry_office import register


def ground(session: Session, *names: str, records: tuple[Any, ...] = ()) -> Ground:
    one = register(session, "training")
    known_names = read_names(session)
    columns = {each.field.name: each for each in columns_of(one, known_names)}
    offer = Offer(known_names, tuple, dt.date(2024, 12, 20), 2024)
    return Ground(
        register=one,
        columns=[columns[name] for name in names],
        record=lambda row: records[row] if row < len(records) else None,
        known=read_known(session.store),
        around=around(offer),
        proposed=lambda: {
            "agency": builders.OWN,
            "first_day": dt.date(2024, 12, 20),
            "last_day": dt.date(2024, 12, 20),
            "state": "done",
        },
    )


def test_counts_agree_with_what_was_pasted(session: Session) -> None:
    kept = builders.an_activity(id="a", attendance=40)
    given = ground(session, "attendance", "place", records=(kept,))
    landing = land(given, (("x", "Nhà rông", "dư"),), 0)
    assert (landing.cells, len(landing.faults), landing.beside) == (1, 1, 1)
    assert landing.changes == {"a": {"place": "Nhà rông"}}
    assert landing.rows == [
        (1, {0: ("x", "“x” không phải là số."), 1: ("Nhà rông", "")})
    ]


def test_what_is_there_already_changes_nothing(session: Session) -> None:
    kept = builders.an_activity(id="a", attendance=40)
    given = ground(session, "attendance", "title", records=(kept,))
    landing = land(given, (("40", kept.title),), 0)
    assert not landing.lands
    assert landing.same == 2


def test_a_new_entry_takes_what_is_proposed_for_blanks_alone(session: Session) -> None:
    given = ground(session, "title", "first_day", "pillar", "form")
    rows = (
        ("Một", "5/4/2024", "knowledge", "training_both"),
        ("Hai", "", "knowledge", "training_both"),
        ("Ba", "mai mốt", "knowledge", "training_both"),
        ("", "", "", ""),
    )
    landing = land(given, rows, 0)
    first, second = landing.new
    assert first.first_day == first.last_day == dt.date(2024, 4, 5)  # type: ignore[attr-defined]
    assert second.first_day == dt.date(2024, 12, 20)  # type: ignore[attr-defined]
    (fault,) = landing.faults
    assert (fault.row, fault.label) == (3, "Từ ngày")


def test_a_formula_guard_comes_off(session: Session) -> None:
    kept = builders.an_activity(id="a")
    landing = land(ground(session, "title", records=(kept,)), (("'=1+1",),), 0)
    assert landing.changes == {"a": {"title": "=1+1"}}
