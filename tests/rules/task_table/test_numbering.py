"""Numbers as plans print them (003-F4, 000-F5)."""

import pytest

from desktop.rules.task_table.numbering import (
    NumberKind,
    bare,
    follows,
    kind_of,
    mended,
    ordinal,
    split_front,
)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("I", NumberKind.ROMAN, 1),
        ("IV.", NumberKind.ROMAN, 4),
        ("XII", NumberKind.ROMAN, 12),
        ("2", NumberKind.INTEGER, 2),
        ("13.", NumberKind.INTEGER, 13),
        ("1.1", NumberKind.DOTTED, 1),
        ("3 . 12", NumberKind.DOTTED, 12),
        ("III.4", NumberKind.DOTTED, 4),
        ("a)", NumberKind.LETTER, 1),
        ("đ)", NumberKind.LETTER, 5),
        ("(b)", NumberKind.LETTER, 2),
        ("B", NumberKind.CAPITAL, 2),
        ("", NumberKind.NONE, None),
        ("Ghi chú", NumberKind.OTHER, None),
        ("01/01/2023", NumberKind.OTHER, None),
    ],
)
def test_a_number_is_known_by_its_look(
    text: str, kind: NumberKind, place: int | None
) -> None:
    assert (kind_of(text), ordinal(text)) == (kind, place)


@pytest.mark.parametrize(
    ("printed", "read"),
    [("l.1", "1.1"), ("1,2", "1.2"), ("1 .2", "1.2"), ("2.O", "2.0"), ("１.", "1")],
)
def test_a_misread_digit_is_put_right(printed: str, read: str) -> None:
    assert mended(printed) == read


@pytest.mark.parametrize("text", ["I", "l", "a)", "Ol", "Tổng"])
def test_what_holds_no_digit_is_left_alone(text: str) -> None:
    assert mended(text) == bare(text)


def test_letters_go_on_with_or_without_their_stroke() -> None:
    assert follows("d", "đ")
    assert follows("d", "e")
    assert follows("I", "2"), "groups are numbered so in one plan"
    assert not follows("1.1", "1.3")
    assert not follows("b", "a")


def test_a_number_in_front_of_a_text_comes_off() -> None:
    assert split_front("II. Đào tạo") == ("II", "Đào tạo")
    assert split_front("1.2) Đào tạo") == ("1.2", "Đào tạo")
    assert split_front("Đào tạo 2 lớp") == ("", "Đào tạo 2 lớp")
