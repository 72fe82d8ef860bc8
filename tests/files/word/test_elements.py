"""Texts are only ever texts."""

from desktop.files.word.elements import (
    Cell,
    Face,
    Set,
    field,
    paragraph,
    row,
    run,
    table,
    twips,
)
from tests.files.word.reading import W, value


def test_markup_in_a_text_is_shown_as_it_is() -> None:
    made = run("<w:br/> & { PAGE }")
    assert [child.tag for child in made] == [f"{W}t"]
    assert made[0].text == "<w:br/> & { PAGE }"


def test_ends_of_lines_and_tabs_are_kept_as_what_they_are() -> None:
    made = run("a\nb\tc")
    tags = [child.tag.removeprefix(W) for child in made]
    assert tags == ["t", "br", "t", "tab", "t"]


def test_blanks_at_the_ends_are_kept() -> None:
    space = "{http://www.w3.org/XML/1998/namespace}space"
    assert run(" a")[0].get(space) == "preserve"
    assert run("a")[0].get(space) is None


def test_a_face_says_only_what_differs() -> None:
    assert run("a", Face()).find(f"{W}rPr") is None
    looks = run("a", Face(size=11.5, bold=True))
    assert (value(looks, "rPr/sz"), value(looks, "rPr/b")) == ("23", "")


def test_lengths_are_told_in_twentieths() -> None:
    assert twips(12.0) == "240"
    spacing = paragraph(Set(before=6, line=3)).find(f"{W}pPr/{W}spacing")
    assert (spacing.get(f"{W}before"), spacing.get(f"{W}line")) == ("120", "60")


def test_a_field_shows_something_before_it_is_reckoned() -> None:
    made = field("PAGE")
    assert "".join(t.text for r in made for t in r.iter(f"{W}t")) == "1"
    assert made[1][0].text == "PAGE"


def test_a_table_is_as_wide_as_its_columns() -> None:
    cells = [Cell(content=[paragraph(Set())], width=w) for w in (100.0, 50.0)]
    made = table((100.0, 50.0), [row(cells)], ruled=True)
    assert made.find(f"{W}tblPr/{W}tblW").get(f"{W}w") == "3000"
    assert value(made, "tblPr/tblStyle") == "TableGrid"
