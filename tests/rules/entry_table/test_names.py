"""Names are found by every spelling, and written so that they are found again."""

import pytest

from desktop.files import catalogue
from desktop.rules.entry_table.names import (
    AGENCY,
    STATE,
    TASK,
    TIER,
    Meant,
    Name,
    Names,
    kind_of,
)
from desktop.rules.task_table.parties import Directory
from tests.rules.entry_table.sheets import UNIT, a_context, a_field

NAMES = a_context().names


def some(*names: Name) -> Names:
    return Names({"list": lambda: names}, Directory(()))


@pytest.mark.parametrize(
    "word",
    ["Phụ nữ", "PHỤ NỮ", "phu nu", "Hội viên phụ nữ", "women", " phụ  nữ. "],
)
def test_a_value_is_found_by_code_name_and_alias(word: str) -> None:
    assert NAMES.find("audience", word) == Meant(("women",), certain=True)


def test_marks_that_are_typed_tell_names_apart() -> None:
    names = some(Name(value="a", text="Bán"), Name(value="b", text="Bạn"))
    assert names.find("list", "Bạn").values == ("b",)
    both = names.find("list", "ban")
    assert not both.certain
    assert both.proposals == ("a", "b")


def test_a_name_still_in_use_goes_before_a_retired_one() -> None:
    old = Name(value="old", text="Cổng", retired=True)
    assert some(old, Name(value="new", text="Cổng")).find("list", "cổng").values == (
        "new",
    )
    assert some(old).find("list", "cổng").values == ("old",)


def test_a_misspelled_name_is_proposed_and_not_taken() -> None:
    found = NAMES.find("audience", "Phụ nưx")
    assert not found.certain
    assert found.proposals[0] == "women"


def test_the_two_ways_of_placing_a_tone_are_one() -> None:
    names = some(Name(value="a", text="Hòa Bình"))
    assert names.find("list", "Hoà Bình").certain


def test_words_before_a_name_are_passed_over() -> None:
    assert NAMES.find(TIER, "xã").values == ("commune",)
    assert NAMES.find(TASK, "nhiệm vụ 2.2").certain


@pytest.mark.parametrize(
    "kind", sorted({item.catalogue for item in catalogue.load_catalogues()})
)
def test_whatever_is_written_is_found_again(kind: str) -> None:
    for value in NAMES.values(kind):
        found = NAMES.find(kind, NAMES.write(kind, value))
        assert found == Meant((value,), certain=True), value


def test_agencies_and_tasks_are_found_by_what_is_written() -> None:
    for kind in (AGENCY, TASK):
        for value in NAMES.values(kind):
            assert NAMES.find(kind, NAMES.write(kind, value)).values == (value,)


def test_a_value_nobody_knows_is_shown_as_it_is() -> None:
    assert NAMES.show(AGENCY, "gone") == NAMES.write(AGENCY, "gone") == "gone"
    assert not NAMES.holds(AGENCY, "gone")
    assert NAMES.holds(AGENCY, UNIT)


def test_lists_leave_out_what_is_retired() -> None:
    names = some(Name(value="a", text="A"), Name(value="b", text="B", retired=True))
    assert names.texts("list") == ("A",)
    assert names.choices("list") == (("a", "A"),)


def test_each_type_chooses_from_its_kind() -> None:
    assert kind_of(a_field("agency")) == AGENCY
    assert kind_of(a_field("state")) == STATE
    assert kind_of(a_field("form")) == "training_mode"
    assert kind_of(a_field("title")) == ""


def test_names_are_asked_for_only_when_they_are_needed() -> None:
    asked: list[str] = []

    def many() -> tuple[Name, ...]:
        asked.append("list")
        return (Name(value="a", text="A"),)

    names = Names({"list": many}, Directory(()))
    assert asked == []
    assert names.find("list", "A").certain
    assert names.find("list", "a").certain
    assert asked == ["list"]
