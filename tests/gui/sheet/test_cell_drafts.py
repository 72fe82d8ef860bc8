"""Typing in a cell of an entry, cut off: it is offered, gone on with, and dropped."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gui.session import Session
from desktop.gui.sheet.cell_drafts import NOT_KEPT, offer_cells
from desktop.operations.entries import keep_draft
from tests.gui.sheet.desk import Typist

Offer = tuple[str, str, Callable[[], object]]


@pytest.fixture
def typist(session: Session, qtbot: QtBot) -> Typist:
    return Typist(session, qtbot)


def offered(typist: Typist) -> list[Offer]:
    """Return what is offered when the table opens."""
    said: list[Offer] = []
    offer_cells(
        typist.sheet.cells,
        typist.view.rows,
        lambda text, verb, call: said.append((text, verb, call)),
    )
    return said


def cut_off(session: Session, record_id: str, **values: object) -> None:
    """Leave what a program that was killed had kept."""
    keep_draft.keep(session.store, record_id, "training", values)


def test_it_is_gone_on_with_in_its_cell_and_kept_with_enter(
    typist: Typist, session: Session
) -> None:
    cut_off(session, "a2", title="Lớp viết tin, b")
    ((text, verb, resume),) = offered(typist)
    assert text.endswith("ở: Lớp 2.")
    assert verb == "Gõ tiếp ô đó"
    resume()
    assert typist.typed() == "Lớp viết tin, b"
    typist.type("ài")
    typist.press(Qt.Key.Key_Return)
    assert typist.kept("a2").title == "Lớp viết tin, bài"
    assert keep_draft.kept(session.store) == ()


def test_escape_gives_it_up(typist: Typist, session: Session) -> None:
    cut_off(session, "a1", attendance="45 ng")
    ((_, _, resume),) = offered(typist)
    resume()
    typist.press(Qt.Key.Key_Escape)
    assert typist.kept("a1").attendance == 101
    assert keep_draft.kept(session.store) == ()
    assert offered(typist) == []


def test_words_left_in_other_cells_stand_there_again_and_are_not_kept(
    typist: Typist, session: Session
) -> None:
    cut_off(session, "a3", attendance="bốn mươi", place="Nhà rông", title="Lớp v")
    ((_, _, resume),) = offered(typist)
    resume()
    typed = typist.model.pending.typed
    assert typed["a3", "attendance"].text == "bốn mươi"
    assert typed["a3", "place"].sentence == NOT_KEPT
    assert typist.typed() == "Lớp v"
    assert typist.kept("a3").title == "Lớp 3"


def test_drafts_of_the_form_and_of_entries_not_shown_are_not_offered(
    typist: Typist, session: Session
) -> None:
    whole = {one.name: "" for one in typist.model.register.fields}
    cut_off(session, "a1", **whole)
    cut_off(session, "gone", title="Lớp")
    keep_draft.keep(session.store, "a2", "product", {"title": "Tờ"})
    assert offered(typist) == []
