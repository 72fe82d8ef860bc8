"""A unit's days told by its own file and by the office above it count once."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.errors import ConflictError
from desktop.operations.intake.accept_arrivals import Accepted, accept_arrivals
from desktop.operations.intake.take_back_intake import take_back_intake
from desktop.records.arrival import Arrival, Fate
from desktop.records.returns import Return, ReturnState
from desktop.rules.counting import Span
from desktop.rules.intake.statements import QUESTION, takeable, ticked_at_first
from desktop.store import records, totals
from desktop.store.store import Store
from desktop.wording.arrivals import reasons
from tests.builders import a_copy
from tests.operations.intake.senders import MAR, UI, Senders
from tests.operations.intake.sent_packages import (
    FIRST,
    LAST,
    OTHER,
    a_package,
    a_slip,
    an_entry,
    entries_of,
)
from tests.operations.intake.twelve import seen
from tests.store.samples import FIGURES, NAMES

PEOPLE = FIGURES["direct_attendance"]  # type: ignore[index]
SPAN = Span(FIRST, LAST)
OURS, THEIRS = False, True
"""What came first stays, or the file stands."""
TOLD: Mapping[str, Mapping[str, int]] = {
    "biểu": {MAR: 30},
    "gói trên": {MAR: 37, OTHER: 100},
    "gói xã": {MAR: 8},
    "ui": {UI: 40},
}
"""People by unit, as each file tells them."""
NAME = "Ủy ban nhân dân xã Đăk Mar"


@pytest.fixture(scope="module")
def files(
    senders_pattern: tuple[Path, Senders], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Path]:
    """Return the form of a unit, its own package, and one of the office above it."""
    folder = tmp_path_factory.mktemp("hai lần")
    above = entries_of(
        (
            an_entry(1, agency=MAR, attendance=11),
            an_entry(2, agency=MAR, attendance=26),
            an_entry(3, agency=OTHER, attendance=100),
        ),
        sender=OTHER,
    )
    own = entries_of((an_entry(1, agency=MAR, attendance=8),), sender=MAR)
    return {
        "biểu": senders_pattern[1]["mar1"],
        "gói trên": a_package(folder, above, None),
        "gói xã": a_package(folder, own, None),
        "ui": senders_pattern[1]["ui"],
    }


@pytest.fixture
def office(senders_pattern: tuple[Path, Senders]) -> Iterator[Store]:
    with a_copy(senders_pattern[0]) as store:
        yield store


def look(store: Store, file: Path) -> Arrival:
    (found,) = seen(store, [file])
    return found


def asked(arrival: Arrival) -> list[str]:
    """Return the units one is asked about."""
    return [row.title for row in arrival.rows if row.place == QUESTION]


def take_in(store: Store, file: Path, answer: bool = OURS) -> Accepted:
    """Take a file in, with the same answer to every question."""
    found = look(store, file)
    assert takeable(found), found.reasons
    kept = frozenset(row.row_id for row in found.rows if row.fate is Fate.KEEP)
    return accept_arrivals(store, [found], frozenset() if answer else kept).value


def people(store: Store) -> dict[str, int]:
    found = totals.grouped(store.reader, PEOPLE, SPAN, "agency", NAMES)
    assert sum(found.values(), Decimal(0)) == totals.total(
        store.reader, PEOPLE, SPAN, NAMES
    )
    return {unit: int(value) for unit, value in found.items() if value}


@pytest.mark.parametrize(
    ("order", "answer", "expected"),
    [
        (("biểu", "gói trên"), OURS, {MAR: 30, OTHER: 100}),
        (("gói trên", "biểu"), THEIRS, {MAR: 30, OTHER: 100}),
        (("biểu", "gói trên"), THEIRS, {MAR: 37, OTHER: 100}),
        (("gói trên", "biểu"), OURS, {MAR: 37, OTHER: 100}),
        (("gói xã", "gói trên"), OURS, {MAR: 8, OTHER: 100}),
        (("gói trên", "gói xã"), THEIRS, {MAR: 8, OTHER: 100}),
    ],
)
def test_both_orders_of_arrival_end_in_what_was_chosen(
    office: Store,
    files: Mapping[str, Path],
    order: Sequence[str],
    answer: bool,
    expected: Mapping[str, int],
) -> None:
    for name in order:
        take_in(office, files[name], answer)
    assert people(office) == expected
    states = {one.state for one in records.find(office.reader, Return)}
    assert states == {ReturnState.ACCEPTED}, "both were received"


@pytest.mark.parametrize("order", [("biểu", "gói trên"), ("gói trên", "biểu")])
def test_the_tray_names_the_earlier_file_and_asks_unit_by_unit(
    office: Store, files: Mapping[str, Path], order: Sequence[str]
) -> None:
    take_in(office, files[order[0]])
    found = look(office, files[order[1]])
    assert not ticked_at_first(found)
    (row,) = (row for row in found.rows if row.place == QUESTION)
    assert (row.title, row.fate) == (NAME, Fate.KEEP)
    (told,) = row.changes
    assert (told.ours, told.theirs) == (files[order[0]].name, files[order[1]].name)
    assert f"{NAME}: đã được kể, cùng những ngày, trong tệp nhận trước" in reasons(
        found
    )
    assert files[order[0]].name in reasons(found)


def test_what_is_left_out_is_counted_as_not_taken_in(
    office: Store, files: Mapping[str, Path]
) -> None:
    take_in(office, files["biểu"])
    counts = take_in(office, files["gói trên"]).counts
    assert (counts.seen, counts.accepted, counts.refused) == (3, 1, 2)
    take_back_intake(office, records.find(office.reader, Return)[0].intake)
    counts = take_in(office, files["gói trên"], THEIRS).counts
    assert (counts.seen, counts.accepted, counts.refused) == (3, 3, 0)


def test_nobody_is_asked_about_units_nobody_else_told(
    office: Store, files: Mapping[str, Path]
) -> None:
    take_in(office, files["ui"])
    for name in ("biểu", "gói trên", "gói xã"):
        assert asked(look(office, files[name])) == []


def test_a_file_told_of_since_it_was_looked_at_is_not_taken_in(
    office: Store, files: Mapping[str, Path]
) -> None:
    found = look(office, files["gói trên"])
    take_in(office, files["biểu"])
    with pytest.raises(ConflictError, match="told_twice"):
        accept_arrivals(office, [found], frozenset())
    assert people(office) == {MAR: 30}


def test_a_slip_that_waited_brings_nothing_that_was_left_out_of_its_original(
    office: Store, files: Mapping[str, Path], tmp_path: Path
) -> None:
    entries = entries_of(
        (
            an_entry(1, agency=MAR, attendance=12),
            an_entry(3, agency=OTHER, attendance=101),
        ),
        sender=OTHER,
    )
    take_in(office, files["biểu"])
    take_in(office, a_package(tmp_path, entries, None, **a_slip(entries)))
    assert people(office) == {MAR: 30}, "it waits for its original"
    take_in(office, files["gói trên"], OURS)
    assert people(office) == {MAR: 30, OTHER: 101}


def test_the_unit_s_corrected_form_is_asked_about_again(
    office: Store, files: Mapping[str, Path], senders: Senders
) -> None:
    take_in(office, files["biểu"])
    take_in(office, files["gói trên"], THEIRS)
    assert people(office)[MAR] == 37
    take_in(office, senders["mar1b"], OURS)
    assert people(office)[MAR] == 37
    take_back_intake(office, records.find(office.reader, Return)[0].intake)
    take_in(office, senders["mar1b"], THEIRS)
    assert people(office)[MAR] == 61, "11 + 20 + 30"


# --- in and back, in any order -----------------------------------------------------


class Desk:
    """An office, and which file tells of each unit."""

    def __init__(self, store: Store, files: Mapping[str, Path]) -> None:
        """Begin with nothing taken in."""
        self.store, self._files = store, files
        self.done: list[str] = []
        self.inside: dict[str, str] = {}
        self._tells: dict[str, list[str]] = {}
        """Files that tell of a unit, the one that stands last."""

    def take_in(self, name: str, answer: bool) -> None:
        """Take a file in; what came first gives way to it, or it to that."""
        self.done.append(f"{name} {'thay' if answer else 'giữ'}")
        self.inside[name] = take_in(self.store, self._files[name], answer).intake
        for unit in TOLD[name]:
            line = self._tells.setdefault(unit, [])
            if answer or not line:
                line.append(name)
        self.check()

    def take_back(self, name: str) -> None:
        """Take one back: whoever gave way before it stands again."""
        self.done.append(f"hoàn tác {name}")
        take_back_intake(self.store, self.inside.pop(name))
        for line in self._tells.values():
            if name in line:
                line.remove(name)
        self.check()

    def check(self) -> None:
        """Hold what stands against the file that stands for each unit."""
        expected = {
            unit: TOLD[line[-1]][unit] for unit, line in self._tells.items() if line
        }
        assert people(self.store) == expected, self.done


def play(desk: Desk, deeds: Sequence[tuple[str, bool]]) -> None:
    """Take in what is not there, and back what is."""
    for name, answer in deeds:
        if name in desk.inside:
            desk.take_back(name)
        else:
            desk.take_in(name, answer)


NAMED = st.tuples(st.sampled_from(sorted(TOLD)), st.booleans())
B, G, X = "biểu", "gói trên", "gói xã"


@settings(max_examples=3, deadline=None)
@given(deeds=st.lists(NAMED, min_size=2, max_size=7))
@example(deeds=[(B, THEIRS), (G, THEIRS), (X, THEIRS), (G, OURS), (X, OURS)])
@example(deeds=[(B, THEIRS), (G, THEIRS), (X, THEIRS), (X, OURS), (B, OURS)])
@example(deeds=[(B, THEIRS), (G, OURS), (B, OURS), (X, THEIRS), (G, OURS)])
@example(deeds=[(X, OURS), (X, OURS), (X, OURS), (G, THEIRS), (G, OURS), (X, OURS)])
def test_in_whatever_order_files_come_and_go_a_unit_is_counted_once(
    senders_pattern: tuple[Path, Senders],
    files: Mapping[str, Path],
    deeds: Sequence[tuple[str, bool]],
) -> None:
    with a_copy(senders_pattern[0]) as store:
        play(Desk(store, files), deeds)
