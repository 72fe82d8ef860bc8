"""Parts of a template: each has one path, and can be set alone."""

from dataclasses import replace

import pytest

from desktop.files.templates import load_template
from desktop.rules.templates.parts import Part, part_at, parts, path_of, with_part

YEAR = load_template("report-year")
FINAL = load_template("report-final")


@pytest.mark.parametrize("part", list(parts(YEAR))[:40], ids=path_of)
def test_a_path_leads_back_to_its_part(part: Part) -> None:
    assert part_at(path_of(part)) == part


def test_every_word_of_a_template_is_in_some_part() -> None:
    said = repr(list(parts(YEAR).values()))
    for section in YEAR.sections:
        assert section.heading in said
    for key, words in YEAR.labels.items():
        assert words in said, key


def test_setting_every_part_makes_one_template_the_other() -> None:
    made = YEAR
    for part in (*parts(FINAL), *parts(YEAR)):
        made = with_part(made, part, FINAL)
    mine = {path_of(part): value for part, value in parts(made).items()}
    other = {path_of(part): value for part, value in parts(FINAL).items()}
    assert mine == other
    assert [one.key for one in made.sections] == [one.key for one in FINAL.sections]


def test_a_field_of_a_part_that_is_not_there_sets_nothing() -> None:
    lessons = Part("section", "lessons", field="heading")
    assert with_part(YEAR, lessons, FINAL) == YEAR


def test_what_is_not_in_the_other_is_left_out() -> None:
    short = replace(YEAR, sections=YEAR.sections[:-1], tables=YEAR.tables[:1])
    gone = with_part(YEAR, Part("section", "proposals"), short)
    assert gone.sections == short.sections
    kept = tuple(one for one in YEAR.tables if one.code != "C")
    assert with_part(YEAR, Part("table", "C"), short).tables == kept
