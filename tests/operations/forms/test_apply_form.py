"""Taking a form in writes what was shown, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import ConflictError
from desktop.operations.entries.record_entry import record
from desktop.operations.forms.apply_form import FormsInTurn
from desktop.operations.history.undo import undo
from desktop.records.activity import Activity
from desktop.records.arrival import Fate
from desktop.records.returns import UnlistedTotal
from desktop.store import received, records
from desktop.store.store import Store
from tests.operations.forms import filled
from tests.operations.forms.filled import Made, a_row, accept, only

LIST = "Hội nghị quán triệt, phổ biến"


@pytest.fixture(scope="module")
def made(office_pattern: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make one form for all tests of this module."""
    return filled.made(office_pattern, tmp_path_factory.mktemp("forms"))


@pytest.fixture
def store(made: Made, tmp_path: Path) -> Iterator[Store]:
    """Give a test its own copy of the office that made the form."""
    with made.open(tmp_path) as opened:
        yield opened


def rows(*many: filled.Row) -> dict[str, Any]:
    return {"rows": {"conference": many}}


def titles(store: Store) -> dict[str, Activity]:
    return {one.title: one for one in records.find(store.reader, Activity)}


def totals(store: Store) -> dict[str, int]:
    found = records.find(store.reader, UnlistedTotal)
    return {one.figure: int(one.value) for one in found}


def test_what_was_shown_is_written_and_known_by_its_cell(
    made: Made, store: Store, tmp_path: Path
) -> None:
    path = made.fill(
        tmp_path / "a.xlsx", **rows(a_row(title="Một")), totals={"clubs": 4}
    )
    _, ret = accept(store, path)
    one = titles(store)["Một"]
    assert totals(store) == {"clubs": 4}
    origin = received.origin(store.reader, "activities", one.id)
    assert origin is not None
    assert (origin.ret, origin.cell) == (ret.id, f"{LIST}!5")
    assert len(list(received.of_return(store.reader, ret.id))) == 2


def test_the_same_again_writes_nothing_but_who_confirmed_it(
    made: Made, store: Store, tmp_path: Path
) -> None:
    path = made.fill(tmp_path / "a.xlsx", **rows(a_row()), totals={"clubs": 4})
    accept(store, path)
    before = titles(store), totals(store)
    arrival, ret = accept(store, path)
    assert {one.fate for one in arrival.rows} == {Fate.SAME}
    assert (titles(store), totals(store)) == before
    assert len(list(received.of_return(store.reader, ret.id))) == 2


def test_one_undo_takes_everything_back(
    made: Made, store: Store, tmp_path: Path
) -> None:
    accept(store, made.fill(tmp_path / "a.xlsx", **rows(a_row(title="Một"))))
    later = made.fill(
        tmp_path / "b.xlsx", **rows(a_row(title="Hai"), a_row(title="Ba"))
    )
    accept(store, later)
    assert set(titles(store)) == {"Hai", "Ba"}
    undo(store)
    assert set(titles(store)) == {"Một"}


def test_what_was_edited_here_stays_unless_the_officer_says_otherwise(
    made: Made, store: Store, tmp_path: Path
) -> None:
    accept(
        store,
        made.fill(tmp_path / "a.xlsx", **rows(a_row(title="Một"), a_row(title="Hai"))),
    )
    for one in titles(store).values():
        record(store, replace(one, attendance=44))
    later = made.fill(tmp_path / "b.xlsx", **rows(a_row(title="Một", attendance=50)))
    kept = frozenset(one.row_id for one in only(store, later).rows)
    accept(store, later, kept)
    assert {one.attendance for one in titles(store).values()} == {44}
    # Nobody decided on them: the next version asks again.
    assert {one.fate for one in only(store, later).rows} == {Fate.KEEP}
    accept(store, later)
    assert {title: one.attendance for title, one in titles(store).items()} == {
        "Một": 50
    }


def test_a_file_changed_since_it_was_shown_is_refused(
    made: Made, store: Store, tmp_path: Path
) -> None:
    path = made.fill(tmp_path / "a.xlsx", **rows(a_row()))
    arrival = only(store, path)
    made.fill(path, **rows(a_row(attendance=41)))
    with pytest.raises(ConflictError) as caught:
        FormsInTurn(store, (arrival,)).inspected(arrival)
    assert caught.value.reason == "received_altered"
    path.write_bytes(b"")
    with pytest.raises(ConflictError) as caught:
        FormsInTurn(store, (arrival,)).inspected(arrival)
    assert caught.value.reason == "received_altered"


def test_an_office_changed_since_it_was_shown_is_refused(
    made: Made, store: Store, tmp_path: Path
) -> None:
    path = made.fill(tmp_path / "a.xlsx", **rows(a_row(title="Một")))
    accept(store, path)
    later = made.fill(tmp_path / "b.xlsx", **rows(a_row(title="Một", attendance=50)))
    arrival = only(store, later)
    record(store, replace(titles(store)["Một"], attendance=44))
    with pytest.raises(ConflictError) as caught:
        FormsInTurn(store, (arrival,)).inspected(arrival)
    assert caught.value.reason == "table_changed_since"


def test_forms_are_read_again_in_any_turn(
    made: Made, store: Store, tmp_path: Path
) -> None:
    paths = [
        made.fill(tmp_path / f"{n}.xlsx", **rows(a_row(attendance=n))) for n in (1, 2)
    ]
    arrivals = filled.inspected(store, *paths)
    turn = FormsInTurn(store, arrivals)
    for one in (arrivals[1], arrivals[0]):
        assert turn.inspected(one).judgement.counts == one.counts
