"""One finds what one means, with marks or without."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.records.activity import Activity
from desktop.store import records, search, undoing
from desktop.store.store import Store
from tests.builders import an_activity
from tests.store.deeds import record_one

TITLES = {
    "duong": "Họp xã Dương",
    "street": "Nhà ở Đường Hùng Vương",
    "breve": "Tập huấn tại Đăk Hà",
    "acute": "Hội thi ở Đắk Hà",
    "plain": "Triển lãm Đak Hà",
    "new": "Khu dân cư hòa bình",
    "old": "Làng hoà thuận",
    "flat": "Bài hoa ca",
    "paper": "Theo Công văn 793/STTTT-TTBCXB",
}


@pytest.fixture
def store(store: Store) -> Store:
    with store.change("record") as change:
        for name, title in TITLES.items():
            records.put(change, an_activity(id=name, title=title, place=""))
    return store


def found(store: Store, text: str) -> set[str]:
    return set(search.ids(store.reader, text, "activities") or ())


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("duong", {"duong", "street"}),
        ("DUONG", {"duong", "street"}),
        ("đường", {"street"}),
        ("ĐƯỜNG", {"street"}),
        ("dương", {"duong"}),
        ("dak ha", {"breve", "acute", "plain"}),
        ("Đăk Hà", {"breve"}),
        ("Đắk Hà", {"acute"}),
        ("hòa", {"new", "old"}),
        ("hoà", {"new", "old"}),
        ("hoa", {"new", "old", "flat"}),
        ("793", {"paper"}),
        ("793/STTTT", {"paper"}),
        ("ttbc", {"paper"}),
        ("tap huan dak", {"breve"}),
        ("tap huan acute", set()),
    ],
)
def test_what_is_typed_finds_what_is_meant(
    store: Store, typed: str, expected: set[str]
) -> None:
    assert found(store, typed) == expected


@pytest.mark.parametrize("typed", ["đường", "Đắk Hà", "hòa", "tập huấn"])
def test_decomposed_letters_find_the_same(store: Store, typed: str) -> None:
    apart = unicodedata.normalize("NFD", typed)
    assert apart != typed
    assert found(store, apart) == found(store, typed) != set()


def test_words_may_come_in_any_order_and_the_last_unfinished(store: Store) -> None:
    assert found(store, "vuong duo") == {"street"}
    assert found(store, "uong") == set()  # a word is found by its beginning


@pytest.mark.parametrize("blank", ["", "  ", '"', "!!", "( ) * : ^", "-"])
def test_a_text_without_words_finds_nothing_and_narrows_nothing(
    store: Store, blank: str
) -> None:
    assert search.find(store.reader, blank) == ()
    assert search.ids(store.reader, blank, "activities") is None


@pytest.mark.parametrize(
    "typed", ['"dak', "dak OR ha", "title:dak", "dak*", "NEAR(dak ha)", "dak' --"]
)
def test_signs_of_the_query_language_are_only_letters(store: Store, typed: str) -> None:
    assert isinstance(search.find(store.reader, typed), tuple)
    assert found(store, "dak NOT acute") == set()


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=20))
def test_nothing_anyone_types_is_an_error(store: Store, typed: str) -> None:
    search.find(store.reader, typed)
    search.ids(store.reader, typed, "activities")


def test_places_and_notes_are_searched_too_and_agencies_by_other_names(
    store: Store,
) -> None:
    record_one(store, "x", place="Nhà rông làng Kon Trang", note="Ghi chú riêng")
    assert found(store, "lang kon trang") == {"x"}
    assert found(store, "ghi chú riêng") == {"x"}
    places = {hit.place for hit in search.find(store.reader, "VHTTDL")}
    assert "agencies" in places


def test_an_amended_record_is_found_by_its_new_words_only(store: Store) -> None:
    record_one(store, "breve", title="Diễn đàn trẻ em")
    assert "breve" not in found(store, "tap huan")
    assert found(store, "dien dan") == {"breve"}


def test_a_removed_record_is_not_found_until_it_is_back(store: Store) -> None:
    with store.change("remove") as change:
        records.remove(change, Activity, "breve")
    assert found(store, "tap huan") == set()
    undoing.undo(store)
    assert found(store, "tap huan") == {"breve"}


def test_ids_are_those_of_one_table(store: Store) -> None:
    ids = search.ids(store.reader, "dak ha", "activities")
    assert ids == frozenset({"breve", "acute", "plain"})
    assert search.ids(store.reader, "khongdau", "activities") == frozenset()


def test_no_more_than_the_limit(store: Store) -> None:
    assert len(search.find(store.reader, "dak ha", limit=2)) == 2
    kind = search.in_kind(store.reader, "dak ha", "activities", 2)
    assert (kind.count, len(kind.newest)) == (3, 2), "counted, though not all listed"
