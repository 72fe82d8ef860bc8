"""Which line stands under which, by what number it is known, and what is off."""

from desktop.rules.task_table.nesting import Place, places
from tests.rules.task_table.tables import lines_of


def stood(*rows: str, numbered: bool = True) -> list[Place]:
    lines = lines_of(*rows)
    return list(places(lines, numbered=numbered).values())


def shape(*rows: str) -> list[tuple[str, int | None]]:
    return [(one.code, one.parent) for one in stood(*rows)]


def told(*rows: str) -> list[tuple[str, tuple[str, ...], bool]]:
    found = [problem for one in stood(*rows) for problem in one.problems]
    return [(one.code, one.facts, one.blocking) for one in found]


def test_groups_numbered_in_two_ways_stand_beside_one_another() -> None:
    rows = (
        "I | [Cơ chế]",
        "1.1 | Quy chế | A | |",
        "2 | [Đào tạo]",
        "2.1 | Lớp | A | |",
        "3 | [Mạng]",
    )
    assert shape(*rows) == [
        ("1", None),
        ("1.1", 1),
        ("2", None),
        ("2.1", 3),
        ("3", None),
    ]
    assert told(*rows) == [("number_mixed", ("I", "2"), False)]


def test_a_group_right_below_another_stands_in_it() -> None:
    rows = (
        "II | [Tổ chức]",
        "1 | [Cơ quan A]",
        "1.1 | Việc | A | |",
        "2 | [Cơ quan B]",
        "III | [Khác]",
    )
    assert [one.parent for one in stood(*rows)] == [None, 1, 2, 1, None]


def test_letters_stand_under_the_task_above_them() -> None:
    rows = ("4 | Sản phẩm | A | |", "a) | Phim | A | |", "b) | Ảnh | A | |")
    assert shape(*rows) == [("4", None), ("4.a", 1), ("4.b", 1)]


def test_numbers_that_begin_anew_in_each_group_get_its_number() -> None:
    rows = (
        "I | [Cơ chế]",
        "1 | Quy chế | A | |",
        "2 | Hội nghị | A | |",
        "II | [Đào tạo]",
        "1 | Lớp | A | |",
    )
    assert shape(*rows) == [
        ("I", None), ("I.1", 1), ("I.2", 1), ("II", None), ("II.1", 4),
    ]  # fmt: skip
    assert told(*rows) == []


def test_a_number_given_twice_is_a_fault_that_names_the_first_row() -> None:
    rows = ("1 | Một | A | |", "2 | Hai | A | |", "2 | Lại hai | A | |")
    assert told(*rows) == [("number_repeated", ("2", "3"), True)]


def test_a_gap_is_a_doubt() -> None:
    rows = ("1 | Một | A | |", "2 | Hai | A | |", "4 | Bốn | A | |")
    assert told(*rows) == [("number_gap", ("2", "4"), False)]


def test_lines_without_numbers_are_counted() -> None:
    rows = ("I | [Cơ chế]", "1 | Quy chế | A | |", "2 | Hội nghị | A | |")
    found = places(lines_of(*rows), numbered=False)
    assert [one.code for one in found.values()] == ["1", "1.1", "1.2"]
