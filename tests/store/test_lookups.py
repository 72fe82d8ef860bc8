"""What sorts and finds records stays in line with them, whatever becomes of them."""

import datetime as dt
import lzma
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.progress import Step
from desktop.records.activity import Activity
from desktop.records.product import Posting
from desktop.rules.search_words import fits, wanted, words
from desktop.rules.vietnamese import fold, sort_key
from desktop.store import listing, lookups, records, search, undoing
from desktop.store.rows import to_row
from desktop.store.shelves import SHELVES
from desktop.store.store import Store
from desktop.store.views import Contains, OneOf, Order, View, Within
from tests import builders

DATABASES = Path(__file__).parents[1] / "databases"
KINDS = ("training", "contest")
TITLES = (
    "Ăn Tết",
    "ăn tết",
    "An ninh",
    "Bài 2",
    "Bài 10",
    "Đăk Hà",
    "Dân số",
    "Zơ",
    "",
)
SINCE, UNTIL = "2024-01-01", "2024-01-31"

Deeds = list[tuple[int, str, str, int, bool]]
"""Number of a record, its kind, title and day, and whether it is removed instead."""

deeds = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(KINDS),
        st.sampled_from(TITLES),
        st.integers(1, 40),
        st.booleans(),
    ),
    max_size=25,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with builders.a_bare_store(tmp_path / "so.stt") as opened:
        yield opened


def an_entry(number: int, kind: str, title: str, day: int) -> Activity:
    return builders.an_activity(
        kind,
        id=f"a{number}",
        title=title,
        place=title[:3],
        first_day=dt.date(2023, 12, 1),
        last_day=dt.date(2023, 12, 31) + dt.timedelta(days=day),
        tasks=(),
    )


def do(store: Store, many: Deeds) -> None:
    """Do the deeds as one change, some rows several times."""
    with store.change("record_many") as change:
        for number, kind, title, day, removed in many:
            if removed:
                records.remove(change, Activity, f"a{number}")
            else:
                records.put(change, an_entry(number, kind, title, day))


def dump(store: Store) -> list[object]:
    """Return everything the lookups hold, the words by what they find."""
    db = store.reader
    found: list[object] = []
    for sql in ("select * from text_keys", "select * from text_folds"):
        found += [tuple(row) for row in db.execute(sql)]
    found += [
        sorted(search.ids(db, title, "activities") or ()) for title in TITLES if title
    ]
    return found


def view_of(kind: str, order: Order) -> View:
    tests = (OneOf("kind", (kind,)), Within("last_day", SINCE, UNTIL))
    return View(record=Activity, day="last_day", tests=tests, order=order)


def shown(store: Store, view: View) -> list[str]:
    numbers = listing.ordered(store.reader, view)
    return [str(one.id) for one in listing.at(store.reader, Activity, numbers)]


def expected(store: Store, kind: str, *, descending: bool) -> list[str]:
    """Sort in plain Python: newest first, then by title, blanks last."""
    found = records.find(store.reader, Activity, where={"kind": kind})
    number = {
        one.id: listing.number_of(store.reader, Activity, one.id) or 0 for one in found
    }
    of_period = [one for one in found if SINCE <= one.last_day.isoformat() <= UNTIL]
    newest = sorted(
        of_period, key=lambda one: (one.last_day, number[one.id]), reverse=True
    )
    titled = [one for one in newest if one.title]
    titled.sort(key=lambda one: sort_key(one.title), reverse=descending)
    return [str(one.id) for one in (*titled, *(one for one in newest if not one.title))]


