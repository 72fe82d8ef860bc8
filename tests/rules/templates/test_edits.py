"""Changing an outline: a part goes with everything below it."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.files.templates import load_template
from desktop.records.template import SectionTemplate
from desktop.rules.reports.outline import numbered
from desktop.rules.templates.edits import (
    Sections,
    added,
    can_indent,
    can_outdent,
    family,
    moved,
    removed,
    shifted,
)

YEAR = load_template("report-year").sections


def outline(text: str) -> Sections:
    """Make sections from `a1 b2`: key and level."""
    return numbered(
        SectionTemplate(key=word[:-1], heading=word, level=int(word[-1]))
        for word in text.split()
    )


def told(sections: Sections) -> str:
    return " ".join(f"{one.key}{one.level}" for one in sections)


TREE = outline("a1 b2 c3 d2 e1 f2")


def test_a_part_has_everything_of_deeper_levels_below_it() -> None:
    assert list(family(TREE, 0)) == [0, 1, 2, 3]
    assert list(family(TREE, 1)) == [1, 2]
    assert list(family(TREE, 5)) == [5]


def test_a_part_moves_with_all_below_it_among_its_own() -> None:
    down, at = moved(TREE, 0, 1)
    assert (told(down), at) == ("e1 f2 a1 b2 c3 d2", 2)
    assert down[2].number == "II"
    up, at = moved(TREE, 3, -1)
    assert (told(up), at) == ("a1 d2 b2 c3 e1 f2", 1)


def test_a_part_does_not_leave_the_one_above_by_moving() -> None:
    for at, step in ((1, -1), (3, 1), (5, 1), (5, -1), (0, -1), (4, 1)):
        assert moved(TREE, at, step) == (TREE, at)


def test_a_part_goes_in_under_the_one_before_and_out_again() -> None:
    inward = shifted(TREE, 3, 1)
    assert told(inward) == "a1 b2 c3 d3 e1 f2"
    assert told(shifted(inward, 3, -1)) == told(TREE)
    assert told(shifted(TREE, 1, -1)) == "a1 b1 c2 d2 e1 f2"


def test_nothing_goes_deeper_than_there_are_levels_or_further_out() -> None:
    assert not can_indent(TREE, 0)
    assert not can_indent(TREE, 1)
    assert not can_indent(outline("a1 b2 c2 d3"), 2)
    assert shifted(TREE, 1, 1) == TREE
    assert not can_outdent(TREE, 0)
    assert shifted(TREE, 0, -1) == TREE


def test_a_part_is_dropped_with_all_below_it() -> None:
    assert told(removed(TREE, 0)) == "e1 f2"
    assert removed(TREE, 0)[0].number == "I"


def test_a_new_part_stands_behind_all_below_and_has_a_key_of_its_own() -> None:
    once, at = added(TREE, 1, "Mới")
    assert (told(once), at) == ("a1 b2 c3 own_12 d2 e1 f2", 3)
    twice, at = added(once, 3, "Nữa")
    assert twice[at].key == "own_2"
    assert twice[at].by_hand
    first, at = added((), 0, "Đầu")
    assert (first[at].number, at) == ("I", 0)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["up", "down", "in", "out"]),
            st.integers(0, len(YEAR) - 1),
        ),
        max_size=12,
    )
)
def test_however_parts_are_moved_none_is_lost(deeds: list[tuple[str, int]]) -> None:
    sections = YEAR
    for deed, at in deeds:
        if deed in {"up", "down"}:
            sections, _ = moved(sections, at, -1 if deed == "up" else 1)
        else:
            sections = shifted(sections, at, 1 if deed == "in" else -1)
    assert sorted(one.key for one in sections) == sorted(one.key for one in YEAR)
    assert all(1 <= one.level <= 3 for one in sections)
    assert sections == numbered(sections)
