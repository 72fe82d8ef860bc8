"""Tables of data: every name in them stands for something that exists."""

import dataclasses
import datetime as dt
import typing
from collections import Counter
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest

from desktop import paths
from desktop.errors import FileError
from desktop.files.catalogue import (
    build,
    load_catalogues,
    load_figures,
    load_holidays,
    load_regimes,
    load_registers,
    load_tiers,
    read_toml,
)
from desktop.records.activity import Activity, ActivityKind
from desktop.records.agency import Budget, SpokespersonCheck, UnitPlan
from desktop.records.catalogue import CatalogueItem
from desktop.records.figure import Aggregate, Condition, Figure, Source
from desktop.records.product import Broadcast, DataSource, OwnChannel, Posting, Product
from desktop.records.register import FieldType, Register
from desktop.records.returns import UnlistedTotal
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.records.target import Achievement, Estimate, Inherited
from desktop.rules.counting import day_of

RECORD = {
    Source.ACTIVITY: Activity,
    Source.PRODUCT: Product,
    Source.DATA_SOURCE: DataSource,
    Source.POSTING: Posting,
    Source.BROADCAST: Broadcast,
    Source.TALLY: Tally,
    Source.UNIT_PLAN: UnitPlan,
    Source.HEADCOUNT: Headcount,
    Source.DEPARTURE: Departure,
    Source.SPOKESPERSON_CHECK: SpokespersonCheck,
    Source.OWN_CHANNEL: OwnChannel,
    Source.BUDGET: Budget,
    Source.ACHIEVEMENT: Achievement,
    Source.ESTIMATE: Estimate,
    Source.INHERITED: Inherited,
    Source.UNLISTED: UnlistedTotal,
}
CATALOGUE_OF = {
    "languages": "language",
    "language": "language",
    "channel": "channel",
    "type": "product_type",
    "pillar": "pillar",
    "subject": "tally_subject",
    "themes": "theme",
    "occasion": "occasion",
    "content_source": "content_source",
    "area_types": "area_type",
    "mode": "training_form",
    "group": "staff_group",
    "source": "funding_source",
}
DERIVED = {Source.ACTIVITY: {"response_minutes"}}
"""What a record works out of its fields."""

WITH_CATALOGUE = {
    FieldType.CHOICE,
    FieldType.CHOICES,
    FieldType.AUDIENCES,
    FieldType.STAFF,
    FieldType.SPENDING,
}


def names_of(source: Source) -> dict[str, object]:
    return {field.name: field.type for field in dataclasses.fields(RECORD[source])}


def type_of(source: Source, field: str) -> object:
    """Return the type of a record's field, or of a column of its small table."""
    name, _, of_row = field.partition(".")
    found = typing.get_type_hints(RECORD[source])[name]
    if not of_row:
        return found
    row = typing.get_args(found)[0]
    return typing.get_type_hints(row)[of_row]


@pytest.fixture(scope="module")
def items() -> list[CatalogueItem]:
    return list(load_catalogues())


@pytest.mark.parametrize("register", load_registers(), ids=lambda one: one.code)
def test_every_field_of_a_register_exists_on_its_record(register: Register) -> None:
    known = names_of(register.source)
    unknown = [field.name for field in register.fields if field.name not in known]
    assert not unknown


@pytest.mark.parametrize("register", load_registers(), ids=lambda one: one.code)
def test_a_register_asks_for_all_its_record_needs(register: Register) -> None:
    needed = {
        field.name
        for field in dataclasses.fields(RECORD[register.source])
        if field.default is dataclasses.MISSING
        and field.default_factory is dataclasses.MISSING
    }
    asked = {field.name for field in register.fields if field.required}
    # a day a record needs may be filled from another, an id and a kind are ours
    assert needed - {"id", "kind"} <= asked


@pytest.mark.parametrize("register", load_registers(), ids=lambda one: one.code)
def test_a_choice_names_a_catalogue_that_has_values(
    register: Register, items: list[CatalogueItem]
) -> None:
    filled = {item.catalogue for item in items}
    chosen = [field for field in register.fields if field.type in WITH_CATALOGUE]
    assert [field.name for field in chosen if field.catalogue not in filled] == []


@pytest.mark.parametrize("register", load_registers(), ids=lambda one: one.code)
def test_the_fields_of_a_register_stand_group_by_group(register: Register) -> None:
    groups = [group for group, _ in groupby(field.group for field in register.fields)]
    assert len(groups) == len(set(groups))
    assert "" not in groups


@pytest.mark.parametrize("register", load_registers(), ids=lambda one: one.code)
def test_a_number_that_is_asked_for_has_its_unit(register: Register) -> None:
    bare = [
        field.name
        for field in register.fields
        if field.type is FieldType.INTEGER and not field.unit and field.name != "year"
    ]
    assert not bare