def check(store: Store) -> None:
    """Hold lists and searches to plain Python over all records."""
    for kind in KINDS:
        for descending in (False, True):
            order = Order("title", "text", descending=descending)
            right = expected(store, kind, descending=descending)
            assert shown(store, view_of(kind, order)) == right
    everything = records.find(store.reader, Activity)
    for typed in ("an", "ăn", "dak", "bài 1"):
        asked = wanted(typed)
        right_ids = {
            one.id for one in everything if fits(words(one.title, one.place), asked)
        }
        assert search.ids(store.reader, typed, "activities") == right_ids


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=deeds, second=deeds)
def test_lists_and_searches_follow_every_change_undo_and_redo(
    tmp_path_factory: pytest.TempPathFactory, first: Deeds, second: Deeds
) -> None:
    folder = tmp_path_factory.mktemp("lookups")
    with builders.a_bare_store(folder / "so.stt") as store:
        do(store, first)
        check(store)
        before = dump(store)
        do(store, second)
        check(store)
        after = dump(store)
        if after != before:
            undoing.undo(store)
            check(store)
            undoing.redo(store)
        check(store)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=deeds, second=deeds)
def test_made_anew_they_are_what_the_changes_left(
    tmp_path_factory: pytest.TempPathFactory, first: Deeds, second: Deeds
) -> None:
    path = tmp_path_factory.mktemp("lookups") / "so.stt"
    with builders.a_bare_store(path) as store:
        do(store, first)
        do(store, second)
        left = dump(store)
    spoil(path, "update lookups_made set rules = 'other'")
    with Store(path) as store:
        assert dump(store) == left


