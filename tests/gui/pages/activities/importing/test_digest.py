"""One walk finds every place worth going to."""

from desktop.gui.pages.activities.importing.digest import ROW, digest
from desktop.gui.session import Session
from desktop.rules.entry_table.fates import Fate
from tests.gui.entry_office import register
from tests.gui.pages.activities.importing.previews import a_preview


def test_the_places_of_a_preview(session: Session) -> None:
    made = digest(a_preview(register(session, "training")))
    assert {fate: len(rows) for fate, rows in made.places.items()} == {
        Fate.ADD: 4,
        Fate.CHANGE: 2,
        Fate.KEPT: 0,
        Fate.SAME: 1,
        Fate.REFUSED: 2,
        Fate.LEFT_OUT: 1,
    }
    assert made.faults == [(3, 2), (6, ROW), (6, 4)]
    assert made.doubtful == [4, 7], "a doubt with twins, and a hidden row"


def test_letters_are_counted_by_column(session: Session) -> None:
    healed = digest(a_preview(register(session, "training"))).healed
    assert list(healed) == [3]
    assert (healed[3].found, healed[3].text) == ("Nhµ r«ng", "Nhà rông")
    assert (healed[3].kind, healed[3].cells) == ("tcvn3", 1)


def test_cells_that_hold_the_same_wrong_text_are_counted(session: Session) -> None:
    words = digest(a_preview(register(session, "training"))).words
    assert words["attendance", "bốn mươi"] == 1
