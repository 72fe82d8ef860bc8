"""The outline of a report: numbers follow from order and level."""

from dataclasses import replace

from desktop.records.template import SectionTemplate
from desktop.rules.reports.outline import by_section, numbered, places, section_keys


def outline(*levels: int) -> tuple[SectionTemplate, ...]:
    return tuple(SectionTemplate(heading="x", level=level) for level in levels)


def numbers(*levels: int) -> list[str]:
    return [one.number for one in numbered(outline(*levels))]


def test_each_level_counts_anew_under_the_one_above() -> None:
    assert numbers(1, 2, 2, 3, 3, 2, 1, 2) == [
        *("I", "1", "2", "a)", "b)", "3"),
        *("II", "1"),
    ]


def test_points_are_lettered_as_in_vietnamese_law() -> None:
    assert numbers(*[3] * 8) == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)"]


def test_parts_are_numbered_in_roman_up_to_the_tens() -> None:
    found = numbers(*[1] * 14)
    assert (found[3], found[8], found[9], found[13]) == ("IV", "IX", "X", "XIV")


def test_a_place_names_every_part_above() -> None:
    assert places(numbered(outline(1, 2, 3, 3, 1, 2))) == (
        *("I", "I.1", "I.1.a", "I.1.b"),
        *("II", "II.1"),
    )


def test_a_point_without_a_part_between_stands_under_what_there_is() -> None:
    assert places(numbered(outline(1, 3))) == ("I", "I.a")


def test_a_level_that_does_not_exist_counts_as_the_nearest() -> None:
    assert numbers(0, 7) == ["I", "a)"]


def test_what_is_kept_of_a_section_is_found_by_its_key_or_its_old_place() -> None:
    first, second = numbered(outline(1, 2))
    sections = (first, replace(second, key="causes"))
    assert section_keys(sections) == ("I", "causes")
    assert by_section(sections, {"I": 1, "I.1": 2}) == {"I": 1, "causes": 2}
    assert by_section(sections, {"causes": 3, "I.1": 2}) == {"causes": 3}, "the newer"
    assert by_section(sections, {"gone": 4}) == {"gone": 4}, "it may come back"