@pytest.mark.parametrize("register", load_registers(), ids=lambda one: one.code)
def test_a_register_shows_some_columns_and_no_field_twice(register: Register) -> None:
    times = Counter(field.name for field in register.fields)
    assert not [name for name, n in times.items() if n > 1]
    assert 3 <= sum(field.column for field in register.fields) <= 10


def test_every_kind_of_activity_and_every_source_has_a_register() -> None:
    registers = load_registers()
    kinds = [one.kind for one in registers if one.source is Source.ACTIVITY]
    assert sorted(kinds) == sorted(kind.value for kind in ActivityKind)
    assert {one.source for one in registers} == set(Source)


def test_a_code_stands_for_one_value_in_all_catalogues(
    items: list[CatalogueItem],
) -> None:
    times = Counter(item.code for item in items)
    assert not [code for code, n in times.items() if n > 1]


def test_a_parent_of_a_value_is_in_the_same_catalogue(
    items: list[CatalogueItem],
) -> None:
    known = {(item.catalogue, item.code) for item in items}
    lost = [i.code for i in items if i.parent and (i.catalogue, i.parent) not in known]
    assert not lost


def test_no_two_values_of_a_catalogue_answer_to_one_name(
    items: list[CatalogueItem],
) -> None:
    said = [
        (item.catalogue, name.casefold())
        for item in items
        for name in {item.name, *item.aliases}
    ]
    assert not [name for name, n in Counter(said).items() if n > 1]


def test_values_stand_in_the_order_of_their_file(items: list[CatalogueItem]) -> None:
    for _, values in groupby(items, key=lambda item: item.catalogue):
        places = [item.position for item in values]
        assert places == list(range(1, len(places) + 1))


@pytest.mark.parametrize("figure", load_figures().values(), ids=lambda one: one.code)
def test_a_figure_counts_fields_its_record_has(figure: Figure) -> None:
    known = {*names_of(figure.source), *DERIVED.get(figure.source, ())}
    used = [condition.field.split(".")[0] for condition in figure.where]
    named = [name for name in (figure.field.split(".")[0], figure.day) if name]
    assert [name for name in (*used, *named) if name not in known] == []


@pytest.mark.parametrize("figure", load_figures().values(), ids=lambda one: one.code)
def test_a_figure_says_what_it_adds_and_adds_only_numbers(figure: Figure) -> None:
    kind = type_of(figure.source, figure.field) if figure.field else None
    if figure.aggregate is Aggregate.SUM:
        assert kind in {int, int | None, Decimal, Decimal | None}
    elif figure.aggregate is Aggregate.LATEST:
        assert kind in {int, int | None, Decimal}
    elif figure.aggregate is Aggregate.HOURS:
        assert {"minutes", "times"} <= set(names_of(figure.source))
    else:
        assert bool(figure.field) is (figure.aggregate is Aggregate.DISTINCT)


@pytest.mark.parametrize("figure", load_figures().values(), ids=lambda one: one.code)
def test_the_day_a_figure_counts_by_is_a_day(figure: Figure) -> None:
    day = type_of(figure.source, day_of(figure))
    assert day in {dt.date, dt.date | None, int}
    if figure.aggregate is Aggregate.STANDING:
        assert type_of(figure.source, "closed_on") == dt.date | None


@pytest.mark.parametrize("figure", load_figures().values(), ids=lambda one: one.code)
def test_a_condition_asks_for_values_or_for_a_limit(figure: Figure) -> None:
    for condition in figure.where:
        assert bool(condition.values) is (condition.at_most is None)


@pytest.mark.parametrize("figure", load_figures().values(), ids=lambda one: one.code)
def test_the_values_a_figure_asks_for_exist(
    figure: Figure, items: list[CatalogueItem]
) -> None:
    for condition in figure.where:
        if condition.at_most is None:
            assert set(condition.values) <= known_values(figure, condition, items)


def known_values(
    figure: Figure, condition: Condition, items: list[CatalogueItem]
) -> set[str]:
    """Return every value a condition may ask for."""
    name, _, part = condition.field.partition(".")
    if type_of(figure.source, name) is bool:
        return {"0", "1"}
    fixed: dict[str, set[str]] = {
        "partners": {"@recipient", "@agency"},
        "kind": {kind.value for kind in ActivityKind},
        "form": {i.code for i in items if i.catalogue.endswith("_form")},
        "figure": set(load_figures()),
        "organiser_tier": {tier.code for tier in load_tiers().levels},
    }
    if name in fixed:
        return fixed[name]
    own = [item for item in items if item.catalogue == CATALOGUE_OF[name]]
    return {item.group if part else item.code for item in own}


