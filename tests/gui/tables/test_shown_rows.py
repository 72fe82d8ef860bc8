"""Which rows are shown is read at once or beside whoever types, with one answer."""

import datetime as dt

from pytestqt.qtbot import QtBot

from desktop.gui.lookout import Lookout
from desktop.gui.session import Session
from desktop.gui.tables.kinds import view_of
from desktop.gui.tables.reading_names import read_names
from desktop.gui.tables.register_table import RegisterModel
from desktop.gui.tables.shown_rows import read_rows, read_rows_and_sums
from desktop.store import listing
from tests import builders
from tests.gui import entry_office
from tests.gui.entry_office import YEAR


def keep(session: Session, count: int) -> None:
    many = (
        builders.an_activity(
            id=f"a{n}", title=f"Bài {n}", attendance=n, last_day=dt.date(2024, 3, n)
        )
        for n in range(1, count + 1)
    )
    entry_office.keep(session, *many)


def a_model(session: Session) -> RegisterModel:
    register = entry_office.register(session, "training")
    return RegisterModel(session.store, register, read_names(session), YEAR)


def test_a_narrowed_view_has_all_its_numbers_newest_first(session: Session) -> None:
    keep(session, 5)
    view = view_of(entry_office.register(session, "training"), YEAR)
    natural = read_rows(session.store, view, narrowed=False)
    assert (natural.count, natural.numbers) == (5, None)
    rows = read_rows_and_sums(
        session.store, view, narrowed=True, columns=("attendance",)
    )
    assert (rows.count, rows.sums) == (5, {"attendance": 15})
    assert rows.numbers is not None
    found = listing.at(session.store.reader, view.record, rows.numbers)
    assert [one.title for one in found] == [f"Bài {n}" for n in (5, 4, 3, 2, 1)]


def test_what_is_typed_is_read_beside_and_shown_when_it_is_there(
    session: Session, qtbot: QtBot
) -> None:
    keep(session, 12)
    model = a_model(session)
    lookout = Lookout(session.store, model)
    model.read_beside(lookout)
    with qtbot.waitSignal(model.shown):
        model.set_text("bai 1")
        assert model.rowCount() == 12, "the rows stay until the answer is there"
    assert model.rowCount() == 4
    assert model.totals()["attendance"] == 1 + 10 + 11 + 12
    assert model.record(0).title == "Bài 12"
    lookout.close()


def test_a_reload_overtakes_what_is_still_read(session: Session, qtbot: QtBot) -> None:
    keep(session, 3)
    model = a_model(session)
    lookout = Lookout(session.store, model)
    model.read_beside(lookout)
    shown: list[int] = []
    model.shown.connect(lambda: shown.append(model.rowCount()))
    model.set_text("bai 2")
    model.reload()
    assert shown == [1], "it shows what was typed at once"
    qtbot.wait(50)
    assert shown == [1], "and not twice"
    lookout.close()
