"""Ids and codes are shown as what they stand for."""

from dataclasses import replace

from desktop.gui.tables.names import Named, Names
from desktop.records.agency import Agency
from desktop.records.catalogue import CatalogueItem
from desktop.records.task import Task

NAMES = Names(
    [
        Agency(id="b", name="Ủy ban Đăk", short_name="UB Đăk"),  # type: ignore[arg-type]
        Agency(id="a", name="Ủy ban Dân tộc"),  # type: ignore[arg-type]
    ],
    [
        Task(id="p/3", plan="p", position=1, code="3", text="Nhóm"),  # type: ignore[arg-type]
        Task(id="p/3.4", plan="p", position=2, code="3.4", parent="p/3", text="Việc"),  # type: ignore[arg-type]
    ],
    [CatalogueItem(catalogue="theme", code="x", name="Trẻ em", retired=True)],  # type: ignore[arg-type]
    product={"1": "Phóng sự"}.__getitem__,
    others={"@tier": [Named("commune", "Cấp xã")]},
)


def test_a_narrow_column_shows_short_names() -> None:
    assert NAMES.name("@agency", "b", short=True) == "UB Đăk"
    assert NAMES.name("@agency", "a", short=True) == "Ủy ban Dân tộc"
    assert NAMES.name("@task", "p/3.4", short=True) == "3.4"
    assert NAMES.name("@task", "p/3.4") == "3.4 Việc"


def test_tasks_of_another_plan_are_named_and_not_offered() -> None:
    task = Task(id="q/1", plan="q", position=1, code="1", text="Việc khác")  # type: ignore[arg-type]
    names = Names(tasks=[task], plans={"p": ""})
    assert [one.retired for one in names.of("@task")] == [True]
    assert names.name("@task", "q/1") == "1 Việc khác"


def test_tasks_of_a_second_open_plan_are_offered_and_told_apart() -> None:
    task = Task(id="q/1", plan="q", position=1, code="1", text="Việc khác")  # type: ignore[arg-type]
    names = Names(tasks=[task], plans={"p": "", "q": "tỉnh Q"})
    assert [(one.text, one.retired) for one in names.of("@task")] == [
        ("1 Việc khác – tỉnh Q", False)
    ]


def test_a_group_is_offered_where_it_has_figures_of_its_own() -> None:
    group = Task(id="p/1", plan="p", position=1, code="1", text="Nhóm")  # type: ignore[arg-type]
    task = Task(id="p/1.1", plan="p", position=2, code="1.1", parent="p/1", text="Việc")  # type: ignore[arg-type]
    counted = replace(group, figures=("legal_documents",))  # type: ignore[arg-type]
    assert [one.short for one in Names(tasks=[group, task]).tasks] == ["1.1"]
    assert [one.short for one in Names(tasks=[counted, task]).tasks] == ["1", "1.1"]


def test_targets_keep_the_order_of_the_plan_and_channels_that_of_the_alphabet() -> None:
    many = [Named("2", "B"), Named("1", "A")]
    names = Names(others={"@goal": many, "@channel": many})
    assert names.alphabetic("@goal") == ("2", "1")
    assert names.alphabetic("@channel") == ("1", "2")


def test_groups_of_tasks_are_not_offered_but_have_a_name() -> None:
    assert [one.text for one in NAMES.tasks] == ["3.4 Việc"]
    assert NAMES.name("@task", "p/3", short=True) == "3"


def test_catalogues_levels_states_and_products_have_names() -> None:
    assert NAMES.name("theme", "x") == "Trẻ em"
    assert NAMES.name("@tier", "commune") == "Cấp xã"
    assert NAMES.name("@state", "planned") == "Dự kiến"
    assert NAMES.name("@product", "1") == "Phóng sự"


def test_what_nobody_knows_is_shown_as_it_is_and_blank_is_blank() -> None:
    assert NAMES.name("theme", "gone") == "gone"
    assert NAMES.name("theme", None) == ""
    assert NAMES.name("theme", "") == ""


def test_names_are_ordered_by_the_vietnamese_alphabet_and_tasks_by_the_plan() -> None:
    assert NAMES.alphabetic("@agency") == ("a", "b")
    assert NAMES.alphabetic("@task") == ("p/3.4",)


def test_a_retired_value_says_so() -> None:
    assert NAMES.items("theme")[0].retired
    assert NAMES.items("unheard_of") == ()


def test_a_theme_stands_for_its_sub_themes_however_deep() -> None:
    themes = (("a", None), ("a1", "a"), ("a1x", "a1"), ("b", None))
    names = Names(
        items=[
            CatalogueItem(catalogue="theme", code=code, name=code, parent=above)  # type: ignore[arg-type]
            for code, above in themes
        ]
    )
    assert names.with_parts("theme", {"a"}) == ("a", "a1", "a1x")
    assert names.with_parts("theme", ("b", "a1")) == ("a1", "a1x", "b")
    assert names.with_parts("theme", ()) == ()
