"""Words that name agencies are matched by name, phrase, or nearness (001-F11, S-15)."""

import datetime as dt

import pytest

from desktop.records.agency import FormerName
from desktop.records.identity import AgencyId
from desktop.rules.task_table.parties import NEAR, Directory, Found
from tests.rules.task_table.tables import AGENCIES, WORDS, an_agency

TERRITORY = "tỉnh Sông Hồng"
MORE = (
    *AGENCIES,
    an_agency(
        "Trung tâm Văn hóa - Thể thao - Du lịch và Truyền thông huyện Đăk Hà",
        "public_service",
        aliases=("Trung tâm VHTTDL&TT huyện", "VH-TT-DL và TT"),
    ),
    an_agency("Sở Y tế tỉnh Sông Hồng", "department"),
)
DIRECTORY = Directory(MORE, phrases=WORDS.phrases, territory=TERRITORY)


def read(text: str) -> list[tuple[str, Found, int]]:
    return [(one.text, one.found, len(one.agencies)) for one in DIRECTORY.match(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Trung tâm VHTTDL&TT huyện",
        "trung tâm  VHTTDL và TT huyện.",
        "Trung tâm VH-TT-DL &TT huyện",
        "Trung tâm VHTTDL&TT\nhuyện",
        "VH – TT – DL và TT",
        "Trung tâm Văn hoá - Thể thao - Du lịch & Truyền thông huyện Đăk Hà",
    ],
)
def test_every_spelling_of_one_name_is_that_agency(text: str) -> None:
    assert [(one[1], one[2]) for one in read(text)] == [(Found.EXACT, 1)]


def test_a_plan_leaves_out_the_name_of_its_own_territory() -> None:
    assert read("Sở Y tế") == [("Sở Y tế", Found.EXACT, 1)]


def test_a_name_may_hold_what_sets_names_apart() -> None:
    assert read("Sở Thông tin và Truyền thông, Công an tỉnh và Sở Ngoại vụ") == [
        ("Sở Thông tin và Truyền thông", Found.EXACT, 1),
        ("Công an tỉnh", Found.EXACT, 1),
        ("Sở Ngoại vụ", Found.EXACT, 1),
    ]


def test_phrases_stand_for_all_of_a_kind_or_nobody() -> None:
    text = "Các Sở, ban, ngành; UBND các xã, thị trấn; các cơ quan, đơn vị liên quan"
    assert read(text) == [
        ("Các Sở, ban, ngành", Found.GROUP, 3),
        ("UBND các xã, thị trấn", Found.GROUP, 2),
        ("các cơ quan, đơn vị liên quan", Found.NOBODY, 0),
    ]


def test_a_phrase_for_a_kind_nobody_is_of_is_told() -> None:
    assert read("Các trường học") == [("Các trường học", Found.EMPTY_GROUP, 0)]


def test_paragraphs_set_names_apart_and_broken_lines_do_not() -> None:
    assert [one[0] for one in read("Công an tỉnh\nSở Ngoại vụ")] == [
        "Công an tỉnh",
        "Sở Ngoại vụ",
    ]
    assert [one[0] for one in read("Sở Thông tin và\nTruyền thông")] == [
        "Sở Thông tin và Truyền thông"
    ]


@pytest.mark.parametrize(
    ("misread", "meant"),
    [
        ("Sở Thông tln và Truyên thòng", "Sở TTTT"),
        ("Sờ Ngoai vu", "Sở Ngoại vụ"),
        ("Cõng an tinh", "Công an tỉnh"),
        ("UBND các xã, thi trân", "UBND xã A"),
    ],
)
def test_a_misread_name_is_known_or_proposed(misread: str, meant: str) -> None:
    (party,) = DIRECTORY.match(misread)
    assert party.agencies
    assert party.found in (Found.EXACT, Found.GROUP, Found.NEAR)
    if party.found is Found.NEAR:
        assert party.proposals[0].score >= NEAR
    assert DIRECTORY.names[party.agencies[0]] == meant


def test_a_name_that_differs_in_one_word_is_another_name() -> None:
    (party,) = DIRECTORY.match("UBND xã C")
    assert party.found is Found.UNKNOWN
    assert {one.name for one in party.proposals} >= {"UBND xã A"}


def test_an_unknown_name_between_known_ones_is_told_alone() -> None:
    found = DIRECTORY.match("Công an tỉnh, Hội Chữ thập xanh, Sở Ngoại vụ")
    assert [(one.text, one.found) for one in found] == [
        ("Công an tỉnh", Found.EXACT),
        ("Hội Chữ thập xanh", Found.UNKNOWN),
        ("Sở Ngoại vụ", Found.EXACT),
    ]


def test_a_phrase_nobody_knows_is_not_cut_at_its_commas() -> None:
    (party,) = DIRECTORY.match("Các phòng, trạm, đội thuộc Tổng công ty X")
    assert party.text == "Các phòng, trạm, đội thuộc Tổng công ty X"
    assert party.found is Found.UNKNOWN


def test_a_name_of_two_agencies_is_told_with_both() -> None:
    twins = (
        an_agency("Trạm Một", aliases=("Trạm TT",)),
        an_agency("Trạm Hai", aliases=("Trạm TT",)),
    )
    (party,) = Directory(twins).match("Trạm TT")
    assert party.found is Found.AMBIGUOUS
    assert not party.agencies
    assert [one.name for one in party.proposals] == ["Trạm Một", "Trạm Hai"]


def test_a_former_name_is_still_known() -> None:
    former = FormerName(
        id="cu",
        agency=AgencyId("Sở Ngoại vụ"),
        name="Ban Đối ngoại",
        last_day=dt.date(2015, 12, 31),
    )
    (party,) = Directory(AGENCIES, former=(former,)).match("Ban Đối ngoại")
    assert party.agencies == ("Sở Ngoại vụ",)


@pytest.mark.parametrize("text", ["", " ;\n; ", ".", ",", "và", ", và ,"])
def test_signs_alone_name_nobody_and_never_fail(text: str) -> None:
    assert not any(one.agencies for one in DIRECTORY.match(text))