def test_a_figure_of_a_form_asks_for_a_form_of_that_kind() -> None:
    catalogues = {
        register.kind: str(field.catalogue)
        for register in load_registers()
        for field in register.fields
        if field.name == "form"
    }
    of = {str(item.code): item.catalogue for item in load_catalogues()}
    for figure in load_figures().values():
        asked = {one.field: one.values for one in figure.where}
        for form in asked.get("form", ()):
            assert len(asked["kind"]) == 1, figure.code
            assert of[form] == catalogues[asked["kind"][0]], figure.code


def test_every_figure_has_a_unit_and_a_label_of_its_own() -> None:
    figures = load_figures()
    labels = Counter(figure.label for figure in figures.values())
    assert not [label for label, n in labels.items() if n > 1]
    assert all(figure.unit for figure in figures.values())


def test_no_code_of_a_figure_is_used_twice() -> None:
    raw = read_toml(paths.DATA / "figures.toml")["figures"]
    assert len(raw) == len(load_figures())


def test_the_presets_of_tiers_name_levels_there_are() -> None:
    tiers = load_tiers()
    codes = [tier.code for tier in tiers.levels]
    assert codes == ["central", "province", "district", "commune"]
    for preset in tiers.presets:
        # from the top down, as the list of levels runs
        assert list(preset.levels) == [c for c in codes if c in preset.levels]


def test_one_preset_of_tiers_follows_the_other_without_a_gap() -> None:
    three, two = load_tiers().presets
    assert three.valid_to is not None
    assert two.valid_from is not None
    assert (two.valid_from - three.valid_to).days == 1


def test_a_key_no_record_knows_is_refused_by_its_place(tmp_path: Path) -> None:
    raw = [{"catalogue": "theme", "code": "a", "name": "A", "nmae": "B"}]
    with pytest.raises(FileError) as caught:
        build(raw, tuple[CatalogueItem, ...], tmp_path / "x.toml")
    assert caught.value.reason == "unreadable"
    assert caught.value.facts == ("$[0].nmae",)


def test_a_value_of_the_wrong_type_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "figures.toml"
    path.write_text('[[figures]]\ncode = 1\nlabel = "x"\n', "utf-8")
    with pytest.raises(FileError, match="unreadable"):
        load_figures(path)


def test_a_table_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        load_tiers(tmp_path / "tiers.toml")
    assert caught.value.reason == "missing"


def test_a_broken_table_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "registers.toml"
    path.write_text("[[registers", "utf-8")
    with pytest.raises(FileError, match="unreadable"):
        load_registers(path)


@pytest.mark.parametrize(
    "line",
    [
        b"a,A,,,,one\n",
        b"a,A,,,,1,more\n",
        b"\xff\xfe,A,,,,1\n",
        b'a,"A,,,,1\n',
    ],
    ids=["place is a word", "too many cells", "not UTF-8", "a quote left open"],
)
def test_a_broken_line_of_a_catalogue_is_refused(tmp_path: Path, line: bytes) -> None:
    head = b"code,name,group,parent,aliases,position\n"
    (tmp_path / "theme.csv").write_bytes(head + line)
    with pytest.raises(FileError, match="unreadable"):
        load_catalogues(tmp_path)


def test_the_cells_of_a_catalogue_are_read_as_they_are_meant(tmp_path: Path) -> None:
    (tmp_path / "theme.csv").write_text(
        'code,name,group,parent,aliases,position\nb,"B, C",g,a,x|y,2\n', "utf-8"
    )
    (item,) = load_catalogues(tmp_path)
    assert (item.catalogue, item.code, item.name) == ("theme", "b", "B, C")
    assert (item.group, item.parent, item.aliases) == ("g", "a", ("x", "y"))
    assert item.position == 2


def test_years_are_cut_by_the_plan_the_decree_and_the_statistics() -> None:
    found = {one.code: one for one in load_regimes()}
    assert [one.name for one in found.values()] == [
        "Theo kế hoạch",
        "NĐ 09/2019",
        "Thống kê",
    ]
    assert (found["decree_09"].cut_day, found["statistics"].cut_day) == (15, None)
    assert found["plan"].typed_closing
    assert all(one.source for one in found.values())


@pytest.mark.parametrize("day", [1, 29])
def test_a_period_begins_on_a_day_every_month_has(tmp_path: Path, day: int) -> None:
    path = tmp_path / "periods.toml"
    path.write_text(
        f'[[regimes]]\ncode = "x"\nname = "X"\nsource = "Y"\ncut_day = {day}\n'
    )
    with pytest.raises(FileError) as caught:
        load_regimes(path)
    assert caught.value.facts == ("x.cut_day",)


def test_only_holidays_that_do_not_move_are_shipped() -> None:
    days = [(one.month, one.day) for one in load_holidays()]
    assert days == [(1, 1), (4, 30), (5, 1), (9, 2)]
    for month, day in days:
        dt.date(2024, month, day)
