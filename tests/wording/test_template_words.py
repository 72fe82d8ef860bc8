"""Words about templates: every part, change and problem is said in words."""

from dataclasses import replace

import pytest

from desktop.errors import Problem
from desktop.files.templates import load_template
from desktop.rules.reports import names
from desktop.rules.reports.kinds import KINDS
from desktop.rules.templates.merge import differences
from desktop.rules.templates.parts import Part, parts
from desktop.wording import template_words as words
from desktop.wording.problems import sentence
from tests.wording.words import assert_a_sentence

YEAR = load_template("report-year")


@pytest.mark.parametrize("code", sorted(words.SENTENCES))
def test_every_problem_has_a_sentence_of_its_own(code: str) -> None:
    text = sentence(Problem("x", code, ("1",)))
    assert_a_sentence(text)
    assert text != sentence(Problem("x", "never_heard_of"))


def test_every_part_of_every_kind_is_named_in_words() -> None:
    for kind in KINDS:
        template = load_template(kind.code)
        for part in parts(template):
            said = words.part_name(part, template)
            assert said[0].isupper(), part
            assert "_" not in said or "{" in said, (part, said)


def test_a_part_of_the_outline_is_named_by_its_number() -> None:
    place = words.problem_place(
        Problem("section/strengths//sentences", "template_blank"), YEAR
    )
    assert place == "Mục IV.1 Ưu điểm, câu mẫu"
    assert words.part_name(Part("section"), YEAR) == "Đề cương"


def test_a_column_is_named_by_its_heading_or_its_number() -> None:
    said = words.part_name(Part("column", "A", "2"), YEAR)
    assert said == "Biểu A, cột “Phổ biến trực tiếp – Số cuộc (Cuộc)”"
    assert words.part_name(Part("column", "A", "direct_events"), YEAR) == said


def test_every_name_in_braces_has_words() -> None:
    given = names.LETTER | names.SENTENCE
    told = {name: words.name_words(name) for name in given}
    assert all(said != name for name, said in told.items())
    assert len(set(told.values())) == len(told)


def test_a_change_the_office_made_too_is_told_as_such() -> None:
    office = replace(YEAR, closing="Của ta./.")
    shipped = replace(YEAR, closing="Mới./.", subject="{plan}")
    told = [words.change_name(one) for one in differences(YEAR, office, shipped)]
    assert told == [
        "Chương trình đã sửa",
        "Chương trình đã sửa; cơ quan cũng đã sửa",
    ]


def test_what_goes_into_a_part_is_told_in_words() -> None:
    assert words.content_name("table:A") == "Biểu A"
    assert words.content_name("targets") == "Bảng chỉ tiêu (tóm tắt)"
