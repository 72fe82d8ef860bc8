"""What lies in the tray is ticked, left out and settled; nothing is stored."""

from dataclasses import replace
from pathlib import Path

from desktop.gui.pages.collect.tray.contents import Contents, Line, by_sorting
from desktop.records.arrival import WITHIN, ArrivalRow, Counts, Fate, Sorting
from desktop.records.returns import ReturnKind
from tests.rules.intake.files import an_arrival


def line(contents: Contents, name: str) -> Line:
    return next(one for one in contents.lines if one.arrival.name == name)


def ticked(contents: Contents) -> list[str]:
    return [one.name for one in contents.ticked]


def test_files_lie_by_group_and_only_ready_ones_are_ticked() -> None:
    contents = Contents()
    contents.add([Path("x"), Path("x"), Path("y")])
    assert contents.paths == (Path("x"), Path("y"))
    bad = an_arrival("hỏng", sorting=Sorting.TO_FIX)
    good = an_arrival("tốt", counts=Counts(seen=3, accepted=2, unchanged=1))
    contents.show([bad, good])
    assert [one.arrival.name for one in contents.lines] == ["tốt", "hỏng"]
    assert ticked(contents) == ["tốt"]
    assert contents.others == (bad,)
    assert by_sorting(contents.lines) == {Sorting.READY: 1, Sorting.TO_FIX: 1}
    contents.tick(line(contents, "hỏng"), on=True)
    assert ticked(contents) == ["tốt"], "what cannot be taken in is never ticked"
    contents.tick(line(contents, "tốt"), on=False)
    assert ticked(contents) == []
    assert contents.together == Counts(seen=3, refused=3)


def test_of_two_rivals_one_is_ticked() -> None:
    contents = Contents()
    rival = {"reasons": (("rival", "x"),)}
    contents.show([an_arrival("a", **rival), an_arrival("b", **rival)])
    assert ticked(contents) == []
    contents.tick(line(contents, "a"), on=True)
    contents.tick(line(contents, "b"), on=True)
    assert ticked(contents) == ["b"]


def test_of_a_form_and_a_package_that_tells_of_its_unit_one_is_ticked() -> None:
    contents = Contents()
    above = an_arrival("gói", kind=ReturnKind.PACKAGE, tells_of=("a",))
    contents.show([an_arrival("biểu"), replace(above, sender="b")])
    contents.tick(line(contents, "biểu"), on=True)
    contents.tick(line(contents, "gói"), on=True)
    assert ticked(contents) == ["gói"]


def test_what_was_edited_here_stays_until_somebody_says_no() -> None:
    row = ArrivalRow(
        place="activities", row_id="r", title="x", fate=Fate.KEEP, at="Hội nghị!5"
    )
    contents = Contents()
    counts = Counts(seen=3, accepted=1, unchanged=1, refused=1)
    contents.show([an_arrival(rows=(row,), counts=counts)])
    assert contents.keep == {"r"}
    assert contents.together == counts
    contents.take_theirs("r", on=True)
    assert contents.is_theirs("r")
    assert contents.keep == frozenset()
    assert contents.together == Counts(seen=3, accepted=2, refused=1)


def test_words_of_the_offices_key_are_typed_once_for_all_locked_for_it() -> None:
    contents = Contents()
    for_us = {"sorting": Sorting.LOCKED, "reasons": (("locked_key",),)}
    contents.unlock(an_arrival("a", **for_us), "câu của khóa nhận")
    assert contents.words.for_key == "câu của khóa nhận"
    assert contents.words.by_file == {}
    by_words = an_arrival("b", sorting=Sorting.LOCKED, reasons=(("locked_words",),))
    contents.unlock(by_words, "câu của gói")
    assert contents.words.by_file == {by_words.sha256: "câu của gói"}
    assert contents.words.for_key == "câu của khóa nhận"


def test_what_was_taken_in_leaves_and_comes_back_when_taken_back() -> None:
    contents = Contents()
    contents.show([an_arrival("a"), an_arrival("b", sorting=Sorting.FOREIGN)])
    contents.settle()
    assert [one.arrival.name for one in contents.lines] == ["b"]
    assert [one.name for one in contents.others] == ["b"]
    contents.leave_out(line(contents, "b"))
    assert not contents.lines
    assert [one.name for one in contents.others] == ["b"], "it was seen all the same"
    contents.unsettle()
    assert [one.arrival.name for one in contents.lines] == ["a"]


def test_what_is_dropped_once_more_is_shown_once_more() -> None:
    contents = Contents()
    contents.add([Path("/usb/a"), Path("/usb/hộp.zip")])
    inside = an_arrival(f"hộp.zip{WITHIN}b", sorting=Sorting.FOREIGN)
    contents.show([an_arrival("a"), inside])
    contents.settle()
    assert list(contents.paths) == [Path("/usb/hộp.zip")], "the other is not read again"
    contents.leave_out(line(contents, inside.name))
    contents.add([Path("/usb/a"), Path("/usb/hộp.zip")])
    assert list(contents.paths) == [Path("/usb/hộp.zip"), Path("/usb/a")]
    again = an_arrival("a", sorting=Sorting.DUPLICATE)
    contents.show([again, inside])
    assert {one.arrival.name for one in contents.lines} == {"a", inside.name}


def test_what_was_taken_back_is_read_again() -> None:
    contents = Contents()
    contents.add([Path("/usb/a")])
    contents.show([an_arrival("a")])
    contents.settle()
    assert contents.paths == ()
    contents.unsettle()
    assert contents.paths == (Path("/usb/a"),)