def spoil(path: Path, sql: str) -> None:
    """Change a file behind the program's back."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute(sql)
    db.close()


def test_rows_renumbered_by_another_tool_are_found_again(tmp_path: Path) -> None:
    path = tmp_path / "so.stt"
    with builders.a_bare_store(path) as store:
        do(store, [(n, "training", f"Bài {n}", n + 1, False) for n in range(5)])
        do(store, [(1, "training", "", 1, True)])
    spoil(path, "update activities set rowid = rowid + 7")
    spoil(path, "vacuum")
    with Store(path) as store:
        assert search.ids(store.reader, "bai 4", "activities") == {"a4"}
        check(store)


def test_a_file_with_our_lookups_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "so.stt"
    with builders.a_bare_store(path) as store:
        do(store, [(1, "training", "Bài 1", 1, False)])
    steps: list[Step] = []
    with Store(path, progress=steps.append):
        assert steps == []
    spoil(path, "delete from lookups_made")
    with Store(path, progress=steps.append):
        assert {step.stage for step in steps} == {"indexing"}


def test_stopped_while_they_are_made_they_are_made_the_next_time(
    tmp_path: Path,
) -> None:
    path = tmp_path / "so.stt"
    with builders.a_bare_store(path) as store:
        do(store, [(1, "training", "Bài 1", 1, False)])
        left = dump(store)
    spoil(path, "delete from lookups_made")

    def stop(_step: Step) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Store(path, progress=stop)
    with Store(path) as store:
        assert dump(store) == left


@pytest.mark.parametrize("schema", [1, 2])
def test_a_file_of_an_older_schema_sorts_filters_and_searches(
    tmp_path: Path, schema: int
) -> None:
    path = tmp_path / "so.stt"
    with (
        lzma.open(DATABASES / f"schema_{schema}.stt.xz") as packed,
        path.open("wb") as f,
    ):
        shutil.copyfileobj(packed, f)
    with Store(path) as store:
        everything = records.find(store.reader, Activity)
        assert everything
        whole = View(record=Activity, day="last_day")
        right = [one.id for one in sorted(everything, key=lambda o: sort_key(o.title))]
        titles = [one.title for one in everything]
        found = shown(store, replace(whole, order=Order("title", "text")))
        assert len(set(titles)) < len(titles) or found == right
        assert [sort_key(_title(store, one)) for one in found] == sorted(
            sort_key(title) for title in titles
        )
        for one in everything:
            found_by = search.ids(store.reader, one.title, "activities")
            assert one.id in (found_by or ())
            part = fold(one.title)[2:9]
            filtered = replace(whole, tests=(Contains("title", part),))
            numbers = listing.newest(store.reader, filtered)
            holding = {o.id for o in everything if fold(part) in fold(o.title)}
            kept = listing.at(store.reader, Activity, numbers)
            assert {o.id for o in kept} == holding


def _title(store: Store, row_id: str) -> str:
    one = records.get(store.reader, Activity, row_id)
    assert one is not None
    return one.title


SORT_KEYS = [
    "162b24211a021b221002131c211b0204223130010d100a100d10010f0a0c01c490c6b0e1bb9d6e6720486fc3a02042c3ac6e68203130",
    "220213101c0203e280930223010f20cc860e20ccb50a20cc86010f0e01c58e20c983616920e2809320c3b4cc86",
    "0423373933032f282929292901010d0f0f0f0f013739332f5354545454",
    "03c2bd021a1c24010b100101c2bd206769e1bb9d",
]


def test_what_words_and_keys_are_made_of_is_of_these_rules() -> None:
    """Raise `RULES` with this: files then get theirs anew when they are opened."""
    samples = ("Đường Hoà Bình 10", "Ŏ Ƀai – ô\u0306", "793/STTTT", "½ giờ")
    made = [(words(one), sort_key(one), fold(one)) for one in samples]
    assert lookups.RULES == 1
    assert made == [
        (
            ("duong", "đường", "hoa", "hoà", "binh", "bình", "10"),
            made[0][1],
            "duong hoa binh 10",
        ),
        (("o", "ŏ", "bai", "ƀai", "ô\u0306"), made[1][1], "o bai o"),
        (("793", "stttt"), made[2][1], "793/stttt"),
        (("1", "2", "½", "gio", "giờ"), made[3][1], "1⁄2 gio"),
    ]
    assert [one[1].encode().hex() for one in made] == SORT_KEYS


def test_words_of_every_table_that_has_any_are_kept() -> None:
    silent = {shelf.table for shelf in SHELVES if not shelf.searched}
    plain = {"quantities", "milestones"}
    memory = {"import_mappings", "import_sources", "office_templates"}
    exchange = {"collecting_forms", "intakes", "returns", "receipts"}
    exchange |= {"exchange_mappings", "contacts", "calls"}
    kept = {"period_standings", "report_signatures"}
    assert silent == plain | memory | kept | exchange


def test_a_posting_sorts_and_filters_without_a_kind(store: Store) -> None:
    with store.change("record") as change:
        for n, title in enumerate(("Tin B", "Tin A", "Tin Ă")):
            records.put(change, builders.a_posting(id=f"p{n}", title=title, tasks=()))
    view = View(record=Posting, day="last_day", order=Order("title", "text"))
    found = listing.at(store.reader, Posting, listing.ordered(store.reader, view))
    assert [one.title for one in found] == ["Tin A", "Tin Ă", "Tin B"]
    few = replace(view, order=None, tests=(Contains("title", "tin a"),))
    assert listing.count(store.reader, few) == 2
    assert len(listing.newest(store.reader, few)) == 2


def test_a_number_that_a_row_left_in_the_same_change_is_another_row_s(
    store: Store,
) -> None:
    def keys() -> set[tuple[object, ...]]:
        found = store.reader.execute("select sort_key, newest from text_keys")
        return {tuple(one) for one in found}

    def titled(key: str) -> Activity:
        return builders.an_activity(id=key, title=f"Hội nghị {key}")

    with store.change("put") as change:
        records.put(change, titled("old"))
    for old, new in (("old", "new"), ("new", "newer"), ("newer", "old")):
        row = to_row(titled(new))
        with store.change("put") as change:
            change.write("activities", old, None)
            change.add_rows("activities", {name: [row[name]] for name in row})
        told = {str(one[0]) for one in keys()}
        assert sort_key(titled(new).title) in told
        assert sort_key(titled(old).title) not in told, "the row is gone"
