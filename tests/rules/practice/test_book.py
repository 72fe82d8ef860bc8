"""Tests of the shape of the patterns, on the patterns that ship."""

from desktop.files import catalogue
from desktop.records.activity import Activity, ActivityKind
from tests.rules.practice_office import book, cast


def test_every_kind_of_activity_has_a_pattern() -> None:
    assert {one.kind for one in book().series} == set(ActivityKind)


def test_every_form_is_in_the_catalogue_its_register_names() -> None:
    registers = {one.kind: one for one in catalogue.load_registers() if one.kind}
    codes = {(item.catalogue, item.code) for item in catalogue.load_catalogues()}
    unknown = [
        (one.kind, one.form)
        for one in book().series
        for field in registers[one.kind].fields
        if field.name == "form" and (field.catalogue, one.form) not in codes
    ]
    assert not unknown


def test_every_number_drawn_is_a_field_of_an_activity() -> None:
    names = {name for one in book().series for name in one.numbers}
    assert names
    assert names <= set(Activity.__dataclass_fields__)


def test_no_range_runs_backwards() -> None:
    ranges = [ends for one in book().series for ends in one.numbers.values()]
    ranges += [one.cost for one in book().series if one.cost]
    ranges += [one.times for one in book().works.broadcasts]
    ranges += [one.items for one in book().works.postings]
    ranges += [one.people for one in book().papers.staff]
    assert not [ends for ends in ranges if ends[0] > ends[1]]


def test_every_topic_named_is_described() -> None:
    known = {one.code for one in book().setting.topics}
    works = book().works
    lists = [one.topics for one in book().series]
    lists += [one.topics for one in works.products]
    lists += [one.topics for one in works.broadcasts]
    lists += [one.topics for one in works.postings]
    named = {code for topics in lists for code in topics}
    assert named
    assert named <= known


def test_every_topic_finds_a_theme_of_the_shipped_plan() -> None:
    from desktop.rules.practice.cast import themes

    assert not [one.code for one in book().setting.topics if not themes(cast(), one)]


def test_the_season_is_quiet_in_spring_and_highest_around_human_rights_day() -> None:
    season = book().setting.season
    assert len(season) == 12
    assert min(season) == season[1]
    assert max(season) == season[11]
