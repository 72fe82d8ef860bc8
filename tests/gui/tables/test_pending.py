"""What shows before the file has it."""

from desktop.gui.tables.pending import Pending, Typed
from desktop.records.activity import Activity
from desktop.rules.cell_edits import CellEdit
from tests import builders


def edit(**values: object) -> CellEdit:
    return CellEdit(record=Activity, id="a", values=values)


def test_edits_show_one_over_the_other_until_they_end() -> None:
    pending, record = Pending(), builders.an_activity(id="a", place="x")
    first = pending.begin([edit(place="y", people=1)])
    second = pending.begin([edit(place="z")])
    assert (pending.shown(record).place, pending.shown(record).people) == ("z", 1)
    assert pending.shown(builders.an_activity(id="b", place="x")).place == "x"
    pending.end(second)
    assert pending.shown(record).place == "y"
    pending.end(first)
    assert pending.shown(record) is record
    assert pending.shown(None) is None


def test_words_are_known_by_their_record_and_forgotten() -> None:
    pending = Pending()
    pending.typed["a", "people"] = Typed("x", "sai")
    pending.doubts["a", "people"] = "?"
    assert pending.of_record("a") == {"people": Typed("x", "sai")}
    pending.forget("a", "people")
    assert not pending.typed
    assert not pending.doubts
