"""A column says how many files an entry has, and of which one awaits some."""

import pytest
from PySide6.QtCore import Qt

from desktop.gui.session import Session
from desktop.gui.tables.copying import mime_of
from desktop.gui.tables.evidence_column import LACKING, EvidenceCounts
from desktop.gui.tables.reading_names import read_names
from desktop.gui.tables.register_table import BLOCK, RegisterModel
from desktop.operations.evidence.detach_evidence import detach_evidence
from desktop.records.activity import ActivityState
from desktop.records.evidence import Evidence
from desktop.rules.cell_text import Around
from desktop.store import records
from tests import builders
from tests.gui.entry_office import YEAR, register


def a_file(number: int, row_id: str, place: str = "activities") -> Evidence:
    return Evidence(
        id=f"e{number}",  # type: ignore[arg-type]
        place=place,
        row_id=row_id,
        name="anh.jpg",
        sha256="a" * 64,
        size=1000,
        media="image/jpeg",
        added_at=builders.NOW,
        source_sha256="b" * 64,
    )


def keep(session: Session, *many: object) -> None:
    with session.store.change("record_many") as change:
        for one in many:
            records.put(change, one)


@pytest.fixture
def model(session: Session) -> RegisterModel:
    """Show, newest first: one of two files, an account of it, one planned, one bare."""
    keep(
        session,
        builders.an_activity(id="bare", title="Bare"),
        builders.an_activity(
            id="planned", title="Planned", state=ActivityState.PLANNED
        ),
        builders.an_activity(id="lead", title="Lead"),
        builders.an_activity(id="account", title="Account", joined_to="lead"),
        a_file(1, "lead"),
        a_file(2, "lead"),
    )
    return a_model(session)


def a_model(session: Session, code: str = "training") -> RegisterModel:
    names = read_names(session)
    return RegisterModel(session.store, register(session, code), names, YEAR)


def cells(model: RegisterModel, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
    last = model.columnCount() - 1
    return [str(model.index(row, last).data(role)) for row in range(model.rowCount())]


def titles(model: RegisterModel) -> list[str]:
    return [model.record(row).title for row in range(model.rowCount())]


def test_the_last_column_counts_files_and_says_where_they_are_awaited(
    model: RegisterModel,
) -> None:
    assert model.columns[-1].label == "Minh chứng"
    found = dict(zip(titles(model), cells(model), strict=True))
    assert found == {"Lead": "2", "Account": "2", "Planned": "", "Bare": LACKING}


def test_a_reader_of_screens_hears_what_stands_there(model: RegisterModel) -> None:
    said = cells(model, Qt.ItemDataRole.AccessibleTextRole)
    assert "Minh chứng: 2" in said
    assert "Minh chứng: ▲ chưa có" in said
    assert "Minh chứng: trống" in said


def test_of_what_takes_no_place_nothing_is_awaited(session: Session) -> None:
    keep(session, builders.a_product(id="one"), builders.a_product(id="bare"))
    keep(session, a_file(1, "one", "products"))
    assert sorted(cells(a_model(session, "product"))) == ["", "1"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("có", {"Lead", "Account"}),
        ("c", {"Lead", "Account"}),
        ("chưa", {"Bare"}),
        ("▲ chưa có", {"Bare"}),
        ("khong", {"Bare"}),
        ("0", {"Bare", "Planned"}),
        ("2", {"Lead", "Account"}),
        ("> 2", set()),
        ("<2", {"Bare", "Planned"}),
        ("1-3", {"Lead", "Account"}),
        ("xyz", set()),
    ],
)
def test_it_filters_by_words_and_numbers(
    model: RegisterModel, typed: str, expected: set[str]
) -> None:
    model.set_filter(model.columnCount() - 1, typed)
    assert set(titles(model)) == expected


def test_it_sorts_by_the_number(model: RegisterModel) -> None:
    last = model.columnCount() - 1
    model.sort(last, Qt.SortOrder.DescendingOrder)
    assert cells(model)[:2] == ["2", "2"]
    model.sort(last, Qt.SortOrder.AscendingOrder)
    assert cells(model)[2:] == ["2", "2"]


def test_a_file_taken_off_is_seen_at_once(
    model: RegisterModel, session: Session
) -> None:
    before = titles(model).index("Bare")
    assert cells(model)[before] == LACKING
    keep(session, a_file(3, "bare"))
    model.follow(frozenset({"evidence"}))
    assert cells(model)[before] == "1"
    model.set_filter(model.columnCount() - 1, "có")
    assert set(titles(model)) == {"Lead", "Account", "Bare"}
    detach_evidence(session.store, ("e3",))
    model.follow(frozenset({"evidence"}))
    assert set(titles(model)) == {"Lead", "Account"}


def test_a_change_of_something_else_reads_nothing_again(
    model: RegisterModel,
) -> None:
    cells(model)
    read: list[str] = []
    model._store.reader.set_trace_callback(read.append)
    model.follow(frozenset({"agencies"}))
    cells(model)
    model._store.reader.set_trace_callback(None)
    assert not [sql for sql in read if "evidence" in sql]


def test_files_are_counted_once_for_a_block(session: Session) -> None:
    many = (builders.an_activity(id=f"a{n}") for n in range(BLOCK))
    keep(session, *many)
    model = a_model(session)
    read: list[str] = []
    session.store.reader.set_trace_callback(read.append)
    assert len(cells(model)) == BLOCK
    session.store.reader.set_trace_callback(None)
    assert len([sql for sql in read if "from evidence" in sql]) == 1


def test_copying_gives_the_number(model: RegisterModel) -> None:
    around = Around(choices=lambda _field: (), today=builders.NOW.date(), year=2024)
    column = model.columns[-1]
    rows = range(model.rowCount())
    mime = mime_of([(model.record(row), [column]) for row in rows], around)
    assert sorted(mime.text().split("\r\n")[:4]) == ["0", "0", "2", "2"]
    assert 'x:num="2"' in mime.html()


def test_an_entry_not_kept_yet_has_no_files(session: Session) -> None:
    assert EvidenceCounts(session.store).of(object()) == 0
    assert EvidenceCounts(session.store).text(object()) == ""


def test_it_is_shown_from_the_start_and_gives_way_first(model: RegisterModel) -> None:
    column = model.columns[-1]
    assert column.field.column
    others = [one.weight for one in model.columns[:-1]]
    assert column.weight < min(others)
